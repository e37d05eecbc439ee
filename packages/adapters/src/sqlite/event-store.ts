/** The event store on one SQLite file: durable, for several programs at once (docs/spec/sqlite.md). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { checkAppend } from '@ardiya/core/kernel/append-shape'
import { type AppendRefusal, type EventStore, type LogPage } from '@ardiya/core/kernel/event-store'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type NotInStore, type StoreFault } from '@ardiya/core/kernel/store-fault'
import { logVersion, type LogVersion } from '@ardiya/core/kernel/version'
import { liveReading } from '../live-reading'
import { changesOf } from './changes'
import { defaultLockWaitMs, openConnection } from './connection'
import { append, importAll, prepared } from './event-append'
import { streamNames } from './event-index'
import { type Reader, readAll, readHead, readLog, readProcesses, readStream } from './event-reads'
import { isSealed } from './file-seen'
import { eventsFormat } from './format'
import { held, type Held } from './held'

export interface SqliteEventStoreOptions {
  readonly file: string
  /** Make the file where there is none; an existing store is opened as it is. */
  readonly create: boolean
  readonly readOnly?: boolean
  /** How long an append waits for other programs, in milliseconds, before it answers `StoreLocked`. */
  readonly lockWaitMs?: number
  /** The file may not grow beyond so many pages of 4 KiB: then an append answers `StoreFull`. */
  readonly maxPages?: number
}

/** Opens the events of a coalition, or says why they cannot be used. */
export const openSqliteEventStore = (
  options: SqliteEventStoreOptions
): TE.TaskEither<StoreFault, EventStore> =>
  pipe(
    held(
      options.file,
      openConnection({
        lockWaitMs: defaultLockWaitMs,
        ...options,
        readOnly: options.readOnly === true || isSealed(options.file),
        format: eventsFormat,
        synchronous: 'FULL'
      }),
      (connection): Reader => ({ connection, nameOf: streamNames(connection) })
    ),
    TE.map(storeOn)
  )

const storeOn = (store: Held<Reader>): EventStore => {
  const changes = changesOf(store)
  const read =
    <L, A>(step: (reader: Reader) => E.Either<L, A>): TE.TaskEither<L | StoreFault, A> =>
    async () =>
      flattened(await store.use(step)())
  const write =
    <A>(step: (reader: Reader) => E.Either<AppendRefusal, A>): TE.TaskEither<AppendRefusal, A> =>
    async () => {
      const answer = flattened(await store.use(step)())
      if (E.isRight(answer)) changes.tell()
      return answer
    }

  return {
    append: (process, expectation, records) => {
      if (records.length === 0) return read(headAs(process))
      const checked = checkAppend(process, expectation, records)
      if (E.isLeft(checked)) return TE.left(checked.left)
      const ready = prepared(records)
      return write(reader => append(reader, process, expectation, ready))
    },
    import: records => {
      const ready = prepared(records)
      return write(reader => importAll(reader, ready))
    },
    readStream: (process, stream, query) => read(reader => readStream(reader, process, stream, query)),
    readLog: (process, query) => read(reader => readLog(reader, process, query)),
    readAll: query => read(reader => E.right(readAll(reader, query))),
    head: process => read(headAs(process)),
    processes: read(reader => E.right(readProcesses(reader))),
    subscribe: (process, { after }) =>
      pipe(
        store.use(() => undefined),
        TE.map(() =>
          liveReading({ at: store.at, pageAfter: pagesOf(store, process), wait: changes.wait }, after)
        )
      ),
    close: pipe(
      store.close,
      TE.tapIO(() => changes.tell)
    )
  }
}

const flattened = <L, A>(answer: E.Either<StoreFault, E.Either<L, A>>): E.Either<L | StoreFault, A> =>
  E.isLeft(answer) ? answer : answer.right

const headAs =
  (process: ProcessSlug) =>
  (reader: Reader): E.Either<never, LogVersion> =>
    E.right(logVersion(readHead(reader, process)))

const livePageRecords = 1000

const pagesOf =
  (store: Held<Reader>, process: ProcessSlug) =>
  (after: LogVersion): TE.TaskEither<StoreFault, LogPage> =>
    store.use(reader =>
      pipe(
        readLog(reader, process, { after, limit: livePageRecords }),
        E.getOrElse((_: NotInStore): LogPage => ({ records: [], next: after, end: true }))
      )
    )
