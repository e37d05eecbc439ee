/**
 * A proposal under refinement, told act by act through the path's own functions: for the tests of the rules on
 * amendments, collisions and texts.
 */
import * as E from 'fp-ts/lib/Either'
import { type AmendmentSliceCommand, decideAmendment } from '../src/amendment/decide'
import { type Frame } from '../src/kernel/command'
import { type AssociationRef, type Actor, type MandateRef } from '../src/kernel/envelope'
import {
  type Count,
  eventId,
  type Instant,
  type Language,
  localDate,
  type Positive,
  type ProcessSlug,
  type UtcInstant,
  type Words
} from '../src/kernel/primitives'
import { type Rejection } from '../src/kernel/rejection'
import { type Circumstances } from '../src/path/change-text'
import { type DecidedEvent, type OccurredEvent } from '../src/path/event-table'
import { evolve } from '../src/path/evolve'
import { initialState, type SubmissionStream } from '../src/path/states'
import { type Coalition } from '../src/process/coalition'
import { foundingTerms } from '../src/process/charter'
import { type Fraction } from '../src/kernel/primitives'
import { type SubmissionRef, submissionStream } from '../src/submission/ids'
import { currentRevision } from '../src/submission/queries'
import { type Revision } from '../src/submission/state'
import { testCommandId } from '../src/testing/given'
import { type Block, type NewBlock, type Text } from '../src/text/text'
import { textHash } from '../src/text/text-hash'
import { withBlockIds } from '../src/text/apply'

export const process = 'khemisset' as ProcessSlug
export const AR = 'ar' as Language

export interface Story {
  readonly stream: SubmissionStream
  /** The events of all acts so far; of the last act in `last`. */
  readonly events: ReadonlyArray<DecidedEvent>
  readonly last: ReadonlyArray<DecidedEvent>
  readonly acts: number
}

/** Minutes after ten o'clock of the second meeting's day. */
export const at = (minutes: number): Instant =>
  `2025-12-28T${String(10 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00.000+01:00` as Instant

export const as = (association: string): Actor => ({
  as: 'association',
  association: association as AssociationRef,
  mandate: `${association}-m1` as MandateRef
})

export const frameOf = (acts: number, actor: Actor, when: Instant): Frame => ({
  id: testCommandId(acts + 1),
  process,
  occurredAt: when,
  recordedAt: '2025-12-28T12:00:00.000Z' as UtcInstant,
  actor,
  recordedBy: 'A1-m1' as MandateRef
})

export const coalition = (support: Fraction = foundingTerms.support, now: Instant = at(300)): Coalition => ({
  asAt: then => coalition(support, then),
  process,
  at: now,
  date: localDate(now),
  authoritative: AR,
  languages: [AR, 'fr' as Language],
  rules: 1,
  openedAt: at(0),
  stage: 'refining',
  charter: { version: 1, terms: { ...foundingTerms, support }, confirmed: true },
  eligible: ['A1', 'A2', 'A3', 'A4'].map(ref => ref as AssociationRef),
  standing: () => 'registered',
  mandate: () => undefined,
  hasTheme: () => true,
  hasReference: () => true,
  authority: () => undefined
})

/** The story after these events, as one append. */
export const recorded = (story: Story, frame: Frame, events: ReadonlyArray<DecidedEvent>): Story => ({
  stream: events
    .map((event, index): OccurredEvent => ({
      ...frame,
      ...event,
      format: 1,
      id: eventId(frame.id, index),
      version: (story.events.length + index + 1) as Positive,
      v: 1 as Positive,
      charter: 0 as Count,
      rules: 1 as Positive
    }))
    .reduce<SubmissionStream>((state, event) => {
      const next = evolve(state, event)
      return next.kind === 'submission' ? next : state
    }, story.stream),
  events: [...story.events, ...events],
  last: events,
  acts: story.acts + 1
})

export const paragraphs = (...words: ReadonlyArray<string>): ReadonlyArray<NewBlock> =>
  words.map(text => ({ kind: 'paragraph', text }) as NewBlock)

