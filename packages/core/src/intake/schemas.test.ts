import { isCommandName, commandTable } from '../path/command-table'
import { eventTable } from '../path/event-table'
import { schemaOf, type Schema } from '../path/schema'
import { list, oneOf, shapeWith } from '../kernel/shapes'
import { Count, LocalDate, Words } from '../kernel/primitives'
import { eventSchema, inputSchema, recordedCommandSchema } from './schemas'

describe('a schema made from a codec', () => {
  it('says which fields there must be, and closes input to unknown keys', () => {
    const codec = shapeWith({ kind: oneOf('a', 'b') }, { days: list(LocalDate) })
    expect(schemaOf(codec, 'closed')).toEqual({
      type: 'object',
      properties: {
        kind: { enum: ['a', 'b'] },
        days: { type: 'array', items: { $ref: '#/$defs/LocalDate' } }
      },
      required: ['kind'],
      additionalProperties: false,
      $defs: { LocalDate: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$', format: 'date' } }
    })
    expect(schemaOf(codec, 'open')).not.toHaveProperty('additionalProperties')
  })

  it('says the pattern of a brand and the range of an integer', () => {
    expect(schemaOf(Words, 'open')).toEqual({
      $ref: '#/$defs/Words',
      $defs: { Words: { type: 'string', pattern: '\\S' } }
    })
    expect(schemaOf(Count, 'open')['$defs']).toEqual({
      Count: { type: 'integer', minimum: 0, maximum: 9007199254740991 }
    })
  })
})

describe('the schemas of the path', () => {
  const names = Object.keys(commandTable).filter(isCommandName)
  const stored = [
    ...names.map(recordedCommandSchema),
    ...(Object.keys(eventTable) as (keyof typeof eventTable)[]).map(eventSchema)
  ]
  const all = [...names.map(inputSchema), ...stored]

  it('leave no field without a word on it, and refer only to what they define', () => {
    for (const schema of all) {
      const defs = Object.keys((schema['$defs'] ?? {}) as object)
      const refs = [...JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, name]) => name)
      expect(refs.filter(name => !defs.includes(name ?? ''))).toEqual([])
      expect(emptySchemas(schema)).toEqual([])
    }
  })

  it('define each name in one way only', () => {
    const defined = new Map<string, string>()
    for (const { $defs } of stored)
      for (const [name, schema] of Object.entries(($defs ?? {}) as object)) {
        const words = JSON.stringify(schema)
        expect([name, defined.get(name) ?? words]).toEqual([name, words])
        defined.set(name, words)
      }
  })
})

/** Places where anything would be allowed; a free record says at least that it is an object. */
const emptySchemas = (schema: unknown, at = ''): ReadonlyArray<string> => {
  if (Array.isArray(schema)) return schema.flatMap((item, index) => emptySchemas(item, `${at}[${index}]`))
  if (typeof schema !== 'object' || schema === null) return []
  const entries = Object.entries(schema as Schema)
  return entries.length === 0 && !at.endsWith('.properties')
    ? [at]
    : entries.flatMap(([key, inner]) => emptySchemas(inner, `${at}.${key}`))
}
