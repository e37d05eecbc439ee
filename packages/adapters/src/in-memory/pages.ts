/** Pages cut from what is held in memory; each record goes out with a copy of its bytes. */
import {
  type AllPage,
  type LoggedRecord,
  type LogPage,
  type LogQuery,
  type StreamPage
} from '@ardiya/core/kernel/event-store'
import { logVersion, type StreamVersion, streamVersion } from '@ardiya/core/kernel/version'

const copied = (records: ReadonlyArray<LoggedRecord>): ReadonlyArray<LoggedRecord> =>
  records.map(record => ({ ...record, bytes: record.bytes.slice() }))

const atLeastOne = (limit: number): number => Math.max(1, limit)

export const logPage = (log: ReadonlyArray<LoggedRecord>, query: LogQuery): LogPage => {
  const limit = atLeastOne(query.limit)
  const found: LoggedRecord[] = []
  let at = Math.min(Number(query.after.value), log.length)
  for (; at < log.length && found.length < limit; at++) {
    const record = log[at]
    if (record !== undefined && isAskedFor(record, query)) found.push(record)
  }
  const next = at > Number(query.after.value) ? logVersion(at) : query.after
  return { records: copied(found), next, end: at >= log.length }
}

const isAskedFor = ({ stream, type }: LoggedRecord, { streams, types }: LogQuery): boolean =>
  (streams === undefined || streams.includes(stream)) && (types === undefined || types.includes(type))

export const streamPage = (
  stream: ReadonlyArray<LoggedRecord>,
  query: { readonly after: StreamVersion; readonly limit: number }
): StreamPage => {
  const after = Number(query.after.value)
  const records = copied(stream.slice(after, after + atLeastOne(query.limit)))
  const next = streamVersion(after + records.length)
  return { records, next, end: after + records.length >= stream.length }
}

export const allPage = (
  all: ReadonlyArray<LoggedRecord>,
  query: { readonly after?: string; readonly limit: number }
): AllPage => {
  const after = Number(query.after ?? '0')
  const records = copied(all.slice(after, after + atLeastOne(query.limit)))
  const next = after + records.length
  return { records, next: String(next), end: next >= all.length }
}
