/** The first wordings of the minutes, and sending them round. */
import { canonicalText } from '../../kernel/canonical'
import { type Coalition } from '../../process/coalition'
import { meetingStream } from '../ids'
import { minutesRef } from '../numbers'
import { type Asked, type MeetingDecision, meetingRefused, unless } from '../preconditions'
import { type MeetingState, type MinutesText } from '../state'
import { approvedAlready, circulatedAlready, notClosed, notDrafted } from './steps'
import { recordedText, textRefused } from './text'

/** A wording, as long as none has been sent round. Only a meeting that is over has minutes. */
export const recordDraft = (
  command: Asked<'DraftMinutes'>,
  coalition: Coalition,
  state: MeetingState
): MeetingDecision => {
  const { meeting, text, claims } = command.payload
  const drafted = { ...recordedText(text), claims }
  return unless(
    meetingRefused(state, command) ??
      notClosed(state, meeting, command.occurredAt) ??
      circulatedAlready(state.minutes, meeting) ??
      textRefused(text, coalition),
    () =>
      state.minutes !== undefined && isSame(state.minutes.current, drafted)
        ? []
        : [
            {
              type: 'MinutesDrafted',
              stream: meetingStream(command.process, meeting),
              data: { ref: minutesRef(meeting), ...drafted }
            }
          ]
  )
}

const isSame = (a: MinutesText, b: MinutesText): boolean =>
  a.textHash === b.textHash && canonicalText(a.claims) === canonicalText(b.claims)

/** Sends round the wording that counts; again after a correction changed it. */
export const circulateMinutes = (
  command: Asked<'CirculateMinutes'>,
  state: MeetingState
): MeetingDecision => {
  const { meeting } = command.payload
  const textHash = state.minutes?.current.textHash
  return unless(
    meetingRefused(state, command) ??
      notDrafted(state.minutes, meeting, command.occurredAt) ??
      approvedAlready(state.minutes, meeting),
    () =>
      textHash === undefined || state.minutes?.circulated.at(-1)?.textHash === textHash
        ? []
        : [
            {
              type: 'MinutesCirculated',
              stream: meetingStream(command.process, meeting),
              data: { textHash }
            }
          ]
  )
}
