/** What the event store's contract writes: made-up acts on the streams of two processes, and reading them back. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { utf8 } from '../kernel/canonical'
import {
  type AppendRefusal,
  type EventStore,
  exactly,
  type Expectation,
  type ExpectedStream,
  type LoggedRecord,
  noStream,
  type StoredRecord
} from '../kernel/event-store'
import { type CommandId, eventId, type ProcessSlug } from '../kernel/primitives'
import { type NotInStore, type StoreFault } from '../kernel/store-fault'
import { processStream, type StreamName, streamOf } from '../kernel/stream-name'
import { logStart, logVersion, type LogVersion, type StreamVersion, streamVersion } from '../kernel/version'
import { same, type Step, succeeds } from './contract'

export const khemisset = 'khemisset' as ProcessSlug
export const tiflet = 'tiflet' as ProcessSlug

export const root = processStream(khemisset)
export const meeting = streamOf(khemisset, 'M1')
export const proposal = streamOf(khemisset, 'P1')
export const diagnosis = streamOf(khemisset, 'D1')

/** One append, as an act would send it. */
export interface Act {
  readonly process: ProcessSlug
  readonly expectation: Expectation
  readonly records: ReadonlyArray<StoredRecord>
}

/** A stream and a version: of a record that is written there, or that is relied on. */
export type At = readonly [StreamName, number]

/** The id of the `n`th act of a contract. */
export const commandOf = (n: number): CommandId =>
  `019a1f00-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as CommandId

const recordAt =
  (process: ProcessSlug, n: number) =>
  ([stream, version]: At, index: number): StoredRecord => ({
    process,
    stream,
    version: streamVersion(version),
    id: eventId(commandOf(n), index),
    type: 'ItemDiscussed',
    bytes: utf8(`{"act":${n},"index":${index},"summary":"نقاش حول الماء"}`)
  })

/** The `n`th act: one record at each place, expecting each stream just before it. */
export const act = (n: number, ...places: ReadonlyArray<At>): Act => actOf(khemisset, n, ...places)

export const actOf = (process: ProcessSlug, n: number, ...places: ReadonlyArray<At>): Act => ({
  process,
  expectation: { tag: 'Streams', streams: places.filter(isFirstOfStream).map(expectedBefore) },
  records: places.map(recordAt(process, n))
})

const isFirstOfStream = ([stream]: At, index: number, places: ReadonlyArray<At>): boolean =>
  places.findIndex(([other]) => other === stream) === index

const expectedBefore = ([stream, version]: At): ExpectedStream => expectedAt([stream, version - 1])

const expectedAt = ([stream, version]: At): ExpectedStream => ({
  stream,
  expected: version === 0 ? noStream : exactly(streamVersion(version))
})

/** The act, relying also on streams that it only reads, each at that version; 0 where it must not exist. */
export const relyingOn = (base: Act, ...places: ReadonlyArray<At>): Act =>
  base.expectation.tag === 'Log'
    ? base
    : {
        ...base,
        expectation: {
          tag: 'Streams',
          streams: [...base.expectation.streams, ...places.map(expectedAt)]
        }
      }

/** The act, relying on the whole log at that version and on nothing else. */
export const relyingOnLog = (base: Act, version: LogVersion): Act => ({
  ...base,
  expectation: { tag: 'Log', version }
})

/** The act, with one record of it changed. */
export const withRecord = (base: Act, index: number, change: Partial<StoredRecord>): Act => ({
  ...base,
  records: base.records.map((record, i) => (i === index ? { ...record, ...change } : record))
})

/** Sends the act; the store's own answer. */
export const sent = (store: EventStore, { process, expectation, records }: Act) =>
  store.append(process, expectation, records)

/** Sends the act, which must be accepted. */
export const accepted = (store: EventStore, sending: Act): Step<LogVersion> =>
  succeeds('the append is accepted', sent(store, sending))

/** Sends the acts one after the other; all must be accepted. */
export const given = (store: EventStore, ...acts: ReadonlyArray<Act>): Step<unknown> =>
  TE.traverseSeqArray((each: Act) => accepted(store, each))(acts)

/** The whole log, page by page; a log that is not there yet is empty. For the small logs of a contract only. */
export const wholeLog = (
  store: EventStore,
  process: ProcessSlug,
  limit = 100
): TE.TaskEither<StoreFault, ReadonlyArray<LoggedRecord>> => {
  const from = (
    after: LogVersion,
    before: ReadonlyArray<LoggedRecord>
  ): TE.TaskEither<NotInStore | StoreFault, ReadonlyArray<LoggedRecord>> =>
    pipe(
      store.readLog(process, { after, limit }),
      TE.flatMap(page => {
        const records = [...before, ...page.records]
        return page.end || page.records.length === 0 ? TE.right(records) : from(page.next, records)
      })
    )
  return orNothing(from(logStart, []))
}

/** A whole stream, page by page; a stream that is not there is empty. */
export const wholeStream = (
  store: EventStore,
  stream: StreamName,
  process: ProcessSlug = khemisset
): TE.TaskEither<StoreFault, ReadonlyArray<LoggedRecord>> => {
  const from = (
    after: StreamVersion,
    before: ReadonlyArray<LoggedRecord>
  ): TE.TaskEither<NotInStore | StoreFault, ReadonlyArray<LoggedRecord>> =>
    pipe(
      store.readStream(process, stream, { after, limit: 1000 }),
      TE.flatMap(page => {
        const records = [...before, ...page.records]
        return page.end || page.records.length === 0 ? TE.right(records) : from(page.next, records)
      })
    )
  return orNothing(from(streamVersion(0), []))
}

const orNothing = <A>(
  reading: TE.TaskEither<NotInStore | StoreFault, ReadonlyArray<A>>
): TE.TaskEither<StoreFault, ReadonlyArray<A>> =>
  TE.orElse((reason: NotInStore | StoreFault): TE.TaskEither<StoreFault, ReadonlyArray<A>> =>
    reason.tag === 'NotInStore' ? TE.right([]) : TE.left(reason)
  )(reading)

/** The log must hold the records of these acts, in this order, and nothing else. */
export const logHolds = (store: EventStore, ...acts: ReadonlyArray<Act>): Step<void> =>
  logOfHolds(store, khemisset, ...acts)

export const logOfHolds = (
  store: EventStore,
  process: ProcessSlug,
  ...acts: ReadonlyArray<Act>
): Step<void> =>
  pipe(
    succeeds('the log can be read', wholeLog(store, process)),
    TE.flatMap(log =>
      same(
        'the log',
        log.map(({ log: _, ...record }) => record),
        acts.flatMap(({ records }) => records)
      )
    )
  )

/** The stream must hold records with these ids, in this order. */
export const streamHolds = (store: EventStore, stream: StreamName, ids: ReadonlyArray<string>): Step<void> =>
  pipe(
    succeeds('the stream can be read', wholeStream(store, stream)),
    TE.flatMap(records =>
      same(
        `the ids in ${stream}`,
        records.map(({ id }) => id),
        ids
      )
    )
  )

/** What a reader sees of a refusal or a success, for counting the outcomes of a race. */
export const outcome = (sending: TE.TaskEither<AppendRefusal, LogVersion>): Step<string> =>
  pipe(
    sending,
    TE.match(
      refusal => refusal.tag,
      () => 'accepted'
    ),
    TE.fromTask
  )

/** The log versions must be 1, 2, 3, … without a gap. */
export const denseFrom1 = (records: ReadonlyArray<LoggedRecord>): Step<void> =>
  same(
    'the versions of the log',
    records.map(({ log }) => log),
    records.map((_, i) => logVersion(i + 1))
  )
