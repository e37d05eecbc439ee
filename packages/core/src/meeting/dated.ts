/** When a fact of the meeting happened and where it stands in the record. */
import { type Envelope } from '../kernel/envelope'
import { type Dated } from './state'

/** The two times of an event and its place in the stream. */
export const datedBy = (event: Pick<Envelope, 'id' | 'occurredAt' | 'recordedAt' | 'version'>): Dated => ({
  event: event.id,
  at: event.occurredAt,
  recordedAt: event.recordedAt,
  version: event.version
})
