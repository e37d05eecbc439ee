/** A made-up payload of a command, every reference with a number of its own, so that what a decision reads can be told. */
import * as O from 'fp-ts/lib/Option'
import { type Json } from '../src/kernel/primitives'
import { Envelope } from '../src/kernel/envelope'
import { type Command, type CommandName, commandTable } from '../src/path/command-table'
import { recordedCommand } from '../src/path/recorded-command'
import { type Schema, schemaOf } from '../src/path/schema'

/** A made-up command, and where in its payload each reference stands. */
export interface MadeUp {
  readonly command: Command
  readonly places: ReadonlyMap<string, string>
}

const hash = `sha256:${'0'.repeat(64)}`
const id = '01a00000-0000-7000-8000-000000000001'

/** References: of what, and with the number given. */
const references: Readonly<Record<string, (n: number) => string>> = {
  MeetingRef: n => `M${n}`,
  AgendaItemRef: n => `M${n}.1`,
  DecisionRef: n => `M${n}-Q1`,
  SubmissionRef: n => `P${n}`,
  BlockRef: n => `P${n}#b1`,
  AmendmentRef: n => `P${n}-A1`,
  CollisionRef: n => `P${n}-X1`,
  IndicatorRef: n => `E${n}-I1`,
  PlatformRef: n => `V${n}`,
  ClauseRef: n => `V${n}.1`,
  RaisingRef: n => `V${n}-S1`,
  ResponseRef: n => `V${n}-S1-N1`,
  CommitmentRef: n => `V${n}-K1`,
  StreamName: n => `submission-made-up.P${n}`
}

const values: Readonly<Record<string, Json>> = {
  AssociationRef: 'A1',
  MandateRef: 'A1-m1',
  AuthorityRef: 'H1',
  ThemeRef: 'T1',
  ReferenceRef: 'R1',
  PersonRef: `p_${'a'.repeat(26)}`,
  CommandId: id,
  EventId: `${id}.0`,
  Hash: hash,
  Instant: '2025-10-26T10:00:00.000+01:00',
  UtcInstant: '2025-10-26T09:00:00.000Z',
  LocalDate: '2025-10-26',
  Zone: 'Africa/Casablanca',
  Language: 'ar',
  Localized: { ar: 'x' },
  Words: 'x',
  BlockWords: 'x',
  BlockId: 'b1',
  Level: 1,
  Count: 1,
  Positive: 1,
  Decimal: '1',
  Currency: 'MAD',
  Fraction: { parts: 1, of: 2 }
}

/** The command with a payload in which everything that may be said is said; some of it as `given`, by its path. */
export const madeUp = (name: CommandName, given: Readonly<Record<string, Json>> = {}): O.Option<MadeUp> => {
  const places = new Map<string, string>()
  let number = 0
  const make = (schema: Schema, path: string): Json => {
    const told = given[path]
    if (told !== undefined) return told
    if (path === 'subject.ref') return reference('SubmissionRef', path)
    if (typeof schema['$ref'] === 'string') return valueOf(schema['$ref'].replace('#/$defs/', ''), path)
    if ('const' in schema) return schema['const'] ?? null
    if (Array.isArray(schema['enum'])) return (schema['enum'] as ReadonlyArray<Json>)[0] ?? null
    if (Array.isArray(schema['anyOf'])) return make(schema['anyOf'][0] as Schema, path)
    if (Array.isArray(schema['prefixItems']))
      return (schema['prefixItems'] as ReadonlyArray<Schema>).map((each, index) =>
        make(each, `${path}[${index}]`)
      )
    if (schema['type'] === 'array') return [make(schema['items'] as Schema, `${path}[]`)]
    if (schema['type'] === 'boolean') return true
    if (schema['type'] === 'object')
      return Object.fromEntries(
        Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).map(([key, each]) => [
          key,
          make(each, path === '' ? key : `${path}.${key}`)
        ])
      )
    return 'x'
  }
  const reference = (kind: string, path: string): string => {
    number += 10
    const made = references[kind]?.(number) ?? ''
    places.set(made, path)
    return made
  }
  const valueOf = (kind: string, path: string): Json =>
    kind in references ? reference(kind, path) : (values[kind] ?? 'x')

  const payload = make(schemaOf(commandTable[name], 'open'), '')
  const envelope = {
    format: 1,
    id: `${id}.0`,
    process: 'made-up',
    stream: 'process-made-up',
    version: 1,
    type: 'x',
    v: 1,
    data: {},
    charter: 1,
    rules: 1,
    occurredAt: values['Instant'],
    recordedAt: values['UtcInstant'],
    actor: { as: 'meeting', meeting: 'M1' },
    recordedBy: 'A1-m1',
    command: { name, v: 1, payload, count: 1 }
  }
  const command = Envelope.is(envelope) ? recordedCommand(envelope) : O.none
  return O.isSome(command) ? O.some({ command: command.value, places }) : O.none
}
