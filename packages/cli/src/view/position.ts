/** A place in the past, as people say it: a log version, a date (its end) or a time, in the zone of the process. */
import { type Capabilities } from '@ardiya/core/intake/capabilities'
import { instantOf } from '@ardiya/core/intake/moment'
import { versionKnownAt } from '@ardiya/core/kernel/fold-log'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import {
  type Instant,
  LocalDate,
  localDate,
  type ProcessSlug,
  type Zone
} from '@ardiya/core/kernel/primitives'
import { logVersion, type LogVersion, showVersion } from '@ardiya/core/kernel/version'
import type * as E from 'fp-ts/lib/Either'
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
  (zoned: Zoned) =>
  (option: string, said: string): TE.TaskEither<CliFailure, Position> =>
    /^\d+$/.test(said)
      ? versionReached(zoned, option, said)
      : pipe(
          TE.fromEither(lastInstantOf(zoned, said)),
          TE.mapLeft((): CliFailure => ({
            tag: 'OptionNotUnderstood',
            option,
            value: said,
            expected: `a log version (42), a date (2025-10-26), or a date and time (2025-10-26T10:00, in ${zoned.zone}; in another zone 2025-10-26T10:00Z)`
          })),
          TE.flatMap(instant =>
            pipe(
              versionKnownAt(zoned.store, zoned.process, instant),
              TE.map(version => ({ version, date: localDate(instant) }))
            )
          )
        )

/** No later version than there is: what would be shown is not what was asked for. */
const versionReached = (
  { store, process }: Zoned,
  option: string,
  said: string
): TE.TaskEither<CliFailure, Position> =>
  pipe(
    store.head(process),
    TE.filterOrElseW(
      ({ value }) => BigInt(said) <= value,
      (last): CliFailure => ({ tag: 'BeyondTheLog', option, value: said, process, last: showVersion(last) })
    ),
    TE.map(() => ({ version: logVersion(BigInt(said)) }))
  )

/** A date means the whole of it. */
const lastInstantOf = ({ zone, offsetAt }: Zoned, said: string): E.Either<unknown, Instant> =>
  instantOf({ offsetAt }, zone)(LocalDate.is(said) ? `${said}T23:59:59.999` : said, '')
