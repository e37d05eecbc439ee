/** Entries of a meeting that a later entry speaks against: they stand, and show as contested (rule 2). */
import { type AssociationRef, type MandateRef } from '../kernel/envelope'
import { type EventId } from '../kernel/primitives'
import { type Coalition, wasSo } from '../process/coalition'
import { attendanceAt, attendanceBefore } from './attendance'
import { type Phase, phaseAt, sittingAt } from './sittings'
import {
  type AttendanceEntry,
  type Dated,
  type Discussion,
  type Invitation,
  type MeetingState,
  type SittingEntry
} from './state'

/** What speaks against an entry: that no sitting was open, who was there, and who could be. */
export type AgainstEntry = 'sitting' | 'attendance' | 'standing' | 'mandate'

export interface ContestedEntry {
  readonly event: EventId
  readonly against: ReadonlyArray<AgainstEntry>
}

/** Those that would be refused with what is now known, in no order. `coalition` may be of any time. */
export const contestedEntries = (coalition: Coalition, state: MeetingState): ReadonlyArray<ContestedEntry> =>
  [
    ...judged(state.invitations, one => againstInvitation(one, coalition, state)),
    ...judged(state.sittings, one => againstSitting(one, coalition, state)),
    ...judged(state.attendance.filter(isCounted), one => againstAttendance(one, coalition, state)),
    ...judged(
      state.agenda.flatMap(({ opened }) => opened),
      one => unlessPhase(one, state, 'open')
    ),
    ...judged(state.discussions.filter(isCounted), one => againstDiscussion(one, state))
  ].filter(({ against }) => against.length > 0)

const isCounted = ({ retracted }: { readonly retracted?: unknown }): boolean => retracted === undefined

const judged = <Entry extends Dated>(
  entries: ReadonlyArray<Entry>,
  against: (entry: Entry) => ReadonlyArray<AgainstEntry>
): ReadonlyArray<ContestedEntry> => entries.map(entry => ({ event: entry.event, against: against(entry) }))

const when = (contested: boolean, word: AgainstEntry): ReadonlyArray<AgainstEntry> =>
  contested ? [word] : []

const unlessPhase = (
  entry: Dated,
  state: MeetingState,
  ...allowed: ReadonlyArray<Phase>
): ReadonlyArray<AgainstEntry> => when(!allowed.includes(phaseAt(state, entry)), 'sitting')

/** Until the meeting is closed, also between its sittings. */
const unlessClosed = (entry: Dated, state: MeetingState): ReadonlyArray<AgainstEntry> =>
  when(phaseAt(state, entry) === 'closed', 'sitting')

const unlessRegistered = (
  { at }: Dated,
  coalition: Coalition,
  ...associations: ReadonlyArray<AssociationRef>
): ReadonlyArray<AgainstEntry> =>
  when(
    !associations.every(ref => wasSo(coalition, at, then => then.standing(ref) === 'registered')),
    'standing'
  )

const unlessValid = (
  { at }: Dated,
  coalition: Coalition,
  ...mandates: ReadonlyArray<MandateRef>
): ReadonlyArray<AgainstEntry> =>
  when(!mandates.every(ref => wasSo(coalition, at, then => then.mandate(ref)?.valid === true)), 'mandate')

const againstInvitation = (one: Invitation, coalition: Coalition, state: MeetingState) => [
  ...unlessClosed(one, state),
  ...unlessRegistered(one, coalition, one.association)
]

const againstSitting = (
  one: SittingEntry,
  coalition: Coalition,
  state: MeetingState
): ReadonlyArray<AgainstEntry> => {
  switch (one.kind) {
    case 'opened':
      return unlessValid(one, coalition, one.chair, one.rapporteur)
    case 'handedOver':
      return [...unlessPhase(one, state, 'open'), ...unlessValid(one, coalition, one.to)]
    case 'adjourned':
    case 'resumed':
      return unlessPhase(one, state, 'open', 'adjourned')
    case 'closed':
    case 'cancelled':
      return []
  }
}

const againstAttendance = (
  one: AttendanceEntry,
  coalition: Coalition,
  state: MeetingState
): ReadonlyArray<AgainstEntry> => {
  switch (one.kind) {
    case 'arrival':
      return [
        ...unlessClosed(one, state),
        ...unlessRegistered(one, coalition, one.association),
        ...unlessValid(one, coalition, ...one.delegates)
      ]
    case 'departure':
      return when(!isAmong(attendanceBefore(state, one.at).present, one.association), 'attendance')
    case 'proxy':
      return [
        ...unlessClosed(one, state),
        ...unlessRegistered(one, coalition, one.from, one.to),
        ...when(!canBeGiven(one, coalition, state), 'attendance')
      ]
  }
}

const isAmong = (
  present: ReadonlyArray<{ readonly association: AssociationRef }>,
  ref: AssociationRef
): boolean => present.some(({ association }) => association === ref)

/** The giver is away and has given none, the holder is there and may hold one more. */
const canBeGiven = (
  one: Extract<AttendanceEntry, { readonly kind: 'proxy' }>,
  coalition: Coalition,
  state: MeetingState
): boolean => {
  const { present, proxies } = attendanceAt(state, one)
  const since = sittingAt(state, one)?.since ?? one.at
  const { perHolder } = coalition.asAt(since).charter.terms.proxies
  const others = proxies.filter(({ from }) => from !== one.from)
  return (
    !isAmong(present, one.from) &&
    isAmong(present, one.to) &&
    proxies.every(({ from, to }) => from !== one.from || to === one.to) &&
    others.filter(({ to }) => to === one.to).length < perHolder
  )
}

const againstDiscussion = (one: Discussion, state: MeetingState): ReadonlyArray<AgainstEntry> => {
  const { present } = attendanceAt(state, one)
  return [
    ...unlessPhase(one, state, 'open'),
    ...when(!one.speakers.every(ref => isAmong(present, ref)), 'attendance')
  ]
}
