/** What an append finds in the file before it writes: whether its expectation holds, and whether it stands there already. */
import type * as E from 'fp-ts/lib/Either'
import { answerAgain, type Placed, versionExpected, versionsFlaw } from '@ardiya/core/kernel/append-shape'
import {
  type AppendRefusal,
  type Conflict,
  type Expectation,
  type StoredRecord
} from '@ardiya/core/kernel/event-store'
import { type EventId, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StreamName } from '@ardiya/core/kernel/stream-name'
import { logVersion, type LogVersion, streamVersion } from '@ardiya/core/kernel/version'
import { type Connection } from './connection'
import { findProcess, findStream, type ProcessRow, type StreamRow } from './event-index'
import { type Reader } from './event-reads'
import { placeOf } from './event-rows'

/** A log as an append finds it: its process, and the streams that the append names. */
export interface Found {
  readonly slug: ProcessSlug
  readonly process: ProcessRow | undefined
  readonly streams: ReadonlyMap<StreamName, StreamRow | undefined>
}

export const namedIn = (expectation: Expectation): ReadonlyArray<StreamName> =>
  expectation.tag === 'Log' ? [] : expectation.streams.map(({ stream }) => stream)

export const writtenBy = (records: ReadonlyArray<StoredRecord>): ReadonlyArray<StreamName> =>
  records.map(({ stream }) => stream)

export const look = (connection: Connection, slug: ProcessSlug, names: ReadonlyArray<StreamName>): Found => {
  const process = findProcess(connection, slug)
  const streams = new Map<StreamName, StreamRow | undefined>()
  for (const name of names)
    if (!streams.has(name)) streams.set(name, process && findStream(connection, process, name))
  return { slug, process, streams }
}

const versionIn = ({ streams }: Found, name: StreamName): bigint => streams.get(name)?.version ?? 0n

const headIn = ({ process }: Found): bigint => process?.head ?? 0n

/** Why the expectation does not hold; absent where it does. */
export const refusal = (
  reader: Reader,
  found: Found,
  expectation: Expectation,
  records: ReadonlyArray<StoredRecord>
): AppendRefusal | undefined => {
  if (expectation.tag === 'Log')
    return expectation.version.value === headIn(found)
      ? malformed(found, records)
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

export const malformed = (found: Found, records: ReadonlyArray<StoredRecord>): AppendRefusal | undefined => {
  const at = new Map(records.map(({ stream }) => [stream, versionIn(found, stream)] as const))
  return versionsFlaw(records, at)
}

const movedSince = ({ connection }: Reader, { process }: Found, since: bigint): Conflict['moved'] => {
  if (process === undefined) return []
  const rows = connection
    .rows(
      `SELECT stream.name, stream.version FROM event JOIN stream ON stream.number = event.stream
       WHERE place > ? AND place <= ? GROUP BY stream.number ORDER BY min(place)`
    )
    // the driver tells nothing of columns; STRICT tables hold text and integers as they were put in
    .all(placeOf(process, since), placeOf(process, process.head)) as unknown as [StreamName, bigint][]
  return rows.map(([stream, version]) => ({ stream, actual: streamVersion(version) }))
}

/** The answer where an id of the append is in the log already (law 3); absent where none is. */
export const taken = (
  reader: Reader,
  { process }: Found,
  records: ReadonlyArray<StoredRecord>
): E.Either<AppendRefusal, LogVersion> | undefined => {
  if (process === undefined) return undefined
  for (const record of records) {
    const [first, ...rest] = placedFrom(reader, process, record.id, records.length + 1)
    if (first !== undefined) return answerAgain(records, first, [first, ...rest])
  }
  return undefined
}

/** As the columns of a STRICT table are; the driver tells nothing of them. */
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
    // as above: the driver tells nothing of columns
    .all(process.number, id, placeOf(process, process.head), count) as unknown as PlacedRow[]
  return rows.map(([place, rowId, stream, version]) => ({
    id: rowId,
    stream: nameOf(stream),
    version: streamVersion(version),
    log: logVersion(place - placeOf(process, 0n))
  }))
}
