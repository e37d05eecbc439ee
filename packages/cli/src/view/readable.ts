/**
 * A view's result for a person: fields as lines, lists of like rows as tables. The comfortable command line is an
 * issue of its own; this shows everything, in the order of the result.
 */
import { type Json } from '@ardiya/core/kernel/primitives'
import { isolate } from '../terminal/isolate'
import { rows } from '../terminal/rows'

export interface Reading {
  /** The language in which words in several languages are read. */
  readonly language: string
  /** The languages of the process: keys by which words in several languages are told from other fields. */
  readonly languages: ReadonlyArray<string>
  readonly terminal: boolean
}

type Fields = Readonly<Record<string, Json>>

/** The lines of a result. */
export const readable = (reading: Reading, value: Json, depth = 0): ReadonlyArray<string> => {
  const line = oneLine(reading, value)
  if (line !== undefined) return [indented(depth, line)]
  if (typeof value === 'string') return value.split('\n').map(part => indented(depth, words(reading, part)))
  if (Array.isArray(value)) return listLines(reading, value as ReadonlyArray<Json>, depth)
  return Object.entries(value as Fields).flatMap(([key, inner]) => fieldLines(reading, key, inner, depth))
}

const fieldLines = (reading: Reading, key: string, value: Json, depth: number): ReadonlyArray<string> => {
  const line = oneLine(reading, value)
  return line === undefined
    ? [indented(depth, `${key}:`), ...readable(reading, value, depth + 1)]
    : [indented(depth, `${key}: ${line}`)]
}

const listLines = (reading: Reading, list: ReadonlyArray<Json>, depth: number): ReadonlyArray<string> => {
  const table = tableOf(reading, list)
  if (table !== undefined) return rows(table).map(line => indented(depth, line))
  return list.flatMap(item => {
    const [first = '', ...rest] = readable(reading, item, depth + 1)
    return [`${indented(depth, '- ')}${first.trimStart()}`, ...rest]
  })
}

/** Rows of few short fields, all of them on one line each. */
const tableOf = (
  reading: Reading,
  list: ReadonlyArray<Json>
): ReadonlyArray<ReadonlyArray<string>> | undefined => {
  if (list.length === 0 || !list.every(isFields)) return undefined
  const keys = [...new Set(list.flatMap(row => Object.keys(row)))]
  if (keys.length > maxColumns) return undefined
  const cells = list.map(row =>
    keys.map(key => oneLine(reading, Object.hasOwn(row, key) ? (row[key] ?? null) : ''))
  )
  const short = cells.every(row => row.every(cell => cell !== undefined && cell.length <= maxCell))
  return short ? [keys, ...cells.map(row => row.map(cell => cell ?? ''))] : undefined
}

const maxColumns = 8
const maxCell = 60

/** A value on one line, where it fits: scalars, words in languages, short lists of scalars. */
const oneLine = (reading: Reading, value: Json): string | undefined => {
  if (value === null) return '—'
  if (typeof value === 'string') return value.includes('\n') ? undefined : words(reading, value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) {
    const items = (value as ReadonlyArray<Json>).map(item =>
      typeof item === 'object' ? undefined : oneLine(reading, item)
    )
    return items.every(item => item !== undefined) ? items.join(', ') : undefined
  }
  return localized(reading, value as Fields)
}

/** `{"ar": "…", "fr": "…"}` in the language that is read, else in the first there is. */
const localized = (reading: Reading, value: Fields): string | undefined => {
  const entries = Object.entries(value)
  const isWords =
    entries.length > 0 &&
    entries.every(([key, text]) => reading.languages.includes(key) && typeof text === 'string')
  if (!isWords) return undefined
  const text = value[reading.language] ?? entries[0]?.[1]
  return typeof text === 'string' && !text.includes('\n') ? words(reading, text) : undefined
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

/** Words that run from right to left stand in an isolate, on a terminal. */
const words = ({ terminal }: Reading, text: string): string =>
  isolate(terminal && rightToLeft.test(text))(text)

const isFields = (value: Json): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const indented = (depth: number, text: string): string => `${'  '.repeat(depth)}${text}`
