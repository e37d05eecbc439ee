/**
 * What is kept up from the log in the ViewStore: the state of every stream, where each command stands, the numbers
 * that streams have taken, one timeline row an event, and a count of what this software
 * does not know. Never the truth: made again from the log whenever its code changes or it is gone.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as O from 'fp-ts/lib/Option'
import { type AnyCommand, type AnyEvent, type Domain, type StreamState } from './domain'
import { type Envelope } from './envelope'
import { type LoggedRecord } from './event-store'
import { counting, keptUnknown, unknownOf } from './newer-log'
import { type CommandId, type EventId, type Json } from './primitives'
import { recognise, type Recognised } from './recognise'
import { type StoreFault } from './store-fault'
import { parseStreamName, type StreamName } from './stream-name'
import { type LogVersion, logStart, showVersion } from './version'
import { type Checkpoint, type Kept, type KeptDocument } from './view-store'

export const statePrefix = 'state/'
export const stateKey = (stream: StreamName): string => `${statePrefix}${stream}`
export const commandKey = (command: CommandId): string => `command/${command}`
export const timelinePrefix = 'timeline/'
export const timelineKey = (log: LogVersion): string =>
  `${timelinePrefix}${showVersion(log).padStart(16, '0')}`
export const numbersKey = 'numbers'
export const unknownKey = 'unknown'

/** The last number that each kind of stream has taken: `{"M":2,"P":14}`. */
export type Numbers = { readonly [letter: string]: number }

/** Where a command stands in the log: the log version of its first event, as a string. */
export interface CommandPlace {
  readonly log: string
}

/** A command's place as it is kept. As with states, the ViewStore holds what this code put there. */
export const keptPlace = (value: Json): CommandPlace => value as CommandPlace & Json

/** An event as the timeline shows it. */
export interface TimelineRow {
  readonly log: string
  readonly id: EventId
  readonly stream: StreamName
  readonly type: string
  readonly occurredAt: string
  readonly recordedAt: string
  readonly actor: Envelope['actor']
  readonly recordedBy: string
  readonly onBehalf?: true
  readonly ref?: string
  /** The act that it is the first event of. */
  readonly command?: string
  /** Its type, or the version of its data, is one that this software does not know (law 10). */
  readonly unknown?: true
}

/** The state of a stream as it is kept. The ViewStore holds what this code put there, under this code's version. */
export const keptState = <S>(value: Json): StreamState<S> => value as StreamState<S> & Json

/** The documents as they are after the records: the pure step of everything that is kept. */
export const advance = <C extends AnyCommand, S, E extends AnyEvent>(
  domain: Domain<C, S, E>,
  kept: Kept,
  records: ReadonlyArray<LoggedRecord>
): E.Either<StoreFault, ReadonlyArray<KeptDocument>> => {
  const read = recognise<E>(domain.events)
  const documents = new Map<string, Json>(kept.documents.map(({ key, value }) => [key, value]))
  const puts = new Map<string, Json>()
  for (const record of records) {
    const recognised = read(record)
    if (E.isLeft(recognised)) return recognised
    const changed = keepEvent(domain, documents, record, recognised.right)
    for (const { key, value } of changed) {
      documents.set(key, value)
      puts.set(key, value)
    }
  }
  return E.right([...puts].map(([key, value]) => ({ key, value })))
}

const keepEvent = <C extends AnyCommand, S, E extends AnyEvent>(
  domain: Domain<C, S, E>,
  documents: ReadonlyMap<string, Json>,
  record: LoggedRecord,
  recognised: Recognised<E>
): ReadonlyArray<KeptDocument> => {
  const envelope = envelopeIn(recognised)
  const before = documents.get(stateKey(record.stream))
  const state = before === undefined ? domain.initialState(record.stream) : keptState<S>(before).state
  const after = recognised.tag === 'Known' ? domain.evolve(state, recognised.event) : state
  return [
    document(stateKey(record.stream), { version: envelope.version, state: after }),
    document(timelineKey(record.log), timelineRow(record, recognised)),
    ...(envelope.command === undefined ? [] : [commandPlace(record)]),
    ...(envelope.version === 1 ? numberTaken(documents.get(numbersKey), record.stream) : []),
    ...unknownCounted(documents.get(unknownKey), unknownOf(domain, recognised))
  ]
}

const document = (key: string, value: unknown): KeptDocument => ({ key, value: value as Json })

const commandPlace = (record: LoggedRecord): KeptDocument =>
  document(commandKey(record.id.slice(0, -2) as CommandId), { log: showVersion(record.log) })

const numberTaken = (numbers: Json | undefined, stream: StreamName): ReadonlyArray<KeptDocument> =>
  pipe(
    parseStreamName(stream),
    O.mapNullable(parts => parts.ref),
    O.match(
      () => [],
      ref => [
        document(numbersKey, {
          ...((numbers ?? {}) as Numbers),
          [ref.slice(0, 1)]: Math.max(
            Number(ref.slice(1)),
            ((numbers ?? {}) as Numbers)[ref.slice(0, 1)] ?? 0
          )
        })
      ]
    )
  )

const unknownCounted = (
  counts: Json | undefined,
  words: ReadonlyArray<string>
): ReadonlyArray<KeptDocument> =>
  words.length === 0 ? [] : [document(unknownKey, counting(keptUnknown(counts), words))]

/** An event as the timeline shows it. */
export const timelineRow = <E extends AnyEvent>(
  record: LoggedRecord,
  recognised: Recognised<E>
): TimelineRow => ({
  ...rowOf(record, envelopeIn(recognised)),
  ...(recognised.tag === 'Unknown' ? { unknown: true as const } : {})
})

const envelopeIn = <E extends AnyEvent>(recognised: Recognised<E>): Envelope =>
  recognised.tag === 'Known' ? (recognised.event as Envelope) : recognised.envelope

const rowOf = (record: LoggedRecord, envelope: Envelope): TimelineRow => ({
  log: showVersion(record.log),
  id: envelope.id,
  stream: envelope.stream,
  type: envelope.type,
  occurredAt: envelope.occurredAt,
  recordedAt: envelope.recordedAt,
  actor: envelope.actor,
  recordedBy: envelope.recordedBy,
  ...(envelope.evidence === undefined ? {} : { onBehalf: true as const }),
  ...(typeof envelope.data['ref'] === 'string' ? { ref: envelope.data['ref'] } : {}),
  ...(envelope.command === undefined ? {} : { command: envelope.command.name })
})

export const logVersionOf = (checkpoint: Checkpoint | undefined): LogVersion => checkpoint?.at ?? logStart
