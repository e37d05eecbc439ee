/**
 * Holds a value against a codec, exactly: an unknown key is named, and every field that is not as it must be is said
 * with its path. References, dates and decimals typed with Arabic digits are understood (domain.md §2).
 */
import type * as t from 'io-ts'
import { type Json } from '../kernel/primitives'
import { type Tagged } from '../kernel/shapes'

/** A field of the input that is not as it must be: where, what was given, what is expected. */
export interface InputProblem {
  readonly field: string
  readonly value: Json
  /** A codec's name, or a short tag: `UnknownKey`, `Missing`, `Object`, `List`, `LoneSurrogate`, `BidiOverride`, … */
  readonly expected: string
  /** The keys that there are, where one is not known. */
  readonly known?: ReadonlyArray<string>
}

export interface Conformed {
  readonly value: unknown
  readonly problems: ReadonlyArray<InputProblem>
}

/** The fields of an object codec: which are known, and which must be there. */
export interface Fields {
  readonly codecs: Readonly<Record<string, t.Mixed>>
  readonly required: ReadonlySet<string>
}

export const problem = (field: string, value: unknown, expected: string): InputProblem => ({
  field,
  value: (value ?? null) as Json,
  expected
})

export const conform = (codec: t.Mixed, value: unknown, field: string): Conformed => {
  const tagged: Tagged = codec
  switch (tagged._tag) {
    case 'ReadonlyType':
      return tagged.type === undefined ? leaf(codec, value, field) : conform(tagged.type, value, field)
    case 'InterfaceType':
    case 'PartialType':
    case 'IntersectionType':
      return conformFields(codec, value, field)
    case 'ReadonlyArrayType':
    case 'ArrayType':
      return conformItems(tagged, value, field)
    case 'DictionaryType':
      return conformEntries(tagged, value, field)
    case 'UnionType':
      return conformOneOf(tagged.types ?? [], value, field)
    case 'RefinementType':
      return conformRefined(tagged, value, field)
    case 'AnyDictionaryType':
      return isRecord(value) ? { value, problems: [] } : wrongKind(value, field, 'Object')
    default:
      return leaf(codec, value, field)
  }
}

/** The fields of an object codec, through `readonly` and intersections; `undefined` for another kind of codec. */
export const fieldsOf = (codec: t.Mixed): Fields | undefined => {
  const tagged: Tagged = codec
  switch (tagged._tag) {
    case 'ReadonlyType':
      return tagged.type === undefined ? undefined : fieldsOf(tagged.type)
    case 'InterfaceType':
      return { codecs: tagged.props ?? {}, required: new Set(Object.keys(tagged.props ?? {})) }
    case 'PartialType':
      return { codecs: tagged.props ?? {}, required: new Set() }
    case 'IntersectionType':
      return (tagged.types ?? []).map(fieldsOf).reduce(joined, { codecs: {}, required: new Set<string>() })
    default:
      return undefined
  }
}

const joined = (a: Fields | undefined, b: Fields | undefined): Fields | undefined =>
  a === undefined || b === undefined
    ? undefined
    : { codecs: { ...a.codecs, ...b.codecs }, required: new Set([...a.required, ...b.required]) }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const conformFields = (codec: t.Mixed, value: unknown, field: string): Conformed => {
  const fields = fieldsOf(codec)
  if (fields === undefined) return leaf(codec, value, field)
  if (!isRecord(value)) return wrongKind(value, field, 'Object')
  const unknown = Object.keys(value).filter(key => !Object.hasOwn(fields.codecs, key))
  const missing = [...fields.required].filter(key => value[key] === undefined)
  const known = Object.entries(fields.codecs).flatMap(([key, inner]): ReadonlyArray<[string, Conformed]> =>
    value[key] === undefined ? [] : [[key, conform(inner, value[key], at(field, key))]]
  )
  return {
    value: Object.fromEntries(known.map(([key, conformed]) => [key, conformed.value])),
    problems: [
      ...unknown.map(key => ({
        ...problem(at(field, key), value[key], 'UnknownKey'),
        known: Object.keys(fields.codecs)
      })),
      ...missing.map(key => problem(at(field, key), undefined, 'Missing')),
      ...known.flatMap(([, conformed]) => conformed.problems)
    ]
  }
}

