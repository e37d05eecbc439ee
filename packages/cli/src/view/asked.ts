/** What a view is asked for, made of the options of `ardiya show`. */
import { instantOf } from '@ardiya/core/intake/moment'
import { type Instant, LocalDate } from '@ardiya/core/kernel/primitives'
import { type Asked } from '@ardiya/core/views/view'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { machine } from '../container'
import { type CliFailure } from '../failure/failure'
import { notUnderstood } from './flags'
import { type Position } from './position'
import { type Showing } from './showing'

/** Due dates are measured by `--today`, else by the day that is looked at, else by the machine's. */
export const askedOf = (showing: Showing, position: Position | undefined): E.Either<CliFailure, Asked> => {
  const { ref, flags } = showing
  return pipe(
    E.Do,
    E.bind('today', () => todayAsked(showing, position)),
    E.bind('at', () => instantAsked(showing)),
    E.map(({ today, at }) => ({
      today,
      ...(ref === undefined ? {} : { ref }),
      ...(at === undefined ? {} : { at }),
      ...(flags.language === undefined ? {} : { language: flags.language }),
      ...(flags.theme === undefined ? {} : { theme: flags.theme }),
      ...(flags.level === undefined ? {} : { level: flags.level })
    }))
  )
}

const todayAsked = (
  { flags, zone }: Showing,
  position: Position | undefined
): E.Either<CliFailure, LocalDate> => {
  const { now, inZone } = machine('own')
  const today = flags.today ?? position?.date ?? inZone(zone, now())?.slice(0, 10)
  return LocalDate.is(today)
    ? E.right(today)
    : notUnderstood('--today', today ?? '', 'a date like 2025-10-26')
}

const instantAsked = ({ view, flags: { at }, zone }: Showing): E.Either<CliFailure, Instant | undefined> => {
  if (at === undefined) return E.right(undefined)
  if (!view.dated) return notUnderstood('--at', at, '--as-of: this view is not made of dated facts')
  return pipe(
    instantOf(machine('own'), zone)(at, '--at'),
    E.orElse(() => notUnderstood<Instant>('--at', at, `a date and time like 2025-10-26T10:00, in ${zone}`))
  )
}
