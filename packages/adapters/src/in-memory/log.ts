/** The log of one process in memory, and the decision of an append on it. The reference for the contract. */
import * as E from 'fp-ts/lib/Either'
import { answerAgain, recordsFlaw, versionExpected, versionsFlaw } from '@ardiya/core/kernel/append-shape'
import {
  type AppendRefusal,
  type Expectation,
  type LoggedRecord,
  type StoredRecord
} from '@ardiya/core/kernel/event-store'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StreamName } from '@ardiya/core/kernel/stream-name'
import { logVersion, type LogVersion, type StreamVersion, streamVersion } from '@ardiya/core/kernel/version'

export interface Log {
  readonly records: LoggedRecord[]
  readonly streams: Map<StreamName, LoggedRecord[]>
  readonly byId: Map<string, LoggedRecord>
}

export const emptyLog = (): Log => ({ records: [], streams: new Map(), byId: new Map() })

export const headOf = (log: Log | undefined): LogVersion => logVersion(log?.records.length ?? 0)

const versionOf = (log: Log, stream: StreamName): StreamVersion =>
  streamVersion(log.streams.get(stream)?.length ?? 0)

/** What the append does: refuse, answer as the first time, or write. */
export type Verdict = E.Either<
  AppendRefusal,
  { readonly tag: 'Again'; readonly at: LogVersion } | { readonly tag: 'Write' }
>

const write: Verdict = E.right({ tag: 'Write' })

export const judge = (log: Log, expectation: Expectation, records: ReadonlyArray<StoredRecord>): Verdict => {
  const taken = firstTaken(log, records)
  if (taken !== undefined) return again(log, records, taken)
  return expectation.tag === 'Log'
    ? judgeLog(log, expectation.version, records)
    : judgeStreams(log, expectation)
}

const firstTaken = (log: Log, records: ReadonlyArray<StoredRecord>): LoggedRecord | undefined =>
  records.map(({ id }) => log.byId.get(id)).find(record => record !== undefined)

const again = (log: Log, records: ReadonlyArray<StoredRecord>, first: LoggedRecord): Verdict => {
  const from = Number(first.log.value) - 1
  const stored = log.records.slice(from, from + records.length + 1)
  return E.map((at: LogVersion) => ({ tag: 'Again' as const, at }))(answerAgain(records, first, stored))
}

const judgeStreams = (log: Log, expectation: Expectation & { tag: 'Streams' }): Verdict => {
  const moved = expectation.streams
    .filter(({ stream, expected }) => versionExpected(expected).value !== versionOf(log, stream).value)
    .map(({ stream }) => ({ stream, actual: versionOf(log, stream) }))
  return moved.length === 0 ? write : E.left({ tag: 'Conflict', moved, log: headOf(log) })
}

const judgeLog = (log: Log, expected: LogVersion, records: ReadonlyArray<StoredRecord>): Verdict => {
  if (expected.value !== headOf(log).value)
    return E.left({ tag: 'Conflict', moved: movedSince(log, expected), log: headOf(log) })
  return following(log, records)
}

/** Records that must follow their streams as they are now: of an import, or of a decision over the whole log. */
const following = (log: Log, records: ReadonlyArray<StoredRecord>): Verdict => {
  const now = new Map(records.map(({ stream }) => [stream, versionOf(log, stream).value] as const))
  const flaw = versionsFlaw(records, now)
  return flaw === undefined ? write : E.left(flaw)
}

const movedSince = (log: Log, since: LogVersion) =>
  [...new Set(log.records.slice(Number(since.value)).map(({ stream }) => stream))].map(stream => ({
    stream,
    actual: versionOf(log, stream)
  }))

export const judgeImport = (
  log: Log,
  process: ProcessSlug,
  records: ReadonlyArray<StoredRecord>
): Verdict => {
  const flaw = recordsFlaw(process, records)
  if (flaw !== undefined) return E.left(flaw)
  const taken = firstTaken(log, records)
  return taken === undefined ? following(log, records) : again(log, records, taken)
}

/** Puts the record at the end of its log, with a copy of its bytes. */
export const put = (log: Log, record: StoredRecord): LoggedRecord => {
  const logged = { ...record, bytes: record.bytes.slice(), log: logVersion(log.records.length + 1) }
  log.records.push(logged)
  log.byId.set(record.id, logged)
  log.streams.set(record.stream, log.streams.get(record.stream) ?? [])
  log.streams.get(record.stream)?.push(logged)
  return logged
}
