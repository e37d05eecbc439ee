/** Where a submission stands or ended (domain.md §1, Fate), as a pure reading of the turns of its course. */
import { type Hash, type Instant, millis, type Positive, type Words } from '../kernel/primitives'
import { type DecisionRef, type MeetingRef } from '../meeting/ids'
import { type Stage } from '../process/ids'
import { type SubmissionRef } from './ids'
import { type SubmissionState, type Turn } from './state'

/** The fates that the platform document names, `lapsed` excepted, which follows from the stage (`settledFate`). */
export type DecidedFate =
  | 'adoptedAsIs'
  | 'adoptedAsAmended'
  | 'mergedInto'
  | 'splitInto'
  | 'deferred'
  | 'declined'
  | 'withdrawn'
  | 'returned'

export interface FateDetails {
  /** When it came to this; absent while it is open. */
  readonly since?: Instant
  /** Of a merge or a split: where it went. Of an undone merge: back into its sources. */
  readonly into?: ReadonlyArray<SubmissionRef>
  readonly reason?: Words
  readonly decision?: DecisionRef
  /** Of an adopted one: the text that the meeting accepted. */
  readonly accepted?: { readonly revision: Positive; readonly textHash: Hash }
  /** Of a deferred one: the meeting that it waits for. */
  readonly until?: MeetingRef
}

/** `proposed` and `dropped` are of a merge that was only proposed: not a submission (yet). */
export interface SubmissionFate extends FateDetails {
  readonly fate: DecidedFate | 'open' | 'proposed' | 'dropped'
}

/** What became of a submission, as last recorded (rule 2). */
export const fateOf = (state: SubmissionState): SubmissionFate => {
  if (state.mergeProposal !== undefined && state.merged === undefined) return ofProposal(state.mergeProposal)
  const last = courseOf(state).at(-1)
  return last === undefined ? { fate: 'open' } : fateAfter(state, last)
}

const ofProposal = ({ dropped }: NonNullable<SubmissionState['mergeProposal']>): SubmissionFate =>
  dropped === undefined
    ? { fate: 'proposed' }
    : { fate: 'dropped', since: dropped.at, reason: dropped.reason }

/** As `fateOf`, but one that was never admitted has lapsed once texts are closed (domain.md §1). */
export const settledFate = (
  state: SubmissionState,
  stage: Stage
): SubmissionFate | (FateDetails & { readonly fate: 'lapsed' }) => {
  const fate = fateOf(state)
  const textsClosed = stage !== 'gathering' && stage !== 'refining'
  return fate.fate === 'open' && textsClosed && !isAdmitted(state) ? { fate: 'lapsed' } : fate
}

/** Admitted by the secretary, or taken up by a meeting that returned it to the table (formal grounds are appealable). */
export const isAdmitted = ({ turns }: SubmissionState): boolean =>
  turns.reduce<Admission>((before, turn) => admissionAfter(before, turn), 'awaited') === 'admitted'

type Admission = 'awaited' | 'admitted' | 'returned'

const admissionAfter = (before: Admission, { turn }: Turn): Admission => {
  switch (turn) {
    case 'admitted':
    case 'accepted':
      return 'admitted'
    case 'reopened':
      return before === 'returned' ? 'admitted' : before
    case 'returned':
      return 'returned'
    case 'declined':
    case 'deferred':
    case 'withdrawn':
    case 'mergedInto':
    case 'mergeUndone':
    case 'splitInto':
      return before
  }
}

type Ending = Exclude<Turn, { readonly turn: 'admitted' | 'reopened' }>

/** The turns that still hold: what was undone or reopened has dropped out, admission left aside. */
const courseOf = ({ ref, turns }: SubmissionState): ReadonlyArray<Ending> => {
  let course: ReadonlyArray<Ending> = []
  for (const turn of turns) {
    if (turn.turn === 'admitted') course = course.filter(one => one.turn !== 'returned')
    else if (turn.turn === 'reopened') course = course.at(-1)?.turn === 'splitInto' ? course.slice(0, -1) : []
    else if (turn.turn === 'mergeUndone' && turn.merged !== ref) course = withoutMerge(course, turn.merged)
    else course = [...course, turn]
  }
  return course
}

