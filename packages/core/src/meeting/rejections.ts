/** Why an act at or around a meeting is refused (domain.md §5, rules 1 to 5, 13, 15, 16). */
import { refusal } from '../kernel/rejection'
import { type Json } from '../kernel/primitives'
import { type MinutesExplanation } from './events'

/** A meeting ends after it starts. */
export const EndsBeforeStart = refusal('EndsBeforeStart')<{ readonly startsAt: string }>()

/** A second call is for a later day than the first. */
export const SecondCallNotLater = refusal('SecondCallNotLater')<{ readonly firstStartsAt: string }>()

/** A second call is for a meeting that was held and lacked its quorum: that must be on record. */
export const FirstCallNotClosed = refusal('FirstCallNotClosed', 5)<{
  readonly at: string
  /** Where the first call was then: notOpened, open, adjourned, cancelled. */
  readonly meeting: string
}>()

/** The first call had its quorum at that time, so no second one is called with less. */
export const FirstCallHadQuorum = refusal('FirstCallHadQuorum', 5)<{
  readonly at: string
  readonly present: number
  readonly needed: number
  readonly eligible: number
}>()

/** The meeting was called off. */
export const MeetingIsCancelled = refusal('MeetingIsCancelled')<{ readonly since: string }>()

/** It can be opened, moved or called off only before it opened. */
export const MeetingAlreadyOpened = refusal('MeetingAlreadyOpened')<{ readonly since: string }>()

/** The meeting was over by then. */
export const MeetingIsClosed = refusal('MeetingIsClosed')<{ readonly since: string }>()

/** The minutes tell of a whole meeting. */
export const MeetingNotClosed = refusal('MeetingNotClosed')()

/** Sealed minutes close the meeting's stream. */
export const MeetingSealed = refusal('MeetingSealed', 2)<{ readonly sealedAt: string }>()

/** At the time of the act no sitting was open. */
export const NotAnOpenSitting = refusal('NotAnOpenSitting', 5)<{
  readonly at: string
  /** Where the meeting was then: notOpened, adjourned, closed. */
  readonly meeting: string
}>()

/** A suspended or departed association does not act. */
export const AssociationNotEligible = refusal('AssociationNotEligible', 3)<{ readonly standing: string }>()

/** The mandate is not valid on the date of the act. */
export const MandateOutOfForce = refusal('MandateOutOfForce', 3)<{ readonly date: string }>()

/** A delegate speaks for the association that gave the mandate. */
export const MandateOfAnother = refusal('MandateOfAnother', 4)<{ readonly association: string }>()

/** One of the delegates is the named voter. */
export const VoterNotADelegate = refusal('VoterNotADelegate', 4)<{
  readonly delegates: ReadonlyArray<string>
}>()

/** The association was not there at that time. */
export const NotPresent = refusal('NotPresent', 4)<{ readonly at: string }>()

/** Who is present votes itself. */
export const ProxyGiverPresent = refusal('ProxyGiverPresent', 4)<{ readonly at: string }>()

/** An association gives one proxy. */
export const ProxyAlreadyGiven = refusal('ProxyAlreadyGiven', 4)<{ readonly to: string }>()

/** The charter says how many proxies one association may hold. */
export const ProxyLimitReached = refusal('ProxyLimitReached', 4)<{
  readonly held: number
  readonly perHolder: number
}>()

/** The agenda item had not been called by then. */
export const ItemNotOpen = refusal('ItemNotOpen')<{ readonly at: string }>()

/**
 * The one who declares saw another number of associations present than the record has. `remote`: how many more are
 * there remotely, where the charter counts only those in the room.
 */
export const PresentDiffers = refusal('PresentDiffers', 16)<{
  readonly declared: number
  readonly present: number
  readonly remote?: number
  readonly charter?: number
}>()

/** Fewer are there than a decision needs; `remote` as of PresentDiffers. */
export const QuorumNotReached = refusal('QuorumNotReached', 5)<{
  readonly present: number
  readonly needed: number
  readonly eligible: number
  readonly remote?: number
  readonly charter?: number
}>()

/** More votes than voices: those present and the proxies that they hold. */
export const CountsAbovePresent = refusal('CountsAbovePresent', 5)<{
  readonly counted: number
  readonly present: number
}>()

/** An association that is counted was neither present nor represented by a proxy. */
export const VoterNotPresent = refusal('VoterNotPresent', 5)<{ readonly present: number }>()

/** What the vote was measured by; `base` is a number of voices, the threshold a fraction of it. */
export type Measure = {
  readonly for: number
  readonly against: number
  readonly abstain: number
  readonly base: number
  readonly than: string
  readonly parts: number
  readonly of: number
}

/** The count gives another outcome than the one declared. */
export const OutcomeDiffers = refusal('OutcomeDiffers', 5)<
  Partial<Measure> & { readonly declared: string; readonly computed: ReadonlyArray<string> }
>()

/** A block that the charter counts ended the consensus: it falls back to a vote, or is deferred. */
export const ConsensusIsBroken = refusal('ConsensusIsBroken', 5)<{
  readonly blocks: ReadonlyArray<string>
  readonly fallback: 'vote' | 'defer'
}>()

/** This matter is decided by another method. */
export const MethodNotAllowed = refusal('MethodNotAllowed', 5)<{ readonly allowed: string }>()

