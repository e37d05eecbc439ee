/** Arithmetic on calendar dates, without a clock, a zone or a locale. */
import { type LocalDate } from './primitives'

const MILLIS_OF_A_DAY = 86_400_000
const LAST = '9999-12-31' as LocalDate

/** The date so many calendar days later (earlier where negative), at the latest 9999-12-31. */
export const daysLater = (date: LocalDate, days: number): LocalDate => {
  const day = dayNumber(date) + days
  return day >= dayNumber(LAST) ? LAST : dateOf(day)
}

/** How many calendar days lie between two dates; negative where the second is earlier. */
export const daysBetween = (from: LocalDate, until: LocalDate): number => dayNumber(until) - dayNumber(from)

/** Days since 1970-01-01. */
const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`) / MILLIS_OF_A_DAY

/** The Gregorian date of a day number, by eras of 400 years that begin on 1 March of the year 0. */
const dateOf = (day: number): LocalDate => {
  const sinceEra = day + 719_468
  const era = Math.floor(sinceEra / 146_097)
  const dayOfEra = sinceEra - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}` as LocalDate
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0')
