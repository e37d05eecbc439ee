/**
 * A proposal under refinement, told act by act through the path's own functions: for the tests of the rules on
 * amendments, collisions and texts.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type AmendmentSliceCommand, decideAmendment, decidedEvents } from '../src/amendment/decide'
import { type AmendmentRef, type CollisionRef } from '../src/amendment/ids'
import { nextAmendment, openCollisions, standingOf } from '../src/amendment/queries'
import { resolveCollision } from '../src/amendment/resolve'
import { type AmendmentState } from '../src/amendment/state'
import { type Frame } from '../src/kernel/command'
import { type DecisionRef, type MeetingRef } from '../src/meeting/ids'
import { acceptAmendment, adoptAmendment, type Adopting, draftOn } from '../src/path/adopt-amendment'
import { reviseOwn } from '../src/path/revise-own-text'
import { type Replacement } from '../src/text/change'
import { type Operation } from '../src/text/operation'
import { type Resolution } from '../src/text/resolution'
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
import { type Circumstances } from '../src/path/circumstances'
import { type DecidedEvent, type OccurredEvent } from '../src/path/event-table'
import { evolve } from '../src/path/evolve'
import { initialState, type SubmissionStream } from '../src/path/states'
import { type Coalition } from '../src/process/coalition'
import { foundingTerms } from '../src/process/charter'
import { type Fraction } from '../src/kernel/primitives'
import { type Materiality, type SubmissionRef, submissionStream } from '../src/submission/ids'
import { currentRevision } from '../src/submission/queries'
import { type Revision } from '../src/submission/state'
import { testCommandId } from '../src/testing/given'
import { type Block, type BlockId, type NewBlock, type Text } from '../src/text/text'
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
  termsOf: () => undefined,
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

/** One replacement of words in a block of the current text. */
export const words = (story: Story, block: string, old: string, wanted: string): Replacement => {
  const text = currentOf(story).text.blocks.find(({ id }) => id === block)?.text ?? ''
  const at = Array.from(text.slice(0, text.indexOf(old))).length as Count
  return { op: 'replace', block: block as BlockId, at, old, new: wanted }
}

export const deleted = (story: Story, block: string): Operation => ({
  op: 'delete',
  block: block as BlockId,
  old: currentOf(story).text.blocks.find(({ id }) => id === block)?.text ?? ''
})

export const inserted = (after: string, ...blocks: ReadonlyArray<string>): Operation => ({
  op: 'insert',
  after: after as BlockId,
  blocks: paragraphs(...blocks)
})

export const recast = (story: Story, ...blocks: ReadonlyArray<string>): Operation => ({
  op: 'recast',
  old: currentOf(story).textHash,
  title: currentOf(story).text.title,
  blocks: paragraphs(...blocks)
})

/** `P1-A<next>` proposed by an association on the current text. */
export const proposing = (
  story: Story,
  by: string,
  operations: ReadonlyArray<Operation>,
  more: { readonly ref?: string; readonly materiality?: Materiality } = {}
): E.Either<Rejection, Story> => {
  const text = onText(story)
  return asked(
    story,
    'ProposeAmendment',
    {
      ...text,
      ref: (more.ref ?? nextAmendment(story.stream.amendments, text.submission)) as AmendmentRef,
      language: AR,
      operations,
      materiality: more.materiality ?? 'substantive'
    },
    { by }
  )
}

export const proposed = (story: Story, by: string, ...operations: ReadonlyArray<Operation>): Story =>
  done(proposing(story, by, operations))

/** The resolution of a collision by its own words. */
export const taking = (
  story: Story,
  ref: string,
  take:
    | { readonly one: 0 | 1 }
    | { readonly both: readonly [0 | 1, 0 | 1] }
    | { readonly third: ReadonlyArray<Operation> }
): Resolution => {
  const found = story.stream.amendments.collisions[ref as CollisionRef]
  if (found === undefined) throw new Error(`no ${ref}`)
  const sides = [found.collision.first.ref, found.collision.second.ref] as const
  const settled = { of: found.hash, between: [sides[0], sides[1]] as [string, string] }
  if ('one' in take) return { take: 'one', ...settled, ref: sides[take.one] }
  if ('both' in take) return { take: 'both', ...settled, order: [sides[take.both[0]], sides[take.both[1]]] }
  return { take: 'third', ...settled, operations: take.third }
}

export const resolving = (
  story: Story,
  ref: string,
  take: Parameters<typeof taking>[2],
  act: Act = {}
): E.Either<Rejection, Story> =>
  asked(
    story,
    'ResolveCollision',
    {
      collision: ref as CollisionRef,
      resolution: taking(story, ref, take),
      reason: 'اتفق أصحاب المقترح' as Words
    },
    act
  )

export const meeting: Actor = { as: 'meeting', meeting: 'M2' as MeetingRef }

