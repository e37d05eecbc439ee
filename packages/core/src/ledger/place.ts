/** Where an event stands: what is said of one that differs, or of one before which something is missing. */
import { type LoggedRecord } from '../kernel/event-store'
import { type EventId } from '../kernel/primitives'
import { showVersion } from '../kernel/version'

export interface Place {
  readonly id: EventId
  /** Its log version. */
  readonly log: string
  readonly type: string
}

export const placeOf = (record: LoggedRecord): Place => ({
  id: record.id,
  log: showVersion(record.log),
  type: record.type
})
