/** Who comes, who goes, who lets another vote for it: judged as at the time of the entry (rules 3 and 4). */
import { type Rejection } from '../kernel/rejection'
import { type Coalition } from '../process/coalition'
import { type CharterTerms } from '../process/charter'
import { attendanceAt, attendanceBefore, delegationAt } from './attendance'
import { meetingStream } from './ids'
import { firstOf, namedTwice } from '../kernel/objection'
import {
  associationRefused,
  type Asked,
  closedRefused,
  mandateRefused,
  type MeetingDecision,
  meetingRefused,
  unless
} from './preconditions'
import {
  MandateOfAnother,
  NotPresent,
  ProxyAlreadyGiven,
  ProxyGiverPresent,
  ProxyLimitReached,
  VoterNotADelegate
} from './rejections'
import { sittingAt } from './sittings'
import { type MeetingState } from './state'

/** An association comes, or its delegation changes: the entry names the whole delegation and its voter. */
export const recordArrival = (
  command: Asked<'RecordArrival'>,
  coalition: Coalition,
  state: MeetingState
): MeetingDecision => {
  const { meeting, ...arrival } = command.payload
  return unless(
    meetingRefused(state, command) ??
      closedRefused(state, command.occurredAt) ??
      associationRefused(coalition, 'payload.association', arrival.association) ??
      delegationRefused(command.payload, coalition),
    () =>
      isThere(command, state)
        ? []
        : [
            {
              type: 'ArrivalRecorded',
              stream: meetingStream(command.process, meeting),
              data: arrival
            }
          ]
  )
}

const delegationRefused = (
  { association, delegates, voter }: Asked<'RecordArrival'>['payload'],
  coalition: Coalition
): Rejection | undefined => {
  const field = 'payload.delegates'
  if (!delegates.includes(voter)) return VoterNotADelegate('payload.voter', voter, { delegates })
  return (
    namedTwice(field, delegates) ??
    firstOf(
      delegates,
      delegate =>
        mandateRefused(coalition, field, delegate) ??
        (coalition.mandate(delegate)?.association === association
          ? undefined
          : MandateOfAnother(field, delegate, { association }))
    )
  )
}

/** The same delegation, in the same way, is already there. */
const isThere = ({ occurredAt, payload }: Asked<'RecordArrival'>, state: MeetingState): boolean => {
  const there = delegationAt(state, { at: occurredAt }, payload.association)
  return (
    there !== undefined &&
    there.voter === payload.voter &&
    there.attending === payload.attending &&
    there.delegates.length === payload.delegates.length &&
    payload.delegates.every(delegate => there.delegates.includes(delegate))
  )
}

/** An association that was there leaves. */
export const recordDeparture = (
  command: Asked<'RecordDeparture'>,
  coalition: Coalition,
  state: MeetingState
): MeetingDecision => {
  const { meeting, association } = command.payload
  return unless(
    meetingRefused(state, command) ?? associationKnown(coalition, association) ?? awayRefused(command, state),
    () => [
      {
        type: 'DepartureRecorded',
        stream: meetingStream(command.process, meeting),
        data: { association }
      }
    ]
  )
}

/** Also one that was suspended meanwhile may leave. */
const associationKnown = (
  coalition: Coalition,
  association: Asked<'RecordDeparture'>['payload']['association']
): Rejection | undefined =>
  coalition.standing(association) === undefined
    ? associationRefused(coalition, 'payload.association', association)
    : undefined

const awayRefused = (
  { occurredAt, payload }: Asked<'RecordDeparture'>,
  state: MeetingState
): Rejection | undefined =>
  attendanceBefore(state, occurredAt).present.some(({ association }) => association === payload.association)
    ? undefined
    : NotPresent('payload.association', payload.association, { at: occurredAt })

/** An association that is away lets one that is present vote for it, as far as the charter allows. */
export const giveProxy = (
  command: Asked<'GiveProxy'>,
  coalition: Coalition,
  state: MeetingState
): MeetingDecision => {
  const { meeting, from, to } = command.payload
  const attendance = attendanceAt(state, { at: command.occurredAt })
  const given = attendance.proxies.find(proxy => proxy.from === from)
  return unless(
    meetingRefused(state, command) ??
      closedRefused(state, command.occurredAt) ??
      associationRefused(coalition, 'payload.from', from) ??
      associationRefused(coalition, 'payload.to', to) ??
      presenceRefused(command, attendance) ??
      (given?.to === to
        ? undefined
        : proxiesRefused(command, attendance, termsAt(command, coalition, state))),
    () =>
      given?.to === to
        ? []
        : [{ type: 'ProxyGiven', stream: meetingStream(command.process, meeting), data: { from, to } }]
  )
}

type Room = ReturnType<typeof attendanceAt>

const presenceRefused = ({ occurredAt, payload }: Asked<'GiveProxy'>, room: Room): Rejection | undefined => {
  const there = room.present.map(({ association }) => association)
  if (there.includes(payload.from)) return ProxyGiverPresent('payload.from', payload.from, { at: occurredAt })
  return there.includes(payload.to) ? undefined : NotPresent('payload.to', payload.to, { at: occurredAt })
}

const proxiesRefused = (
  { payload: { from, to } }: Asked<'GiveProxy'>,
  { proxies }: Room,
  { proxies: { perHolder } }: CharterTerms
): Rejection | undefined => {
  const given = proxies.find(proxy => proxy.from === from)
  if (given !== undefined) return ProxyAlreadyGiven('payload.from', from, { to: given.to })
  const held = proxies.filter(proxy => proxy.to === to).length
  return held < perHolder ? undefined : ProxyLimitReached('payload.to', to, { held, perHolder })
}

/** A charter adopted in an open sitting does not change that sitting. */
const termsAt = (
  { occurredAt }: Asked<'GiveProxy'>,
  coalition: Coalition,
  state: MeetingState
): CharterTerms => {
  const sitting = sittingAt(state, { at: occurredAt })
  return sitting === undefined ? coalition.charter.terms : coalition.asAt(sitting.since).charter.terms
}