const withoutMerge = (course: ReadonlyArray<Ending>, merged: SubmissionRef): ReadonlyArray<Ending> =>
  course.filter(turn => turn.turn !== 'mergedInto' || turn.into !== merged)

const fateAfter = (state: SubmissionState, last: Ending): SubmissionFate => {
  const since = last.at
  switch (last.turn) {
    case 'returned':
      return { fate: 'returned', since, reason: last.reason }
    case 'withdrawn':
      return { fate: 'withdrawn', since, ...reasonOf(last) }
    case 'accepted':
      return {
        fate: last.as === 'asIs' ? 'adoptedAsIs' : 'adoptedAsAmended',
        since,
        decision: last.decision,
        accepted: { revision: last.revision, textHash: last.textHash }
      }
    case 'declined':
      return { fate: 'declined', since, decision: last.decision, reason: last.reason }
    case 'deferred':
      return {
        fate: 'deferred',
        since,
        decision: last.decision,
        ...reasonOf(last),
        ...(last.until === undefined ? {} : { until: last.until })
      }
    case 'mergedInto':
      return { fate: 'mergedInto', since, into: [last.into], ...decisionOf(last) }
    case 'splitInto':
      return {
        fate: 'splitInto',
        since,
        into: last.into.map(({ ref }) => ref),
        ...reasonOf(last),
        ...decisionOf(last)
      }
    case 'mergeUndone':
      return {
        fate: 'splitInto',
        since,
        into: state.merged?.sources.map(({ ref }) => ref) ?? last.sources,
        reason: last.reason,
        decision: last.decision
      }
  }
}

const reasonOf = ({ reason }: { readonly reason?: Words }) => (reason === undefined ? {} : { reason })
const decisionOf = ({ decision }: { readonly decision?: DecisionRef }) =>
  decision === undefined ? {} : { decision }

/** Whether acts on it are over: it went elsewhere, was withdrawn, declined or returned, or never became a submission. */
export const isClosed = (state: SubmissionState): boolean => closing.includes(fateOf(state).fate)

const closing: ReadonlyArray<SubmissionFate['fate']> = [
  'withdrawn',
  'mergedInto',
  'splitInto',
  'declined',
  'returned',
  'proposed',
  'dropped'
]

/** What a meeting decides, and on which submission, so that one that went elsewhere is again what it was. */
export interface WayBack {
  readonly motion: 'undoMerge' | 'undoSplit'
  readonly ref: SubmissionRef
}

/** None where it went elsewhere because a merge or a split was undone. */
export const wayBackOf = (state: SubmissionState): WayBack | undefined => {
  const last = courseOf(state).at(-1)
  if (last?.turn === 'splitInto' && state.ref !== undefined) return { motion: 'undoSplit', ref: state.ref }
  return last?.turn === 'mergedInto' && last.into !== state.splitFrom?.source.ref
    ? { motion: 'undoMerge', ref: last.into }
    : undefined
}

/** Whether a merge made it that a meeting has undone. */
export const isUndoneMerge = (state: SubmissionState): boolean =>
  courseOf(state).at(-1)?.turn === 'mergeUndone'

/** Whether a meeting has accepted it, and no other decision has taken that back. */
export const isAccepted = (state: SubmissionState): boolean =>
  fateOf(state).fate === 'adoptedAsIs' || fateOf(state).fate === 'adoptedAsAmended'

/** The last turn that settled something: an act that settles something else may not be dated before it (rule 2). */
export const lastSettled = ({ turns }: SubmissionState): Turn | undefined =>
  turns
    .filter(({ turn }) => turn !== 'admitted' && turn !== 'returned')
    .reduce<Turn | undefined>(
      (last, turn) => (last === undefined || millis(turn.at) >= millis(last.at) ? turn : last),
      undefined
    )