export const textWith = (title: string, ...words: ReadonlyArray<string>): Text =>
  withBlockIds({ language: AR, title, blocks: paragraphs(...words) }, 1).text

/** `P1` of A1, received with these paragraphs `b1`, `b2`, … */
export const received = (...words: ReadonlyArray<string>): Story => receivedAs('P1', ...words)

export const receivedAs = (ref: string, ...words: ReadonlyArray<string>): Story => {
  const stream = submissionStream(process, ref as SubmissionRef)
  const text = textWith('الماء', ...words)
  const initial = initialState(stream)
  if (initial.kind !== 'submission') throw new Error('P1 is a submission')
  const empty: Story = { stream: initial, events: [], last: [], acts: 0 }
  return recorded(empty, frameOf(0, as('A1'), at(0)), [
    {
      type: 'SubmissionReceived',
      stream,
      data: {
        ref: ref as SubmissionRef,
        kind: 'proposal',
        association: 'A1' as AssociationRef,
        coAuthors: [],
        original: AR,
        themes: [],
        areas: [],
        levels: [],
        references: [],
        evidence: [],
        answers: []
      }
    },
    {
      type: 'TextRevised',
      stream,
      data: {
        revision: 1 as Positive,
        language: AR,
        title: text.title as Words,
        blocks: text.blocks,
        textHash: textHash(text),
        materiality: 'substantive',
        because: { kind: 'received' }
      }
    },
    { type: 'SubmissionAdmitted', stream, data: {} }
  ])
}

export const currentOf = ({ stream }: Story): Revision => {
  const revision = currentRevision(stream.submission)
  if (revision === undefined) throw new Error('there is a text')
  return revision
}

/** The words of the current text, block by block. */
export const wordsOf = (story: Story): ReadonlyArray<string> =>
  currentOf(story).text.blocks.map((block: Block) => block.text)

/** What names the current text in a payload. */
export const onText = (story: Story) => {
  const { revision, textHash } = currentOf(story)
  return { submission: story.stream.submission.ref as SubmissionRef, revision, textHash }
}

export interface Act {
  readonly by?: string | Actor
  readonly at?: Instant
  readonly support?: Fraction
}

type Acting = (
  circumstances: Circumstances & { readonly command: Frame }
) => E.Either<Rejection, ReadonlyArray<DecidedEvent>>

/** Tries something in the name of an association (A1 if none is said). */
export const tried = (story: Story, act: Act, acting: Acting): E.Either<Rejection, Story> => {
  const actor = typeof act.by === 'object' ? act.by : as(act.by ?? 'A1')
  const command = frameOf(story.acts, actor, act.at ?? at(story.acts + 1))
  return E.map((events: ReadonlyArray<DecidedEvent>) => recorded(story, command, events))(
    acting({ command, coalition: coalition(act.support, command.occurredAt) })
  )
}

type Naming = {
  readonly [N in AmendmentSliceCommand['name']]: Extract<AmendmentSliceCommand, { name: N }>['payload']
}

/** Tries a command of the amendments' own. */
export const asked = <N extends AmendmentSliceCommand['name']>(
  story: Story,
  name: N,
  payload: Naming[N],
  act: Act = {}
): E.Either<Rejection, Story> =>
  tried(story, act, ({ command }) =>
    decideAmendment(
      { ...command, name, v: 1, payload } as AmendmentSliceCommand,
      story.stream.submission
    )(story.stream.amendments)
  )

export const done = <A>(outcome: E.Either<Rejection, A>): A => {
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

export const refusal = (outcome: E.Either<Rejection, Story>): Rejection | undefined =>
  E.isLeft(outcome) ? outcome.left : undefined

/** The events of the last act, as types. */
export const types = ({ last }: Story): ReadonlyArray<string> => last.map(event => event.type)

/** The first event of a type in the last act. */
export const eventOf = <T extends DecidedEvent['type']>(
  { last }: Story,
  type: T
): Extract<DecidedEvent, { type: T }> => {
  const found = last.find((event): event is Extract<DecidedEvent, { type: T }> => event.type === type)
  if (found === undefined) throw new Error(`no ${type} among ${last.map(event => event.type).join(', ')}`)
  return found
}
