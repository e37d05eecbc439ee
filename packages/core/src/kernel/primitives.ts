/**
 * The small value types that every slice writes into stored events. All are plain JSON strings or integers with a
 * brand; their string forms are stored for ever (docs/spec/envelope.md).
 */
import * as t from 'io-ts'

/** A JSON value. In what is stored there is no `null`, and every number is an integer (docs/spec/envelope.md). */
export type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json }

/**
 * A codec for strings of one shape, with a brand of its own so that no two kinds of reference can be mixed up. It
 * shows its pattern, from which JSON Schemas are made.
 */
export const matching = <N extends string>(pattern: RegExp, name: N) =>
  Object.assign(
    t.brand(t.string, (s): s is t.Branded<string, { readonly [K in N]: symbol }> => pattern.test(s), name),
    { pattern }
  )

/** When something happened: RFC 3339 with milliseconds and the offset in force there, `2025-10-26T10:00:00.000+01:00`. */
export const Instant = t.brand(
  t.string,
  (s): s is t.Branded<string, { readonly Instant: symbol }> =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/.test(s) &&
    Number.isFinite(Date.parse(s)) &&
    isCalendarDate(s.slice(0, 10)),
  'Instant'
)
export type Instant = t.TypeOf<typeof Instant>

/** When something was recorded: RFC 3339 with milliseconds in UTC, `2025-10-26T09:00:04.120Z`. */
export const UtcInstant = t.brand(
  t.string,
  (s): s is t.Branded<string, { readonly UtcInstant: symbol }> =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(s) &&
    Number.isFinite(Date.parse(s)) &&
    isCalendarDate(s.slice(0, 10)),
  'UtcInstant'
)
export type UtcInstant = t.TypeOf<typeof UtcInstant>

/** Milliseconds since 1970 in UTC of either kind of instant; instants are compared by this number only. */
export const millis = (instant: Instant | UtcInstant): number => Date.parse(instant)

function isCalendarDate(s: string): boolean {
  const [year = 0, month = 0, day = 0] = s.split('-').map(Number)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return days !== undefined && day >= 1 && day <= days
}

/** A calendar date, `YYYY-MM-DD`; dates compare as strings. */
export const LocalDate = t.brand(
  t.string,
  (s): s is t.Branded<string, { readonly LocalDate: symbol }> =>
    /^\d{4}-\d\d-\d\d$/.test(s) && isCalendarDate(s),
  'LocalDate'
)
export type LocalDate = t.TypeOf<typeof LocalDate>

/** The local date written in an instant: what mandates are compared with (rule 3). */
export const localDate = (instant: Instant): LocalDate => instant.slice(0, 10) as LocalDate

/** A millisecond earlier, written with the same offset. */
export const justBefore = (instant: Instant): Instant => {
  const offset = instant.slice(-6)
  const written = new Date(Date.parse(`${instant.slice(0, -6)}Z`) - 1).toISOString()
  return `${written.slice(0, -1)}${offset}` as Instant
}

/** An IANA zone name, as `Africa/Casablanca`. No decision reads it; intake writes offsets with it. */
export const Zone = matching(/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/, 'Zone')
export type Zone = t.TypeOf<typeof Zone>

/** `sha256:` and 64 lower-case hexadecimal digits. */
export const Hash = matching(/^sha256:[0-9a-f]{64}$/, 'Hash')
export type Hash = t.TypeOf<typeof Hash>

/** A BCP 47 language tag in its canonical case: `ar`, `fr`, `zgh`, `ar-MA`. */
export const Language = matching(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/, 'Language')
export type Language = t.TypeOf<typeof Language>

/** What people wrote in one or more languages: `{"ar":"…","fr":"…"}`, at least one, none empty. */
export const Localized = t.refinement(
  t.readonly(t.record(Language, t.string)),
  texts =>
    Object.keys(texts).length > 0 &&
    Object.keys(texts).every(Language.is) &&
    Object.values(texts).every(text => text.trim() !== ''),
  'Localized'
)
export type Localized = t.TypeOf<typeof Localized>

/** What a person wrote in one place: not empty, not only spaces. */
export const Words = matching(/\S/u, 'Words')
export type Words = t.TypeOf<typeof Words>

const integer = <N extends string>(least: number, name: N) =>
  t.brand(
    t.number,
    (n): n is t.Branded<number, { readonly [K in N]: symbol }> => Number.isSafeInteger(n) && n >= least,
    name
  )

/** A safe integer, 0 or more. */
export const Count = integer(0, 'Count')
export type Count = t.TypeOf<typeof Count>

/** A safe integer, 1 or more. */
export const Positive = integer(1, 'Positive')
export type Positive = t.TypeOf<typeof Positive>

/** A decimal number as people write it, `"12.50"`: measures and money are never floating point. */
export const Decimal = matching(/^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,6})?$/, 'Decimal')
export type Decimal = t.TypeOf<typeof Decimal>

/** An amount of money: a decimal and an ISO 4217 currency, `{"amount":"1500000.00","currency":"MAD"}`. */
export const Money = t.readonly(
  t.type({
    amount: Decimal,
    /** An ISO 4217 code, as `MAD`. */
    currency: matching(/^[A-Z]{3}$/, 'Currency')
  })
)
export type Money = t.TypeOf<typeof Money>

/** A fraction of two integers, `{"of":3,"parts":2}` for two thirds; compared by cross-multiplication. */
export const Fraction = t.refinement(
  t.readonly(t.type({ parts: Count, of: Positive })),
  ({ parts, of }) => parts <= of,
  'Fraction'
)
export type Fraction = t.TypeOf<typeof Fraction>

/** A command's id: a UUIDv7 in lower case. Events of its append are `<id>.0`, `<id>.1`, … */
export const CommandId = matching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  'CommandId'
)
export type CommandId = t.TypeOf<typeof CommandId>

/** An event's id: the command's id, a dot and the event's index in the append from 0. */
export const EventId = matching(
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.(?:0|[1-9]\d*)$/,
  'EventId'
)
export type EventId = t.TypeOf<typeof EventId>

export const eventId = (command: CommandId, index: number): EventId => `${command}.${index}` as EventId

/** A random person reference: `p_` and 128 bits in lower-case base32 (RFC 4648, no padding). */
export const PersonRef = matching(/^p_[a-z2-7]{26}$/, 'PersonRef')
export type PersonRef = t.TypeOf<typeof PersonRef>

/** A process's slug: `[a-z][a-z0-9]*(-[a-z0-9]+)*`, at most 40 characters. */
export const ProcessSlug = matching(/^(?=.{1,40}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'ProcessSlug')
export type ProcessSlug = t.TypeOf<typeof ProcessSlug>
