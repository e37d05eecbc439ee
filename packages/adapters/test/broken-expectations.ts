/** Stores that do not enforce what an append expects, each in one way: what the contract must refuse. */
import { pipe } from 'fp-ts/lib/function'
import * as T from 'fp-ts/lib/Task'
import * as TE from 'fp-ts/lib/TaskEither'
import {
  type AppendRefusal,
  type EventStore,
  exactly,
  type Expectation,
  noStream,
  type StoredRecord
} from '@ardiya/core/kernel/event-store'
import { streamVersion } from '@ardiya/core/kernel/version'
import { khemisset } from '@ardiya/core/testing/store-contract-acts'
import { type Break } from './broken-writes'

type Append = EventStore['append']

/** The versions that streams have now, 0 where there is none. */
const versionsNow = (store: EventStore, records: ReadonlyArray<StoredRecord>) =>
  pipe(
    [...new Set(records.map(({ stream }) => stream))],
    T.traverseArray(stream =>
      pipe(
        store.readStream(records[0]?.process ?? khemisset, stream, {
          after: streamVersion(0),
          limit: 10_000
        }),
        TE.match(
          () => ({ stream, version: 0 }),
          page => ({ stream, version: page.records.length })
        )
      )
    )
  )

/** Appends whatever was expected, after whatever is there. */
const appendsAnyway =
  (store: EventStore): Append =>
  (process, _, records) =>
    pipe(
      TE.fromTask<ReadonlyArray<{ stream: StoredRecord['stream']; version: number }>, AppendRefusal>(
        versionsNow(store, records)
      ),
      TE.flatMap(now => {
        const next = new Map(now.map(({ stream, version }) => [stream, version]))
        const moved = records.map(record => {
          const version = (next.get(record.stream) ?? 0) + 1
          next.set(record.stream, version)
          return { ...record, version: streamVersion(version) }
        })
        return store.append(process, expectingNow(now), moved)
      })
    )

const expectingNow = (
  now: ReadonlyArray<{ readonly stream: StoredRecord['stream']; readonly version: number }>
): Expectation => ({
  tag: 'Streams',
  streams: now.map(({ stream, version }) => ({
    stream,
    expected: version === 0 ? noStream : exactly(streamVersion(version))
  }))
})

export const ignoresNoStream: Break = store => ({
  append: (process, expectation, records) =>
    expectation.tag === 'Streams' && expectation.streams.some(({ expected }) => expected.tag === 'NoStream')
      ? appendsAnyway(store)(process, expectation, records)
      : store.append(process, expectation, records)
})

export const ignoresWhatIsOnlyRead: Break = store => ({
  append: (process, expectation, records) =>
    store.append(
      process,
      expectation.tag === 'Log'
        ? expectation
        : {
            tag: 'Streams',
            streams: expectation.streams.filter(({ stream }) =>
              records.some(record => record.stream === stream)
            )
          },
      records
    )
})

export const ignoresTheLog: Break = store => ({
  append: (process, expectation, records) =>
    expectation.tag === 'Log'
      ? appendsAnyway(store)(process, expectation, records)
      : store.append(process, expectation, records)
})

/** Looks first and writes later, with others between. */
export const looksThenWrites: Break = store => ({
  append: (process, expectation, records) =>
    pipe(
      TE.fromTask<ReadonlyArray<{ stream: StoredRecord['stream']; version: number }>, AppendRefusal>(
        versionsNow(store, records)
      ),
      TE.flatMap(now =>
        expectation.tag === 'Streams' &&
        expectation.streams.every(({ stream, expected }) => {
          const at = now.find(each => each.stream === stream)?.version ?? 0
          return at === (expected.tag === 'NoStream' ? 0 : Number(expected.version.value))
        })
          ? T.delay(1)(appendsAnyway(store)(process, expectation, records))
          : store.append(process, expectation, records)
      )
    )
})

/** Looks at the log first and writes later, with others between. */
export const looksAtTheLogThenWrites: Break = store => ({
  append: (process, expectation, records) =>
    expectation.tag === 'Log'
      ? pipe(
          store.head(process),
          TE.flatMap(({ value }) =>
            value === expectation.version.value
              ? T.delay(1)(appendsAnyway(store)(process, expectation, records))
              : store.append(process, expectation, records)
          )
        )
      : store.append(process, expectation, records)
})
