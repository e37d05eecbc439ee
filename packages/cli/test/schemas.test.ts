/** The JSON Schemas that `ardiya schema` prints, judged by a validator that is not ours (draft 2020-12). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventSchema } from '@ardiya/core/intake/schemas'
import { anyOfThem } from '../src/schema/print'
import { root } from './documents'
import {
  commandNames,
  eventTypes,
  type Example,
  ofEvents,
  ofInput,
  ofRecordedCommands,
  refusedBy,
  validatorOf
} from './json-schemas'

const objectsIn = (file: string): ReadonlyArray<Readonly<Record<string, unknown>>> =>
  readFileSync(join(root, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Readonly<Record<string, unknown>>)

/** Every golden fixture of a folder, in the place that it has in what is recorded. */
const fixtures = (
  folder: string,
  around: (name: string, inner: unknown) => unknown
): ReadonlyArray<Example> =>
  readdirSync(join(root, 'docs/spec/fixtures', folder))
    .filter(file => file.endsWith('.v1.json'))
    .map(file => {
      const name = file.replace('.v1.json', '')
      const inner: unknown = JSON.parse(readFileSync(join(root, 'docs/spec/fixtures', folder, file), 'utf8'))
      return { name, value: around(name, inner) }
    })

const golden = ['in-time', 'typed-late'].flatMap(order =>
  objectsIn(`docs/spec/mini-story/${order}/log.golden.jsonl`)
)
const envelope = golden.find(({ command }) => command === undefined) ?? {}

describe('The schemas of events', () => {
  const schemas = ofEvents()

  it('let every golden fixture pass', () => {
    const examples = fixtures('events', (type, data) => ({ ...envelope, type, data }))
    expect(examples).toHaveLength(eventTypes.length)
    expect(refusedBy(schemas, examples)).toEqual([])
  })

  it('let every event of the golden logs pass', () => {
    expect(golden.length).toBeGreaterThan(200)
    expect(
      refusedBy(
        schemas,
        golden.map(value => ({ name: String(value['type']), value }))
      )
    ).toEqual([])
  })

  it('let fields of later versions pass, and nothing of another shape', () => {
    const [theme] = fixtures('events', (type, data) => ({ ...envelope, type, data })).filter(
      ({ name }) => name === 'ThemeDefined'
    )
    const validate = schemas.get('ThemeDefined')
    const event = theme?.value as Readonly<Record<string, unknown>>
    expect(validate?.({ ...event, later: 1 })).toBe(true)
    for (const other of [
      { type: 'DecisionTaken' },
      { version: 0 },
      { data: {} },
      { recordedAt: 'today' },
      { format: 2 }
    ])
      expect([other, validate?.({ ...event, ...other })]).toEqual([other, false])
  })
})

describe('The schemas of commands as they are recorded', () => {
  const schemas = ofRecordedCommands()

  it('let every golden fixture and every command of the golden logs pass', () => {
    const examples = fixtures('commands', (name, payload) => ({ name, v: 1, payload, count: 1 }))
    expect(examples).toHaveLength(commandNames.length)
    const recorded = golden.flatMap(({ command }) =>
      command === undefined ? [] : [{ name: (command as { readonly name: string }).name, value: command }]
    )
    expect(refusedBy(schemas, [...examples, ...recorded])).toEqual([])
  })
})

describe('The schemas of lines of input', () => {
  const schemas = ofInput()
  /** Those that say "@<id>" are whole only once an earlier line got its reference; the catalogue has others of each. */
  const lines = [
    'packages/cli/demo/khemisset.jsonl',
    'docs/spec/mini-story/in-time/input.jsonl',
    'docs/spec/mini-story/typed-late/input.jsonl'
  ]
    .flatMap(objectsIn)
    .filter(line => !JSON.stringify(line).includes('"@'))

  it('let every line of the demonstration and of the mini story pass', () => {
    expect(lines.length).toBeGreaterThan(150)
    expect(
      refusedBy(
        schemas,
        lines.map(value => ({ name: String(value['name']), value }))
      )
    ).toEqual([])
  })

  it('refuse a key that nobody knows, beside the payload and in it, and another command', () => {
    const [line = {}] = lines.filter(({ name }) => name === 'DefineTheme')
    const validate = schemas.get('DefineTheme')
    const payload = line['payload'] as object
    expect(validate?.(line)).toBe(true)
    for (const other of [
      { colour: 1 },
      { payload: { ...payload, colour: 1 } },
      { name: 'Endorse' },
      { actor: 'A1-m1' }
    ])
      expect([other, validate?.({ ...line, ...other })]).toEqual([other, false])
  })
})

describe('All schemas together', () => {
  const validate = validatorOf(
    anyOfThem('event type', eventTypes, type => eventSchema(type as (typeof eventTypes)[number]))
  )

  it('are one schema, which lets pass what one of them does and nothing else', () => {
    for (const event of golden.slice(0, 40))
      expect([event['type'], validate(event)]).toEqual([event['type'], true])
    expect(validate({})).toBe(false)
    expect(validate({ ...golden[0], type: 'EverythingDissolved' })).toBe(false)
    expect(validate({ ...golden[0], data: {} })).toBe(false)
  })
})
