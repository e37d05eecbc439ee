/** Events as rows: how a record is stored, and how a page of rows becomes records again, dense and unharmed. */
import { type LoggedRecord } from '@ardiya/core/kernel/event-store'
import { type EventId } from '@ardiya/core/kernel/primitives'
import { logVersion, streamVersion } from '@ardiya/core/kernel/version'
import { crc32, sumOf } from './checksum'
import { type Connection } from './connection'
import { type ProcessRow, type StreamNames, type StreamRow } from './event-index'
import { damageFound } from './fault'
import { placesPerProcess } from './format'

/** The columns that a record is made of, in this order. */
export const columns = 'place, stream, version, id, type, sum, bytes'

type EventRow = readonly [bigint, bigint, bigint, string, string, bigint, Uint8Array]

/** At most so many bytes of bodies on a page, and always one record. */
const maxPageBytes = 4 * 1024 * 1024
/** Records on a page however many are asked for. */
const maxPageRecords = 10_000

export const placeOf = ({ number }: Pick<ProcessRow, 'number'>, log: bigint): bigint =>
  number * placesPerProcess + log

/** The checksum of an event, going on from that of its bytes: `crc32(bytes)` is taken before the transaction. */
export const eventSum = (
  place: bigint,
  stream: string,
  version: bigint,
  id: string,
  type: string,
  bytesSum: number
): number => sumOf([place, stream, version, id, type], bytesSum)

export const limitOf = (limit: number): number => Math.min(Math.max(1, limit), maxPageRecords)

/** Reads rows until the page is full; `whole` says whether there was room for all of them. */
export const readPage = (
  { rows }: Connection,
  query: { readonly where: string; readonly given: ReadonlyArray<bigint | string | number> },
  process: ProcessRow,
  nameOf: StreamNames
): { readonly records: ReadonlyArray<LoggedRecord>; readonly whole: boolean } => {
  const records: LoggedRecord[] = []
  let bytes = 0
  const found = rows(`SELECT ${columns} FROM event WHERE ${query.where}`).iterate(...query.given)
  for (const row of found as Iterable<EventRow>) {
    if (!isWellTyped(row)) damageFound(`a row of ${process.slug} has not the columns of an event`)
    bytes += row[6].length
    if (bytes > maxPageBytes && records.length > 0) return { records, whole: false }
    records.push(toRecord(row, process, nameOf))
  }
  return { records, whole: true }
}

const isWellTyped = ([, stream, version, , , , bytes]: EventRow): boolean =>
  typeof stream === 'bigint' && typeof version === 'bigint' && ArrayBuffer.isView(bytes)

const toRecord = (row: EventRow, process: ProcessRow, nameOf: StreamNames): LoggedRecord => {
  const [place, streamNumber, version, id, type, sum, bytes] = row
  const stream = nameOf(streamNumber)
  const log = place - process.number * placesPerProcess
  if (Number(sum) !== eventSum(place, stream, version, id, type, crc32(bytes)))
    damageFound(`event ${log} of ${process.slug} is not as it was written`)
  return {
    process: process.slug,
    stream,
    version: streamVersion(version),
    id: id as EventId,
    type,
    bytes,
    log: logVersion(log)
  }
}

/** Every log version from `after` on must be there, up to the end of the page or of the log. */
export const checkDenseLog = (
  records: ReadonlyArray<LoggedRecord>,
  after: bigint,
  process: ProcessRow,
  room: number
): void => {
  const missing = records.findIndex(({ log }, i) => log.value !== after + BigInt(i) + 1n)
  if (missing !== -1) damageFound(`event ${after + BigInt(missing) + 1n} of ${process.slug} is missing`)
  checkLength(records.length, process.head - after, room, `the log of ${process.slug}`)
}

/** Every version of the stream from `after` on must be there, up to the end of the page or of the stream. */
export const checkDenseStream = (
  records: ReadonlyArray<LoggedRecord>,
  after: bigint,
  stream: StreamRow,
  room: number
): void => {
  const missing = records.findIndex(({ version }, i) => version.value !== after + BigInt(i) + 1n)
  if (missing !== -1) damageFound(`version ${after + BigInt(missing) + 1n} of ${stream.name} is missing`)
  checkLength(records.length, stream.version - after, room, stream.name)
}

const checkLength = (found: number, left: bigint, room: number, what: string): void => {
  const due = left < 0n ? 0n : left < BigInt(room) ? left : BigInt(room)
  if (BigInt(found) !== due) damageFound(`${what} has ${found} events where ${due} should be`)
}
