/** When a fact on a submission happened, and by whom it was done and typed (rules 2 and 3). */
import { type Envelope } from '../kernel/envelope'
import { type Occurred } from '../kernel/event'
import { type RetractionEvent } from '../process/events'
import { type Entry, type Retractable } from './state'

/** The two times of an event, its actor and its typist. */
export const entryOf = (
  event: Pick<Envelope, 'id' | 'occurredAt' | 'recordedAt' | 'actor' | 'recordedBy'>
): Entry => ({
  event: event.id,
  at: event.occurredAt,
  recordedAt: event.recordedAt,
  actor: event.actor,
  recordedBy: event.recordedBy
})

/** The entries with the named one struck through; the same list where it is not among them. */
export const struckThrough = <E extends Retractable>(
  entries: ReadonlyArray<E>,
  event: Occurred<RetractionEvent>
): ReadonlyArray<E> =>
  entries.some(entry => entry.event === event.data.entry)
    ? entries.map(entry =>
        entry.event === event.data.entry
          ? { ...entry, retracted: { ...entryOf(event), reason: event.data.reason } }
          : entry
      )
    : entries
