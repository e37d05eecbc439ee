/**
 * What is kept up from the log in the ViewStore: the state of every stream, where each command stands, the numbers
 * that streams have taken, one timeline row an event, and a count of unknown types. Never the truth: made again from
 * the log whenever its code changes or it is gone.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as O from 'fp-ts/lib/Option'
import * as TE from 'fp-ts/lib/TaskEither'
import { type AnyCommand, type AnyEvent, type Domain, type StreamState } from './domain'
import { type Envelope } from './envelope'
import { type EventStore, type LoggedRecord } from './event-store'
import { type CommandId, type EventId, type Json, type ProcessSlug } from './primitives'
import { recognise, type Recognised } from './recognise'
import { type StoreFault } from './store-fault'
import { parseStreamName, type StreamName } from './stream-name'
import { type LogVersion, logStart, sameVersion, showVersion } from './version'
import { type Checkpoint, type Kept, type KeptDocument, type ViewStore } from './view-store'

export const stateKey = (stream: StreamName): string => `state/${stream}`
export const commandKey = (command: CommandId): string => `command/${command}`
export const timelineKey = (log: LogVersion): string => `timeline/${showVersion(log).padStart(16, '0')}`
export const numbersKey = 'numbers'
export const unknownKey = 'unknown'

/** The last number that each kind of stream has taken: `{"M":2,"P":14}`. */
export type Numbers = { readonly [letter: string]: number }

/** Where a command stands in the log: the log version of its first event, as a string. */
export interface CommandPlace {
  readonly log: string
}

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
}

/** How many records are folded in one step of the ViewStore. */
const pageSize = 256

/** The state of a stream as it is kept. The ViewStore holds what this code put there, under this code's version. */
export const keptState = <S>(value: Json): StreamState<S> => value as StreamState<S> & Json

/** Brings what is kept up to the end of the log; the checkpoint it then has (none while the log is empty). */
export const catchUp = <C extends AnyCommand, S, E extends AnyEvent>(
  domain: Domain<C, S, E>,
  store: EventStore,
  views: ViewStore,
  process: ProcessSlug
): TE.TaskEither<StoreFault, Checkpoint | undefined> =>
  pipe(
    views.load(process, []),
    TE.flatMap(({ checkpoint }) =>
      checkpoint !== undefined && checkpoint.code !== domain.code
        ? pipe(views.reset(process), TE.as(undefined))
        : TE.right(checkpoint)
    ),
    TE.flatMap(checkpoint => catchUpFrom(domain, store, views, process, checkpoint))
  )

const catchUpFrom = <C extends AnyCommand, S, E extends AnyEvent>(
  domain: Domain<C, S, E>,
  store: EventStore,
  views: ViewStore,
  process: ProcessSlug,
  checkpoint: Checkpoint | undefined
): TE.TaskEither<StoreFault, Checkpoint | undefined> =>
  pipe(
    nextPage(store, process, checkpoint?.at ?? logStart),
    TE.flatMap(records =>
      records.length === 0
        ? TE.right(checkpoint)
        : pipe(
            keepPage(domain, views, process, checkpoint, records),
            TE.flatMap(() => catchUp(domain, store, views, process))
          )
    )
  )

const nextPage = (
  store: EventStore,
  process: ProcessSlug,
  after: LogVersion
): TE.TaskEither<StoreFault, ReadonlyArray<LoggedRecord>> =>
  pipe(
    store.readLog(process, { after, limit: pageSize }),
    TE.map(page => page.records),
    TE.orElse(fault => (fault.tag === 'NotInStore' ? TE.right([]) : TE.left(fault)))
  )

/** Folds a page into what is kept, if the checkpoint is still where the page begins; else somebody else has. */
const keepPage = <C extends AnyCommand, S, E extends AnyEvent>(
  domain: Domain<C, S, E>,
  views: ViewStore,
  process: ProcessSlug,
  checkpoint: Checkpoint | undefined,
  records: ReadonlyArray<LoggedRecord>
): TE.TaskEither<StoreFault, boolean> =>
  pipe(
    views.load(process, touched(records)),
    TE.flatMap(kept =>
      sameCheckpoint(kept.checkpoint, checkpoint)
        ? pipe(
            TE.fromEither(advance(domain, kept, records)),
            TE.flatMap(puts => views.step(process, checkpoint, checkpointAfter(domain.code, records), puts))
          )
        : TE.right(false)
    )
  )

/** Keeps what was just appended; `false` where somebody else has moved on, which is no harm. */
export const keepAppended = keepPage

const checkpointAfter = (code: string, records: ReadonlyArray<LoggedRecord>): Checkpoint => ({
  at: records[records.length - 1]?.log ?? logStart,
  code
})

const sameCheckpoint = (a: Checkpoint | undefined, b: Checkpoint | undefined): boolean =>
  a === undefined || b === undefined ? a === b : a.code === b.code && sameVersion(a.at, b.at)

const touched = (records: ReadonlyArray<LoggedRecord>): ReadonlyArray<string> => [
  ...new Set(records.map(record => stateKey(record.stream))),
  numbersKey,
  unknownKey
]

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
  const envelope: Envelope = recognised.tag === 'Known' ? (recognised.event as Envelope) : recognised.envelope
  const before = documents.get(stateKey(record.stream))
  const state = before === undefined ? domain.initialState(record.stream) : keptState<S>(before).state
  const after = recognised.tag === 'Known' ? domain.evolve(state, recognised.event) : state
  return [
    document(stateKey(record.stream), { version: envelope.version, state: after }),
    document(timelineKey(record.log), timelineRow(record, envelope)),
    ...(envelope.command === undefined ? [] : [commandPlace(record)]),
    ...(envelope.version === 1 ? numberTaken(documents.get(numbersKey), record.stream) : []),
    ...(recognised.tag === 'Unknown' ? [unknownCounted(documents.get(unknownKey), envelope.type)] : [])
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

const unknownCounted = (counts: Json | undefined, type: string): KeptDocument => {
  const known = (counts ?? {}) as Numbers
  return document(unknownKey, { ...known, [type]: (known[type] ?? 0) + 1 })
}

/** An event as the timeline shows it. */
export const timelineRow = (record: LoggedRecord, envelope: Envelope): TimelineRow => ({
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

/** Reads documents one page after another, all of those that begin with `prefix`. */
export const scanAll = (
  views: ViewStore,
  process: ProcessSlug,
  prefix: string,
  after?: string
): TE.TaskEither<StoreFault, ReadonlyArray<KeptDocument>> =>
  pipe(
    views.scan(process, { prefix, limit: pageSize, ...(after === undefined ? {} : { after }) }),
    TE.flatMap(({ documents }) => {
      const last = documents[documents.length - 1]
      return last === undefined || documents.length < pageSize
        ? TE.right(documents)
        : pipe(
            scanAll(views, process, prefix, last.key),
            TE.map(rest => [...documents, ...rest])
          )
    })
  )

export const logVersionOf = (checkpoint: Checkpoint | undefined): LogVersion => checkpoint?.at ?? logStart
