/**
 * A coalition's submissions, told as acts, for the tests of submission and endorsement. Each act is decided by the
 * slices as the path lets them, and its events are folded into their streams; whatever is told before the act under
 * test must be accepted.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { carriedByMerge, carriedBySplit } from '../src/endorsement/carry'
import { type EndorsementCommand, endorsementCommands } from '../src/endorsement/commands'
import { decideStand } from '../src/endorsement/decide'
import { endorsementEvents } from '../src/endorsement/events'
import { evolveStands } from '../src/endorsement/evolve'
import { standsMadeStale } from '../src/endorsement/made-stale'
import { retractFromSubmissionStream } from '../src/endorsement/retract'
import { currentStands } from '../src/endorsement/stands'
import { initialStandsState, type Stood } from '../src/endorsement/state'
import { type Frame } from '../src/kernel/command'
import { type Decision } from '../src/kernel/decider'
import { type Actor, type AssociationRef, type MandateRef } from '../src/kernel/envelope'
import { type Decided } from '../src/kernel/event'
import {
  type Count,
  type EventId,
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
import { type DecisionRef, type MeetingRef } from '../src/meeting/ids'
import { type CharterTerms, foundingTerms } from '../src/process/charter'
import { type Coalition } from '../src/process/coalition'
import { type RetractionEvent, retractionEvents } from '../src/process/events'
import { type Stage } from '../src/process/ids'
import { submissionCommands } from '../src/submission/commands'
import { decideSubmission, type SubmissionSliceCommand } from '../src/submission/decide'
import { submissionEvents } from '../src/submission/events'
import { evolveSubmission } from '../src/submission/evolve'
import { type SubmissionRef, submissionStream } from '../src/submission/ids'
import { mergeSubmissions } from '../src/submission/merge'
import { currentRevision } from '../src/submission/queries'
import {
  acceptSubmission,
  declineSubmission,
  deferSubmission,
  reopenSubmission
} from '../src/submission/settle'
import { splitByMeeting, splitSubmission, type Splitting } from '../src/submission/split'
import { initialSubmissionState, type SubmissionState } from '../src/submission/state'
import { undoMerge, undoSplit } from '../src/submission/undo'
import { type Asked } from '../src/submission/preconditions'
import { testCommandId } from '../src/testing/given'

export const process = 'khemisset' as ProcessSlug

/** `10:00` of Monday 10 November 2025, or of another day: `12-28 10:00`. */
export const at = (when: string): Instant =>
  `2025-${when.includes(' ') ? when.replace(' ', 'T') : `11-10T${when}`}:00.000+01:00` as Instant

type Tables = typeof submissionCommands & typeof endorsementCommands
type SliceCommand = SubmissionSliceCommand | EndorsementCommand
type Happening = Parameters<typeof evolveSubmission>[1] | Parameters<typeof evolveStands>[1]
type AnyDecided = Decided<
  | { readonly type: keyof typeof submissionEvents; readonly data: unknown }
  | { readonly type: keyof typeof endorsementEvents; readonly data: unknown }
  | RetractionEvent
>

