/** The seal: what was approved, with every contradiction to the record mended or explained (rule 15). */
import { type Rejection } from '../../kernel/rejection'
import { ReferenceUnknown } from '../../kernel/rejections'
import { type Contradiction } from '../events'
import { meetingStream } from '../ids'
import { firstOf } from '../../kernel/objection'
import { type Asked, type MeetingDecision, meetingRefused, unless } from '../preconditions'
import { MinutesContradictTheRecord } from '../rejections'
import { type MeetingState } from '../state'
import { contradictions } from './contradictions'
import { notApproved } from './steps'

/** Closes the meeting's stream; it repeats the hash of the approved text. */
export const sealMinutes = (command: Asked<'SealMinutes'>, state: MeetingState): MeetingDecision => {
  const { meeting, explanations } = command.payload
  const textHash = state.minutes?.approved?.textHash
  return unless(
    meetingRefused(state, command) ??
      notApproved(state.minutes, meeting, command.occurredAt) ??
      contradictionsRefused(command, state),
    () =>
      textHash === undefined
        ? []
        : [
            {
              type: 'MinutesSealed',
              stream: meetingStream(command.process, meeting),
              data: { textHash, explanations }
            }
          ]
  )
}

const contradictionsRefused = (
  { payload: { meeting, explanations } }: Asked<'SealMinutes'>,
  state: MeetingState
): Rejection | undefined => {
  const found = state.minutes === undefined ? [] : contradictions(state.minutes.current.claims, state)
  const explained = explanations.map(({ contradiction }) => contradiction)
  const open = found.filter(contradiction => !contains(explained, contradiction))
  const imagined = firstOf(explained, contradiction =>
    contains(found, contradiction)
      ? undefined
      : ReferenceUnknown('payload.explanations', contradiction.about, { kind: 'contradiction' })
  )
  return open.length === 0
    ? imagined
    : MinutesContradictTheRecord('payload.meeting', meeting, { contradictions: open })
}

const contains = (list: ReadonlyArray<Contradiction>, { kind, about }: Contradiction): boolean =>
  list.some(other => other.kind === kind && other.about === about)
