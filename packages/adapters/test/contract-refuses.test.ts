/** The contract itself is tried: stores that are broken on purpose, each in one way, must fail by the law they break. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as T from 'fp-ts/lib/Task'
import * as TE from 'fp-ts/lib/TaskEither'
import {
  type AppendRefusal,
  type EventStore,
  exactly,
  type Expectation,
  type LoggedRecord,
  noStream,
  type StoredRecord,
  type StreamPage
} from '@ardiya/core/kernel/event-store'
import { type NotInStore, type StoreFault } from '@ardiya/core/kernel/store-fault'
import { logStart, logVersion, type LogVersion, streamVersion } from '@ardiya/core/kernel/version'
import { eventStoreContract } from '@ardiya/core/testing/store-contract'
import { type StoreUnderTest } from '@ardiya/core/testing/store-under-test'
import { khemisset } from '@ardiya/core/testing/store-contract-acts'
import { inMemoryEventStore } from '../src/in-memory/event-store'

type Break = (store: EventStore) => Partial<EventStore>

const opened = (broken: Break): TE.TaskEither<StoreFault, StoreUnderTest> =>
  TE.fromIO(() => {
    const store = inMemoryEventStore()
    return { store: { ...store, ...broken(store) } }
  })

/** The laws of which at least one case fails. */
const lawsBroken = async (
  open: TE.TaskEither<StoreFault, StoreUnderTest>,
  faults: NonNullable<Parameters<typeof eventStoreContract>[0]['faults']> = []
): Promise<ReadonlyArray<number>> => {
  const cases = eventStoreContract({ name: 'broken', open, faults })
  const answers = await Promise.all(cases.map(({ run }) => Promise.race([run(), hanging(3000)])))
  return [
    ...new Set(cases.filter((_, i) => answers[i] === undefined || E.isLeft(answers[i])).map(({ law }) => law))
  ]
}

const hanging = (ms: number): Promise<undefined> =>
  new Promise(done => {
    setTimeout(() => done(undefined), ms).unref()
  })

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

const ignoresNoStream: Break = store => ({
  append: (process, expectation, records) =>
    expectation.tag === 'Streams' && expectation.streams.some(({ expected }) => expected.tag === 'NoStream')
      ? appendsAnyway(store)(process, expectation, records)
      : store.append(process, expectation, records)
})

const ignoresWhatIsOnlyRead: Break = store => ({
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

const ignoresTheLog: Break = store => ({
  append: (process, expectation, records) =>
    expectation.tag === 'Log'
      ? appendsAnyway(store)(process, expectation, records)
      : store.append(process, expectation, records)
})

/** Looks first and writes later, with others between. */
const looksThenWrites: Break = store => ({
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

const writesOneByOne: Break = store => ({
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
const unusableAfterConflict: Break = store => {
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

const forgetsWhatWasSent: Break = store => ({
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

const takesAnyRetry: Break = store => ({
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

const readingAs =
  (change: (record: LoggedRecord) => ReadonlyArray<LoggedRecord>): Break =>
  store => ({
    readLog: (process, query) =>
      pipe(
        store.readLog(process, query),
        TE.map(page => ({ ...page, records: page.records.flatMap(change) }))
      ),
    readStream: (process, stream, query) =>
      pipe(
        store.readStream(process, stream, query),
        TE.map(page => ({ ...page, records: page.records.flatMap(change) }))
      )
  })

const leavesGaps = readingAs(record => [{ ...record, log: logVersion(record.log.value * 2n) }])

const writesJsonAnew = readingAs(record => [{ ...record, bytes: reserialised(record.bytes) }])

const reserialised = (bytes: Uint8Array): Uint8Array => {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(Buffer.from(bytes).toString()) as unknown))
  } catch {
    return bytes
  }
}

const dropsUnknownTypes = readingAs(record => (record.type === 'SomethingOfALaterVersion' ? [] : [record]))

const resumesInclusively: Break = store => ({
  subscribe: (process, { after }) =>
    store.subscribe(process, { after: logVersion(after.value > 0n ? after.value - 1n : 0n) })
})

const idsAreOfAllProcesses: Break = store => {
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

const missingIsEmpty: Break = store => ({
  readStream: (process, stream, query) =>
    pipe(
      store.readStream(process, stream, query),
      TE.orElse((reason: NotInStore | StoreFault) =>
        reason.tag === 'NotInStore'
          ? TE.right<NotInStore | StoreFault, StreamPage>({ records: [], next: query.after, end: true })
          : TE.left(reason)
      )
    )
})

const tooLargeIsFine: Break = store => ({
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

const importsOneByOne: Break = store => ({
  import: records =>
    pipe(
      TE.traverseSeqArray((record: StoredRecord) => store.import([record]))(records),
      TE.map(() => undefined)
    )
})

describe('the contract refuses a store that', () => {
  it.each<readonly [string, number, Break]>([
    ['writes the records of an append one by one', 1, writesOneByOne],
    ['imports records one by one', 1, importsOneByOne],
    ['is unusable after one conflict', 1, unusableAfterConflict],
    ['ignores that a stream must not exist', 2, ignoresNoStream],
    ['ignores streams that are only read', 2, ignoresWhatIsOnlyRead],
    ['ignores the version of the log', 2, ignoresTheLog],
    ['looks first and writes later', 2, looksThenWrites],
    ['does not know an append that is sent again', 3, forgetsWhatWasSent],
    ['takes any append with a known id for a retry', 3, takesAnyRetry],
    ['leaves gaps in the versions of the log', 4, leavesGaps],
    ['resumes a subscription inclusively', 4, resumesInclusively],
    ['writes JSON anew instead of keeping the bytes', 6, writesJsonAnew],
    ['takes appends beyond 1 MiB', 6, tooLargeIsFine],
    ['shares ids between processes', 7, idsAreOfAllProcesses],
    ['reads a missing stream as an empty one', 8, missingIsEmpty],
    ['drops types that it does not know', 10, dropsUnknownTypes]
  ])('%s (law %i)', async (_, law, broken) => {
    expect(await lawsBroken(opened(broken))).toContain(law)
  })

  it('answers with less than there is when it is damaged (law 9)', async () => {
    const open = TE.fromIO<StoreUnderTest, StoreFault>(() => ({
      store: inMemoryEventStore(),
      faults: { damaged: TE.fromIO(inMemoryEventStore) }
    }))
    expect(await lawsBroken(open, ['damaged'])).toEqual([9])
  })

  it('forgets all when it is opened again (law 9)', async () => {
    const open = TE.fromIO<StoreUnderTest, StoreFault>(() => ({
      store: inMemoryEventStore(),
      reopen: TE.fromIO(inMemoryEventStore)
    }))
    expect(await lawsBroken(open)).toContain(9)
  })

  it('and accepts the store that none of this is done to', async () => {
    expect(await lawsBroken(opened(() => ({})))).toEqual([])
  })
})
