/** From stored bytes to an event that can be folded. Types of later versions are kept and counted, never dropped (law 10). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as t from 'io-ts'
import { type AnyEvent } from './domain'
import { fromUtf8 } from './canonical'
import { Envelope } from './envelope'
import { type EventTable, type Occurred } from './event'
import { type LoggedRecord } from './event-store'
import { Positive } from './primitives'
import { type StoreFault } from './store-fault'

/**
 * What a record is to this software: an event it knows, brought up to the newest version of its type, or one of a type
 * or version that it does not know and keeps as it is.
 */
export type Recognised<E extends AnyEvent> =
  | { readonly tag: 'Known'; readonly event: Occurred<E> }
  | { readonly tag: 'Unknown'; readonly envelope: Envelope }

const placeOf = (record: LoggedRecord): string => `${record.process} ${record.log.value} ${record.id}`

const damaged = (at: string, detail: string): StoreFault => ({ tag: 'StoreDamaged', at, detail })

/** The envelope of a record; bytes that are not one are damage, or of a format that this software does not know. */
export const envelopeOf = (record: LoggedRecord): E.Either<StoreFault, Envelope> =>
  pipe(
    envelopeIn(record.bytes, placeOf(record)),
    E.filterOrElse(agreesWith(record), () =>
      damaged(placeOf(record), 'the envelope names another id, stream or version')
    )
  )

/** The envelope that some bytes hold; `at` says where they are. */
export const envelopeIn = (bytes: Uint8Array, at: string): E.Either<StoreFault, Envelope> =>
  pipe(
    E.tryCatch(
      (): unknown => JSON.parse(fromUtf8(bytes)),
      () => damaged(at, 'the bytes are not JSON')
    ),
    E.filterOrElse(Envelope.is, notAnEnvelope(at))
  )

const notAnEnvelope =
  (at: string) =>
  (read: unknown): StoreFault =>
    NewerFormat.is(read)
      ? { tag: 'StoreOfNewerFormat', at, found: read.format, known: 1 }
      : damaged(at, 'the bytes are not an envelope')

const NewerFormat = t.refinement(t.type({ format: Positive }), ({ format }) => format > 1)

const agreesWith =
  (record: LoggedRecord) =>
  (envelope: Envelope): boolean =>
    envelope.id === record.id &&
    envelope.stream === record.stream &&
    envelope.type === record.type &&
    BigInt(envelope.version) === record.version.value

/** A record as an event of the table, or as one of a type or version that this software does not know. */
export const recognise =
  <E extends AnyEvent>(events: EventTable) =>
  (record: LoggedRecord): E.Either<StoreFault, Recognised<E>> =>
    pipe(
      envelopeOf(record),
      E.flatMap((envelope): E.Either<StoreFault, Recognised<E>> => {
        const codec = Object.hasOwn(events, envelope.type) ? events[envelope.type] : undefined
        if (codec === undefined || envelope.v !== 1) return E.right({ tag: 'Unknown', envelope })
        return codec.is(envelope.data)
          ? E.right({ tag: 'Known', event: envelope as Envelope & Occurred<E> })
          : E.left(damaged(placeOf(record), `the data is not that of ${envelope.type}`))
      })
    )
