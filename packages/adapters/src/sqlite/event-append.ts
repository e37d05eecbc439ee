/** The append and the import of the event store: one transaction, with the lock taken before the first look. */
import * as E from 'fp-ts/lib/Either'
import {
  answerAgain,
  type Placed,
  recordsFlaw,
  versionExpected,
  versionsFlaw
} from '@ardiya/core/kernel/append-shape'
import {
  type AppendRefusal,
  type Conflict,
  type Expectation,
  type StoredRecord
} from '@ardiya/core/kernel/event-store'
import { type EventId, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StreamName } from '@ardiya/core/kernel/stream-name'
import { logVersion, type LogVersion, streamVersion } from '@ardiya/core/kernel/version'
import { crc32 } from './checksum'
import { type Connection, writing } from './connection'
import {
  findProcess,
  findStream,
  moveProcess,
  moveStream,
  nextNumber,
  type ProcessRow,
  putProcess,
  putStream,
  type StreamRow
} from './event-index'
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

/** A log as an append finds it: its process, and the streams that the append names. */
interface Found {
  readonly slug: ProcessSlug
  readonly process: ProcessRow | undefined
  readonly streams: ReadonlyMap<StreamName, StreamRow | undefined>
}

export const append = (
  reader: Reader,
  slug: ProcessSlug,
  expectation: Expectation,
  records: ReadonlyArray<Prepared>
): E.Either<AppendRefusal, LogVersion> =>
  writing(reader.connection, () => {
    const found = look(reader.connection, slug, [...namedIn(expectation), ...writtenBy(records)])
    const refused = refusal(reader, found, expectation, records)
    return refused === undefined
      ? write(reader, found, records)
      : (taken(reader, found, records) ?? E.left(refused))
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
  const bare = records.map(({ record }) => record)
  const detail = recordsFlaw(slug, bare)
  if (detail !== undefined) return E.left({ tag: 'MalformedAppend', detail })
  const found = look(reader.connection, slug, writtenBy(records))
  const again = taken(reader, found, records)
  if (again !== undefined) return again
  const refused = malformed(found, bare)
  return refused === undefined ? write(reader, found, records) : E.left(refused)
}

const namedIn = (expectation: Expectation): ReadonlyArray<StreamName> =>
  expectation.tag === 'Log' ? [] : expectation.streams.map(({ stream }) => stream)

const writtenBy = (records: ReadonlyArray<Prepared>): ReadonlyArray<StreamName> =>
  records.map(({ record }) => record.stream)

const look = (connection: Connection, slug: ProcessSlug, names: ReadonlyArray<StreamName>): Found => {
  const process = findProcess(connection, slug)
  const streams = new Map<StreamName, StreamRow | undefined>()
  for (const name of names)
    if (!streams.has(name)) streams.set(name, process && findStream(connection, process, name))
  return { slug, process, streams }
}

const versionIn = ({ streams }: Found, name: StreamName): bigint => streams.get(name)?.version ?? 0n

const headIn = ({ process }: Found): bigint => process?.head ?? 0n

/** Why the expectation does not hold; absent where it does. */
const refusal = (
  reader: Reader,
  found: Found,
  expectation: Expectation,
  records: ReadonlyArray<Prepared>
): AppendRefusal | undefined => {
  if (expectation.tag === 'Log')
    return expectation.version.value === headIn(found)
      ? malformed(
          found,
          records.map(({ record }) => record)
        )
      : conflict(found, movedSince(reader, found, expectation.version.value))
  const moved = expectation.streams
    .filter(({ stream, expected }) => versionExpected(expected).value !== versionIn(found, stream))
    .map(({ stream }) => ({ stream, actual: streamVersion(versionIn(found, stream)) }))
  return moved.length === 0 ? undefined : conflict(found, moved)
}

const conflict = (found: Found, moved: Conflict['moved']): Conflict => ({
  tag: 'Conflict',
  moved,
  log: logVersion(headIn(found))
})

const malformed = (found: Found, records: ReadonlyArray<StoredRecord>): AppendRefusal | undefined => {
  const at = new Map(records.map(({ stream }) => [stream, versionIn(found, stream)] as const))
  const detail = versionsFlaw(records, at)
  return detail === undefined ? undefined : { tag: 'MalformedAppend', detail }
}

const movedSince = ({ connection }: Reader, { process }: Found, since: bigint): Conflict['moved'] => {
  if (process === undefined) return []
  const rows = connection
    .rows(
      `SELECT stream.name, stream.version FROM event JOIN stream ON stream.number = event.stream
       WHERE place > ? AND place <= ? GROUP BY stream.number ORDER BY min(place)`
    )
    .all(placeOf(process, since), placeOf(process, process.head)) as unknown as [StreamName, bigint][]
  return rows.map(([stream, version]) => ({ stream, actual: streamVersion(version) }))
}

/** The answer where an id of the append is in the log already (law 3); absent where none is. */
const taken = (
  reader: Reader,
  { process }: Found,
  records: ReadonlyArray<Prepared>
): E.Either<AppendRefusal, LogVersion> | undefined => {
  if (process === undefined) return undefined
  for (const { record } of records) {
    const [first, ...rest] = placedFrom(reader, process, record.id, records.length + 1)
    if (first !== undefined)
      return answerAgain(
        records.map(each => each.record),
        first,
        [first, ...rest]
      )
  }
  return undefined
}

type PlacedRow = readonly [bigint, EventId, bigint, bigint]

const placedFrom = (
  { connection, nameOf }: Reader,
  process: ProcessRow,
  id: EventId,
  count: number
): ReadonlyArray<Placed> => {
  const rows = connection
    .rows(
      `SELECT place, id, stream, version FROM event
       WHERE place >= (SELECT place FROM event WHERE process = ? AND id = ?) AND place <= ?
       ORDER BY place LIMIT ?`
    )
    .all(process.number, id, placeOf(process, process.head), count) as unknown as PlacedRow[]
  return rows.map(([place, rowId, stream, version]) => ({
    id: rowId,
    stream: nameOf(stream),
    version: streamVersion(version),
    log: logVersion(place - placeOf(process, 0n))
  }))
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
    return taken(reader, found, records) ?? damageFound('a version stands twice')
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
