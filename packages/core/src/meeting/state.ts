/**
 * A meeting as it is on record. Attendance and the sittings are dated facts, kept as entries by event id and read as at
 * an instant (rule 2); nothing that a view shows is dropped. Plain JSON: it is kept in the view store as it stands.
 */
import type * as t from 'io-ts'
import { type AssociationRef, type MandateRef } from '../kernel/envelope'
import {
  type Count,
  type EventId,
  type Hash,
  type Instant,
  type LocalDate,
  type Localized,
  type Positive,
  type UtcInstant,
  type Words,
  type Zone
} from '../kernel/primitives'
import { type ReferenceRef } from '../process/ids'
import { type SubmissionRef } from '../submission/ids'
import { type Text } from '../text/text'
import { type Method, type Motion, type Outcome, type Proxy, type Subject } from './decision'
import {
  type AgendaItem,
  type MeetingKind,
  type MinutesClaims,
  type MinutesExplanation,
  type Venue
} from './events'
import { type AgendaItemRef, type DecisionRef, type MeetingRef, type MinutesRef } from './ids'

/** A fact with its two times; `version` is its place in the meeting's stream, the order of recording. */
export interface Dated {
  readonly event: EventId
  readonly at: Instant
  readonly recordedAt: UtcInstant
  readonly version: number
}

/** A fact of the closed list of entries that may be taken back: it stays visible, struck through. */
export interface Retractable extends Dated {
  /** Who typed it, and so may take it back. */
  readonly recordedBy: MandateRef
  readonly retracted?: Dated & { readonly reason: Words }
}

/** What was called for: the schedule as it reads now, with what moved it. */
export interface Schedule extends Dated {
  readonly ref: MeetingRef
  readonly title: Localized
  readonly kind: t.TypeOf<typeof MeetingKind>
  readonly venue: t.TypeOf<typeof Venue>
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly zone: Zone
  readonly secondCallOf?: MeetingRef
  /** The local date of the first call, where this is a second one. */
  readonly firstCallOn?: LocalDate
  readonly moved: ReadonlyArray<
    Dated & {
      readonly from: { readonly startsAt: Instant; readonly endsAt: Instant }
      readonly reason: Words
    }
  >
}

export type Invitation = Dated & { readonly association: AssociationRef }

/** What opens and ends a sitting, and who leads it. Cancelling stands here too: it ends all presence. */
export type SittingEntry = Dated &
  (
    | { readonly kind: 'opened'; readonly chair: MandateRef; readonly rapporteur: MandateRef }
    | { readonly kind: 'handedOver'; readonly from: MandateRef; readonly to: MandateRef }
    | { readonly kind: 'adjourned'; readonly until?: Instant; readonly reason?: Words }
    | { readonly kind: 'resumed' }
    | { readonly kind: 'closed' }
    | { readonly kind: 'cancelled'; readonly reason: Words }
  )

/** Who came, who left, who lets another vote for it. An arrival names the whole delegation from then on. */
export type AttendanceEntry = Retractable &
  (
    | {
        readonly kind: 'arrival'
        readonly association: AssociationRef
        readonly delegates: ReadonlyArray<MandateRef>
        readonly voter: MandateRef
        readonly attending: 'inTheRoom' | 'remote'
      }
    | { readonly kind: 'departure'; readonly association: AssociationRef }
    | { readonly kind: 'proxy'; readonly from: AssociationRef; readonly to: AssociationRef }
  )

/** An item of the agenda as it reads now; `opened` is each time that it was called. */
export type AgendaEntry = t.TypeOf<typeof AgendaItem> & {
  readonly opened: ReadonlyArray<Dated>
  /** No longer planned: a later schedule left it out. Its number is not used again. */
  readonly dropped?: true
}

export type Discussion = Retractable & {
  readonly item: AgendaItemRef
  readonly summary: Words
  readonly speakers: ReadonlyArray<AssociationRef>
  readonly submissions: ReadonlyArray<SubmissionRef>
  readonly references: ReadonlyArray<ReferenceRef>
}

/** A decision as it was taken, with what was said of it later. The last correction is the method that counts now. */
export interface DecisionEntry extends Dated {
  readonly ref: DecisionRef
  readonly subject: Subject
  readonly motion: Motion
  readonly outcome: Outcome
  readonly method: Method
  readonly present: ReadonlyArray<AssociationRef>
  readonly proxies: ReadonlyArray<Proxy>
  readonly eligible: ReadonlyArray<AssociationRef>
  readonly quorumNeeded: Count
  readonly charter: Count
  readonly item?: AgendaItemRef
  readonly reason?: Words
  readonly corrections: ReadonlyArray<Dated & { readonly method: Method; readonly reason: Words }>
  /** Of the last correction where there is one. */
  readonly methodNow: Method
  /** Where it was annulled in this meeting's own stream; an annulment by a later meeting stands in that one's. */
  readonly annulled?: Annulment
}

/** A decision of this or an earlier meeting taken back here; `by` is absent for a clerical error. */
export type Annulment = Dated & {
  readonly decision: DecisionRef
  readonly reason: Words
  readonly by?: DecisionRef
}

/** A wording of the minutes: a draft, or what a settled correction made of it. */
export interface MinutesText {
  readonly text: Text
  readonly textHash: Hash
  readonly claims: MinutesClaims
}

export type MinutesCorrection = Dated & {
  readonly number: Positive
  readonly association: AssociationRef
  readonly wording: Words
  /** A refused correction is printed as that association's remark (rule 15). */
  readonly settled?: Dated & { readonly outcome: 'accepted' | 'refused'; readonly reason?: Words }
}

export interface MinutesState {
  readonly ref: MinutesRef
  /** Every wording in the order of recording; the last is the one that counts. */
  readonly texts: ReadonlyArray<Dated & MinutesText>
  readonly current: MinutesText
  readonly circulated: ReadonlyArray<Dated & { readonly textHash: Hash }>
  readonly corrections: ReadonlyArray<MinutesCorrection>
  readonly approved?: Dated & {
    readonly textHash: Hash
    readonly how: 'decision' | 'tacit'
    readonly decision?: DecisionRef
  }
  readonly sealed?: Dated & {
    readonly textHash: Hash
    readonly explanations: ReadonlyArray<MinutesExplanation>
  }
}

export interface MeetingState {
  /** Absent before it is scheduled. */
  readonly schedule?: Schedule
  readonly invitations: ReadonlyArray<Invitation>
  readonly sittings: ReadonlyArray<SittingEntry>
  readonly attendance: ReadonlyArray<AttendanceEntry>
  readonly agenda: ReadonlyArray<AgendaEntry>
  readonly discussions: ReadonlyArray<Discussion>
  readonly decisions: ReadonlyArray<DecisionEntry>
  /** What was annulled here, also decisions of earlier meetings. */
  readonly annulments: ReadonlyArray<Annulment>
  readonly minutes?: MinutesState
}

export const initialMeetingState: MeetingState = {
  invitations: [],
  sittings: [],
  attendance: [],
  agenda: [],
  discussions: [],
  decisions: [],
  annulments: []
}
