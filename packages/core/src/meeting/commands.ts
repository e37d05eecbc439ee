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
  RescheduleMeeting: shapeWith(
    { meeting: MeetingRef, startsAt: Instant, endsAt: Instant, reason: Words },
    { venue: Venue, agenda: list(PlannedItem) }
  ),
  CancelMeeting: shape({ meeting: MeetingRef, reason: Words }),
  InviteAssociations: shape({ meeting: MeetingRef, associations: list(AssociationRef) }),
  OpenMeeting: shape({ meeting: MeetingRef, chair: MandateRef, rapporteur: MandateRef }),
  HandOverChair: shape({ meeting: MeetingRef, to: MandateRef }),
  RecordArrival: shape({
    meeting: MeetingRef,
    association: AssociationRef,
    delegates: list(MandateRef),
    voter: MandateRef,
    attending: oneOf('inTheRoom', 'remote')
  }),
  RecordDeparture: shape({ meeting: MeetingRef, association: AssociationRef }),
  GiveProxy: shape({ meeting: MeetingRef, from: AssociationRef, to: AssociationRef }),
  OpenAgendaItem: shape({ meeting: MeetingRef, item: AgendaItemRef }),
  DiscussItem: shape({
    meeting: MeetingRef,
    item: AgendaItemRef,
    summary: Words,
    speakers: list(AssociationRef),
    submissions: list(SubmissionRef),
    references: list(ReferenceRef)
  }),
  CorrectDecision: shape({ meeting: MeetingRef, decision: DecisionRef, method: Method, reason: Words }),
  AdjournMeeting: shapeWith({ meeting: MeetingRef }, { until: Instant, reason: Words }),
  ResumeMeeting: shape({ meeting: MeetingRef }),
  CloseMeeting: shape({ meeting: MeetingRef }),
  DraftMinutes: shape({ meeting: MeetingRef, text: NewText, claims: MinutesClaims }),
  CirculateMinutes: shape({ meeting: MeetingRef }),
  ProposeMinutesCorrection: shape({ meeting: MeetingRef, number: Positive, wording: Words }),
  /** Accepted: the whole text as it reads now. Refused: the text stays, and the remark is printed with it. */
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
  /** No correction came within the charter's days. */
  ApproveMinutesTacitly: shape({ meeting: MeetingRef }),
  SealMinutes: shape({
    meeting: MeetingRef,
    explanations: list(MinutesExplanation)
  })
}
export type MeetingCommand = CommandOf<typeof meetingCommands>
