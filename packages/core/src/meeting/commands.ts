/** What can be asked at and around a meeting. Payloads are recorded: a change needs a new `v` and a golden fixture. */
import { type CommandOf } from '../kernel/command'
import { AssociationRef, MandateRef } from '../kernel/envelope'
import { Instant, Localized, Positive, Words, Zone } from '../kernel/primitives'
import { list, oneOf, shape, shapeWith } from '../kernel/shapes'
import { ReferenceRef } from '../process/ids'
import { SubmissionRef } from '../submission/ids'
import { NewText } from '../text/text'
import { Method } from './decision'
import { MeetingKind, MinutesClaims, MinutesExplanation, Venue } from './events'
import { AgendaItemRef, DecisionRef, MeetingRef } from './ids'

/** An agenda item as planned; its reference follows from its place (`M1.1`, `M1.2`, …). */
const PlannedItem = shape({ title: Localized, minutes: Positive })

export const meetingCommands = {
  /** Calls a meeting. */
  ScheduleMeeting: shapeWith(
    {
      ref: MeetingRef,
      title: Localized,
      kind: MeetingKind,
      venue: Venue,
      startsAt: Instant,
      endsAt: Instant,
      zone: Zone,
      agenda: list(PlannedItem)
    },
    { secondCallOf: MeetingRef }
  ),
  /** Moves a meeting that has not begun. */
  RescheduleMeeting: shapeWith(
    { meeting: MeetingRef, startsAt: Instant, endsAt: Instant, reason: Words },
    { venue: Venue, agenda: list(PlannedItem) }
  ),
  /** Says that a meeting does not take place. */
  CancelMeeting: shape({ meeting: MeetingRef, reason: Words }),
  /** Calls associations to a meeting; who is invited already stays so. */
  InviteAssociations: shape({ meeting: MeetingRef, associations: list(AssociationRef) }),
  /** Opens a sitting. */
  OpenMeeting: shape({ meeting: MeetingRef, chair: MandateRef, rapporteur: MandateRef }),
  /** Lets another chair the sitting. */
  HandOverChair: shape({ meeting: MeetingRef, to: MandateRef }),
  /** Says that an association is there, by whom, and who is its voice. */
  RecordArrival: shape({
    meeting: MeetingRef,
    association: AssociationRef,
    delegates: list(MandateRef),
    voter: MandateRef,
    attending: oneOf('inTheRoom', 'remote')
  }),
  /** Says that an association is there no more. */
  RecordDeparture: shape({ meeting: MeetingRef, association: AssociationRef }),
  /** Lets an association vote for one that is away. */
  GiveProxy: shape({ meeting: MeetingRef, from: AssociationRef, to: AssociationRef }),
  /** Takes up an item of the agenda. */
  OpenAgendaItem: shape({ meeting: MeetingRef, item: AgendaItemRef }),
  /** Says in a few words what was said about an item. */
  DiscussItem: shape({
    meeting: MeetingRef,
    item: AgendaItemRef,
    summary: Words,
    speakers: list(AssociationRef),
    submissions: list(SubmissionRef),
    references: list(ReferenceRef)
  }),
  /** Puts a wrong count right where the outcome is the same (rule 1). */
  CorrectDecision: shape({ meeting: MeetingRef, decision: DecisionRef, method: Method, reason: Words }),
  /** Interrupts the sitting. */
  AdjournMeeting: shapeWith({ meeting: MeetingRef }, { until: Instant, reason: Words }),
  /** Goes on with an adjourned meeting. */
  ResumeMeeting: shape({ meeting: MeetingRef }),
  /** Ends the meeting. */
  CloseMeeting: shape({ meeting: MeetingRef }),
  /** Writes the minutes; left out, intake makes the text and its claims from the record. */
  DraftMinutes: shape({ meeting: MeetingRef, text: NewText, claims: MinutesClaims }),
  /** Sends the minutes round. */
  CirculateMinutes: shape({ meeting: MeetingRef }),
  /** Asks that the minutes say something else. */
  ProposeMinutesCorrection: shape({ meeting: MeetingRef, number: Positive, wording: Words }),
  /**
   * Settles a proposed correction. Accepted: the whole text as it reads now. Refused: the text stays, and the remark
   * is printed with it.
   */
  SettleMinutesCorrection: shapeWith(
    {
      meeting: MeetingRef,
      number: Positive,
      outcome: oneOf('accepted', 'refused'),
      text: NewText,
      claims: MinutesClaims
    },
    { reason: Words }
  ),
  /** Approves minutes to which no correction came within the charter's days. */
  ApproveMinutesTacitly: shape({ meeting: MeetingRef }),
  /** Makes the minutes final, with an explanation of each contradiction that stays (rule 15). */
  SealMinutes: shape({
    meeting: MeetingRef,
    explanations: list(MinutesExplanation)
  })
}
export type MeetingCommand = CommandOf<typeof meetingCommands>
