/** Approval of the minutes: by a later sitting's decision, or by silence as the charter says (rule 15). */
import * as E from 'fp-ts/lib/Either'
import { type Decided } from '../../kernel/event'
import { type Hash, type Instant, millis, type ProcessSlug } from '../../kernel/primitives'
import { type Rejection } from '../../kernel/rejection'
import { type Coalition } from '../../process/coalition'
import { type MeetingEvent } from '../events'
import { type DecisionRef, type MeetingRef, meetingStream } from '../ids'
import { type Asked, type MeetingAct, type MeetingDecision, meetingRefused, unless } from '../preconditions'
import {
  ApprovalNotLater,
  MinutesNotCirculated,
  MinutesTextDiffers,
  NoTacitApproval,
  TacitApprovalTooEarly
} from '../rejections'
import { entryOf } from '../sittings'
import { type MeetingState, type MinutesState } from '../state'
import { approvedAlready, correctionsWaiting, notCirculated, notDrafted } from './steps'

type MinutesApproved = Decided<Extract<MeetingEvent, { readonly type: 'MinutesApproved' }>>

export interface ApprovalAsked {
  readonly process: ProcessSlug
  readonly occurredAt: Instant
  /** The meeting that the minutes tell of. */
  readonly meeting: MeetingRef
  /** The decision of the later sitting, and the words that it was taken on. */
  readonly decision: DecisionRef
  readonly textHash?: Hash
}

/**
 * MinutesApproved by a decision, for the append of that decision. `state` is the meeting that the minutes tell of. Left:
 * MinutesNotDrafted, MinutesNotCirculated, MinutesAlreadyApproved, CorrectionsOpen, ApprovalNotLater, MinutesTextDiffers.
 */
export const approveMinutes = (
  asked: ApprovalAsked,
  state: MeetingState
): E.Either<Rejection, MinutesApproved> => {
  const refused =
    earlyRefused(asked, state) ??
    approvalRefused({ occurredAt: asked.occurredAt, payload: asked }, state) ??
    wordsRefused(asked, state)
  return refused === undefined && state.minutes !== undefined
    ? E.right(approvedBy(asked, state.minutes))
    : E.left(refused ?? MinutesNotCirculated('payload.subject.ref', asked.meeting, {}))
}

const approvedBy = (
  { process, meeting, decision }: ApprovalAsked,
  { current }: MinutesState
): MinutesApproved => ({
  type: 'MinutesApproved',
  stream: meetingStream(process, meeting),
  data: { textHash: current.textHash, how: 'decision', decision }
})

const approvalRefused = (act: MeetingAct, state: MeetingState): Rejection | undefined =>
  meetingRefused(state, act) ??
  notDrafted(state.minutes, act.payload.meeting, act.occurredAt) ??
  notCirculated(state.minutes, act.payload.meeting, act.occurredAt) ??
  approvedAlready(state.minutes, act.payload.meeting) ??
  correctionsWaiting(state.minutes, act.payload.meeting)

const earlyRefused = ({ occurredAt, meeting }: ApprovalAsked, state: MeetingState): Rejection | undefined => {
  const closed = entryOf(state, 'closed')
  return closed !== undefined && millis(occurredAt) <= millis(closed.at)
    ? ApprovalNotLater('payload.meeting', meeting, { closedAt: closed.at })
    : undefined
}

const wordsRefused = ({ textHash }: ApprovalAsked, { minutes }: MeetingState): Rejection | undefined =>
  textHash === undefined || minutes === undefined || textHash === minutes.current.textHash
    ? undefined
    : MinutesTextDiffers('payload.subject.textHash', textHash, { current: minutes.current.textHash })

/** Nobody proposed a correction within the charter's days (of 24 hours) after the wording that counts was sent round. */
export const approveMinutesTacitly = (
  command: Asked<'ApproveMinutesTacitly'>,
  coalition: Coalition,
  state: MeetingState
): MeetingDecision => {
  const { meeting } = command.payload
  const textHash = state.minutes?.current.textHash
  return unless(approvalRefused(command, state) ?? silenceRefused(command, coalition, state), () =>
    textHash === undefined
      ? []
      : [
          {
            type: 'MinutesApproved',
            stream: meetingStream(command.process, meeting),
            data: { textHash, how: 'tacit' }
          }
        ]
  )
}

const silenceRefused = (
  { occurredAt, payload: { meeting } }: Asked<'ApproveMinutesTacitly'>,
  { charter }: Coalition,
  { minutes }: MeetingState
): Rejection | undefined => {
  const field = 'payload.meeting'
  const days = charter.terms.minutes?.tacitAfterDays
  const sent = minutes?.circulated.at(-1)
  if (days === undefined) return NoTacitApproval(field, meeting, { charter: charter.version })
  if (sent === undefined || sent.textHash !== minutes?.current.textHash)
    return MinutesNotCirculated(field, meeting, {})
  return millis(occurredAt) < millis(sent.at) + days * DAY
    ? TacitApprovalTooEarly('at', occurredAt, { circulatedAt: sent.at, days })
    : undefined
}

const DAY = 86_400_000
