/** The event store in memory: for tests and for trying things out, and the reference for the contract. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { checkAppend } from '@ardiya/core/kernel/append-shape'
import {
  type AppendRefusal,
  type EventStore,
  type Expectation,
  type LoggedRecord,
  type StoredRecord
} from '@ardiya/core/kernel/event-store'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type NotInStore, type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type StreamName } from '@ardiya/core/kernel/stream-name'
import { type LogVersion } from '@ardiya/core/kernel/version'
import { liveReading } from '../live-reading'
import { emptyLog, headOf, judge, judgeImport, type Log, put } from './log'
import { allPage, logPage, streamPage } from './pages'

interface Memory {
  readonly logs: Map<ProcessSlug, Log>
  /** Every record in the order in which it came, over all processes. */
  readonly all: LoggedRecord[]
  readonly listeners: Set<() => void>
}

const at = 'memory:'

/** An event store that lives as long as the program. */
export const inMemoryEventStore = (): EventStore => {
  const memory: Memory = { logs: new Map(), all: [], listeners: new Set() }
  let open = true
  const whenOpen = <L, A>(read: () => E.Either<L | StoreFault, A>): TE.TaskEither<L | StoreFault, A> =>
    TE.fromIOEither(() => (open ? read() : E.left(closed)))

  return {
    append: (process, expectation, records) => whenOpen(() => append(memory, process, expectation, records)),
    import: records => whenOpen(() => importAll(memory, records)),
    readStream: (process, stream, query) =>
      whenOpen(() => E.map(streamPageOf(query))(findStream(memory, process, stream))),
    readLog: (process, query) =>
      whenOpen(() => E.map((log: Log) => logPage(log.records, query))(findLog(memory, process))),
    readAll: query => whenOpen(() => E.right(allPage(memory.all, query))),
    head: process => whenOpen(() => E.right(headOf(memory.logs.get(process)))),
    processes: whenOpen(() => E.right([...memory.logs.keys()].sort())),
    subscribe: (process, { after }) =>
      whenOpen(() =>
        E.right(
          liveReading(
            {
              at,
              pageAfter: from =>
                whenOpen(() =>
                  E.right(logPage(memory.logs.get(process)?.records ?? [], { after: from, limit: 1000 }))
                ),
              wait: () => nextChange(memory)
            },
            after
          )
        )
      ),
    close: TE.fromIO(() => {
      open = false
      tellAll(memory)
    })
  }
}

const closed: StoreFault = { tag: 'StoreUnreachable', at, detail: 'the store is closed' }

const streamPageOf =
  (query: Parameters<typeof streamPage>[1]) =>
  (records: ReadonlyArray<LoggedRecord>): ReturnType<typeof streamPage> =>
    streamPage(records, query)

const append = (
  memory: Memory,
  process: ProcessSlug,
  expectation: Expectation,
  records: ReadonlyArray<StoredRecord>
): E.Either<AppendRefusal, LogVersion> => {
  const log = memory.logs.get(process) ?? emptyLog()
  if (records.length === 0) return E.right(headOf(log))
  return pipe(
    checkAppend(process, expectation, records),
    E.flatMap(() => judge(log, expectation, records)),
    E.map(verdict => (verdict.tag === 'Again' ? verdict.at : writeAll(memory, records, process)))
  )
}

const writeAll = (memory: Memory, records: ReadonlyArray<StoredRecord>, process: ProcessSlug): LogVersion => {
  const log = memory.logs.get(process) ?? emptyLog()
  memory.logs.set(process, log)
  memory.all.push(...records.map(record => put(log, record)))
  tellAll(memory)
  return headOf(log)
}

/** All or nothing: every process is judged before the first record is written. */
const importAll = (memory: Memory, records: ReadonlyArray<StoredRecord>): E.Either<AppendRefusal, void> => {
  const parts = [...new Set(records.map(({ process }) => process))].map(process => ({
    process,
    own: records.filter(record => record.process === process)
  }))
  const judged = E.traverseArray(({ process, own }: (typeof parts)[number]) =>
    pipe(
      judgeImport(memory.logs.get(process) ?? emptyLog(), process, own),
      E.map(verdict => ({ process, fresh: verdict.tag === 'Write' ? own : [] }))
    )
  )(parts)
  return pipe(
    judged,
    E.map(fresh => {
      for (const part of fresh) writeAll(memory, part.fresh, part.process)
    })
  )
}

const findLog = (memory: Memory, process: ProcessSlug): E.Either<NotInStore, Log> =>
  E.fromNullable<NotInStore>({ tag: 'NotInStore', process })(memory.logs.get(process))

const findStream = (
  memory: Memory,
  process: ProcessSlug,
  stream: StreamName
): E.Either<NotInStore, ReadonlyArray<LoggedRecord>> =>
  E.fromNullable<NotInStore>({ tag: 'NotInStore', process, stream })(
    memory.logs.get(process)?.streams.get(stream)
  )

const tellAll = (memory: Memory): void => {
  for (const listener of [...memory.listeners]) listener()
}

const nextChange = (memory: Memory): { readonly done: Promise<void>; readonly stop: () => void } => {
  let end = (): void => undefined
  const done = new Promise<void>(resolve => {
    end = resolve
  })
  const stop = (): void => {
    memory.listeners.delete(stop)
    end()
  }
  memory.listeners.add(stop)
  return { done, stop }
}
