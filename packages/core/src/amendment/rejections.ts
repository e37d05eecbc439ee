/** Why an act on an amendment or a collision is refused. */
import { type Json } from '../kernel/primitives'
import { NumberNotNext, PrecedesWhatItRefersTo, ReferenceUnknown } from '../kernel/rejections'
import { refusal } from '../kernel/rejection'
import {
  LaterRevisionRecorded,
  NotAnAssociation,
  NotAnAuthor,
  SubmissionClosed,
  TextHasMoved
} from '../submission/rejections'

/** The words that an operation quotes are not what its base says (rule 7). */
export const AmendmentQuotationDiffers = refusal('AmendmentQuotationDiffers', 7)<{
  readonly operation: number
  readonly place: string
  readonly quoted: string
  readonly found: string
}>()

/** Operations that cannot stand: contradicting each other, out of range, or making a text that may not be recorded. */
export const AmendmentDoesNotFit = refusal('AmendmentDoesNotFit', 7)<{
  readonly problem: string
  readonly about: Json
}>()

/** The amended text would read as the text does now. */
export const AmendmentChangesNothing = refusal('AmendmentChangesNothing')()

/** The amendment is no longer open: adopted, rejected, withdrawn, moot or accepted by its author. */
export const AmendmentNotOpen = refusal('AmendmentNotOpen')<{ readonly status: string }>()

/** Only the association that proposed it may take it back. */
export const NotTheProposer = refusal('NotTheProposer')<{ readonly proposer: string }>()

/** It amends a translation, and nobody has yet given the original's wording. */
export const AmendmentAwaitsWording = refusal('AmendmentAwaitsWording')<{ readonly language: string }>()

/** It already has a wording in the original's words. */
export const AmendmentIsWorded = refusal('AmendmentIsWorded', 7)<{ readonly language: string }>()

/** People have not settled what collides (rule 9). */
export const CollisionOpen = refusal('CollisionOpen', 9)<{ readonly collisions: ReadonlyArray<string> }>()

/** There is nothing to settle: it is resolved already, or it lapsed. */
export const CollisionNotOpen = refusal('CollisionNotOpen', 9)<{ readonly status: string }>()

/** Only a resolved collision can be reopened, and only while nothing adopted rests on its resolution. */
export const CollisionNotResolved = refusal('CollisionNotResolved', 9)<{ readonly status: string }>()

/** The text already rests on the resolution: a new amendment can change it, reopening cannot. */
export const ResolutionInForce = refusal('ResolutionInForce', 9)<{
  readonly adopted: ReadonlyArray<string>
}>()

/** A meeting settled it: authors do not open again what it voted on, another meeting or an annulment does. */
export const SettledByMeeting = refusal('SettledByMeeting', 9)<{ readonly decision: string }>()

/** Authors may hold a change for graver than its association said, not for lighter: stands would be kept through it. */
export const MaterialityLowered = refusal('MaterialityLowered', 10)<{ readonly proposed: string }>()

/** Words that came later rest on what the decision changed: a new amendment can take them back, annulling cannot. */
export const LaterTextRestsOnIt = refusal('LaterTextRestsOnIt', 1)<{
  readonly revision: number
  readonly current: number
}>()

/** The resolution is about another collision, or cannot be carried out. */
export const ResolutionDoesNotFit = refusal('ResolutionDoesNotFit', 8)<{
  readonly problem: string
  readonly about: Json
}>()

export const amendmentRejections = {
  NumberNotNext,
  ReferenceUnknown,
  PrecedesWhatItRefersTo,
  SubmissionClosed,
  TextHasMoved,
  LaterRevisionRecorded,
  NotAnAssociation,
  NotAnAuthor,
  AmendmentQuotationDiffers,
  AmendmentDoesNotFit,
  AmendmentChangesNothing,
  AmendmentNotOpen,
  NotTheProposer,
  AmendmentAwaitsWording,
  AmendmentIsWorded,
  CollisionOpen,
  CollisionNotOpen,
  CollisionNotResolved,
  ResolutionInForce,
  SettledByMeeting,
  MaterialityLowered,
  ResolutionDoesNotFit,
  LaterTextRestsOnIt
}
