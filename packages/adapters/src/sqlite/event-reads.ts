/** The reads of the event store on one connection, each in one transaction, so that a page and its head agree. */
import * as E from 'fp-ts/lib/Either'
import {
  type AllPage,
  type LoggedRecord,
  type LogPage,
  type LogQuery,
  type StreamPage
} from '@ardiya/core/kernel/event-store'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type NotInStore } from '@ardiya/core/kernel/store-fault'
import { type StreamName } from '@ardiya/core/kernel/stream-name'
import { logVersion, type StreamVersion, streamVersion } from '@ardiya/core/kernel/version'
import { type Connection, reading } from './connection'
import { allProcesses, findStream, processFor, type ProcessRow, type StreamNames } from './event-index'
import { checkDenseLog, checkDenseStream, limitOf, placeOf, readPage } from './event-rows'
import { damageFound } from './fault'

/** A connection with what it remembers of names. */
export interface Reader {
  readonly connection: Connection
  readonly nameOf: StreamNames
}

export const readStream = (
  { connection, nameOf }: Reader,
  slug: ProcessSlug,
  name: StreamName,
  query: { readonly after: StreamVersion; readonly limit: number }
): E.Either<NotInStore, StreamPage> =>
  reading(connection, () => {
    const process = processFor(connection, slug)
    const stream = process && findStream(connection, process, name)
    if (process === undefined || stream === undefined)
      return E.left({ tag: 'NotInStore', process: slug, stream: name })
    const after = query.after.value
    const limit = limitOf(query.limit)
    const { records, whole } = readPage(
      connection,
      { where: 'stream = ? AND version > ? ORDER BY version LIMIT ?', given: [stream.number, after, limit] },
      process,
      nameOf
    )
    checkDenseStream(records, after, stream, whole ? limit : records.length)
    const next = after + BigInt(records.length)
    return E.right({ records, next: streamVersion(next), end: next >= stream.version })
  })

export const readLog = (reader: Reader, slug: ProcessSlug, query: LogQuery): E.Either<NotInStore, LogPage> =>
  reading(reader.connection, () => {
    const process = processFor(reader.connection, slug)
    if (process === undefined) return E.left({ tag: 'NotInStore', process: slug })
    return E.right(
      query.streams === undefined && query.types === undefined
        ? wholePage(reader, process, query.after.value, query.limit)
        : chosenPage(reader, process, query)
    )
  })

const wholePage = (
  { connection, nameOf }: Reader,
  process: ProcessRow,
  after: bigint,
  asked: number
): LogPage => {
  const limit = limitOf(asked)
  const { records, whole } = readPage(
    connection,
    {
      where: 'place > ? AND place <= ? ORDER BY place LIMIT ?',
      given: [placeOf(process, after), lastPlace(process), limit]
    },
    process,
    nameOf
  )
  checkDenseLog(records, after, process, whole ? limit : records.length)
  const next = after + BigInt(records.length)
  return { records, next: logVersion(next), end: next >= process.head }
}

/** The last place that a log may have: beyond its head, so that an event too many is seen as well. */
const lastPlace = (process: ProcessRow): bigint => placeOf({ number: process.number + 1n }, 0n)

const chosenPage = (
  { connection, nameOf }: Reader,
  process: ProcessRow,
  { after, streams, types, limit: asked }: LogQuery
): LogPage => {
  const limit = limitOf(asked)
  const numbers = streams?.flatMap(name => wholeStreamNumber(connection, process, name))
  const { records, whole } = readPage(
    connection,
    {
      where: [
        'place > ? AND place <= ?',
        ...(numbers === undefined ? [] : ['stream IN (SELECT value FROM json_each(?))']),
        ...(types === undefined ? [] : ['type IN (SELECT value FROM json_each(?))']),
        'TRUE ORDER BY place LIMIT ?'
      ].join(' AND '),
      given: [
        placeOf(process, after.value),
        lastPlace(process),
        ...(numbers === undefined ? [] : [JSON.stringify(numbers.map(Number))]),
        ...(types === undefined ? [] : [JSON.stringify(types)]),
        limit
      ]
    },
    process,
    nameOf
  )
  const next = endOfChosen(records, whole && records.length < limit, after.value, process)
  if (numbers === undefined) checkCount(connection, process, after.value, next)
  return { records, next: logVersion(next), end: next >= process.head }
}

const endOfChosen = (
  records: ReadonlyArray<LoggedRecord>,
  isLast: boolean,
  after: bigint,
  { head }: ProcessRow
): bigint => (isLast ? (after > head ? after : head) : (records[records.length - 1]?.log.value ?? after))

/** The number of a stream that is there; a stream that has not as many events as it should is damage. */
const wholeStreamNumber = (
  connection: Connection,
  process: ProcessRow,
  name: StreamName
): ReadonlyArray<bigint> => {
  const stream = findStream(connection, process, name)
  if (stream === undefined) return []
  const { count } = connection
    .sql('SELECT count(*) AS count FROM event WHERE stream = ?')
    .get(stream.number) as { readonly count: bigint }
  if (count !== stream.version) damageFound(`${name} has ${count} events where ${stream.version} should be`)
  return [stream.number]
}

/** What was passed over counts too: none of it may be missing. */
const checkCount = ({ sql }: Connection, process: ProcessRow, after: bigint, next: bigint): void => {
  const { count } = sql('SELECT count(*) AS count FROM event WHERE place > ? AND place <= ?').get(
    placeOf(process, after),
    placeOf(process, next)
  ) as { readonly count: bigint }
  if (next > after && count !== next - after)
    damageFound(`${process.slug} has ${count} events after ${after} where ${next - after} should be`)
}

/** Where a reader of all processes is: the log version reached in each, by the number of the process. */
type Cursor = ReadonlyMap<bigint, bigint>

const parseCursor = (text: string): Cursor =>
  new Map(
    text
      .split(',')
      .filter(part => /^\d+:\d+$/.test(part))
      .map(part => part.split(':').map(BigInt) as [bigint, bigint])
  )

const showCursor = (cursor: Cursor): string => [...cursor].map(([number, at]) => `${number}:${at}`).join(',')

export const readAll = (
  reader: Reader,
  query: { readonly after?: string; readonly limit: number }
): AllPage =>
  reading(reader.connection, () => {
    const cursor = new Map(parseCursor(query.after ?? ''))
    const processes = allProcesses(reader.connection)
    for (const process of processes) {
      const after = cursor.get(process.number) ?? 0n
      if (after >= process.head) continue
      const { records, next } = wholePage(reader, process, after, query.limit)
      cursor.set(process.number, next.value)
      return { records, next: showCursor(cursor), end: isAtEnd(cursor, processes) }
    }
    return { records: [], next: showCursor(cursor), end: true }
  })

const isAtEnd = (cursor: Cursor, processes: ReadonlyArray<ProcessRow>): boolean =>
  processes.every(({ number, head }) => (cursor.get(number) ?? 0n) >= head)

export const readHead = ({ connection }: Reader, slug: ProcessSlug): bigint =>
  reading(connection, () => processFor(connection, slug)?.head ?? 0n)

export const readProcesses = ({ connection }: Reader): ReadonlyArray<ProcessSlug> =>
  reading(connection, () => allProcesses(connection))
    .map(({ slug }) => slug)
    .sort()
