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
  MeetingRescheduled: shapeWith(
    { startsAt: Instant, endsAt: Instant, reason: Words },
    { venue: Venue, agenda: list(AgendaItem) }
  ),
  MeetingCancelled: shape({ reason: Words }),
  AssociationInvited: shape({ association: AssociationRef }),
  MeetingOpened: shape({ chair: MandateRef, rapporteur: MandateRef }),
  ChairHandedOver: shape({ from: MandateRef, to: MandateRef }),
  ArrivalRecorded: shape({
    association: AssociationRef,
    delegates: list(MandateRef),
    voter: MandateRef,
    attending: oneOf('inTheRoom', 'remote')
  }),
  DepartureRecorded: shape({ association: AssociationRef }),
  ProxyGiven: Proxy,
  AgendaItemOpened: shape({ item: AgendaItemRef }),
  ItemDiscussed: shape({
    item: AgendaItemRef,
    summary: Words,
    speakers: list(AssociationRef),
    submissions: list(SubmissionRef),
    references: list(ReferenceRef)
  }),
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
  DecisionCorrected: shape({ decision: DecisionRef, method: Method, reason: Words }),
  DecisionAnnulled: shapeWith({ decision: DecisionRef, reason: Words }, { by: DecisionRef }),
  MeetingAdjourned: shapeWith({}, { until: Instant, reason: Words }),
  MeetingResumed: shape({}),
  MeetingClosed: shape({}),
  MinutesDrafted: shape({ ref: MinutesRef, text: Text, textHash: Hash, claims: MinutesClaims }),
  MinutesCirculated: shape({ textHash: Hash }),
  MinutesCorrectionProposed: shape({ number: Positive, association: AssociationRef, wording: Words }),
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
  MinutesApproved: shapeWith({ textHash: Hash, how: oneOf('decision', 'tacit') }, { decision: DecisionRef }),
  MinutesSealed: shape({
    textHash: Hash,
    explanations: list(MinutesExplanation)
  })
}
export type MeetingEvent = EventOf<typeof meetingEvents>
