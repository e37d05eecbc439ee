/** Amendments that leave the table together with what they amend, and those that come back to it (rules 1 and 11). */
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { judgeAgain } from './detect-collisions'
import { type Draft, noting } from './draft'
import { type MootBecause } from './events'
import { type AmendmentRef } from './ids'
import { newCollisions } from './new-collisions'
import { amendmentsOf, collisionsOf, fateOf, openAmendments } from './queries'
import { revisionOf, type RevisionLine } from './revision-line'
import { type AmendmentsState, type AmendmentState, type CollisionState, type Fate } from './state'

/** Every open amendment is moot, not rejected (rule 11). */
export const closeAll = (draft: Draft, because: MootBecause): Draft =>
  noting(
    draft,
    ...openAmendments(draft.state).map(({ ref }) => ({
      type: 'AmendmentBecameMoot' as const,
      data: { ref, because }
    }))
  )

/** Why amendments are open again. */
export interface Reopening {
  readonly reason: Words
  readonly decision?: DecisionRef
}

/** The named amendments are open again, on the text as it is now, and what they collide with is detected. */
export const reopenAmendments = (
  draft: Draft,
  line: RevisionLine,
  refs: ReadonlyArray<AmendmentRef>,
  reopening: Reopening
): Draft => judgeAgain(reopened(draft, refs, reopening), line, refs)

/** The same, for a draft whose text is about to change. */
export const reopened = (
  draft: Draft,
  refs: ReadonlyArray<AmendmentRef>,
  { reason, decision }: Reopening
): Draft =>
  noting(
    draft,
    ...refs.map(ref => ({
      type: 'AmendmentReopened' as const,
      data: { ref, reason, ...(decision === undefined ? {} : { decision }) }
    }))
  )

/**
 * The named amendments come back as they left, on a text that stood still meanwhile: with their wordings, and with the
 * collisions that left with them, under new numbers.
 */
export const bringBackAsTheyLeft = (
  draft: Draft,
  line: RevisionLine,
  refs: ReadonlyArray<AmendmentRef>,
  reopening: Reopening
): Draft =>
  collisionsOf(draft.state)
    .filter(collision => leftWith(draft.state, refs, collision))
    .reduce(
      (so, { revision, collision }) => {
        const base = revisionOf(line, revision)
        return base === undefined ? so : noting(so, ...newCollisions(so, base, [collision]))
      },
      reopened(draft, refs, reopening)
    )

/** Whether it lapsed because one of these became moot. */
const leftWith = (
  { amendments }: AmendmentsState,
  refs: ReadonlyArray<AmendmentRef>,
  { concerns, history }: CollisionState
): boolean => {
  const last = history.at(-1)
  return (
    last?.status === 'lapsed' &&
    concerns.some(ref => refs.includes(ref) && amendments[ref]?.fates.at(-1)?.event === last.event)
  )
}

/** The amendments whose fate is as asked, in the order of their numbers. */
export const amendmentsWith = (
  draft: Draft,
  asked: (fate: Fate, amendment: AmendmentState) => boolean
): ReadonlyArray<AmendmentRef> =>
  amendmentsOf(draft.state)
    .filter(amendment => asked(fateOf(amendment), amendment))
    .map(({ ref }) => ref)
