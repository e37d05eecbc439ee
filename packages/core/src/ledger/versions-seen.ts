/** The versions of the streams as a log is read: which one is not there though a later one of its stream is. */
import { type LoggedRecord } from '../kernel/event-store'
import { type StreamName } from '../kernel/stream-name'
import { type Place, placeOf } from './place'

/** A version that its stream does not have, and the event that comes next in the stream. */
export interface MissingVersion {
  readonly stream: StreamName
  readonly version: string
  readonly before: Place
}

interface Seen {
  readonly count: bigint
  readonly last: bigint
  readonly missing?: { readonly version: bigint; readonly before: LoggedRecord }
}

/** Grows with the streams, not with the events. */
export type VersionsSeen = Map<StreamName, Seen>

/** Notes a record's version; a map that is kept by one reader alone. */
export const seeVersion = (seen: VersionsSeen, record: LoggedRecord): void => {
  const { count, last, missing } = seen.get(record.stream) ?? { count: 0n, last: 0n }
  const first =
    missing ?? (record.version.value > last + 1n ? { version: last + 1n, before: record } : undefined)
  seen.set(record.stream, {
    count: count + 1n,
    last: record.version.value,
    ...(first === undefined ? {} : { missing: first })
  })
}

/**
 * The missing version that shows first in the log. A stream that ends with as many events as its last version has lost
 * none: the version of one in it was forged.
 */
export const firstMissing = (seen: VersionsSeen): MissingVersion | undefined => {
  const gaps = [...seen].flatMap(([stream, { count, last, missing }]) =>
    missing === undefined || last <= count ? [] : [{ stream, ...missing }]
  )
  const [first] = gaps.sort((a, b) => (a.before.log.value < b.before.log.value ? -1 : 1))
  return (
    first && {
      stream: first.stream,
      version: first.version.toString(),
      before: placeOf(first.before)
    }
  )
}
