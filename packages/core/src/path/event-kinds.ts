/** Which slice an event belongs to; a retraction belongs to whichever slice has the entry. */
import { amendmentEvents } from '../amendment/events'
import { endorsementEvents } from '../endorsement/events'
import { type EventTable } from '../kernel/event'
import { meetingEvents } from '../meeting/events'
import { platformEvents } from '../platform/events'
import { processEvents } from '../process/events'
import { submissionEvents } from '../submission/events'
import { type OccurredEvent } from './event-table'

type Of<T extends EventTable> = Extract<OccurredEvent, { readonly type: keyof T | 'EntryRetracted' }>

const isOf =
  <T extends EventTable>(table: T) =>
  (event: OccurredEvent): event is Of<T> =>
    event.type === 'EntryRetracted' || Object.hasOwn(table, event.type)

export const isProcessEvent = isOf(processEvents)
export const isMeetingEvent = isOf(meetingEvents)
export const isSubmissionEvent = isOf(submissionEvents)
export const isAmendmentEvent = isOf(amendmentEvents)
export const isStandEvent = isOf(endorsementEvents)
export const isPlatformEvent = isOf(platformEvents)
