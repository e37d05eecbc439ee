/** Amendments that leave the table together with what they amend, and those that come back to it (rules 1 and 11). */
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { stayingBehind } from './bring-forward'
import { weighAll } from './weigh-again'
import { type Draft, noting } from './draft'
import { type MootBecause } from './events'
import { type AmendmentRef } from './ids'
import { amendmentsOf, fateOf, openAmendments } from './queries'
import { type RevisionLine } from './revision-line'
import { type AmendmentState, type Fate } from './state'

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

/** The named amendments are open again, on the text as it is now, and set against the others. */
export const reopenAmendments = (
  draft: Draft,
  line: RevisionLine,
  refs: ReadonlyArray<AmendmentRef>,
  reopening: Reopening
): Draft => weighAll(stayingBehind(reopened(draft, refs, reopening), line), line, refs)

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

/** The amendments whose fate is as asked, in the order of their numbers. */
export const amendmentsWith = (
  draft: Draft,
  asked: (fate: Fate, amendment: AmendmentState) => boolean
): ReadonlyArray<AmendmentRef> =>
  amendmentsOf(draft.state)
    .filter(amendment => asked(fateOf(amendment), amendment))
    .map(({ ref }) => ref)
