/** What is now known of a decision's subject and would refuse the decision: the stage, the support, the charter (rule 2). */
import { supportMissingNow } from '../endorsement/support'
import { AssociationRef } from '../kernel/envelope'
import { type Rejection } from '../kernel/rejection'
import { hasEffects } from '../meeting/decision'
import { type DecisionEntry } from '../meeting/state'
import { NotInThisStage } from '../path/rejections'
import { type States } from '../path/states'
import { decisionStages } from '../path/when-allowed'
import { type Coalition, refusedThen, wasSo } from '../process/coalition'
import { stageOutOfOrder } from '../process/enter-stage'
import { charterRef } from '../process/numbers'
import { AssociationHasLeft, CharterNotInForce } from '../process/rejections'
import { initialProcessState } from '../process/state'

const FIELD = 'payload.subject.ref'

/** `coalition` may be of any time. The effects of a motion are judged where it was adopted. */
export const subjectFails = (
  entry: DecisionEntry,
  coalition: Coalition,
  states: States
): ReadonlyArray<Rejection> =>
  [
    stageFails(entry, coalition),
    hasEffects(entry.outcome) ? effectFails(entry, coalition, states) : undefined
  ].filter(refusal => refusal !== undefined)

const stageFails = ({ at, subject, motion }: DecisionEntry, coalition: Coalition): Rejection | undefined => {
  const allowed = decisionStages(subject.kind, motion)
  return wasSo(coalition, at, ({ stage }) => allowed.includes(stage))
    ? undefined
    : NotInThisStage('at', at, { stage: coalition.asAt(at).stage, allowed })
}

const effectFails = (entry: DecisionEntry, coalition: Coalition, states: States): Rejection | undefined => {
  switch (entry.subject.kind) {
    case 'submission':
      return entry.motion === 'accept' ? supportFails(entry, coalition, states) : undefined
    case 'charter':
      return entry.motion === 'confirm' ? charterFails(entry, coalition) : undefined
    case 'association':
      return standingFails(entry, coalition)
    case 'stage':
      return orderFails(entry, states)
    default:
      return undefined
  }
}

/** By the charter that the decision was judged by, which stays (domain.md §3). */
const supportFails = (
  { at, subject, charter: judgedBy }: DecisionEntry,
  coalition: Coalition,
  { submissions }: States
): Rejection | undefined => {
  const stood = submissions[subject.ref]
  if (stood === undefined) return undefined
  return refusedThen(coalition, at, then => {
    const terms = then.termsOf(judgedBy) ?? then.charter.terms
    return supportMissingNow(stood, { ...then, charter: { ...then.charter, terms } })
  })
}

const charterFails = ({ at, subject }: DecisionEntry, coalition: Coalition): Rejection | undefined =>
  wasSo(coalition, at, ({ charter }) => charterRef(charter.version) === subject.ref)
    ? undefined
    : CharterNotInForce(FIELD, subject.ref, { inForce: charterRef(coalition.asAt(at).charter.version) })

const standingFails = (
  { at, subject: { ref } }: DecisionEntry,
  coalition: Coalition
): Rejection | undefined =>
  AssociationRef.is(ref) && !wasSo(coalition, at, then => then.standing(ref) !== 'left')
    ? AssociationHasLeft(FIELD, ref, { association: ref })
    : undefined

const orderFails = (
  { ref }: DecisionEntry,
  { process = initialProcessState }: States
): Rejection | undefined => {
  const entered = process.stages.find(({ decision }) => decision === ref)
  return entered === undefined ? undefined : stageOutOfOrder(process, entered)
}
