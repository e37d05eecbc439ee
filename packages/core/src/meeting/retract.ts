/** A typing mistake taken back (domain.md §3, any stream): it counts no more, and stays visible, struck through. */
import * as E from 'fp-ts/lib/Either'
import { type Decision } from '../kernel/decider'
import { type AssociationRef } from '../kernel/envelope'
import { type Decided } from '../kernel/event'
import { type EventId, type Instant, type Words } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { type StreamName } from '../kernel/stream-name'
import { type RetractionEvent } from '../process/events'
import { attendanceAt, attendanceBefore } from './attendance'
import { precedes } from '../kernel/objection'
import { sealedRefused, unless } from './preconditions'
import { EntryIsNamed, EntryNotRetractable } from './rejections'
import { type AttendanceEntry, type Discussion, type MeetingState, type Retractable } from './state'

export interface RetractionAsked {
  readonly occurredAt: Instant
  readonly payload: { readonly entry: EventId; readonly stream: StreamName; readonly reason: Words }
}

/**
 * EntryRetracted for an arrival, a departure, a proxy or a discussion. A decision that only counted it does not rest on
 * it: it may show as contested. Left: ReferenceUnknown, EntryNotRetractable, EntryIsNamed, MeetingSealed.
 */
export const retractMeetingEntry = (
  { occurredAt, payload }: RetractionAsked,
  state: MeetingState
): Decision<Decided<RetractionEvent>> => {
  const { entry, stream, reason } = payload
  const found = retractables(state).find(({ event }) => event === entry)
  if (found === undefined) return E.left(notFound(entry, state))
  return unless(
    (state.schedule === undefined ? undefined : sealedRefused(state, state.schedule.ref)) ??
      precedes(occurredAt, entry, found.at) ??
      namedRefused(found, state),
    () =>
      found.retracted === undefined
        ? [{ type: 'EntryRetracted', stream, cause: entry, data: { entry, reason } }]
        : []
  )
}

/** The entries of a meeting's stream that may be taken back as typing mistakes. */
export const retractables = (state: MeetingState): ReadonlyArray<Retractable> => [
  ...state.attendance,
  ...state.discussions
]

/** Every event of the stream that is not of the closed list is an act: it is corrected or annulled, not taken back. */
const notFound = (entry: EventId, state: MeetingState): Rejection =>
  actsOf(state).includes(entry)
    ? EntryNotRetractable('payload.entry', entry, {})
    : ReferenceUnknown('payload.entry', entry, { kind: 'entry' })

const actsOf = ({ schedule, minutes, ...state }: MeetingState): ReadonlyArray<EventId> =>
  [
    ...(schedule === undefined ? [] : [schedule, ...schedule.moved]),
    ...state.invitations,
    ...state.sittings,
    ...state.agenda.flatMap(({ opened }) => opened),
    ...state.decisions,
    ...state.decisions.flatMap(({ corrections }) => corrections),
    ...state.annulments,
    ...(minutes?.texts ?? []),
    ...(minutes?.circulated ?? []),
    ...(minutes?.corrections ?? []),
    ...(minutes?.approved === undefined ? [] : [minutes.approved])
  ].map(({ event }) => event)

const namedRefused = (entry: Retractable, state: MeetingState): Rejection | undefined => {
  const by = entry.retracted === undefined ? restingOn(entry.event, state) : []
  return by.length === 0 ? undefined : EntryIsNamed('payload.entry', entry.event, { by })
}

/** The entries that would be refused without this one: a departure, a proxy, a word of who would not have been there. */
const restingOn = (event: EventId, state: MeetingState): ReadonlyArray<EventId> => {
  const entry = state.attendance.find(attended => attended.event === event)
  if (entry === undefined || entry.kind === 'proxy') return []
  const without: MeetingState = {
    ...state,
    attendance: state.attendance.filter(attended => attended !== entry)
  }
  return [...state.attendance, ...state.discussions]
    .filter(other => other.event !== event && other.retracted === undefined)
    .filter(other => named(other).includes(entry.association))
    .filter(other => stands(other, state) && !stands(other, without))
    .map(other => other.event)
}

type Entry = AttendanceEntry | Discussion

const named = (entry: Entry): ReadonlyArray<AssociationRef> => {
  if (!('kind' in entry)) return entry.speakers
  return entry.kind === 'proxy' ? [entry.from, entry.to] : [entry.association]
}

/** Whether an entry could be made, as far as presence goes. */
const stands = (entry: Entry, state: MeetingState): boolean => {
  const there = presentFor(entry, state)
  if (!('kind' in entry)) return entry.speakers.every(speaker => there.includes(speaker))
  switch (entry.kind) {
    case 'arrival':
      return true
    case 'departure':
      return there.includes(entry.association)
    case 'proxy':
      return there.includes(entry.to) && !there.includes(entry.from)
  }
}

/** Who leaves was there before; who speaks or holds a proxy is there then. */
const presentFor = (entry: Entry, state: MeetingState): ReadonlyArray<AssociationRef> => {
  const leaves = 'kind' in entry && entry.kind === 'departure'
  const room = leaves ? attendanceBefore(state, entry.at) : attendanceAt(state, { at: entry.at })
  return room.present.map(({ association }) => association)
}
