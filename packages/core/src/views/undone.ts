/**
 * What was done on a submission that a merge or a split had made, until a meeting took that back: it stays, and it is
 * listed (domain.md §2). What the merge itself brought and what its undoing ended is not: that is told of both already.
 */
import { type States, type SubmissionStream } from '../path/states'
import { type SubmissionState, type Turn } from '../submission/state'
import { type Done, doneOn } from './done'
import { type Fact, present, timesOf } from './entry'
import { type Numbered } from './in-order'

/** A merge or a split that was taken back, on the submission that it had made. */
export interface Undone extends Fact {
  readonly what: 'merge' | 'split'
  /** Where its words are again. */
  readonly into: ReadonlyArray<string>
  readonly decision?: string
  readonly reason?: string
  /** In the order of recording. */
  readonly done: ReadonlyArray<Done>
}

/** `undefined`: nothing made it that was taken back. */
export const undoneOf = (
  { ref, state }: Numbered<SubmissionStream>,
  { submissions }: States
): Undone | undefined => {
  const { submission } = state
  const { merged, splitFrom } = submission
  const end = submission.turns.find(turn => endsIt(turn, ref, submission))
  const made = merged ?? splitFrom
  if (end === undefined || made === undefined) return undefined
  const edges = [actOf(made), actOf(end)]
  return {
    what: merged === undefined ? 'split' : 'merge',
    ...timesOf(end),
    into: merged?.sources.map(source => source.ref) ?? [splitFrom?.source.ref ?? ''],
    ...present('decision', 'decision' in end ? end.decision : undefined),
    ...present('reason', reasonOf(end, submissions[splitFrom?.source.ref ?? '']?.submission)),
    done: doneOn(state)
      .filter(one => !edges.includes(actOf(one)))
      .sort(asRecorded)
  }
}

const endsIt = (turn: Turn, ref: string, { splitFrom }: SubmissionState): boolean =>
  (turn.turn === 'mergeUndone' && turn.merged === ref) ||
  (turn.turn === 'mergedInto' && turn.into === splitFrom?.source.ref)

/** Of a split the source says why: it is open again by the same act. */
const reasonOf = (end: Turn, source: SubmissionState | undefined): string | undefined => {
  if (end.turn === 'mergeUndone') return end.reason
  const reopened = source?.turns.find(turn => turn.turn === 'reopened' && actOf(turn) === actOf(end))
  return reopened?.turn === 'reopened' ? reopened.reason : undefined
}

/** The events of one act have its id, and a number. */
const actOf = ({ event }: Pick<Fact, 'event'>): string => event.slice(0, event.lastIndexOf('.'))

const asRecorded = (a: Fact, b: Fact): number =>
  compared(a.recordedAt, b.recordedAt) || compared(actOf(a), actOf(b)) || numberOf(a) - numberOf(b)

const compared = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
const numberOf = ({ event }: Fact): number => Number(event.slice(event.lastIndexOf('.') + 1))
