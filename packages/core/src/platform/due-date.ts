/** By when an authority is asked to answer: the charter's days for its level, or a date given by hand. */
import * as E from 'fp-ts/lib/Either'
import { daysLater } from '../kernel/calendar'
import { type LocalDate } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { type Coalition } from '../process/coalition'
import { type Level } from '../process/ids'
import { DueDateIsComputed, DueDateNeeded, DueDateTooEarly } from './rejections'

/**
 * The due date of what is delivered on `date` at a level. Refused with DueDateNeeded where neither charter nor input
 * says it, DueDateIsComputed where both do, DueDateTooEarly where it lies before the delivery.
 */
export const dueDate = (
  {
    level,
    date,
    given
  }: { readonly level: Level; readonly date: LocalDate; readonly given?: LocalDate | undefined },
  { charter }: Coalition
): E.Either<Rejection, LocalDate> => {
  const days = charter.terms.answerWithinDays[level]
  if (days !== undefined) return computed(date, days, given)
  if (given === undefined)
    return E.left(DueDateNeeded('payload.dueOn', null, { level, charter: charter.version }))
  return given < date ? E.left(DueDateTooEarly('payload.dueOn', given, { from: date })) : E.right(given)
}

const computed = (
  date: LocalDate,
  days: number,
  given: LocalDate | undefined
): E.Either<Rejection, LocalDate> => {
  const dueOn = daysLater(date, days)
  return given === undefined
    ? E.right(dueOn)
    : E.left(DueDateIsComputed('payload.dueOn', given, { days, dueOn }))
}
