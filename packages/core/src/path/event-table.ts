/** All events of the path: one table from type to the codec of the data, one type. */
import { amendmentEvents } from '../amendment/events'
import { endorsementEvents } from '../endorsement/events'
import { type Decided, type EventOf, type Occurred } from '../kernel/event'
import { meetingEvents } from '../meeting/events'
import { platformEvents } from '../platform/events'
import { processEvents, retractionEvents } from '../process/events'
import { submissionEvents } from '../submission/events'

export const eventTable = {
  ...processEvents,
  ...meetingEvents,
  ...submissionEvents,
  ...amendmentEvents,
  ...endorsementEvents,
  ...platformEvents,
  ...retractionEvents
}
export type EventType = keyof typeof eventTable
export type PathEvent = EventOf<typeof eventTable>
export type DecidedEvent = Decided<PathEvent>
export type OccurredEvent = Occurred<PathEvent>
