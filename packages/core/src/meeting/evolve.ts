/** What each event changes in what is known of a meeting. Total: an entry of another stream changes nothing. */
import { type Occurred } from '../kernel/event'
import { type RetractionEvent } from '../process/events'
import { datedBy } from './dated'
import { type MeetingEvent } from './events'
import { evolveMinutes } from './minutes/evolve'
import {
  type AgendaEntry,
  type Dated,
  type DecisionEntry,
  type MeetingState,
  type Schedule,
  type SittingEntry
} from './state'

type Event = Occurred<MeetingEvent | RetractionEvent>
type Of<Type extends Event['type']> = Extract<Event, { readonly type: Type }>

export const evolveMeeting = (state: MeetingState, event: Event): MeetingState => {
  const dated = datedBy(event)
  const entered = { ...dated, recordedBy: event.recordedBy }
  switch (event.type) {
    case 'MeetingScheduled':
      return scheduled(state, event)
    case 'MeetingRescheduled':
      return rescheduled(state, event)
    case 'AssociationInvited':
      return { ...state, invitations: [...state.invitations, { ...dated, ...event.data }] }
    case 'MeetingOpened':
      return sat(state, { ...dated, kind: 'opened', ...event.data })
    case 'ChairHandedOver':
      return sat(state, { ...dated, kind: 'handedOver', ...event.data })
    case 'MeetingAdjourned':
      return sat(state, { ...dated, kind: 'adjourned', ...event.data })
    case 'MeetingResumed':
      return sat(state, { ...dated, kind: 'resumed' })
    case 'MeetingClosed':
      return sat(state, { ...dated, kind: 'closed' })
    case 'MeetingCancelled':
      return sat(state, { ...dated, kind: 'cancelled', ...event.data })
    case 'ArrivalRecorded':
      return attended(state, { ...entered, kind: 'arrival', ...event.data })
    case 'DepartureRecorded':
      return attended(state, { ...entered, kind: 'departure', ...event.data })
    case 'ProxyGiven':
      return attended(state, { ...entered, kind: 'proxy', ...event.data })
    case 'AgendaItemOpened':
      return called(state, event)
    case 'ItemDiscussed':
      return { ...state, discussions: [...state.discussions, { ...entered, ...event.data }] }
    case 'DecisionTaken':
      return decided(state, event)
    case 'DecisionCorrected':
      return corrected(state, event)
    case 'DecisionAnnulled':
      return annulled(state, event)
    case 'EntryRetracted':
      return retracted(state, event)
    case 'MinutesDrafted':
    case 'MinutesCirculated':
    case 'MinutesCorrectionProposed':
    case 'MinutesCorrectionSettled':
    case 'MinutesApproved':
    case 'MinutesSealed':
      return withMinutes(state, event)
  }
}

const scheduled = (state: MeetingState, event: Of<'MeetingScheduled'>): MeetingState => {
  const { agenda, ...called } = event.data
  return {
    ...state,
    schedule: { ...datedBy(event), ...called, moved: [] },
    agenda: agenda.map(item => ({ ...item, opened: [] }))
  }
}

const rescheduled = (state: MeetingState, event: Of<'MeetingRescheduled'>): MeetingState => {
  if (state.schedule === undefined) return state
  const { agenda, venue, startsAt, endsAt } = event.data
  const schedule: Schedule = {
    ...state.schedule,
    startsAt,
    endsAt,
    ...(venue === undefined ? {} : { venue }),
    moved: [
      ...state.schedule.moved,
      {
        ...datedBy(event),
        from: { startsAt: state.schedule.startsAt, endsAt: state.schedule.endsAt },
        reason: event.data.reason
      }
    ]
  }
  return { ...state, schedule, ...(agenda === undefined ? {} : { agenda: replanned(state.agenda, agenda) }) }
}

/** The items as they are planned now, then those left out: a number is not used again. */
const replanned = (
  before: ReadonlyArray<AgendaEntry>,
  planned: ReadonlyArray<Pick<AgendaEntry, 'ref' | 'title' | 'minutes'>>
): ReadonlyArray<AgendaEntry> => [
  ...planned.map(item => ({ ...item, opened: [] })),
  ...before
    .filter(({ ref }) => !planned.some(item => item.ref === ref))
    .map((item): AgendaEntry => ({ ...item, dropped: true }))
]

const sat = (state: MeetingState, entry: SittingEntry): MeetingState => ({
  ...state,
  sittings: [...state.sittings, entry]
})

const attended = (state: MeetingState, entry: MeetingState['attendance'][number]): MeetingState => ({
  ...state,
  attendance: [...state.attendance, entry]
})

const called = (state: MeetingState, event: Of<'AgendaItemOpened'>): MeetingState => ({
  ...state,
  agenda: state.agenda.map(item =>
    item.ref === event.data.item ? { ...item, opened: [...item.opened, datedBy(event)] } : item
  )
})

const decided = (state: MeetingState, event: Of<'DecisionTaken'>): MeetingState => ({
  ...state,
  decisions: [
    ...state.decisions,
    { ...datedBy(event), ...event.data, methodNow: event.data.method, corrections: [] }
  ]
})

const corrected = (state: MeetingState, event: Of<'DecisionCorrected'>): MeetingState => {
  const { decision, method, reason } = event.data
  return onDecision(state, decision, entry => ({
    ...entry,
    methodNow: method,
    corrections: [...entry.corrections, { ...datedBy(event), method, reason }]
  }))
}

const annulled = (state: MeetingState, event: Of<'DecisionAnnulled'>): MeetingState => {
  const annulment = { ...datedBy(event), ...event.data }
  return onDecision(
    { ...state, annulments: [...state.annulments, annulment] },
    event.data.decision,
    entry => ({ ...entry, annulled: annulment })
  )
}

const onDecision = (
  state: MeetingState,
  ref: DecisionEntry['ref'],
  change: (entry: DecisionEntry) => DecisionEntry
): MeetingState => ({
  ...state,
  decisions: state.decisions.map(entry => (entry.ref === ref ? change(entry) : entry))
})

const retracted = (state: MeetingState, event: Of<'EntryRetracted'>): MeetingState => {
  const strikeOut = <E extends Dated>(entry: E): E =>
    entry.event === event.data.entry
      ? { ...entry, retracted: { ...datedBy(event), reason: event.data.reason } }
      : entry
  return {
    ...state,
    attendance: state.attendance.map(strikeOut),
    discussions: state.discussions.map(strikeOut)
  }
}

const withMinutes = (state: MeetingState, event: Parameters<typeof evolveMinutes>[1]): MeetingState => {
  const minutes = evolveMinutes(state.minutes, event)
  return minutes === undefined ? state : { ...state, minutes }
}
