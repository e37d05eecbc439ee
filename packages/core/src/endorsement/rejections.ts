/** Why a word on a submission is refused. Prose is made where it is shown. */
import { refusal } from '../kernel/rejection'
import { NamedTwice, PrecedesWhatItRefersTo, ReferenceUnknown } from '../kernel/rejections'
import {
  NotAnAssociation,
  SubmissionClosed,
  TextHasMoved,
  EntryNotRetractable
} from '../submission/rejections'

/** There is no stale or inherited support of this association to say again; `stand` is what it has. */
export const NothingToReaffirm = refusal('NothingToReaffirm', 10)<{ readonly stand: string }>()

/** The association supports nothing here that it could withdraw. */
export const NoSupportToWithdraw = refusal('NoSupportToWithdraw', 10)<{ readonly stand: string }>()

/** The association objects to nothing here that it could lift. */
export const NoObjectionToLift = refusal('NoObjectionToLift', 10)<{ readonly stand: string }>()

/** A later entry rests on this one (a reaffirmation, a withdrawal, a lifting): that is taken back first. */
export const EntryIsNamed = refusal('EntryIsNamed', 1)<{ readonly by: ReadonlyArray<string> }>()

/** The charter asks for more live support before a meeting accepts this text. */
export const SupportNotReached = refusal('SupportNotReached')<{
  readonly supporters: number
  readonly needed: number
}>()

export const endorsementRejections = {
  ReferenceUnknown,
  PrecedesWhatItRefersTo,
  NamedTwice,
  NotAnAssociation,
  SubmissionClosed,
  TextHasMoved,
  EntryNotRetractable,
  NothingToReaffirm,
  NoSupportToWithdraw,
  NoObjectionToLift,
  EntryIsNamed,
  SupportNotReached
}