/** A meeting settles it instead of the authors. */
export const settledAtMeeting = (story: Story, ref: string, take: Parameters<typeof taking>[2]): Story =>
  done(
    tried(story, { by: meeting }, ({ command }) =>
      pipe(
        draftOn(story.stream, command, ref, 'payload.subject.ref'),
        E.flatMap(draft =>
          resolveCollision(
            command,
            {
              collision: ref as CollisionRef,
              resolution: taking(story, ref, take),
              reason: 'صوت اللقاء' as Words,
              decision: `M2-Q${story.acts}` as DecisionRef
            },
            story.stream.submission,
            draft
          )
        ),
        E.map(draft => decidedEvents(command, draft))
      )
    )
  )

export const adopting = (
  story: Story,
  ref: string,
  more: Partial<Adopting> = {},
  act: Act = {}
): E.Either<Rejection, Story> =>
  tried(story, { by: meeting, ...act }, circumstances =>
    adoptAmendment(
      story.stream,
      { ref: ref as AmendmentRef, decision: `M2-Q${story.acts}` as DecisionRef, ...more },
      circumstances
    )
  )

export const adopted = (story: Story, ref: string, more: Partial<Adopting> = {}): Story =>
  done(adopting(story, ref, more))

/** Adopts these in their order, save those that gave way or are moot by their turn; and again those that are open again. */
export const allAdopted = (story: Story, refs: ReadonlyArray<string>): Story => {
  const next = refs.find(ref => standing(story, ref) === 'open')
  return next === undefined ? story : allAdopted(adopted(story, next), refs)
}

export const accepting = (
  story: Story,
  ref: string,
  act: Act = {},
  materiality?: Materiality
): E.Either<Rejection, Story> =>
  tried(story, act, circumstances => {
    const { revision, textHash } = onText(story)
    const asIt = materiality === undefined ? {} : { materiality }
    const payload = { amendment: ref as AmendmentRef, revision, textHash, ...asIt }
    return acceptAmendment(
      { ...circumstances.command, name: 'AcceptAmendment', v: 1, payload },
      story.stream,
      circumstances
    )
  })

/** The author's own new words. */
export const revised = (
  story: Story,
  operations: ReadonlyArray<Operation>,
  act: Act & { readonly materiality?: Materiality } = {}
): Story =>
  done(
    tried(story, act, circumstances => {
      const payload = {
        ...onText(story),
        operations,
        materiality: act.materiality ?? ('substantive' as const),
        why: 'توضيح' as Words
      }
      return reviseOwn(
        { ...circumstances.command, name: 'ReviseText', v: 1, payload },
        story.stream,
        circumstances
      )
    })
  )

/** An association endorses the current text. */
export const endorsed = (story: Story, by: string): Story => {
  const { submission, revision, textHash } = onText(story)
  return recorded(story, frameOf(story.acts, as(by), at(story.acts + 1)), [
    {
      type: 'EndorsementGiven',
      stream: submissionStream(process, submission),
      data: { association: by as AssociationRef, revision, textHash, reservations: [] }
    }
  ])
}

export const amendment = ({ stream }: Story, ref: string): AmendmentState => {
  const found = stream.amendments.amendments[ref as AmendmentRef]
  if (found === undefined) throw new Error(`no ${ref}`)
  return found
}

export const standing = (story: Story, ref: string): string =>
  standingOf(story.stream.amendments, amendment(story, ref))

export const open = ({ stream }: Story): ReadonlyArray<string> =>
  openCollisions(stream.amendments).map(collision => collision.ref)

const FR = 'fr' as Language

/** The same story with a French text of it, `Eau potable`. */
export const translated = (story: Story): Story => {
  const { submission, textHash: of } = onText(story)
  const blocks = paragraphs('Eau potable', 'Réparer la route')
  const { text } = withBlockIds({ language: FR, title: 'Eau', blocks }, 1)
  return recorded(story, frameOf(story.acts, as('A1'), at(story.acts)), [
    {
      type: 'TextRevised',
      stream: submissionStream(process, submission),
      data: {
        revision: 1 as Positive,
        language: FR,
        title: text.title as Words,
        blocks: text.blocks,
        textHash: textHash(text),
        materiality: 'editorial',
        because: { kind: 'translation' },
        of
      }
    }
  ])
}

export const french = (story: Story): Revision => {
  const revision = currentRevision(story.stream.submission, FR)
  if (revision === undefined) throw new Error('there is a French text')
  return revision
}

/** `P1-A<next>` proposed by A2 on the French text. */
export const proposedInFrench = (story: Story): Story => {
  const { submission } = onText(story)
  const { revision, textHash } = french(story)
  return done(
    asked(
      story,
      'ProposeAmendment',
      {
        ref: nextAmendment(story.stream.amendments, submission),
        submission,
        language: FR,
        revision,
        textHash,
        operations: [{ op: 'replace', block: 'b1' as BlockId, at: 0 as Count, old: 'Eau', new: 'L’eau' }],
        materiality: 'clarifying'
      },
      { by: 'A2' }
    )
  )
}
