/**
 * Events of a slice are a table from type to the codec of its data; the union of events is derived from the table.
 * Stored for ever: a changed shape needs a new `v`, an upcaster and a golden fixture.
 */
import type * as t from 'io-ts'
import { type Envelope } from './envelope'
import { type EventId } from './primitives'
import { type StreamName } from './stream-name'

export type EventTable = { readonly [type: string]: t.Mixed }

/** Any event of a table: its type and its data. */
export type EventOf<T extends EventTable> = {
  readonly [K in keyof T & string]: { readonly type: K; readonly data: t.TypeOf<T[K]> }
}[keyof T & string]

/** An event that a decision gives: which stream it goes to, and what it corrects, answers or follows from. */
export type Decided<E> = E & { readonly stream: StreamName; readonly cause?: EventId }

/** An event as it is folded: its data and its envelope. */
export type Occurred<E> = E & Omit<Envelope, 'type' | 'data'>
