/** Stores that read wrongly, each in one way: what the contract must refuse. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { fromUtf8, utf8 } from '@ardiya/core/kernel/canonical'
import { type LoggedRecord, type StreamPage } from '@ardiya/core/kernel/event-store'
import { type NotInStore, type StoreFault } from '@ardiya/core/kernel/store-fault'
import { logVersion } from '@ardiya/core/kernel/version'
import { type Break } from './broken-writes'

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

export const leavesGaps = readingAs(record => [{ ...record, log: logVersion(record.log.value * 2n) }])

export const writesJsonAnew = readingAs(record => [{ ...record, bytes: reserialised(record.bytes) }])

const reserialised = (bytes: Uint8Array): Uint8Array => {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(Buffer.from(bytes).toString()) as unknown))
  } catch {
    return bytes
  }
}

export const dropsUnknownTypes = readingAs(record =>
  record.type === 'SomethingOfALaterVersion' ? [] : [record]
)

export const skipsBetweenPages: Break = store => ({
  readLog: (process, query) =>
    pipe(
      store.readLog(process, query),
      TE.map(page => (query.after.value > 0n ? { ...page, records: page.records.slice(1) } : page))
    )
})

export const leavesNothingOut: Break = store => ({
  readLog: (process, { after, limit }) => store.readLog(process, { after, limit })
})

export const skipsAtItsCursor: Break = store => ({
  readAll: query =>
    pipe(
      store.readAll(query),
      TE.map(page => (query.after === undefined ? page : { ...page, records: page.records.slice(1) }))
    )
})

export const subscribesToWhatComesOnly: Break = store => ({
  subscribe: process =>
    pipe(
      store.head(process),
      TE.flatMap(after => store.subscribe(process, { after }))
    )
})

export const resumesInclusively: Break = store => ({
  subscribe: (process, { after }) =>
    store.subscribe(process, { after: logVersion(after.value > 0n ? after.value - 1n : 0n) })
})

export const missingIsEmpty: Break = store => ({
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

const readingBytesAs = (change: (bytes: Uint8Array) => Uint8Array): Break =>
  readingAs(record => [{ ...record, bytes: change(record.bytes) }])

export const keepsAsciiOnly = readingBytesAs(bytes => bytes.map(byte => (byte > 0x7f ? 0x3f : byte)))

export const keepsTheBasicPlaneOnly = readingBytesAs(bytes =>
  utf8(fromUtf8(bytes).replace(/[\u{10000}-\u{10ffff}]/gu, '?'))
)

export const dropsByteOrderMarks = readingBytesAs(bytes => utf8(fromUtf8(bytes).replace(/^\uFEFF/, '')))

export const composesLetters = readingBytesAs(bytes => utf8(fromUtf8(bytes).normalize('NFC')))

export const keepsText = readingBytesAs(bytes => utf8(fromUtf8(bytes)))

/** As a parser with a limit of its own. */
export const readsShallowly = readingBytesAs(bytes =>
  fromUtf8(bytes).startsWith('['.repeat(5_000)) ? utf8('[]') : bytes
)

/** Hands out the very bytes that it was given. */
export const sharesBytes: Break = store => {
  const given = new Map<string, Uint8Array>()
  const own = (record: LoggedRecord): LoggedRecord => ({
    ...record,
    bytes: given.get(record.id) ?? record.bytes
  })
  return {
    append: (process, expectation, records) => {
      for (const { id, bytes } of records) given.set(id, bytes)
      return store.append(process, expectation, records)
    },
    ...readingAs(record => [own(record)])(store)
  }
}

export const failsWhileItIsEmpty: Break = store => ({
  readAll: query =>
    pipe(
      store.readAll(query),
      TE.filterOrElse(
        ({ records }) => query.after !== undefined || records.length > 0,
        (): StoreFault => ({ tag: 'StoreNotFound', at: 'memory:' })
      )
    )
})

export const deliversAfterClosing: Break = store => ({
  subscribe: (process, query) =>
    pipe(
      store.subscribe(process, query),
      TE.map(subscription => ({ ...subscription, close: TE.right(undefined) }))
    )
})

export const subscribesOnlyToWhatIsThere: Break = store => ({
  subscribe: (process, query) =>
    pipe(
      store.head(process),
      TE.filterOrElse(
        ({ value }) => value > 0n,
        (): StoreFault => ({ tag: 'StoreNotFound', at: 'memory:' })
      ),
      TE.flatMap(() => store.subscribe(process, query))
    )
})
