/** Calling a meeting, moving it, calling it off, and whom it is for. */
import { type Rejection } from '../kernel/rejection'
import { localDate, millis, type Instant } from '../kernel/primitives'
import { NumberNotNext } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { type AgendaItem } from './events'
import { firstCallRefused } from './first-call'
import { type AgendaItemRef, type MeetingRef, meetingStream } from './ids'
import { firstOf, namedTwice } from '../kernel/objection'
import {
  associationRefused,
  type Asked,
  closedRefused,
  type MeetingDecision,
  meetingRefused,
  unless
} from './preconditions'
import { EndsBeforeStart, MeetingAlreadyOpened } from './rejections'
import { entryOf } from './sittings'
import { type AgendaEntry, type MeetingState } from './state'
import type * as t from 'io-ts'

type Planned = Asked<'ScheduleMeeting'>['payload']['agenda'][number]
type Item = t.TypeOf<typeof AgendaItem>

/** Calls a meeting. `firstCall` is the meeting that a second call names; that the number is free, the path has seen. */
export const scheduleMeeting = (
  command: Asked<'ScheduleMeeting'>,
  coalition: Coalition,
  state: MeetingState,
  firstCall: MeetingState | undefined
): MeetingDecision => {
  const { process, payload } = command
  const { agenda, secondCallOf, ...called } = payload
  return unless(
    takenRefused(state, payload.ref) ??
      timesRefused(payload) ??
      firstCallRefused(command, coalition, firstCall),
    () => [
      {
        type: 'MeetingScheduled',
        stream: meetingStream(process, payload.ref),
        data: { ...called, agenda: numbered(payload.ref, agenda, []), ...callOf(secondCallOf, firstCall) }
      }
    ]
  )
}

const takenRefused = (state: MeetingState, ref: MeetingRef): Rejection | undefined =>
  state.schedule === undefined
    ? undefined
    : NumberNotNext('payload.ref', ref, { next: `M${Number(ref.slice(1)) + 1}` })

const timesRefused = ({
  startsAt,
  endsAt
}: {
  readonly startsAt: Instant
  readonly endsAt: Instant
}): Rejection | undefined =>
  millis(endsAt) > millis(startsAt) ? undefined : EndsBeforeStart('payload.endsAt', endsAt, { startsAt })

const callOf = (secondCallOf: MeetingRef | undefined, first: MeetingState | undefined) =>
  secondCallOf === undefined || first?.schedule === undefined
    ? {}
    : { secondCallOf, firstCallOn: localDate(first.schedule.startsAt) }

/** Items get the next numbers; one that was planned before under the same title keeps its own. */
const numbered = (
  meeting: MeetingRef,
  planned: ReadonlyArray<Planned>,
  before: ReadonlyArray<AgendaEntry>
): ReadonlyArray<Item> =>
  planned.reduce<ReadonlyArray<Item>>(
    (items, { title, minutes }) => [
      ...items,
      { ref: keptNumber(items, before, title) ?? nextItem(meeting, items, before), title, minutes }
    ],
    []
  )

const keptNumber = (
  items: ReadonlyArray<Item>,
  before: ReadonlyArray<AgendaEntry>,
  title: Item['title']
): AgendaItemRef | undefined =>
  before.find(entry => sameWords(entry.title, title) && !items.some(({ ref }) => ref === entry.ref))?.ref

const nextItem = (
  meeting: MeetingRef,
  items: ReadonlyArray<Item>,
  before: ReadonlyArray<AgendaEntry>
): AgendaItemRef => {
  const added = items.filter(({ ref }) => !before.some(entry => entry.ref === ref)).length
  return `${meeting}.${before.length + added + 1}` as AgendaItemRef
}

const sameWords = (a: Item['title'], b: Item['title']): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([language, words]) =>
    Object.entries(b).some(([l, w]) => l === language && w === words)
  )

/** Moves a meeting that has not opened; items keep their numbers, and none is used again. */
export const rescheduleMeeting = (
  command: Asked<'RescheduleMeeting'>,
  state: MeetingState
): MeetingDecision => {
  const { meeting, agenda, ...moved } = command.payload
  return unless(
    meetingRefused(state, command) ?? openedRefused(state, meeting) ?? timesRefused(moved),
    () => [
      {
        type: 'MeetingRescheduled',
        stream: meetingStream(command.process, meeting),
        data: {
          ...moved,
          ...(agenda === undefined ? {} : { agenda: numbered(meeting, agenda, state.agenda) })
        }
      }
    ]
  )
}

/** Calls off a meeting that has not opened; it ends all presence (rule 4). */
export const cancelMeeting = (command: Asked<'CancelMeeting'>, state: MeetingState): MeetingDecision => {
  const { meeting, reason } = command.payload
  if (entryOf(state, 'cancelled') !== undefined) return unless(undefined, () => [])
  return unless(meetingRefused(state, command) ?? openedRefused(state, meeting), () => [
    { type: 'MeetingCancelled', stream: meetingStream(command.process, meeting), data: { reason } }
  ])
}

const openedRefused = (state: MeetingState, meeting: MeetingRef): Rejection | undefined => {
  const opened = entryOf(state, 'opened')
  return opened === undefined
    ? undefined
    : MeetingAlreadyOpened('payload.meeting', meeting, { since: opened.at })
}

/** One event for each association that was not invited yet. */
export const inviteAssociations = (
  command: Asked<'InviteAssociations'>,
  coalition: Coalition,
  state: MeetingState
): MeetingDecision => {
  const { meeting, associations } = command.payload
  const field = 'payload.associations'
  const invited = state.invitations.map(({ association }) => association)
  return unless(
    meetingRefused(state, command) ??
      closedRefused(state, command.occurredAt) ??
      namedTwice(field, associations) ??
      firstOf(associations, association => associationRefused(coalition, field, association)),
    () =>
      associations
        .filter(association => !invited.includes(association))
        .map(association => ({
          type: 'AssociationInvited',
          stream: meetingStream(command.process, meeting),
          data: { association }
        }))
  )
}
