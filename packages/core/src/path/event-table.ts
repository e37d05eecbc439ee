/** All events of the path: one table from type to the codec of the data, one type. */
import { amendmentEvents } from '../amendment/events'
import { endorsementEvents } from '../endorsement/events'
import { type Decided, type EventOf, type Occurred } from '../kernel/event'
import { meetingEvents } from '../meeting/events'
import { platformEvents } from '../platform/events'
import { processEvents, retractionEvents } from '../process/events'
import { submissionEvents } from '../submission/events'

/** The codec of `data` for each type of event (docs/reference/events.md). Stored for ever. */
export const eventTable = {
  ...processEvents,
  ...meetingEvents,
  ...submissionEvents,
  ...amendmentEvents,
  ...endorsementEvents,
  ...platformEvents,
  ...retractionEvents
}
/** The name of a type of event: `DecisionTaken`. */
export type EventType = keyof typeof eventTable
/** An event of the path: its `type` and the `data` of that type. */
export type PathEvent = EventOf<typeof eventTable>
export type DecidedEvent = Decided<PathEvent>
/** An event as it stands in a log: with its envelope, its stream and its place. */
export type OccurredEvent = Occurred<PathEvent>
