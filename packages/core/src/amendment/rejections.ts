/** Why an act on an amendment or a collision is refused. */
import { type Json } from '../kernel/primitives'
import { kernelRejections } from '../kernel/rejections'
import { refusal } from '../kernel/rejection'

/** The text that the act names is no longer the current one (rule 16). */
export const TextHasMoved = refusal('TextHasMoved', 16)<{
  readonly revision: number
  readonly textHash: string
}>()

/** The act is dated before the text's last revision (rule 2). */
export const LaterRevisionRecorded = refusal('LaterRevisionRecorded', 2)<{
  readonly revision: number
  readonly since: string
}>()

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

/** Only the submission's authors may do this; without them a meeting decides. */
export const NotAnAuthor = refusal('NotAnAuthor')<{ readonly authors: ReadonlyArray<string> }>()

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

/** The resolution is about another collision, or cannot be carried out. */
export const ResolutionDoesNotFit = refusal('ResolutionDoesNotFit', 8)<{
  readonly problem: string
  readonly about: Json
}>()

export const amendmentRejections = {
  ...kernelRejections,
  TextHasMoved,
  LaterRevisionRecorded,
  AmendmentQuotationDiffers,
  AmendmentDoesNotFit,
  AmendmentChangesNothing,
  AmendmentNotOpen,
  NotTheProposer,
  NotAnAuthor,
  AmendmentAwaitsWording,
  AmendmentIsWorded,
  CollisionOpen,
  CollisionNotOpen,
  CollisionNotResolved,
  ResolutionInForce,
  ResolutionDoesNotFit
}
