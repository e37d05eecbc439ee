/** The append and the import of the event store: one transaction, with the lock taken before the first look. */
import * as E from 'fp-ts/lib/Either'
import { recordsFlaw } from '@ardiya/core/kernel/append-shape'
import { type AppendRefusal, type Expectation, type StoredRecord } from '@ardiya/core/kernel/event-store'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StreamName } from '@ardiya/core/kernel/stream-name'
import { logVersion, type LogVersion } from '@ardiya/core/kernel/version'
import { crc32 } from './checksum'
import { type Connection, writing } from './connection'
import {
  moveProcess,
  moveStream,
  nextNumber,
  type ProcessRow,
  putProcess,
  putStream,
  type StreamRow
} from './event-index'
import { type Found, look, malformed, namedIn, refusal, taken, writtenBy } from './event-found'
import { eventSum, placeOf } from './event-rows'
import { damageFound, isConstraint } from './fault'
import { type Reader } from './event-reads'

/** A record with the checksum of its bytes, taken before the lock. */
export interface Prepared {
  readonly record: StoredRecord
  readonly bytesSum: number
}

export const prepared = (records: ReadonlyArray<StoredRecord>): ReadonlyArray<Prepared> =>
  records.map(record => ({ record, bytesSum: crc32(record.bytes) }))

const bareOf = (records: ReadonlyArray<Prepared>): ReadonlyArray<StoredRecord> =>
  records.map(({ record }) => record)

export const append = (
  reader: Reader,
  slug: ProcessSlug,
  expectation: Expectation,
  records: ReadonlyArray<Prepared>
): E.Either<AppendRefusal, LogVersion> =>
  writing(reader.connection, () => {
    const bare = bareOf(records)
    const found = look(reader.connection, slug, [...namedIn(expectation), ...writtenBy(bare)])
    const refused = refusal(reader, found, expectation, bare)
    return refused === undefined
      ? write(reader, found, records)
      : (taken(reader, found, bare) ?? E.left(refused))
  })

/** All processes of an import in one transaction; what is in the log already as a whole is left as it is. */
export const importAll = (reader: Reader, records: ReadonlyArray<Prepared>): E.Either<AppendRefusal, void> =>
  writing(reader.connection, () => {
    for (const slug of new Set(records.map(({ record }) => record.process))) {
      const own = records.filter(({ record }) => record.process === slug)
      const answer = importInto(reader, slug, own)
      if (E.isLeft(answer)) return answer
    }
    return E.right(undefined)
  })

const importInto = (
  reader: Reader,
  slug: ProcessSlug,
  records: ReadonlyArray<Prepared>
): E.Either<AppendRefusal, LogVersion> => {
  const bare = bareOf(records)
  const flaw = recordsFlaw(slug, bare)
  if (flaw !== undefined) return E.left(flaw)
  const found = look(reader.connection, slug, writtenBy(bare))
  const again = taken(reader, found, bare)
  if (again !== undefined) return again
  const refused = malformed(found, bare)
  return refused === undefined ? write(reader, found, records) : E.left(refused)
}

const write = (
  reader: Reader,
  found: Found,
  records: ReadonlyArray<Prepared>
): E.Either<AppendRefusal, LogVersion> => {
  const { connection } = reader
  const process = found.process ?? { number: nextNumber(connection, 'process'), slug: found.slug, head: 0n }
  const streams = numbered(connection, process, found, records)
  try {
    records.forEach((each, i) => insert(connection, process, streams, each, process.head + BigInt(i) + 1n))
  } catch (error) {
    if (!isConstraint(error)) throw error
    return taken(reader, found, bareOf(records)) ?? damageFound('a version stands twice')
  }
  const head = process.head + BigInt(records.length)
  const put = found.process === undefined ? putProcess : moveProcess
  put(connection, { ...process, head })
  for (const stream of streams.values())
    (found.streams.get(stream.name) === undefined ? putStream : moveStream)(connection, stream)
  return E.right(logVersion(head))
}

/** The streams that are written, each with its number and the version after the append. */
const numbered = (
  connection: Connection,
  process: ProcessRow,
  found: Found,
  records: ReadonlyArray<Prepared>
): ReadonlyMap<StreamName, StreamRow> => {
  const streams = new Map<StreamName, StreamRow>()
  let fresh: bigint | undefined
  for (const { record } of records) {
    const known = streams.get(record.stream) ?? found.streams.get(record.stream)
    if (known === undefined) fresh = fresh === undefined ? nextNumber(connection, 'stream') : fresh + 1n
    streams.set(record.stream, {
      number: known?.number ?? fresh ?? 0n,
      process: process.number,
      name: record.stream,
      version: record.version.value
    })
  }
  return streams
}

const insert = (
  { sql }: Connection,
  process: ProcessRow,
  streams: ReadonlyMap<StreamName, StreamRow>,
  { record: { stream, version, id, type, bytes }, bytesSum }: Prepared,
  log: bigint
): void => {
  const place = placeOf(process, log)
  sql(
    'INSERT INTO event (place, process, stream, version, id, type, sum, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
  ).run(
    place,
    process.number,
    streams.get(stream)?.number ?? 0n,
    version.value,
    id,
    type,
    eventSum(place, stream, version.value, id, type, bytesSum),
    bytes
  )
}
