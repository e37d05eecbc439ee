/** Why an act on a joint platform is refused. Prose is made where it is shown. */
import { refusal } from '../kernel/rejection'

/** A frozen platform is no longer compiled, introduced or reordered. */
export const PlatformIsFrozen = refusal('PlatformIsFrozen', 13)<{ readonly since: string }>()

/** Only a frozen document is adopted or unfrozen. */
export const PlatformNotFrozen = refusal('PlatformNotFrozen', 13)()

/** After adoption the text never changes: a new version supersedes it. */
export const PlatformIsAdopted = refusal('PlatformIsAdopted', 13)<{ readonly since: string }>()

/** Raising, committing and dissociating are about an adopted platform. */
export const PlatformNotAdopted = refusal('PlatformNotAdopted', 13)()

/** The platform was given up: a next version is compiled instead. */
export const PlatformIsSetAside = refusal('PlatformIsSetAside')<{ readonly since: string }>()

/** The platform has been replaced: the next version is raised. */
export const PlatformIsSuperseded = refusal('PlatformIsSuperseded', 13)<{ readonly by: string }>()

/** A next version is compiled once the last is adopted or set aside. */
export const EarlierPlatformOpen = refusal('EarlierPlatformOpen')<{
  readonly platform: string
  readonly standing: string
}>()

/** A platform is not frozen while a submission has no fate. */
export const SubmissionsWithoutFate = refusal('SubmissionsWithoutFate', 12)<{
  readonly submissions: ReadonlyArray<string>
}>()

/** A platform is not frozen while a collision is open. */
export const CollisionsOpen = refusal('CollisionsOpen', 12)<{ readonly collisions: ReadonlyArray<string> }>()

/** A clause or finding is not on the text that the meeting accepted, or that text has changed since. */
export const ClauseTextDiffers = refusal('ClauseTextDiffers', 12)<{
  readonly texts: ReadonlyArray<{
    readonly ref: string
    readonly compiled: string
    readonly accepted: string
    readonly current: string
  }>
}>()

/** What is accepted is no longer what was compiled: compile again. */
export const CompilationOutdated = refusal('CompilationOutdated', 12)<{
  readonly missing: ReadonlyArray<string>
  readonly noLongerAccepted: ReadonlyArray<string>
}>()

/** The vote was on another document than the frozen one. */
export const DocumentHashDiffers = refusal('DocumentHashDiffers', 13)<{ readonly frozen: string }>()

/** Reservations name at least one clause; no other position names any. */
export const ReservationsDoNotFit = refusal('ReservationsDoNotFit', 13)<{
  readonly association: string
  readonly position: string
}>()

/** Every clause of the superseded platform has a successor or a reason: these have not. */
export const SuccessionIncomplete = refusal('SuccessionIncomplete', 13)<{
  readonly platform: string
  readonly clauses: ReadonlyArray<string>
}>()

/** A clause has either a successor or a reason why it was dropped, not both. */
export const SuccessionUnclear = refusal('SuccessionUnclear', 13)<{ readonly clause: string }>()

/** The authority is of another level than the raising. */
export const LevelDiffers = refusal('LevelDiffers')<{ readonly authority: string; readonly level: string }>()

/** The charter names no days for this level: the due date is given by hand. */
export const DueDateNeeded = refusal('DueDateNeeded')<{
  readonly level: string
  readonly charter: number
}>()

/** The charter names the days for this level: the due date follows and is left out. */
export const DueDateIsComputed = refusal('DueDateIsComputed')<{
  readonly days: number
  readonly dueOn: string
}>()

/** A due date before the day from which it runs. */
export const DueDateTooEarly = refusal('DueDateTooEarly')<{ readonly from: string }>()

/** The date given for a thing lies after the act that tells of it. */
export const DateAfterTheAct = refusal('DateAfterTheAct', 2)<{ readonly act: string }>()

/** An answer or a note is about at least one clause. */
export const NoClauseNamed = refusal('NoClauseNamed')()

/** The outcome `referredTo` names the authority that the clauses are referred to. */
export const ReferredToNeeded = refusal('ReferredToNeeded')()

/** Only the outcome `referredTo` names another authority. */
export const ReferredToUnexpected = refusal('ReferredToUnexpected')<{ readonly outcome: string }>()

/** Nobody is late on or before the due date. */
export const NotYetOverdue = refusal('NotYetOverdue', 14)<{ readonly dueOn: string }>()

/** An answered clause is not silent. */
export const ClauseAnswered = refusal('ClauseAnswered', 14)<{
  readonly answered: ReadonlyArray<{ readonly clause: string; readonly response: string }>
}>()

/** No answer is awaited from this level on a clause that does not concern it. */
export const NotAskedOfThisLevel = refusal('NotAskedOfThisLevel', 14)<{
  readonly level: string
  readonly clauses: ReadonlyArray<string>
}>()

/** The raising already lies with this authority. */
export const ForwardedToTheSame = refusal('ForwardedToTheSame')()

/** The response that a commitment rests on says nothing about its clause. */
export const ResponseNotOnClause = refusal('ResponseNotOnClause')<{ readonly clause: string }>()

/** Progress that is shown by evidence comes with its evidence. */
export const EvidenceNeeded = refusal('EvidenceNeeded')()

/** The preamble's words cannot be recorded: what is wrong with them, and in which block from 0. */
export const PreambleRefused = refusal('PreambleRefused')<{
  readonly problem: string
  readonly block: number
}>()

/** Somebody else has written the preamble meanwhile: read it again. */
export const PreambleRewritten = refusal('PreambleRewritten', 16)<{ readonly now: string }>()

/** An adoption on which raisings, commitments or a later platform rest is not annulled. */
export const AdoptionIsBuiltOn = refusal('AdoptionIsBuiltOn', 1)<{ readonly by: ReadonlyArray<string> }>()

/** Only receipts, responses and progress are retracted in a platform's stream. */
export const EntryNotRetractable = refusal('EntryNotRetractable', 1)()

/** A later entry names this one: that is taken back first. */
export const EntryIsNamed = refusal('EntryIsNamed', 1)<{ readonly by: ReadonlyArray<string> }>()

export const platformRejections = {
  PlatformIsFrozen,
  PlatformNotFrozen,
  PlatformIsAdopted,
  PlatformNotAdopted,
  PlatformIsSetAside,
  PlatformIsSuperseded,
  EarlierPlatformOpen,
  SubmissionsWithoutFate,
  CollisionsOpen,
  ClauseTextDiffers,
  CompilationOutdated,
  DocumentHashDiffers,
  ReservationsDoNotFit,
  SuccessionIncomplete,
  SuccessionUnclear,
  LevelDiffers,
  DueDateNeeded,
  DueDateIsComputed,
  DueDateTooEarly,
  DateAfterTheAct,
  NoClauseNamed,
  ReferredToNeeded,
  ReferredToUnexpected,
  NotYetOverdue,
  ClauseAnswered,
  NotAskedOfThisLevel,
  ForwardedToTheSame,
  ResponseNotOnClause,
  EvidenceNeeded,
  PreambleRefused,
  PreambleRewritten,
  AdoptionIsBuiltOn,
  EntryNotRetractable,
  EntryIsNamed
}
