/** From an io-ts codec to a JSON Schema. Codecs with a name of their own become definitions, said once. */
import type * as t from 'io-ts'
import { type Json } from '../kernel/primitives'
import { type Tagged } from '../kernel/shapes'

export type Schema = { readonly [keyword: string]: Json }

/** Objects of input are closed, so that an unknown key is named; stored ones keep what later versions add. */
export type Openness = 'open' | 'closed'

/** A schema, and the definitions that it refers to. */
interface Made {
  readonly schema: Schema
  readonly defs: Readonly<Record<string, Schema>>
}

const kindOf = ({ _tag = '' }: Tagged): string => _tag

const made = (schema: Schema): Made => ({ schema, defs: {} })

/** The schema of a codec with its definitions under `$defs`. */
export const schemaOf = (codec: t.Mixed, openness: Openness): Schema => {
  const { schema, defs } = walk(codec, openness)
  return Object.keys(defs).length === 0 ? schema : { ...schema, $defs: sorted(defs) }
}

const sorted = (defs: Made['defs']): Made['defs'] =>
  Object.fromEntries(Object.entries(defs).sort(([a], [b]) => (a < b ? -1 : 1)))

const walk = (codec: t.Mixed, openness: Openness): Made => {
  const tagged: Tagged = codec
  switch (kindOf(tagged)) {
    case 'StringType':
      return made({ type: 'string' })
    case 'NumberType':
      return made({ type: 'number' })
    case 'BooleanType':
      return made({ type: 'boolean' })
    case 'LiteralType':
      return made({ const: tagged.value ?? null })
    case 'KeyofType':
      return made({ enum: Object.keys(tagged.keys ?? {}) })
    case 'AnyDictionaryType':
      return made({ type: 'object' })
    case 'ReadonlyType':
      return inner(tagged, openness)
    case 'ReadonlyArrayType':
    case 'ArrayType':
      return wrapped(inner(tagged, openness), items => ({ type: 'array', items }))
    case 'TupleType':
      return together(tagged.types ?? [], openness, prefixItems => ({
        type: 'array',
        prefixItems,
        minItems: prefixItems.length,
        items: false
      }))
    case 'UnionType':
      return together(tagged.types ?? [], openness, anyOf => ({ anyOf }))
    case 'DictionaryType':
      return dictionary(tagged, openness)
    case 'RefinementType':
      return named(tagged, openness)
    case 'InterfaceType':
    case 'PartialType':
    case 'IntersectionType':
      return record(tagged, openness)
    default:
      return made({})
  }
}

const inner = ({ type }: Tagged, openness: Openness): Made =>
  type === undefined ? made({}) : walk(type, openness)

const wrapped = ({ schema, defs }: Made, wrap: (schema: Schema) => Schema): Made => ({
  schema: wrap(schema),
  defs
})

const together = (
  codecs: ReadonlyArray<t.Mixed>,
  openness: Openness,
  build: (schemas: ReadonlyArray<Schema>) => Schema
): Made => {
  const all = codecs.map(codec => walk(codec, openness))
  return { schema: build(all.map(({ schema }) => schema)), defs: joined(all) }
}

const joined = (all: ReadonlyArray<Made>): Made['defs'] =>
  all.reduce<Made['defs']>((defs, next) => ({ ...defs, ...next.defs }), {})

const dictionary = ({ domain, codomain }: Tagged, openness: Openness): Made =>
  together(
    [domain, codomain].filter(codec => codec !== undefined),
    openness,
    ([propertyNames = {}, additionalProperties = {}]) => ({
      type: 'object',
      propertyNames,
      additionalProperties
    })
  )

/** A brand or a refinement: what JSON Schema can say of it stands in `$defs` under its name. */
const named = (codec: Tagged, openness: Openness): Made => {
  const { schema, defs } = inner(codec, openness)
  const own: Schema = {
    ...schema,
    ...(codec.pattern === undefined ? {} : { pattern: codec.pattern.source }),
    ...refinements[codec.name]
  }
  return { schema: { $ref: `#/$defs/${codec.name}` }, defs: { ...defs, [codec.name]: own } }
}

const safeInteger = (minimum: number): Schema => ({
  type: 'integer',
  minimum,
  maximum: Number.MAX_SAFE_INTEGER
})

/** What codecs ask beyond their inner one, where it is not a pattern. */
const refinements: { readonly [name: string]: Schema } = {
  Instant: {
    pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d\\d:\\d\\d$',
    format: 'date-time'
  },
  UtcInstant: { pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$', format: 'date-time' },
  LocalDate: { pattern: '^\\d{4}-\\d\\d-\\d\\d$', format: 'date' },
  StreamName: {
    pattern:
      '^(?:process-[a-z0-9-]+|meeting-[a-z0-9-]+\\.M\\d+|submission-[a-z0-9-]+\\.[DEP]\\d+|platform-[a-z0-9-]+\\.V\\d+)$'
  },
  Count: safeInteger(0),
  Positive: safeInteger(1),
  Level: { ...safeInteger(1), maximum: 6 },
  BlockId: { pattern: '^b[1-9]\\d{0,8}$' },
  BlockWords: { minLength: 1 },
  Localized: { minProperties: 1 },
  Fraction: { description: 'parts is at most of' }
}

/** All fields of an object codec as one object, through intersections. */
const record = (codec: Tagged, openness: Openness): Made => {
  const fields = fieldsOf(codec)
  const names = Object.keys(fields.codecs)
  const all = names.map((name): Made => walk(fields.codecs[name] ?? codec, openness))
  const properties = Object.fromEntries(names.map((name, index) => [name, all[index]?.schema ?? {}]))
  return {
    schema: {
      type: 'object',
      properties,
      ...(fields.required.length === 0 ? {} : { required: fields.required }),
      ...(openness === 'closed' ? { additionalProperties: false } : {})
    },
    defs: joined(all)
  }
}

interface Fields {
  readonly codecs: Readonly<Record<string, t.Mixed>>
  readonly required: ReadonlyArray<string>
}

const fieldsOf = (codec: Tagged): Fields => {
  switch (kindOf(codec)) {
    case 'ReadonlyType':
      return codec.type === undefined ? noFields : fieldsOf(codec.type)
    case 'InterfaceType':
      return { codecs: codec.props ?? {}, required: Object.keys(codec.props ?? {}) }
    case 'PartialType':
      return { codecs: codec.props ?? {}, required: [] }
    case 'IntersectionType':
      return (codec.types ?? []).map(fieldsOf).reduce(both, noFields)
    default:
      return noFields
  }
}

const noFields: Fields = { codecs: {}, required: [] }

const both = (a: Fields, b: Fields): Fields => ({
  codecs: { ...a.codecs, ...b.codecs },
  required: [...new Set([...a.required, ...b.required])]
})
