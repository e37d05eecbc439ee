/** A place in the past, as people say it: a log version, an instant, or a date (its end, in the zone of the process). */
import { type Capabilities } from '@ardiya/core/intake/capabilities'
import { versionKnownAt } from '@ardiya/core/kernel/fold-log'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { Instant, LocalDate, type ProcessSlug, UtcInstant, type Zone } from '@ardiya/core/kernel/primitives'
import { logVersion, type LogVersion } from '@ardiya/core/kernel/version'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type CliFailure } from '../failure/failure'

/** Where in the log it is; `date` is the day by which due dates are then measured, where one was said. */
export interface Position {
  readonly version: LogVersion
  readonly date?: LocalDate
}

export interface Zoned {
  readonly store: EventStore
  readonly process: ProcessSlug
  readonly zone: Zone
  readonly offsetAt: Capabilities['offsetAt']
}

export const positionOf =
  ({ store, process, zone, offsetAt }: Zoned) =>
  (option: string, said: string): TE.TaskEither<CliFailure, Position> => {
    if (/^\d+$/.test(said)) return versionUpToHead(store, process, BigInt(said))
    const instant = instantOf(said, zone, offsetAt)
    return instant === undefined
      ? TE.left({
          tag: 'OptionNotUnderstood',
          option,
          value: said,
          expected: 'a log version (42), a date (2025-10-26) or an instant (2025-10-26T10:00:00Z)'
        })
      : pipe(
          versionKnownAt(store, process, instant),
          TE.map(version => ({ version, date: said.slice(0, 10) as LocalDate }))
        )
  }

const versionUpToHead = (
  store: EventStore,
  process: ProcessSlug,
  version: bigint
): TE.TaskEither<CliFailure, Position> =>
  pipe(
    store.head(process),
    TE.map(({ value }) => ({ version: logVersion(version < value ? version : value) }))
  )

const instantOf = (
  said: string,
  zone: Zone,
  offsetAt: Capabilities['offsetAt']
): Instant | UtcInstant | undefined => {
  const wall = `${said}T23:59:59.999`
  const exact = LocalDate.is(said) ? `${wall}${offsetAt(zone, wall) ?? '+00:00'}` : withMillis(said)
  return Instant.is(exact) || UtcInstant.is(exact) ? exact : undefined
}

/** `2025-10-26T10:00Z` and `…:00+01:00` as they are kept, with seconds and milliseconds. */
const withMillis = (said: string): string => {
  const [, date, minutes, seconds = '00', millis = '000', offset] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:\d\d)$/.exec(said) ?? []
  return `${date ?? ''}T${minutes ?? ''}:${seconds}.${millis.padEnd(3, '0')}${offset ?? ''}`
}
