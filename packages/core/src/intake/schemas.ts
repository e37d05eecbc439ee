/**
 * The JSON Schemas that `ardiya schema` prints: of what people give, of what is recorded, of what is stored. What a
 * schema cannot say (counts that add up, texts that match) is intake's and the deciders' to judge.
 */
import * as t from 'io-ts'
import { Envelope, RecordedCommand } from '../kernel/envelope'
import { shapeWith } from '../kernel/shapes'
import { type CommandName, commandTable } from '../path/command-table'
import { eventTable, type EventType } from '../path/event-table'
import { type Openness, type Schema, schemaOf } from '../path/schema'
import { fieldsOf } from './conform'
import { Input } from './input'
import { inputCodec } from './inputs'

/** The schema of a line of input that asks for a command; unknown keys are refused. */
export const inputSchema = (name: CommandName): Schema =>
  document(`Input: ${name}`, 'closed', Input, { name: t.literal(name), payload: inputCodec(name) })

/** The schema of a command as it is recorded in the envelope of index 0. */
export const recordedCommandSchema = (name: CommandName): Schema =>
  document(`Command: ${name}, version 1, as recorded`, 'open', RecordedCommand, {
    name: t.literal(name),
    v: t.literal(1),
    payload: commandTable[name]
  })

/** The schema of a stored event with its envelope; fields of later versions are kept. */
export const eventSchema = (type: EventType): Schema =>
  document(`Event: ${type}, version 1`, 'open', Envelope, {
    type: t.literal(type),
    v: t.literal(1),
    data: eventTable[type]
  })

const document = (
  title: string,
  openness: Openness,
  frame: t.Mixed,
  narrowed: Readonly<Record<string, t.Mixed>>
): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title,
  ...schemaOf(narrow(frame, narrowed), openness)
})

/** The same fields, some of them of a narrower kind. */
const narrow = (frame: t.Mixed, narrowed: Readonly<Record<string, t.Mixed>>): t.Mixed => {
  const { codecs, required } = fieldsOf(frame) ?? { codecs: {}, required: new Set<string>() }
  const entries = Object.entries({ ...codecs, ...narrowed })
  return shapeWith(
    Object.fromEntries(entries.filter(([key]) => required.has(key))),
    Object.fromEntries(entries.filter(([key]) => !required.has(key)))
  )
}