const conformItems = (codec: Tagged, value: unknown, field: string): Conformed => {
  const item = codec.type
  if (item === undefined) return leaf(codec, value, field)
  if (!Array.isArray(value)) return wrongKind(value, field, 'List')
  return gathered(
    value.map((entry: unknown, index) => conform(item, entry, `${field}[${index}]`)),
    values => values
  )
}

const conformEntries = (codec: Tagged, value: unknown, field: string): Conformed => {
  const { codomain, domain } = codec
  if (codomain === undefined || domain === undefined) return leaf(codec, value, field)
  if (!isRecord(value)) return wrongKind(value, field, 'Object')
  const keys = Object.keys(value)
  const wrongKeys = keys.filter(key => !domain.is(key)).map(key => problem(at(field, key), key, domain.name))
  const entries = gathered(
    keys.map(key => conform(codomain, value[key], at(field, key))),
    values => Object.fromEntries(values.map((entry, index) => [keys[index] ?? '', entry]))
  )
  return { value: entries.value, problems: [...wrongKeys, ...entries.problems] }
}

/**
 * One of several shapes: those of another kind than the value are out; where a word tells the rest apart (`as`, `kind`,
 * `op`), it says which one is meant; else the one with the fewest problems is.
 */
const conformOneOf = (types: ReadonlyArray<t.Mixed>, value: unknown, field: string): Conformed => {
  const ofItsKind = types.filter(type => isObject(type) === isRecord(value))
  const candidates = ofItsKind.length > 0 ? ofItsKind : types
  const key = isRecord(value) ? tagKeyOf(candidates) : undefined
  if (key !== undefined && isRecord(value)) return conformTagged(candidates, key, value, field)
  const [first, ...rest] = candidates.map(type => conform(type, value, field))
  if (first === undefined) return { value, problems: [] }
  return rest.reduce((best, next) => (next.problems.length < best.problems.length ? next : best), first)
}

const conformTagged = (
  types: ReadonlyArray<t.Mixed>,
  key: string,
  value: Readonly<Record<string, unknown>>,
  field: string
): Conformed => {
  const tag = value[key]
  const meant = types.find(type => tagOf(type, key)?.value === tag)
  if (meant !== undefined) return conform(meant, value, field)
  const tags = types.map(type => tagOf(type, key)?.name ?? '').join(' | ')
  return {
    value,
    problems: [problem(at(field, key), tag, tag === undefined ? 'Missing' : tags)]
  }
}

const isObject = (codec: t.Mixed): boolean => fieldsOf(codec) !== undefined

/** The key whose word tells all of these shapes apart. */
const tagKeyOf = (types: ReadonlyArray<t.Mixed>): string | undefined =>
  types.length < 2
    ? undefined
    : [...(fieldsOf(types[0] as t.Mixed)?.required ?? [])].find(key => {
        const tags = types.map(type => tagOf(type, key)?.value)
        return !tags.includes(undefined) && new Set(tags).size === tags.length
      })

const tagOf = (type: t.Mixed, key: string): Tagged | undefined => {
  const codec: Tagged | undefined = fieldsOf(type)?.codecs[key]
  return codec?._tag === 'LiteralType' ? codec : undefined
}

const conformRefined = (codec: Tagged, value: unknown, field: string): Conformed => {
  const inner = codec.type
  const folded = foldsDigits(codec.name) && typeof value === 'string' ? latinDigits(value) : value
  if (inner === undefined) return leaf(codec, folded, field)
  const conformed = conform(inner, folded, field)
  if (conformed.problems.length === 0) return leaf(codec, conformed.value, field)
  return isRecord(folded) ? conformed : leaf(codec, folded, field)
}

const wrongKind = (value: unknown, field: string, expected: 'Object' | 'List'): Conformed => ({
  value,
  problems: [problem(field, value, expected)]
})

const leaf = (codec: t.Mixed, value: unknown, field: string): Conformed => ({
  value,
  problems: codec.is(value) ? [] : [problem(field, value, codec.name)]
})

const gathered = (
  items: ReadonlyArray<Conformed>,
  build: (values: ReadonlyArray<unknown>) => unknown
): Conformed => ({
  value: build(items.map(item => item.value)),
  problems: items.flatMap(item => item.problems)
})

const at = (field: string, key: string): string => (field === '' ? key : `${field}.${key}`)

const foldsDigits = (name: string): boolean => /Ref$|^LocalDate$|^Decimal$|^BlockId$/.test(name)

/** Arabic-Indic and extended Arabic-Indic digits as Latin ones. */
export const latinDigits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669]/g, digit => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) - 0x6f0))
