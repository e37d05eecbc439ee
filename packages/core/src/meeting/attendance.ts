/**
 * Who was there, read from dated entries as at an instant (rules 2 and 4): typing them in another order, late, or
 * taking one back gives the same attendance. Associations are in the order of their numbers.
 */
import { type AssociationRef, type MandateRef } from '../kernel/envelope'
import { type Instant, millis } from '../kernel/primitives'
import { type Proxy } from './decision'
import { type Moment, notLaterThan } from './sittings'
import { type AttendanceEntry, type MeetingState, type SittingEntry } from './state'

/** One association, one voice: its delegates, and the one who votes. */
export interface Delegation {
  readonly association: AssociationRef
  readonly voter: MandateRef
  readonly delegates: ReadonlyArray<MandateRef>
  readonly attending: 'inTheRoom' | 'remote'
  readonly since: Instant
}

export interface Attendance {
  readonly present: ReadonlyArray<Delegation>
  /** Proxies whose giver is away and whose holder is present, in the order of the givers' numbers. */
  readonly proxies: ReadonlyArray<Proxy>
}

/** Who is present at a moment, and for whom else they vote. */
export const attendanceAt = (state: MeetingState, moment: Moment): Attendance =>
  settled(inRoomOrder(factsOf(state).filter(notLaterThan(moment))).reduce(walk, nobody))

/** Who was present just before an instant: what happens at that very instant left out. */
export const attendanceBefore = (state: MeetingState, at: Instant): Attendance =>
  attendanceAt(state, { at, version: 0 })

/** The delegation of an association at a moment; undefined where it is away. */
export const delegationAt = (
  state: MeetingState,
  moment: Moment,
  association: AssociationRef
): Delegation | undefined =>
  attendanceAt(state, moment).present.find(delegation => delegation.association === association)

/** `A9` before `A10`: references compare by their number. */
export const byNumber = (a: AssociationRef, b: AssociationRef): number =>
  Number(a.slice(1)) - Number(b.slice(1))

type Ending = Extract<SittingEntry, { readonly kind: 'adjourned' | 'closed' | 'cancelled' }>
export type AttendanceFact = AttendanceEntry | Ending

/** Entries that were not taken back, and what ends all presence. */
export const factsOf = (state: MeetingState): ReadonlyArray<AttendanceFact> => [
  ...state.attendance.filter(entry => entry.retracted === undefined),
  ...state.sittings.filter(isEnding)
]

const isEnding = (entry: SittingEntry): entry is Ending =>
  entry.kind === 'adjourned' || entry.kind === 'closed' || entry.kind === 'cancelled'

/** At one and the same instant: who leaves, who comes (a new delegation), who gives a proxy, and the end of the sitting. */
const rank: { readonly [K in AttendanceFact['kind']]: number } = {
  departure: 0,
  arrival: 1,
  proxy: 2,
  adjourned: 3,
  closed: 3,
  cancelled: 3
}

/** In the order in which people saw it happen, however it was typed. */
export const inRoomOrder = (facts: ReadonlyArray<AttendanceFact>): ReadonlyArray<AttendanceFact> =>
  facts
    .map(fact => ({ fact, when: millis(fact.at) }))
    .sort(
      (a, b) => a.when - b.when || rank[a.fact.kind] - rank[b.fact.kind] || a.fact.version - b.fact.version
    )
    .map(({ fact }) => fact)

interface Walk {
  readonly present: ReadonlyArray<Delegation>
  readonly given: ReadonlyArray<Proxy>
}

const nobody: Walk = { present: [], given: [] }

const walk = (room: Walk, fact: AttendanceFact): Walk => {
  switch (fact.kind) {
    case 'arrival':
      return {
        present: [...without(room.present, fact.association), delegationOf(fact)],
        given: room.given.filter(proxy => proxy.from !== fact.association)
      }
    case 'departure':
      return { ...room, present: without(room.present, fact.association) }
    case 'proxy':
      return room.present.some(({ association }) => association === fact.from)
        ? room
        : { ...room, given: [...room.given.filter(proxy => proxy.from !== fact.from), proxyOf(fact)] }
    case 'adjourned':
    case 'closed':
    case 'cancelled':
      return nobody
  }
}

const without = (
  present: ReadonlyArray<Delegation>,
  association: AssociationRef
): ReadonlyArray<Delegation> => present.filter(delegation => delegation.association !== association)

/** What an arrival says of who is there from then on. */
export const delegationOf = (arrival: Extract<AttendanceFact, { readonly kind: 'arrival' }>): Delegation => ({
  association: arrival.association,
  voter: arrival.voter,
  delegates: arrival.delegates,
  attending: arrival.attending,
  since: arrival.at
})

const proxyOf = ({ from, to }: Proxy): Proxy => ({ from, to })

const settled = ({ present, given }: Walk): Attendance => ({
  present: [...present].sort((a, b) => byNumber(a.association, b.association)),
  proxies: given
    .filter(proxy => present.some(({ association }) => association === proxy.to))
    .sort((a, b) => byNumber(a.from, b.from))
})

/** Every association that was there at any time, with all delegates who were: what minutes are held against. */
export const everPresent = (
  state: MeetingState
): ReadonlyArray<{ readonly association: AssociationRef; readonly delegates: ReadonlyArray<MandateRef> }> => {
  const arrivals = state.attendance.filter(isLiveArrival)
  const associations = [...new Set(arrivals.map(({ association }) => association))].sort(byNumber)
  return associations.map(association => ({
    association,
    delegates: [
      ...new Set(
        arrivals.filter(entry => entry.association === association).flatMap(entry => entry.delegates)
      )
    ].sort(byMandateNumber)
  }))
}

type Arrival = Extract<AttendanceEntry, { readonly kind: 'arrival' }>

const isLiveArrival = (entry: AttendanceEntry): entry is Arrival =>
  entry.kind === 'arrival' && entry.retracted === undefined

const byMandateNumber = (a: MandateRef, b: MandateRef): number =>
  Number(a.slice(a.indexOf('m') + 1)) - Number(b.slice(b.indexOf('m') + 1))
