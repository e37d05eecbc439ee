/** Why the path refuses an act before any slice judges it, and the table of all refusals. */
import { refusal } from '../kernel/rejection'

/** The mandate is unknown, of another association or office, not valid on that date, or revoked (rule 3). */
export const MandateNotValid = refusal('MandateNotValid', 3)<{
  readonly because: 'unknown' | 'ofAnother' | 'notYet' | 'ended' | 'revoked' | 'notOfTheMeeting'
  readonly date: string
}>()

/** The act is not for this actor: it is for those named (act table). */
export const NotForThisActor = refusal('NotForThisActor', 3)<{ readonly by: ReadonlyArray<string> }>()

/** A suspended or departed association does not act; its past acts stand (rule 3). */
export const AssociationMayNotAct = refusal('AssociationMayNotAct', 3)<{ readonly standing: string }>()

/** The stage at the time of the act does not allow it (rule 6). */
export const NotInThisStage = refusal('NotInThisStage', 6)<{
  readonly stage: string
  readonly allowed: ReadonlyArray<string>
}>()

/** An act on behalf of another needs evidence: in the room, paper, mail or call (rule 3). */
export const EvidenceMissing = refusal('EvidenceMissing', 3)<{ readonly actor: string }>()

/** Who types must be the actor, its own association, the meeting's table, or the convenor's office (rule 3). */
export const MayNotRecordForOthers = refusal('MayNotRecordForOthers', 3)<{ readonly role: string }>()

/** An act may not lie after it was recorded, with five minutes' grace (rule 2). */
export const AfterItWasRecorded = refusal('AfterItWasRecorded', 2)<{ readonly recordedAt: string }>()

/**
 * A frozen platform closes its submissions to acts dated at or before the freeze, and until the vote to whatever would
 * change a text or a fate (rules 2, 12 and 13).
 */
export const ClosedByFrozenPlatform = refusal('ClosedByFrozenPlatform', 2)<{
  readonly platform: string
  readonly frozenAt: string
}>()

/** Support that was there at the adoption vote can be withdrawn until that vote (rule 6). */
export const AdoptionVoteTaken = refusal('AdoptionVoteTaken', 6)<{
  readonly platform: string
  readonly adoptedAt: string
}>()

/** The subject does not admit this motion (docs/reference/motions.md). */
export const MotionDoesNotFit = refusal('MotionDoesNotFit')<{
  readonly subject: string
  readonly motions: ReadonlyArray<string>
}>()

/** The motion's effects need this field. */
export const DecisionNeeds = refusal('DecisionNeeds')<{ readonly motion: string; readonly subject: string }>()

/** A decision that a frozen platform rests on is not annulled any more (rule 1). */
export const FrozenPlatformRestsOnIt = refusal('FrozenPlatformRestsOnIt', 1)<{ readonly platform: string }>()

/** What followed from this decision cannot be taken back by an annulment; a new decision can mend it. */
export const NotTakenBackByAnnulment = refusal('NotTakenBackByAnnulment', 1)<{
  readonly subject: string
  readonly motion: string
}>()

/** A clerical error is annulled with evidence, by chair and rapporteur together (rule 1). */
export const ClericalErrorNeedsBoth = refusal('ClericalErrorNeedsBoth', 1)<{ readonly rapporteur: string }>()

export const pathRejections = {
  MandateNotValid,
  NotForThisActor,
  AssociationMayNotAct,
  NotInThisStage,
  EvidenceMissing,
  MayNotRecordForOthers,
  AfterItWasRecorded,
  ClosedByFrozenPlatform,
  AdoptionVoteTaken,
  MotionDoesNotFit,
  DecisionNeeds,
  FrozenPlatformRestsOnIt,
  NotTakenBackByAnnulment,
  ClericalErrorNeedsBoth
}
