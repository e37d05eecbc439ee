/** Why an act on the process itself is refused (domain.md §5, rules 2, 3, 6 and 20). */
import { type Json } from '../kernel/primitives'
import { refusal } from '../kernel/rejection'
import { type Stage } from './ids'

/** A process is opened once. */
export const ProcessAlreadyOpen = refusal('ProcessAlreadyOpen')<{ readonly since: string }>()

/** This software knows other rules. */
export const RulesUnknown = refusal('RulesUnknown')<{ readonly known: ReadonlyArray<number> }>()

/** The language that binds is one of the languages of the process. */
export const AuthoritativeNotAmongLanguages = refusal('AuthoritativeNotAmongLanguages')<{
  readonly languages: ReadonlyArray<string>
}>()

/** The words are missing in the language that binds. */
export const AuthoritativeWordingMissing = refusal('AuthoritativeWordingMissing')<{
  readonly authoritative: string
}>()

/** A charter is written in the language that binds. */
export const CharterLanguageDiffers = refusal('CharterLanguageDiffers')<{
  readonly authoritative: string
}>()

/** The words cannot be recorded as a text; `problem` is the text model's own tag. */
export const CharterTextRefused = refusal('CharterTextRefused')<{ readonly problem: Json }>()

/** More than the whole can never be reached: under such a charter no decision would ever pass. */
export const ThresholdOutOfReach = refusal('ThresholdOutOfReach')<{
  readonly parts: number
  readonly of: number
}>()

/** The founding charter is entered once; a meeting adopts every later one. */
export const CharterAlreadyEntered = refusal('CharterAlreadyEntered')<{ readonly inForce: string }>()

/** The founding charter is entered before the first sitting opens; from then on a meeting adopts it. */
export const SittingAlreadyOpened = refusal('SittingAlreadyOpened')<{
  readonly meeting: string
  readonly openedAt: string
}>()

/** Only the charter in force is confirmed. */
export const CharterNotInForce = refusal('CharterNotInForce')<{ readonly inForce: string }>()

/** A later charter was adopted on top of this one: its adoption is annulled first. */
export const LaterCharterAdopted = refusal('LaterCharterAdopted', 1)<{ readonly later: string }>()

/** Forward is one stage at a time, or to `closed`; backward is a meeting's decision. */
export const StageNotNext = refusal('StageNotNext', 6)<{
  readonly stage: Stage
  readonly allowed: ReadonlyArray<Stage>
}>()

/** The register number is that of another association. */
export const RegisterNumberTaken = refusal('RegisterNumberTaken')<{ readonly by: string }>()

/** The association has left the coalition; it comes back as a new one. */
export const AssociationHasLeft = refusal('AssociationHasLeft', 3)<{ readonly association: string }>()

/** Office mandates are the convenor's. */
export const OfficeNotOfConvenor = refusal('OfficeNotOfConvenor', 3)<{ readonly convenor: string }>()

/** A mandate ends on the day on which it begins, or later. */
export const MandateEndsBeforeItBegins = refusal('MandateEndsBeforeItBegins', 3)<{ readonly from: string }>()

/** A person known to the log comes with the commitment to the details recorded last. */
export const CommitmentNotCurrent = refusal('CommitmentNotCurrent', 20)<{ readonly current: string }>()

/** The person asked to be forgotten: nothing new is recorded about one. */
export const PersonIsErased = refusal('PersonIsErased', 20)<{ readonly askedAt: string }>()

/** Another command has that id already: an erasure could never be completed by it. */
export const CompletionTaken = refusal('CompletionTaken', 20)<{ readonly by: string }>()

/** Nobody asked for this erasure. */
export const ErasureNotAsked = refusal('ErasureNotAsked', 20)()

/** An erasure is completed by the command that it was asked with. */
export const ErasureCompletionDiffers = refusal('ErasureCompletionDiffers', 20)<{
  readonly completion: string
}>()

export const processRejections = {
  ProcessAlreadyOpen,
  RulesUnknown,
  AuthoritativeNotAmongLanguages,
  AuthoritativeWordingMissing,
  CharterLanguageDiffers,
  CharterTextRefused,
  ThresholdOutOfReach,
  CharterAlreadyEntered,
  SittingAlreadyOpened,
  CharterNotInForce,
  LaterCharterAdopted,
  StageNotNext,
  RegisterNumberTaken,
  AssociationHasLeft,
  OfficeNotOfConvenor,
  MandateEndsBeforeItBegins,
  CommitmentNotCurrent,
  PersonIsErased,
  CompletionTaken,
  ErasureNotAsked,
  ErasureCompletionDiffers
}
