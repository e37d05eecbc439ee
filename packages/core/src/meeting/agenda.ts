/** What is talked about: the items as they are called, and what was said. */
import { millis } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { attendanceAt } from './attendance'
import { type AgendaItemRef, meetingStream } from './ids'
import { firstOf, namedTwice } from '../kernel/objection'
import { type Asked, type MeetingDecision, meetingRefused, sittingRefused, unless } from './preconditions'
import { ItemNotOpen, NotPresent } from './rejections'
import { inOrder, type Moment, notLaterThan } from './sittings'
import { type Dated, type MeetingState } from './state'

/** The chair calls an item; it stays open for discussion and decision until the meeting closes. */
export const openAgendaItem = (command: Asked<'OpenAgendaItem'>, state: MeetingState): MeetingDecision => {
  const { meeting, item } = command.payload
  const moment = { at: command.occurredAt }
  return unless(
    meetingRefused(state, command) ??
      sittingRefused(state, command.occurredAt) ??
      itemUnknown(state, 'payload.item', item),
    () =>
      calledLast(state, moment) === item
        ? []
        : [
            {
              type: 'AgendaItemOpened',
              stream: meetingStream(command.process, meeting),
              data: { item }
            }
          ]
  )
}

const itemUnknown = (state: MeetingState, field: string, item: AgendaItemRef): Rejection | undefined =>
  state.agenda.some(({ ref, dropped }) => ref === item && dropped === undefined)
    ? undefined
    : ReferenceUnknown(field, item, { kind: 'agendaItem' })

/** The item that was called last by a moment: what the meeting is at. */
const calledLast = (state: MeetingState, moment: Moment): AgendaItemRef | undefined =>
  state.agenda
    .flatMap(({ ref, opened }) => opened.map((call): Dated & { ref: AgendaItemRef } => ({ ...call, ref })))
    .filter(notLaterThan(moment))
    .sort(inOrder)
    .at(-1)?.ref

/** The item stands on the agenda and had been called by the time of the act. */
export const itemRefused = (
  state: MeetingState,
  at: Moment['at'],
  item: AgendaItemRef
): Rejection | undefined => {
  const field = 'payload.item'
  const called = state.agenda.find(({ ref }) => ref === item)?.opened ?? []
  return (
    itemUnknown(state, field, item) ??
    (called.some(call => millis(call.at) <= millis(at)) ? undefined : ItemNotOpen(field, item, { at }))
  )
}

/** What was said on an item: by whom, on which submissions and references. Submissions are the path's to check. */
export const discussItem = (
  command: Asked<'DiscussItem'>,
  coalition: Coalition,
  state: MeetingState
): MeetingDecision => {
  const { meeting, ...discussion } = command.payload
  return unless(
    meetingRefused(state, command) ??
      sittingRefused(state, command.occurredAt) ??
      itemRefused(state, command.occurredAt, discussion.item) ??
      speakersRefused(command, state) ??
      namedTwice('payload.submissions', discussion.submissions) ??
      referencesRefused(command, coalition),
    () => [
      {
        type: 'ItemDiscussed',
        stream: meetingStream(command.process, meeting),
        data: discussion
      }
    ]
  )
}

const speakersRefused = (
  { occurredAt, payload }: Asked<'DiscussItem'>,
  state: MeetingState
): Rejection | undefined => {
  const field = 'payload.speakers'
  const present = attendanceAt(state, { at: occurredAt }).present.map(({ association }) => association)
  return (
    namedTwice(field, payload.speakers) ??
    firstOf(payload.speakers, speaker =>
      present.includes(speaker) ? undefined : NotPresent(field, speaker, { at: occurredAt })
    )
  )
}

const referencesRefused = (
  { payload }: Asked<'DiscussItem'>,
  coalition: Coalition
): Rejection | undefined => {
  const field = 'payload.references'
  return (
    namedTwice(field, payload.references) ??
    firstOf(payload.references, reference =>
      coalition.hasReference(reference)
        ? undefined
        : ReferenceUnknown(field, reference, { kind: 'reference' })
    )
  )
}
