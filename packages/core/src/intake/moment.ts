/** When an act happened, as people type it: an instant with offset, or local date and time in a zone. */
import * as E from 'fp-ts/lib/Either'
import { Instant, type UtcInstant, type Zone } from '../kernel/primitives'
import { type Capabilities } from './capabilities'
import { type InputProblem, latinDigits, problem } from './conform'

const local = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?$/
const zoned = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:\d\d)$/

/** The stored instant of what was typed; a date alone is the beginning of that day. */
export const instantOf =
  ({ offsetAt }: Pick<Capabilities, 'offsetAt'>, zone: Zone) =>
  (typed: string, field: string): E.Either<InputProblem, Instant> => {
    const text = latinDigits(typed)
    const [, date, minutes = '00:00', seconds = '00', millis = '0', offset] =
      zoned.exec(text) ?? local.exec(text) ?? []
    const wall = `${date ?? ''}T${minutes}:${seconds}.${millis.padEnd(3, '0')}`
    const inForce = offset === 'Z' ? '+00:00' : (offset ?? offsetAt(zone, wall))
    const instant = `${wall}${inForce ?? ''}`
    return Instant.is(instant) ? E.right(instant) : E.left(problem(field, typed, 'DateAndTime'))
  }

/** The same moment in UTC, for a clock that comes from the input. */
export const inUtc = (instant: Instant): UtcInstant =>
  new Date(Date.parse(instant)).toISOString() as UtcInstant
