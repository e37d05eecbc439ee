/**
 * Finds mail addresses and phone numbers in what people write, before it is recorded for ever (guarantees.md §6). It
 * knows how they are written, not whose they are: what it finds is for a person to judge.
 */
import { latinDigits } from './conform'
import { detailsField } from './persons'

export interface PersonalDatum {
  readonly kind: 'mail' | 'phone'
  /** As it stands in the text. */
  readonly found: string
}

/** Every mail address and then every phone number in a text, each kind in reading order. */
export const personalDataIn = (text: string): ReadonlyArray<PersonalDatum> => {
  const unlinked = without(links, latinDigits(text))
  const numbers = without(dates, without(mails, unlinked))
  return [
    ...placesOf(mails, unlinked).map(({ from, to }) => ({
      kind: 'mail' as const,
      found: text.slice(from, to)
    })),
    ...placesOf(phones, numbers).map(({ from, to }) => ({
      kind: 'phone' as const,
      found: text.slice(from, to)
    }))
  ]
}

/** The text with blanks, as many, where a pattern matches: places stay what they are. */
const without = (pattern: RegExp, text: string): string =>
  text.replace(pattern, found => ' '.repeat(found.length))

const placesOf = (pattern: RegExp, text: string) =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }))

/** Addresses of pages: what stands in them is theirs. */
const links = /(?:(?:https?|ftp):\/\/|(?<![\p{L}\p{N}@._-])www\.)[^\s،؛«»<>"]+/giu

/** A letter or digit of any script, with the marks on it. */
const letter = String.raw`[\p{L}\p{M}\p{N}]`

const mails = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}._%+-])[\p{L}\p{M}\p{N}._%+-]+@(?:${letter}(?:${letter}|-)*\.)+\p{L}[\p{L}\p{M}]+`,
  'gu'
)

const day = '(?:0?[1-9]|[12][0-9]|3[01])'
const month = '(?:0?[1-9]|1[0-2])'
const year = '(?:19|20)[0-9]{2}'

/** Dates with dots, dashes or strokes, in either order, and not part of something longer. */
const dates = new RegExp(
  String.raw`(?<![0-9][-./]?)(?:${year}([-./])${month}\1${day}|${day}([-./])${month}\2${year})(?![-./]?[0-9])`,
  'g'
)

/** What stands between the digits of a number: spaces and marks of direction, dots, dashes, brackets. */
const apart = String.raw`[ \t\u00a0\u2000-\u2015\u202a-\u202f\u2060\u2066-\u2069\u2212.()-]{0,3}`

const digits = (least: number, most = least): string => `(?:${apart}[0-9]){${least},${most}}`

/** Currencies and measures after a number: +212 600 000 000 is a phone, +150 000 000 درهم an amount. */
const measure = String.raw`[0-9.,\s]{0,20}(?:%|٪|€|\$|(?:MAD|DHS?|EUR|USD|euros?|درهم[اً]*|دراهم|dirhams?|أورو|يورو|سنتيم|m[23²³]?|km|ha)(?!\p{L}))`

const phones = new RegExp(
  String.raw`(?<![A-Za-z0-9_]|[0-9][.,-])(?:` +
    [
      /** Moroccan, fixed and mobile: 0537 70 12 34, 06 12 34 56 78. */
      String.raw`0(?!\.)${apart}[5-8]${digits(8)}(?![0-9A-Za-z_])`,
      /** With 00 or +, and a country: of 15 digits begun with 00 are the numbers of enterprises (ICE). */
      String.raw`00${apart}[1-9]${digits(8, 11)}(?![0-9A-Za-z_])`,
      String.raw`\+${apart}212${digits(9, 10)}(?![0-9A-Za-z_])`,
      String.raw`\+${apart}[1-9]${digits(8, 14)}(?![0-9A-Za-z_]|${measure})`,
      /** Morocco with neither. */
      String.raw`212${apart}[5-8]${digits(8)}(?![0-9A-Za-z_]|${measure})`
    ].join('|') +
    ')',
  'giu'
)

/** Where something was found in a line of input. */
export interface PersonalDatumAt extends PersonalDatum {
  readonly field: string
}

/** What is found in the free texts of a line, given as it would be recorded: its payload and its evidence. */
export const personalDataOf = (line: unknown): ReadonlyArray<PersonalDatumAt> => {
  const { name, payload, evidence } = recordOf(line)
  const apartFromLog = detailsField(name)
  const texts = [...textsIn(payload, 'payload'), ...textsIn(evidence, 'evidence')]
  return texts
    .filter(({ field }) => apartFromLog === undefined || !field.startsWith(`${apartFromLog}.`))
    .flatMap(({ field, text }) => personalDataIn(text).map(datum => ({ field, ...datum })))
}

interface TextAt {
  readonly field: string
  readonly text: string
}

/** Strings that no one writes freely: of addresses of pages, registers, seals and keys. */
const notFree: ReadonlyArray<string> = ['uri', 'registerNumber', 'hash', 'keys']

const textsIn = (value: unknown, field: string): ReadonlyArray<TextAt> => {
  if (typeof value === 'string') return [{ field, text: value }]
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => textsIn(item, `${field}[${index}]`))
  return Object.entries(recordOf(value))
    .filter(([key]) => !notFree.includes(key))
    .flatMap(([key, item]) => textsIn(item, `${field}.${key}`))
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
