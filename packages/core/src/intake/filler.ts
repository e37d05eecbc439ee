/** What a filler of intake gets and gives: the payload so far, and what it may look at. */
import { type IO } from 'fp-ts/lib/IO'
import { type Either } from 'fp-ts/lib/Either'
import { left, type TaskEither } from 'fp-ts/lib/TaskEither'
import { type DirectoryEntry } from '../kernel/directory'
import { type Actor } from '../kernel/envelope'
import {
  type CommandId,
  type Instant,
  type ProcessSlug,
  type UtcInstant,
  type Zone
} from '../kernel/primitives'
import { type Refused, refused } from '../kernel/handle-command'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { type StoreFault } from '../kernel/store-fault'
import { type CommandName } from '../path/command-table'
import { type BadInput } from './bad-input'
import { type InputProblem, problem } from './conform'
import { type Look } from './look'

export type Payload = Readonly<Record<string, unknown>>

export interface Context {
  readonly process: ProcessSlug
  readonly id: CommandId
  /** The process's. */
  readonly zone: Zone
  readonly at: Instant
  readonly recordedAt: UtcInstant
  readonly actor: Actor
  /** What was typed as an instant; a local time is read in the zone. */
  readonly instantIn: (zone: Zone) => (typed: string, field: string) => Either<InputProblem, Instant>
  readonly newCommandId: IO<CommandId>
  readonly look: Look
  readonly entry: DirectoryEntry | undefined
  readonly recorded: Payload | undefined
  /** The payload as it was made for the try before this one, where others recorded meanwhile. */
  readonly before: Payload | undefined
}

/** Left also where what is named does not exist, or is not the next number: intake has looked, and says so. */
export type Filled = TaskEither<BadInput | Refused | StoreFault, Payload>

/** One thing that intake fills in; a payload that has it already is left as it is. */
export type Filler = (name: CommandName, payload: Payload, context: Context) => Filled

/** What the act names does not exist in this process. */
export const notKnown = (field: string, value: string | number, kind: string): Filled =>
  refuse(ReferenceUnknown(field, value, { kind }))

export const refuse = (rejection: Rejection): Filled => left(refused(rejection))

export const badField = (field: string, value: unknown, expected: string): BadInput => ({
  tag: 'BadInput',
  problems: [problem(field, value, expected)]
})