/** The word is not one of this roll call. */
export const VoteNotAllowed = refusal('VoteNotAllowed', 5)<{
  readonly association: string
  readonly allowed: ReadonlyArray<string>
}>()

/** A secret ballot names who counted it. */
export const TellersMissing = refusal('TellersMissing', 5)()

/** The votes are equal, and by the charter the chair decides. */
export const ChairVoteMissing = refusal('ChairVoteMissing', 5)<{
  readonly for: number
  readonly against: number
}>()

/** The chair's vote is counted only where the votes are equal and the charter lets the chair decide. */
export const ChairDoesNotDecide = refusal('ChairDoesNotDecide', 5)<{
  readonly for: number
  readonly against: number
}>()

/** Correcting a count may not change its outcome; an outcome is changed by an annulment. */
export const CorrectionChangesOutcome = refusal('CorrectionChangesOutcome', 1)<
  Partial<Measure> & { readonly outcome: string; readonly computed: ReadonlyArray<string> }
>()

/** The decision no longer stands. */
export const DecisionIsAnnulled = refusal('DecisionIsAnnulled', 1)<{ readonly since: string }>()

/** Only an entry of the closed list is taken back; what is decided is corrected or annulled. */
export const EntryNotRetractable = refusal('EntryNotRetractable', 1)()

/** A later entry rests on this one. */
export const EntryIsNamed = refusal('EntryIsNamed', 1)<{ readonly by: ReadonlyArray<string> }>()

/** There are no minutes yet. */
export const MinutesNotDrafted = refusal('MinutesNotDrafted', 15)()

/** Once they have been sent round, minutes change by corrections only. */
export const MinutesAlreadyCirculated = refusal('MinutesAlreadyCirculated', 15)<{ readonly since: string }>()

/** The wording that counts has not been sent round. */
export const MinutesNotCirculated = refusal('MinutesNotCirculated', 15)()

export const MinutesAlreadyApproved = refusal('MinutesAlreadyApproved', 15)<{ readonly since: string }>()

export const MinutesNotApproved = refusal('MinutesNotApproved', 15)()

/** The minutes have other words by now. */
export const MinutesTextDiffers = refusal('MinutesTextDiffers', 16)<{ readonly current: string }>()

/** Minutes are written in the authoritative language. */
export const MinutesLanguageDiffers = refusal('MinutesLanguageDiffers')<{
  readonly authoritative: string
}>()

/** The words cannot be recorded as a text; `problem` is the text model's own tag. */
export const MinutesTextRefused = refusal('MinutesTextRefused')<{ readonly problem: Json }>()

/** Corrections that were proposed wait to be settled. */
export const CorrectionsOpen = refusal('CorrectionsOpen', 15)<{ readonly numbers: ReadonlyArray<number> }>()

/** The correction has been settled. */
export const CorrectionIsSettled = refusal('CorrectionIsSettled', 15)<{ readonly since: string }>()

/** A correction that is accepted is in the minutes: they read otherwise than before. */
export const CorrectionChangesNothing = refusal('CorrectionChangesNothing', 15)<{
  readonly current: string
}>()

/** The charter does not know tacit approval. */
export const NoTacitApproval = refusal('NoTacitApproval', 15)<{ readonly charter: number }>()

/** The charter's days are not over. */
export const TacitApprovalTooEarly = refusal('TacitApprovalTooEarly', 15)<{
  readonly circulatedAt: string
  readonly days: number
}>()

/** Minutes are approved by a later sitting than those they tell of. */
export const ApprovalNotLater = refusal('ApprovalNotLater', 15)<{ readonly closedAt: string }>()

/** Where the minutes say otherwise than the record: each is mended or explained before sealing. */
export const MinutesContradictTheRecord = refusal('MinutesContradictTheRecord', 15)<{
  readonly contradictions: ReadonlyArray<MinutesExplanation['contradiction']>
}>()

export const meetingRejections = {
  EndsBeforeStart,
  SecondCallNotLater,
  FirstCallNotClosed,
  FirstCallHadQuorum,
  MeetingIsCancelled,
  MeetingAlreadyOpened,
  MeetingIsClosed,
  MeetingNotClosed,
  MeetingSealed,
  NotAnOpenSitting,
  AssociationNotEligible,
  MandateOutOfForce,
  MandateOfAnother,
  VoterNotADelegate,
  NotPresent,
  ProxyGiverPresent,
  ProxyAlreadyGiven,
  ProxyLimitReached,
  ItemNotOpen,
  PresentDiffers,
  QuorumNotReached,
  CountsAbovePresent,
  VoterNotPresent,
  OutcomeDiffers,
  ConsensusIsBroken,
  MethodNotAllowed,
  VoteNotAllowed,
  TellersMissing,
  ChairVoteMissing,
  ChairDoesNotDecide,
  CorrectionChangesOutcome,
  DecisionIsAnnulled,
  EntryNotRetractable,
  EntryIsNamed,
  MinutesNotDrafted,
  MinutesAlreadyCirculated,
  MinutesNotCirculated,
  MinutesAlreadyApproved,
  MinutesNotApproved,
  MinutesTextDiffers,
  MinutesLanguageDiffers,
  MinutesTextRefused,
  CorrectionsOpen,
  CorrectionIsSettled,
  CorrectionChangesNothing,
  NoTacitApproval,
  TacitApprovalTooEarly,
  ApprovalNotLater,
  MinutesContradictTheRecord
}
