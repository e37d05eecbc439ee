/**
 * What is checked of an append before any store sees it, the same for every store (laws 2, 3 and 6): its size, that its
 * records follow one another, and whether what is found stored under its ids is the same append, sent again.
 */
import * as E from 'fp-ts/lib/Either'
import {
  type AppendRefusal,
  type AppendTooLarge,
  type Expectation,
  type ExpectedVersion,
  type MalformedAppend,
  maxAppendBytes,
  type StoredRecord
} from './event-store'
import { type ProcessSlug } from './primitives'
import { type StreamName } from './stream-name'
import { logVersionAfter, type LogVersion, showVersion, type StreamVersion, streamVersion } from './version'

/** The version that an expectation names: `0` where there must be no stream. */
export const versionExpected = (expected: ExpectedVersion): StreamVersion =>
  expected.tag === 'NoStream' ? streamVersion(0) : expected.version

/** The bytes of an append in all: what law 6 bounds. */
const appendBytes = (records: ReadonlyArray<StoredRecord>): number =>
  records.reduce((sum, record) => sum + record.bytes.length, 0)

/**
 * Refuses an append beyond 1 MiB, of another process, with an id twice, that writes a stream it has no expectation
 * of, or whose versions do not follow the expected one.
 */
export const checkAppend = (
  process: ProcessSlug,
  expectation: Expectation,
  records: ReadonlyArray<StoredRecord>
): E.Either<AppendTooLarge | MalformedAppend, void> => {
  const bytes = appendBytes(records)
  if (bytes > maxAppendBytes) return E.left({ tag: 'AppendTooLarge', bytes, limit: maxAppendBytes })
  const flaw = firstFlaw(process, expectation, records)
  return flaw === undefined ? E.right(undefined) : E.left(flaw)
}

const malformed = (detail: string): MalformedAppend => ({ tag: 'MalformedAppend', detail })

const firstFlaw = (
  process: ProcessSlug,
  expectation: Expectation,
  records: ReadonlyArray<StoredRecord>
): MalformedAppend | undefined => recordsFlaw(process, records) ?? expectationFlaw(expectation, records)

/** What is wrong with records taken by themselves: of another process, an id twice, not storable. */
export const recordsFlaw = (
  process: ProcessSlug,
  records: ReadonlyArray<StoredRecord>
): MalformedAppend | undefined => {
  const stranger = records.find(record => record.process !== process)
  if (stranger !== undefined)
    return malformed(`${stranger.id} is of process ${stranger.process}, not of ${process}`)
  if (new Set(records.map(record => record.id)).size !== records.length)
    return malformed('an event id stands twice')
  const unstorable = records.find(({ type, bytes }) => type.includes('\u0000') || bytes.length === 0)
  return unstorable && malformed(`${unstorable.id} has no bytes, or U+0000 in its type`)
}

const expectationFlaw = (
  expectation: Expectation,
  records: ReadonlyArray<StoredRecord>
): MalformedAppend | undefined => {
  if (expectation.tag === 'Log') return undefined
  const names = expectation.streams.map(({ stream }) => stream)
  if (new Set(names).size !== names.length) return malformed('a stream is expected twice')
  return versionsFlaw(
    records,
    new Map(expectation.streams.map(({ stream, expected }) => [stream, versionExpected(expected).value]))
  )
}

/** The first record whose version does not follow `at`, the versions of the streams before the append. */
export const versionsFlaw = (
  records: ReadonlyArray<StoredRecord>,
  at: ReadonlyMap<StreamName, bigint>
): MalformedAppend | undefined => {
  const next = new Map(at)
  for (const { id, stream, version } of records) {
    const before = next.get(stream)
    if (before === undefined) return malformed(`${id} writes ${stream}, which the expectation does not name`)
    if (version.value !== before + 1n) return notFollowing({ id, stream, version }, before)
    next.set(stream, version.value)
  }
  return undefined
}

const notFollowing = (
  { id, stream, version }: Pick<StoredRecord, 'id' | 'stream' | 'version'>,
  before: bigint
): MalformedAppend => {
  const detail = `${id} is version ${showVersion(version)} of ${stream} after version ${before}`
  if (version.value <= before) return malformed(detail)
  const missing = showVersion(streamVersion(before + 1n))
  return { ...malformed(`${detail}: version ${missing} is missing`), missing: { stream, version: missing } }
}

/** What identifies a record that is stored already, at its place in the log. */
export type Placed = Pick<StoredRecord, 'id' | 'stream' | 'version'> & { readonly log: LogVersion }

/**
 * Whether `records` are what stands in the log from the place of their first id (law 3): the same ids in the same
 * order on the same streams and versions, no more and no fewer. The bytes are not compared: the first stand.
 * `stored` is the log from that place on, one record longer than `records` where the log goes on.
 */
const isSameAppend = (
  records: ReadonlyArray<StoredRecord>,
  stored: ReadonlyArray<Omit<Placed, 'log'>>
): boolean => {
  const last = records[records.length - 1]
  const after = stored[records.length]
  return (
    records.every((record, index) => isSameRecord(record, stored[index])) &&
    (last === undefined || after === undefined || commandOf(after.id) !== commandOf(last.id))
  )
}

const isSameRecord = (record: StoredRecord, stored: Omit<Placed, 'log'> | undefined): boolean =>
  stored !== undefined &&
  stored.id === record.id &&
  stored.stream === record.stream &&
  stored.version.value === record.version.value

const commandOf = (id: string): string => id.slice(0, id.lastIndexOf('.'))

/** The answer to an append whose ids are in the log already: as it was given the first time, or `IdTaken`. */
export const answerAgain = (
  records: ReadonlyArray<StoredRecord>,
  first: Placed,
  stored: ReadonlyArray<Omit<Placed, 'log'>>
): E.Either<AppendRefusal, LogVersion> =>
  first.id === records[0]?.id && isSameAppend(records, stored)
    ? E.right(logVersionAfter(first.log, records.length - 1))
    : E.left({ tag: 'IdTaken', id: first.id })
