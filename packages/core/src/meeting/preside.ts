/** Opening a meeting, leading it, pausing and closing it. */
import { type Rejection } from '../kernel/rejection'
import { millis } from '../kernel/primitives'
import { type Coalition } from '../process/coalition'
import { meetingStream } from './ids'
import {
  type Asked,
  closedRefused,
  mandateRefused,
  type MeetingDecision,
  meetingRefused,
  sittingRefused,
  unless
} from './preconditions'
import { MeetingAlreadyOpened, MeetingIsClosed, NotAnOpenSitting } from './rejections'
import { entryOf, phaseAt, sittingAt } from './sittings'
import { type MeetingState } from './state'

/** Opens the meeting, once. Chair and rapporteur hold any mandate valid then (rule 3). */
export const openMeeting = (
  command: Asked<'OpenMeeting'>,
  coalition: Coalition,
  state: MeetingState
): MeetingDecision => {
  const { meeting, chair, rapporteur } = command.payload
  if (isOpenedSo(command, state)) return unless(meetingRefused(state, command), () => [])
  return unless(
    meetingRefused(state, command) ??
      openedRefused(command, state) ??
      mandateRefused(coalition, 'payload.chair', chair) ??
      mandateRefused(coalition, 'payload.rapporteur', rapporteur),
    () => [
      {
        type: 'MeetingOpened',
        stream: meetingStream(command.process, meeting),
        data: { chair, rapporteur }
      }
    ]
  )
}

const isOpenedSo = ({ occurredAt, payload }: Asked<'OpenMeeting'>, state: MeetingState): boolean =>
  state.sittings.some(
    entry =>
      entry.kind === 'opened' &&
      millis(entry.at) === millis(occurredAt) &&
      entry.chair === payload.chair &&
      entry.rapporteur === payload.rapporteur
  )

const openedRefused = ({ payload }: Asked<'OpenMeeting'>, state: MeetingState): Rejection | undefined => {
  const opened = entryOf(state, 'opened')
  return opened === undefined
    ? undefined
    : MeetingAlreadyOpened('payload.meeting', payload.meeting, { since: opened.at })
}

/** Another takes the chair of the open sitting. */
export const handOverChair = (
  command: Asked<'HandOverChair'>,
  coalition: Coalition,
  state: MeetingState
): MeetingDecision => {
  const { meeting, to } = command.payload
  const from = sittingAt(state, { at: command.occurredAt })?.chair
  return unless(
    meetingRefused(state, command) ??
      sittingRefused(state, command.occurredAt) ??
      mandateRefused(coalition, 'payload.to', to),
    () =>
      from === undefined || from === to
        ? []
        : [
            {
              type: 'ChairHandedOver',
              stream: meetingStream(command.process, meeting),
              data: { from, to }
            }
          ]
  )
}

/** Pauses the sitting; it ends all presence (rule 4). */
export const adjournMeeting = (command: Asked<'AdjournMeeting'>, state: MeetingState): MeetingDecision => {
  const { meeting, ...pause } = command.payload
  if (isAlready('adjourned', command, state)) return unless(meetingRefused(state, command), () => [])
  return unless(meetingRefused(state, command) ?? sittingRefused(state, command.occurredAt), () => [
    { type: 'MeetingAdjourned', stream: meetingStream(command.process, meeting), data: pause }
  ])
}

/** A new sitting of an adjourned meeting, under the same chair; attendance is taken anew. */
export const resumeMeeting = (command: Asked<'ResumeMeeting'>, state: MeetingState): MeetingDecision => {
  const { meeting } = command.payload
  if (isAlready('open', command, state)) return unless(meetingRefused(state, command), () => [])
  return unless(meetingRefused(state, command) ?? notAdjourned(command, state), () => [
    { type: 'MeetingResumed', stream: meetingStream(command.process, meeting), data: {} }
  ])
}

const notAdjourned = ({ occurredAt }: Asked<'ResumeMeeting'>, state: MeetingState): Rejection | undefined => {
  const meeting = phaseAt(state, { at: occurredAt })
  return meeting === 'notOpened'
    ? NotAnOpenSitting('at', occurredAt, { at: occurredAt, meeting })
    : closedRefused(state, occurredAt)
}

/** Ends the meeting, also an adjourned one; it ends all presence (rule 4). */
export const closeMeeting = (command: Asked<'CloseMeeting'>, state: MeetingState): MeetingDecision => {
  const { meeting } = command.payload
  if (isAlready('closed', command, state)) return unless(meetingRefused(state, command), () => [])
  return unless(meetingRefused(state, command) ?? notCloseable(command, state), () => [
    { type: 'MeetingClosed', stream: meetingStream(command.process, meeting), data: {} }
  ])
}

const notCloseable = ({ occurredAt }: Asked<'CloseMeeting'>, state: MeetingState): Rejection | undefined => {
  const closed = entryOf(state, 'closed')
  if (closed !== undefined) return MeetingIsClosed('at', occurredAt, { since: closed.at })
  return phaseAt(state, { at: occurredAt }) === 'adjourned' ? undefined : sittingRefused(state, occurredAt)
}

const isAlready = (
  phase: ReturnType<typeof phaseAt>,
  { occurredAt }: Asked<'AdjournMeeting' | 'ResumeMeeting' | 'CloseMeeting'>,
  state: MeetingState
): boolean => phaseAt(state, { at: occurredAt }) === phase
