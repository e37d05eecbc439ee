/** What happens at and around a meeting. Stored for ever: a change needs a new `v`, an upcaster and a golden fixture. */
import type * as t from 'io-ts'
import { AssociationRef, MandateRef } from '../kernel/envelope'
import { type EventOf } from '../kernel/event'
import { Count, Hash, Instant, LocalDate, Localized, Positive, Words, Zone } from '../kernel/primitives'
import { list, oneOf, shape, shapeWith } from '../kernel/shapes'
import { ReferenceRef } from '../process/ids'
import { SubmissionRef } from '../submission/ids'
import { Text } from '../text/text'
import { Method, Motion, Outcome, Proxy, Subject } from './decision'
import { AgendaItemRef, DecisionRef, MeetingRef, MinutesRef } from './ids'

export const Venue = shapeWith({ name: Localized }, { address: Localized })

/** An agenda item as planned; `minutes` is the time planned for it. */
export const AgendaItem = shape({ ref: AgendaItemRef, title: Localized, minutes: Positive })

export const MeetingKind = oneOf('roundTable', 'plenary', 'workshop', 'committee', 'hearing', 'other')

/** What the minutes say as data, so that a contradiction with the record can be found (rule 15). */
export const MinutesClaims = shape({
  attended: list(shape({ association: AssociationRef, delegates: list(MandateRef) })),
  decisions: list(shape({ ref: DecisionRef, outcome: Outcome, method: Method }))
})
export type MinutesClaims = t.TypeOf<typeof MinutesClaims>

/** A contradiction between the minutes and the record; `about` is the decision or the association. */
export const Contradiction = shape({
  kind: oneOf('decisionMissing', 'decisionUnknown', 'countDiffers', 'notPresent', 'presenceMissing'),
  about: Words
})
export type Contradiction = t.TypeOf<typeof Contradiction>

/** Why minutes that say otherwise than the record are sealed all the same (rule 15). */
export const MinutesExplanation = shape({ contradiction: Contradiction, explanation: Words })
export type MinutesExplanation = t.TypeOf<typeof MinutesExplanation>

export const meetingEvents = {
  /** A meeting is called, with its place, its time and its agenda. */
  MeetingScheduled: shapeWith(
    {
      ref: MeetingRef,
      title: Localized,
      kind: MeetingKind,
      venue: Venue,
      startsAt: Instant,
      endsAt: Instant,
      zone: Zone,
      agenda: list(AgendaItem)
    },
    {
      secondCallOf: MeetingRef,
      /** The local date for which the first call was made: the charter's days are counted from it. */
      firstCallOn: LocalDate
    }
  ),
  /** A meeting that has not begun gets another time, and where given another venue or agenda. */
  MeetingRescheduled: shapeWith(
    { startsAt: Instant, endsAt: Instant, reason: Words },
    { venue: Venue, agenda: list(AgendaItem) }
  ),
  /** A meeting does not take place; its invitations and presence end. */
  MeetingCancelled: shape({ reason: Words }),
  /** An association is called to the meeting. */
  AssociationInvited: shape({ association: AssociationRef }),
  /** A sitting is open, under this chair and rapporteur and the charter then in force. */
  MeetingOpened: shape({ chair: MandateRef, rapporteur: MandateRef }),
  /** Another chairs the sitting from here on. */
  ChairHandedOver: shape({ from: MandateRef, to: MandateRef }),
  /** An association is there from this time, by these delegates, one of whom is its voice (rule 4). */
  ArrivalRecorded: shape({
    association: AssociationRef,
    delegates: list(MandateRef),
    voter: MandateRef,
    attending: oneOf('inTheRoom', 'remote')
  }),
  /** An association is there no more from this time. */
  DepartureRecorded: shape({ association: AssociationRef }),
  /** An association that is away lets another vote for it, until it arrives itself. */
  ProxyGiven: Proxy,
  /** The sitting takes up an item of its agenda. */
  AgendaItemOpened: shape({ item: AgendaItemRef }),
  /** What was said about an item, in a few words, who spoke, and about what. */
  ItemDiscussed: shape({
    item: AgendaItemRef,
    summary: Words,
    speakers: list(AssociationRef),
    submissions: list(SubmissionRef),
    references: list(ReferenceRef)
  }),
  /** The meeting decided: the motion, the count, who was there; its effects follow in the same append. */
  DecisionTaken: shapeWith(
    {
      ref: DecisionRef,
      subject: Subject,
      motion: Motion,
      outcome: Outcome,
      method: Method,
      present: list(AssociationRef),
      proxies: list(Proxy),
      eligible: list(AssociationRef),
      quorumNeeded: Count,
      charter: Count
    },
    { item: AgendaItemRef, reason: Words }
  ),
  /** A count was wrong and is put right; the outcome is the same (rule 1). */
  DecisionCorrected: shape({ decision: DecisionRef, method: Method, reason: Words }),
  /** A decision does not hold; what takes its effects back follows in the same append (rule 1). */
  DecisionAnnulled: shapeWith({ decision: DecisionRef, reason: Words }, { by: DecisionRef }),
  /** The sitting is interrupted; presence ends. */
  MeetingAdjourned: shapeWith({}, { until: Instant, reason: Words }),
  /** An adjourned meeting goes on; who is there is recorded anew. */
  MeetingResumed: shape({}),
  /** The meeting is over; presence and proxies end. */
  MeetingClosed: shape({}),
  /** The minutes are written, whole, with person tokens instead of names, and what they claim as data. */
  MinutesDrafted: shape({ ref: MinutesRef, text: Text, textHash: Hash, claims: MinutesClaims }),
  /** The minutes are sent round; the charter's days for tacit approval begin. */
  MinutesCirculated: shape({ textHash: Hash }),
  /** An association asks that the minutes say something else. */
  MinutesCorrectionProposed: shape({ number: Positive, association: AssociationRef, wording: Words }),
  /** The proposed correction is taken in, and the whole text reads so; or it is printed as a remark. */
  MinutesCorrectionSettled: shapeWith(
    {
      number: Positive,
      outcome: oneOf('accepted', 'refused'),
      text: Text,
      textHash: Hash,
      claims: MinutesClaims
    },
    { reason: Words }
  ),
  /** A later sitting approved these words, or nobody objected within the charter's days (rule 15). */
  MinutesApproved: shapeWith({ textHash: Hash, how: oneOf('decision', 'tacit') }, { decision: DecisionRef }),
  /** The minutes are final; the meeting's stream is closed (rules 2 and 15). */
  MinutesSealed: shape({
    textHash: Hash,
    explanations: list(MinutesExplanation)
  })
}
export type MeetingEvent = EventOf<typeof meetingEvents>
