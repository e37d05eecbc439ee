/**
 * What is refused or made uniform in every string of the input (guarantees.md §1): text is kept in Unicode NFC;
 * lone surrogates, U+0000, bidi overrides and control characters in names and titles, names, titles and blocks that show
 * nothing, and person tokens in people's own text are refused.
 */
import { type InputProblem, problem } from './conform'
import { hasControl, showsNothing } from './visible'

export interface Cleaned {
  readonly value: unknown
  readonly problems: ReadonlyArray<InputProblem>
}

/** No act needs half of it; deeper input is refused before anything walks into it. */
export const deepest = 64

/** Every string of a value in NFC, and what is wrong with any of them or with any number. */
export const clean = (value: unknown, field: string, depth = 0): Cleaned => {
  if (depth > deepest) return { value: null, problems: [problem(field, null, 'NestedTooDeep')] }
  if (typeof value === 'string') return { value: value.normalize('NFC'), problems: flaws(value, field) }
  if (typeof value === 'number') return { value, problems: numberFlaws(value, field) }
  if (value === null) return { value, problems: [problem(field, value, 'NoNull')] }
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) => clean(item, `${field}[${index}]`, depth + 1))
    return { value: items.map(item => item.value), problems: items.flatMap(item => item.problems) }
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(([key, entry]): [string, Cleaned] => [
      key,
      clean(entry, field === '' ? key : `${field}.${key}`, depth + 1)
    ])
    return {
      value: Object.fromEntries(entries.map(([key, entry]) => [key, entry.value])),
      problems: entries.flatMap(([, entry]) => entry.problems)
    }
  }
  return { value, problems: [] }
}

const flaws = (text: string, field: string): ReadonlyArray<InputProblem> => [
  ...(isWellFormed(text) ? [] : [problem(field, toWellFormed(text), 'LoneSurrogate')]),
  ...(text.includes('\u0000') ? [problem(field, text.replaceAll('\u0000', '\ufffd'), 'NulCharacter')] : []),
  ...(bidiOverride.test(text) && isNameOrTitle(field) ? [problem(field, text, 'BidiOverride')] : []),
  ...((hasControl(text) && isNameOrTitle(field)) || (/[\n\v\f\r]/.test(text) && isOneLine(field))
    ? [problem(field, text, 'ControlCharacter')]
    : []),
  ...(showsNothing(text) && (isNameOrTitle(field) || isBlock(field))
    ? [problem(field, text, 'NothingVisible')]
    : []),
  ...(personToken.test(text) ? [problem(field, text, 'PersonToken')] : [])
]

const numberFlaws = (value: number, field: string): ReadonlyArray<InputProblem> =>
  Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER
    ? []
    : [problem(field, String(value), 'SafeInteger')]

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const isWellFormed = (text: string): boolean => !loneSurrogate.test(text)

const toWellFormed = (text: string): string => text.replace(new RegExp(loneSurrogate.source, 'g'), '\ufffd')

/** U+202A–202E and U+2066–2069: they make a name read as another. */
const bidiOverride = /[\u202a-\u202e\u2066-\u2069]/

const personToken = /\{p_[a-z2-7]{26}\}/

/** Running text may hold directional marks; whatever is read at a glance may not. */
const isNameOrTitle = (field: string): boolean =>
  !/(^|\.)(text|wording|summary|quotation|reason|why|note|new|old|explanation)$/.test(
    field.replace(/\[\d+\]/g, '')
  )

/** A part of an amendment may be a mark alone; a block of its own may not. */
const isBlock = (field: string): boolean => /(^|\.)blocks?(\[\d+\])?\.text$/.test(field)

/** Names, and titles by language; the title of a text says itself where its line breaks (`LineBreakInBlock`). */
const isOneLine = (field: string): boolean => /(^|\.)(name|(names|title)\.[^.]+)$/.test(field)