/** Something that is done: by an association or the secretary, at a time, with what is given for it. */
export interface Act {
  readonly name: keyof Tables | 'RetractEntry' | MeetingAct
  readonly by: string
  readonly at: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** What a meeting decides; the path makes a decision of it. */
type MeetingAct = 'accept' | 'decline' | 'defer' | 'reopen' | 'merge' | 'undoMerge' | 'split' | 'undoSplit'

export const act = (
  name: Act['name'],
  by: string,
  when: string,
  payload: Readonly<Record<string, unknown>>
): Act => ({ name, by, at: when, payload })

export interface Setting {
  readonly terms?: Partial<CharterTerms>
  readonly stage?: Stage
  readonly eligible?: number
}

export type Outcome =
  | { readonly events: ReadonlyArray<{ readonly type: string; readonly data: unknown }> }
  | { readonly refused: Rejection }

export interface Story {
  readonly of: (ref: string) => Stood
  readonly submission: (ref: string) => SubmissionState
  /** The stands on a submission as last known: `A2 endorsement live`. */
  readonly stands: (ref: string) => ReadonlyArray<string>
  readonly coalition: (when: string) => Coalition
  readonly after: (...acts: ReadonlyArray<Act>) => Story
  readonly when: (asked: Act) => Outcome
  /** The id of the first event of the n-th act, from 0. */
  readonly entry: (act: number) => EventId
  /** How many acts were told. */
  readonly told: number
}

type Streams = Readonly<Record<string, Stood>>

const empty: Stood = { submission: initialSubmissionState, stands: initialStandsState }

export const story = (setting: Setting = {}, streams: Streams = {}, told = 0): Story => ({
  of: ref => streams[ref] ?? empty,
  submission: ref => (streams[ref] ?? empty).submission,
  stands: ref =>
    currentStands(streams[ref] ?? empty).map(
      ({ association, kind, status }) => `${association} ${kind} ${status}`
    ),
  coalition: when => coalitionIn(setting, at(when)),
  after: (...acts) => folded(acts, setting, streams, told),
  when: asked =>
    pipe(
      decided(asked, setting, streams, told),
      E.match<Rejection, ReadonlyArray<AnyDecided>, Outcome>(
        refused => ({ refused }),
        events => ({ events: events.map(({ type, data }) => ({ type, data })) })
      )
    ),
  entry: index => eventId(testCommandId(index), 0),
  told
})

const folded = (acts: ReadonlyArray<Act>, setting: Setting, streams: Streams, told: number): Story => {
  const [one, ...rest] = acts
  if (one === undefined) return story(setting, streams, told)
  const decision = decided(one, setting, streams, told)
  if (E.isLeft(decision))
    throw new Error(`the history of this test is refused: ${one.name} ${JSON.stringify(decision.left)}`)
  const after = decision.right.reduce((so, event, index) => evolved(so, event, one, told, index), streams)
  return folded(rest, setting, plain(after), told + 1)
}

/** States are plain JSON: they are kept as such. */
const plain = (streams: Streams): Streams => {
  const again = JSON.parse(JSON.stringify(streams)) as Streams
  expect(again).toEqual(streams)
  return again
}

const codecs = { ...submissionEvents, ...endorsementEvents, ...retractionEvents }

const evolved = (streams: Streams, event: AnyDecided, one: Act, told: number, index: number): Streams => {
  if (!codecs[event.type].is(event.data)) throw new Error(`${event.type} does not decode`)
  const ref = event.stream.slice(event.stream.indexOf('.') + 1)
  const { submission, stands } = streams[ref] ?? empty
  const happened = { ...event, ...envelope(one, told, index) } as Happening
  return {
    ...streams,
    [ref]: {
      submission:
        event.type in submissionEvents || event.type === 'EntryRetracted'
          ? evolveSubmission(submission, happened as Parameters<typeof evolveSubmission>[1])
          : submission,
      stands:
        event.type in endorsementEvents || event.type === 'EntryRetracted'
          ? evolveStands(stands, happened as Parameters<typeof evolveStands>[1])
          : stands
    }
  }
}

const envelope = (one: Act, told: number, index: number) => {
  const { occurredAt, recordedAt, actor, recordedBy } = frame(one, told)
  return {
    format: 1 as const,
    id: eventId(testCommandId(told), index),
    process,
    version: 1 as Positive,
    v: 1 as Positive,
    charter: 0 as Count,
    rules: 1 as Positive,
    occurredAt,
    recordedAt,
    actor,
    recordedBy
  }
}

const frame = (one: Act, told: number): Frame => ({
  id: testCommandId(told),
  process,
  occurredAt: at(one.at),
  recordedAt: `${at(one.at).slice(0, 23)}Z` as UtcInstant,
  actor: actorOf(one.by),
  recordedBy: 'A1-m1' as MandateRef
})

const actorOf = (by: string): Actor =>
  by === 'secretary'
    ? { as: 'office', office: 'secretary', mandate: 'A1-m1' as MandateRef }
    : { as: 'association', association: by as AssociationRef, mandate: `${by}-m1` as MandateRef }

const associations = (count: number): ReadonlyArray<AssociationRef> =>
  Array.from({ length: count }, (_, index) => `A${index + 1}` as AssociationRef)

/** Ten associations unless said otherwise; A98 is suspended, A99 has left. */
export const coalitionIn = (setting: Setting, when: Instant): Coalition => ({
  process,
  at: when,
  date: localDate(when),
  authoritative: 'ar' as Language,
  languages: ['ar' as Language, 'fr' as Language],
  rules: 1,
  openedAt: at('10-26 09:00'),
  stage: setting.stage ?? 'refining',
  charter: { version: 1, terms: { ...foundingTerms, ...setting.terms }, confirmed: true },
  termsOf: () => undefined,
  eligible: associations(setting.eligible ?? 10),
  standing: ref =>
    ref === 'A98'
      ? 'suspended'
      : ref === 'A99'
        ? 'left'
        : associations(10).includes(ref)
          ? 'registered'
          : undefined,
  mandate: () => undefined,
  hasTheme: ref => ref === 'T1' || ref === 'T2',
  hasReference: ref => ref === 'R1',
  authority: ref => (ref === 'H1' ? { level: 'local' } : undefined),
  asAt: then => coalitionIn(setting, then)
})

const decided = (one: Act, setting: Setting, streams: Streams, told: number): Decision<AnyDecided> => {
  const payload = { ...one.payload, ...exactText(one, streams) }
  const coalition = coalitionIn(setting, at(one.at))
  const command = { ...frame(one, told), name: one.name, v: 1 as const, payload }
  if (isMeetingAct(one.name)) return byMeeting(one.name, command, coalition, streams)
  if (one.name === 'RetractEntry') {
    const ref = String(one.payload['in'])
    const entry = one.payload['entry'] as EventId
    const stream = submissionStream(process, ref as SubmissionRef)
    const asked = { entry, stream, reason: 'خطأ في الإدخال' as Words }
    return retractFromSubmissionStream({ ...command, payload: asked })(streams[ref] ?? empty)
  }
  const codec = { ...submissionCommands, ...endorsementCommands }[one.name]
  if (!codec.is(payload)) throw new Error(`not a payload of ${one.name}: ${JSON.stringify(payload)}`)
  return bySlice(command as SliceCommand, coalition, streams)
}

/** As intake does: the exact text that is meant is the current one, where the act does not say another. */
const exactText = (one: Act, streams: Streams) => {
  const ref = one.payload['submission']
  const current = typeof ref === 'string' ? currentRevision((streams[ref] ?? empty).submission) : undefined
  return current === undefined || one.payload['revision'] !== undefined
    ? {}
    : { revision: current.revision, textHash: current.textHash }
}

const isMeetingAct = (name: Act['name']): name is MeetingAct => /^[a-z]/.test(name)

const states = (streams: Streams): Readonly<Record<string, SubmissionState>> =>
  Object.fromEntries(Object.entries(streams).map(([ref, { submission }]) => [ref, submission]))

const stoodAt = (refs: ReadonlyArray<string>, streams: Streams): ReadonlyArray<Stood> =>
  refs.flatMap(ref => streams[ref] ?? [])

const bySlice = (command: SliceCommand, coalition: Coalition, streams: Streams): Decision<AnyDecided> => {
  const name: string = command.name
  const { payload } = command as { readonly payload: Readonly<Record<string, unknown>> }
  const ref = String(
    payload['submission'] ?? payload['merge'] ?? payload['assessment'] ?? payload['ref'] ?? ''
  )
  const target = ref === '' ? (String(payload['indicator']).split('-')[0] ?? '') : ref
  const stood = streams[target] ?? empty
  if (name in endorsementCommands) return decideStand(command as EndorsementCommand, coalition)(stood)
  if (name === 'MergeSubmissions') return merging(command, coalition, streams, target, undefined)
  if (isSplit(command))
    return splitSubmission(
      command,
      coalition,
      splitting(payload, coalition, stood, streams)
    )(stood.submission)
  return pipe(
    decideSubmission(command as SubmissionSliceCommand, coalition, {
      answered: states(streams),
      sources: states(streams),
      ...(payload['meeting'] === 'M1' ? { meetingCalledAt: at('11-01 10:00') } : {})
    })(stood.submission),
    E.map(events => [...events, ...staleBy(events, stood)])
  )
}

const isSplit = (command: { readonly name: string }): command is Asked<'SplitSubmission'> =>
  command.name === 'SplitSubmission'

/** The path adds what a new text makes stale. */
const staleBy = (events: ReadonlyArray<AnyDecided>, stood: Stood): ReadonlyArray<AnyDecided> =>
  events.flatMap(event => {
    if (event.type !== 'TextRevised' || !submissionEvents.TextRevised.is(event.data)) return []
    const data = standsMadeStale(stood, event.data)
    return data === undefined ? [] : [{ type: 'EndorsementBecameStale' as const, stream: event.stream, data }]
  })

const merging = (
  command: Frame & { readonly payload: unknown },
  coalition: Coalition,
  streams: Streams,
  merge: string,
  decision: string | undefined
): Decision<AnyDecided> => {
  const named = (command.payload as { readonly sources: ReadonlyArray<SubmissionRef> }).sources
  return mergeSubmissions(command, coalition, {
    merge: merge as SubmissionRef,
    named,
    sources: states(streams),
    stands: carriedByMerge(stoodAt(named, streams), coalition.at),
    ...(decision === undefined ? {} : { decision: decision as DecisionRef })
  })((streams[merge] ?? empty).submission)
}

const splitting = (
  payload: Readonly<Record<string, unknown>>,
  coalition: Coalition,
  stood: Stood,
  streams: Streams
): Splitting => {
  if (!submissionCommands.SplitSubmission.is(payload)) throw new Error('not a split')
  return { ...payload, stands: carriedBySplit(stood, coalition.at), taken: states(streams) }
}

type ExactText = Parameters<typeof acceptSubmission>[2]

const byMeeting = (
  name: MeetingAct,
  command: Frame & { readonly payload: Readonly<Record<string, unknown>> },
  coalition: Coalition,
  streams: Streams
): Decision<AnyDecided> => {
  const { payload } = command
  const ref = String(payload['submission'])
  const stood = streams[ref] ?? empty
  const reason = payload['reason'] as Words
  const settling = {
    submission: ref as SubmissionRef,
    decision: (payload['decision'] ?? 'M2-Q1') as DecisionRef,
    ...(reason === undefined ? {} : { reason })
  }
  const undoing = { ...settling, reason }
  const annulled = payload['annulled'] as DecisionRef | undefined
  switch (name) {
    case 'accept':
      return acceptSubmission(command, settling, payload as ExactText)(stood.submission)
    case 'decline':
      return declineSubmission(command, settling)(stood.submission)
    case 'defer':
      return deferSubmission(command, settling, payload['until'] as MeetingRef | undefined)(stood.submission)
    case 'reopen':
      return reopenSubmission(command, settling.submission, {
        ...undoing,
        ...(annulled === undefined ? {} : { annulled })
      })(stood.submission)
    case 'merge':
      return merging(command, coalition, streams, ref, settling.decision)
    case 'undoMerge':
      return undoMerge(command, { ...undoing, merge: settling.submission, sources: states(streams) })(
        stood.submission
      )
    case 'split':
      return splitByMeeting(
        command,
        coalition,
        splitting(payload, coalition, stood, streams),
        settling.decision
      )(stood.submission)
    case 'undoSplit':
      return undoSplit(command, { ...undoing, parts: states(streams) })(stood.submission)
  }
}

/** What was refused. */
export const refusalOf = (outcome: Outcome): Rejection => {
  if ('refused' in outcome) return outcome.refused
  throw new Error(`nothing was refused: ${JSON.stringify(outcome.events)}`)
}

/** The events that came of it. */
export const eventsOf = (outcome: Outcome) => {
  if ('events' in outcome) return outcome.events
  throw new Error(`it was refused: ${JSON.stringify(outcome.refused)}`)
}

const paragraph = (text: string) => ({ kind: 'paragraph', text })

/** A text in Arabic as people give it. */
export const arabic = (title: string, ...paragraphs: ReadonlyArray<string>) => ({
  language: 'ar',
  title,
  blocks: paragraphs.map(paragraph)
})

const nothingElse = { coAuthors: [], areas: [], levels: [], references: [], evidence: [], answers: [] }

/** A proposal of two paragraphs by A1, on 1 November, unless said otherwise. */
export const submits = (
  ref: string,
  { by = 'A1', when = '11-01 10:00', ...over }: { by?: string; when?: string; [key: string]: unknown } = {}
): Act =>
  act('Submit', by, when, {
    ref,
    kind: ref.startsWith('D') ? 'diagnosis' : ref.startsWith('E') ? 'assessment' : 'proposal',
    original: 'ar',
    themes: ['T1'],
    texts: [arabic('توفير الماء', 'توفير الماء الصالح للشرب', 'إصلاح الشبكة القديمة')],
    ...nothingElse,
    ...(ref.startsWith('E') ? { subject: { kind: 'programme', name: { ar: 'مثال توضيحي: برنامج' } } } : {}),
    ...over
  })

/** A word of a block put for another; substantive unless said otherwise. */
export const revises = (
  ref: string,
  when: string,
  [block, old, replacement]: readonly [string, string, string],
  over: Readonly<Record<string, unknown>> = {}
): Act =>
  act('ReviseText', 'A1', when, {
    submission: ref,
    operations: [{ op: 'replace', block, at: 0, old, new: replacement }],
    materiality: 'substantive',
    why: 'طلب اللقاء الثاني',
    ...over
  })

export const endorses = (ref: string, by: string, when: string, over: object = {}): Act =>
  act('Endorse', by, when, { submission: ref, reservations: [], ...over })

export const objects = (ref: string, by: string, when: string, over: object = {}): Act =>
  act('RaiseObjection', by, when, { submission: ref, reason: 'غير دقيق', blocks: [], ...over })

/** P1 by A1 and P2 by A2 are proposed to be one, P3, by A1. */
export const proposesMerge = (when: string, over: object = {}): Act =>
  act('ProposeMerge', 'A1', when, {
    ref: 'P3',
    sources: [],
    title: 'توفير الماء وصيانة الشبكة',
    blocks: [
      { block: paragraph('توفير الماء الصالح للشرب لكل الأحياء'), from: ['P1#b1', 'P2#b1'] },
      { block: paragraph('إصلاح الشبكة القديمة'), from: ['P1#b2'] }
    ],
    ...over
  })
