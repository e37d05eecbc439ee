/** The JSON Schemas of the path, compiled by a validator that is not ours (draft 2020-12). */
import { eventSchema, inputSchema, recordedCommandSchema } from '@ardiya/core/intake/schemas'
import { type CommandName, commandTable } from '@ardiya/core/path/command-table'
import { eventTable, type EventType } from '@ardiya/core/path/event-table'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020'

export const commandNames = Object.keys(commandTable) as ReadonlyArray<CommandName>
export const eventTypes = Object.keys(eventTable) as ReadonlyArray<EventType>

type Validators = ReadonlyMap<string, ValidateFunction>

const formats = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:\d\d)$/
}

export const validatorOf = (schema: Readonly<Record<string, unknown>>): ValidateFunction =>
  new Ajv2020({ strict: true, formats }).compile(schema)

const compiled = <Name extends string>(
  all: ReadonlyArray<Name>,
  schemaOf: (name: Name) => Readonly<Record<string, unknown>>
): Validators => new Map(all.map(name => [name, validatorOf(schemaOf(name))]))

export const ofEvents = (): Validators => compiled(eventTypes, eventSchema)
export const ofRecordedCommands = (): Validators => compiled(commandNames, recordedCommandSchema)
export const ofInput = (): Validators => compiled(commandNames, inputSchema)

export interface Example {
  readonly name: string
  readonly value: unknown
}

/** What the schemas do not let pass, and why. */
export const refusedBy = (schemas: Validators, examples: ReadonlyArray<Example>): ReadonlyArray<unknown> =>
  examples.flatMap(({ name, value }) => {
    const validate = schemas.get(name)
    return validate?.(value) === true ? [] : [{ name, errors: validate?.errors, value }]
  })
