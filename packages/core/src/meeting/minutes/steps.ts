/** How far the minutes have come: each gives the refusal of an act that does not fit that step, or undefined. */
import { type Instant } from '../../kernel/primitives'
import { type Rejection } from '../../kernel/rejection'
import { type MeetingRef } from '../ids'
import { minutesRef } from '../numbers'
import { precedes } from '../../kernel/objection'
import {
  CorrectionsOpen,
  MeetingNotClosed,
  MinutesAlreadyApproved,
  MinutesAlreadyCirculated,
  MinutesNotApproved,
  MinutesNotCirculated,
  MinutesNotDrafted
} from '../rejections'
import { phaseAt } from '../sittings'
import { type MeetingState, type MinutesState } from '../state'

const field = 'payload.meeting'

/** The meeting was over by then. */
export const notClosed = (state: MeetingState, meeting: MeetingRef, at: Instant): Rejection | undefined =>
  phaseAt(state, { at }) === 'closed' ? undefined : MeetingNotClosed(field, meeting, {})

/** There is a wording by then. */
export const notDrafted = (
  minutes: MinutesState | undefined,
  meeting: MeetingRef,
  at: Instant
): Rejection | undefined => {
  const last = minutes?.texts.at(-1)
  return last === undefined
    ? MinutesNotDrafted(field, meeting, {})
    : precedes(at, minutesRef(meeting), last.at)
}

/** It has been sent round, in whatever wording. */
export const notCirculated = (
  minutes: MinutesState | undefined,
  meeting: MeetingRef,
  at: Instant
): Rejection | undefined => {
  const first = minutes?.circulated[0]
  return first === undefined
    ? MinutesNotCirculated(field, meeting, {})
    : precedes(at, minutesRef(meeting), first.at)
}

export const circulatedAlready = (
  minutes: MinutesState | undefined,
  meeting: MeetingRef
): Rejection | undefined => {
  const first = minutes?.circulated[0]
  return first === undefined ? undefined : MinutesAlreadyCirculated(field, meeting, { since: first.at })
}

export const approvedAlready = (
  minutes: MinutesState | undefined,
  meeting: MeetingRef
): Rejection | undefined =>
  minutes?.approved === undefined
    ? undefined
    : MinutesAlreadyApproved(field, meeting, { since: minutes.approved.at })

export const notApproved = (
  minutes: MinutesState | undefined,
  meeting: MeetingRef,
  at: Instant
): Rejection | undefined =>
  minutes?.approved === undefined
    ? MinutesNotApproved(field, meeting, {})
    : precedes(at, minutesRef(meeting), minutes.approved.at)

/** No proposed correction waits to be settled. */
export const correctionsWaiting = (
  minutes: MinutesState | undefined,
  meeting: MeetingRef
): Rejection | undefined => {
  const numbers = (minutes?.corrections ?? [])
    .filter(({ settled }) => settled === undefined)
    .map(({ number }) => number)
  return numbers.length === 0 ? undefined : CorrectionsOpen(field, meeting, { numbers })
}
