/** How the pages write a shape down: fields with what they hold, shapes with a name as links. */
import { type Schema, schemaOf } from '../src/path/schema'
import { canonicalText } from '../src/kernel/canonical'
import type * as t from 'io-ts'
import { shapes } from './shapes-with-names'

/** A field of a shape: its name, whether it may be left out, and what it holds. */
export interface Field {
  readonly name: string
  readonly optional: boolean
  readonly holds: string
}

/** The schema of a codec without its definitions. */
export const bare = (codec: t.Mixed, openness: 'open' | 'closed'): Schema => {
  const { $defs: _, ...schema } = schemaOf(codec, openness)
  return schema
}

const names: ReadonlyMap<string, string> = new Map(
  Object.entries(shapes).flatMap(([name, codec]) => [
    [canonicalText(bare(codec, 'open')), name] as const,
    [canonicalText(bare(codec, 'closed')), name] as const
  ])
)

export const link = (name: string): string => `[${name}](shapes.md#${name.toLowerCase()})`

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const part = (schema: Schema, keyword: string): Schema => {
  const found = schema[keyword]
  return isSchema(found) ? found : {}
}

const partsOf = (schema: Schema, keyword: string): ReadonlyArray<Schema> => {
  const found = schema[keyword]
  return Array.isArray(found) ? found.filter(isSchema) : []
}

/** The fields of an object, required ones first as they are written. */
export const fieldsOf = (schema: Schema): ReadonlyArray<Field> => {
  const properties = part(schema, 'properties')
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  return Object.keys(properties).map(name => ({
    name,
    optional: !required.includes(name),
    holds: holds(part(properties, name))
  }))
}

/** What a value of the schema is, in a few words. */
export const holds = (schema: Schema): string => {
  const name = names.get(canonicalText(schema))
  return name === undefined ? spelledOut(schema) : link(name)
}

/** The same, without calling the shape itself by its name. */
export const spelledOut = (schema: Schema): string => {
  if (typeof schema['$ref'] === 'string') return link(schema['$ref'].replace('#/$defs/', ''))
  if ('const' in schema) return `\`${JSON.stringify(schema['const'])}\``
  if (Array.isArray(schema['enum'])) return schema['enum'].map(each => `\`${String(each)}\``).join(' · ')
  if ('anyOf' in schema) return partsOf(schema, 'anyOf').map(holds).join(' or ')
  if ('prefixItems' in schema) return `[${partsOf(schema, 'prefixItems').map(holds).join(', ')}]`
  if (schema['type'] === 'array') return `list of ${holds(part(schema, 'items'))}`
  if ('propertyNames' in schema)
    return `object from ${holds(part(schema, 'propertyNames'))} to ${holds(part(schema, 'additionalProperties'))}`
  if ('properties' in schema) return inline(schema)
  return String(schema['type'] ?? 'anything')
}

const inline = (schema: Schema): string => {
  const fields = fieldsOf(schema).map(
    ({ name, optional, holds: held }) => `${name}${optional ? '?' : ''}: ${held}`
  )
  return fields.length === 0 ? '{ }' : `{ ${fields.join(', ')} }`
}
