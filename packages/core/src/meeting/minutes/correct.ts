/** Corrections that associations propose, and how the meeting's table settles them (rule 15). */
import { canonicalText } from '../../kernel/canonical'
import { type Rejection } from '../../kernel/rejection'
import { NumberNotNext, ReferenceUnknown } from '../../kernel/rejections'
import { type Coalition } from '../../process/coalition'
import { textHash } from '../../text/text-hash'
import { meetingStream } from '../ids'
import { nextCorrection } from '../numbers'
import { precedes } from '../../kernel/objection'
import { type Asked, type MeetingDecision, meetingRefused, unless } from '../preconditions'
import { CorrectionChangesNothing, CorrectionIsSettled, MinutesTextDiffers } from '../rejections'
import { type MeetingState } from '../state'
import { approvedAlready, notCirculated } from './steps'
import { recordedText, textRefused } from './text'

/** An association says what the minutes should say. The actor is the association that proposes. */
export const proposeMinutesCorrection = (
  command: Asked<'ProposeMinutesCorrection'>,
  state: MeetingState
): MeetingDecision => {
  const { actor, payload, process, occurredAt } = command
  const { meeting, number, wording } = payload
  return unless(
    meetingRefused(state, command) ??
      notCirculated(state.minutes, meeting, occurredAt) ??
      approvedAlready(state.minutes, meeting) ??
      numberRefused(command, state),
    () =>
      actor.as === 'association'
        ? [
            {
              type: 'MinutesCorrectionProposed',
              stream: meetingStream(process, meeting),
              data: { number, association: actor.association, wording }
            }
          ]
        : []
  )
}

const numberRefused = (
  { payload }: Asked<'ProposeMinutesCorrection'>,
  state: MeetingState
): Rejection | undefined => {
  const next = nextCorrection(state)
  return payload.number === next
    ? undefined
    : NumberNotNext('payload.number', payload.number, { next: `${next}` })
}

/** Accepted: the minutes read as given from now on, otherwise than before. Refused: the words stay, and the remark is printed with them. */
export const settleMinutesCorrection = (
  command: Asked<'SettleMinutesCorrection'>,
  coalition: Coalition,
  state: MeetingState
): MeetingDecision => {
  const { meeting, text, ...settlement } = command.payload
  return unless(
    meetingRefused(state, command) ??
      approvedAlready(state.minutes, meeting) ??
      correctionRefused(command, state) ??
      textRefused(text, coalition) ??
      wordsRefused(command, state),
    () => [
      {
        type: 'MinutesCorrectionSettled',
        stream: meetingStream(command.process, meeting),
        ...causeOf(command, state),
        data: { ...settlement, ...recordedText(text) }
      }
    ]
  )
}

const proposalOf = ({ payload }: Asked<'SettleMinutesCorrection'>, state: MeetingState) =>
  state.minutes?.corrections.find(({ number }) => number === payload.number)

const causeOf = (command: Asked<'SettleMinutesCorrection'>, state: MeetingState) => {
  const proposal = proposalOf(command, state)
  return proposal === undefined ? {} : { cause: proposal.event }
}

const correctionRefused = (
  command: Asked<'SettleMinutesCorrection'>,
  state: MeetingState
): Rejection | undefined => {
  const field = 'payload.number'
  const { number } = command.payload
  const proposal = proposalOf(command, state)
  if (proposal === undefined) return ReferenceUnknown(field, number, { kind: 'minutesCorrection' })
  return proposal.settled === undefined
    ? precedes(command.occurredAt, `${number}`, proposal.at)
    : CorrectionIsSettled(field, number, { since: proposal.settled.at })
}

/** A refused correction changes no word; an accepted one is in the minutes. */
const wordsRefused = (
  { payload: { text, claims, outcome } }: Asked<'SettleMinutesCorrection'>,
  { minutes }: MeetingState
): Rejection | undefined => {
  if (minutes === undefined) return undefined
  const given = textHash(text)
  const { current } = minutes
  const same = given === current.textHash
  if (outcome === 'refused')
    return same ? undefined : MinutesTextDiffers('payload.text', given, { current: current.textHash })
  return same && canonicalText(claims) === canonicalText(current.claims)
    ? CorrectionChangesNothing('payload.text', given, { current: current.textHash })
    : undefined
}
