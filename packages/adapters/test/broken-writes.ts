/** Stores that write wrongly, each in one way: what the contract must refuse. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import {
  type AppendRefusal,
  type EventStore,
  exactly,
  noStream,
  type StoredRecord
} from '@ardiya/core/kernel/event-store'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { logStart, logVersion, type LogVersion, streamVersion } from '@ardiya/core/kernel/version'

/** What a broken store does otherwise than the one below it. */
export type Break = (store: EventStore) => Partial<EventStore>

export const writesOneByOne: Break = store => ({
  append: (process, expectation, records) =>
    records.length < 2 || expectation.tag === 'Log'
      ? store.append(process, expectation, records)
      : pipe(
          TE.traverseSeqArray((record: StoredRecord) =>
            store.append(
              process,
              {
                tag: 'Streams',
                streams: [
                  {
                    stream: record.stream,
                    expected:
                      record.version.value === 1n
                        ? noStream
                        : exactly(streamVersion(record.version.value - 1n))
                  }
                ]
              },
              [record]
            )
          )(records),
          TE.map(versions => versions[versions.length - 1] ?? logStart)
        )
})

/** As a known peer does: after one conflict the true version is refused too. */
export const unusableAfterConflict: Break = store => {
  let refused: AppendRefusal | undefined
  return {
    append: (process, expectation, records) =>
      refused !== undefined
        ? TE.left(refused)
        : pipe(
            store.append(process, expectation, records),
            TE.mapLeft(refusal => {
              if (refusal.tag === 'Conflict') refused = refusal
              return refusal
            })
          )
  }
}

export const forgetsWhatWasSent: Break = store => ({
  append: (process, expectation, records) =>
    pipe(
      store.readLog(process, { after: logStart, limit: 1000 }),
      TE.match(
        () => false,
        page => page.records.some(({ id }) => id === records[0]?.id)
      ),
      TE.fromTask,
      TE.flatMap(isKnown =>
        isKnown
          ? TE.left<AppendRefusal, LogVersion>({ tag: 'Conflict', moved: [], log: logVersion(1) })
          : store.append(process, expectation, records)
      )
    )
})

export const takesAnyRetry: Break = store => ({
  append: (process, expectation, records) =>
    pipe(
      store.append(process, expectation, records),
      TE.orElse(refusal =>
        refusal.tag === 'IdTaken'
          ? TE.right(logVersion(records.length))
          : TE.left<AppendRefusal, LogVersion>(refusal)
      )
    )
})

export const idsAreOfAllProcesses: Break = store => {
  const owner = new Map<string, string>()
  return {
    append: (process, expectation, records) => {
      const taken = records.find(({ id }) => (owner.get(id) ?? process) !== process)
      if (taken !== undefined) return TE.left({ tag: 'IdTaken', id: taken.id })
      for (const { id } of records) owner.set(id, process)
      return store.append(process, expectation, records)
    }
  }
}

export const tooLargeIsFine: Break = store => ({
  append: (process, expectation, records) =>
    pipe(
      store.append(process, expectation, records),
      TE.orElse(refusal =>
        refusal.tag === 'AppendTooLarge'
          ? pipe(
              store.import(records),
              TE.flatMap(() => store.head(process))
            )
          : TE.left(refusal)
      )
    )
})

export const importsOneByOne: Break = store => ({
  import: records =>
    pipe(
      TE.traverseSeqArray((record: StoredRecord) => store.import([record]))(records),
      TE.map(() => undefined)
    )
})

const byStream = (records: ReadonlyArray<StoredRecord>): ReadonlyArray<StoredRecord> =>
  [...records].sort((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0))

export const sortsByStream: Break = store => ({
  append: (process, expectation, records) => store.append(process, expectation, byStream(records)),
  import: records => store.import(byStream(records))
})

const tooLarge = (bytes: number): StoreFault => ({
  tag: 'StoreUnreachable',
  at: 'memory:',
  detail: `a value of ${bytes} bytes is too large`
})

/** As a column that is too small, or a driver with a limit of its own. */
export const hasRoomForLess: Break = store => {
  const largest = (records: ReadonlyArray<StoredRecord>): number =>
    Math.max(0, ...records.map(({ bytes }) => bytes.length))
  return {
    append: (process, expectation, records) =>
      largest(records) > 1_000_000
        ? TE.left(tooLarge(largest(records)))
        : store.append(process, expectation, records),
    import: records =>
      largest(records) > 1_000_000 ? TE.left(tooLarge(largest(records))) : store.import(records)
  }
}

export const goesOnAfterClosing: Break = () => ({ close: TE.right(undefined) })
