/**
 * A command as it is decided and recorded (guarantees.md §1): made of people's input by intake, pure data. Its name,
 * version and payload stand in the envelope of index 0, the rest in every envelope of its append.
 * Commands are stored formats like events: a version, a codec for ever, a golden fixture.
 */
import type * as t from 'io-ts'
import { type Circumstances } from './envelope'
import { type CommandId, type EventId, type ProcessSlug } from './primitives'

/** A slice's commands: from the name to the codec of the payload. */
export type CommandTable = { readonly [name: string]: t.Mixed }

/** What every command has beside its name and payload. */
export type Frame = Circumstances & {
  readonly id: CommandId
  readonly process: ProcessSlug
  readonly cause?: EventId
}

export type CommandOf<T extends CommandTable, Name extends keyof T & string = keyof T & string> = {
  readonly [K in Name]: Frame & { readonly name: K; readonly v: 1; readonly payload: t.TypeOf<T[K]> }
}[Name]
