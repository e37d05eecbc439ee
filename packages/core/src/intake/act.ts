/** The public signatures (being written): what the command line and embedding tools call. */
import { type TaskEither } from 'fp-ts/lib/TaskEither'
import { type Failure } from '../kernel/handle-command'
import { type CommandId, type EventId, type Json, type ProcessSlug } from '../kernel/primitives'
import { type Capabilities } from './capabilities'
import { type Input } from './input'

/** A field of the input that is not as it must be: where, what was given, what is expected. */
export interface InputProblem {
  readonly field: string
  readonly value: Json
  /** What is expected there, as a codec's name or a short tag (`UnknownKey`, `LoneSurrogate`, `BidiOverride`, …). */
  readonly expected: string
}

export type ActFailure =
  | Failure
  | { readonly tag: 'BadInput'; readonly problems: ReadonlyArray<InputProblem> }
  | { readonly tag: 'CommandIdReused'; readonly id: CommandId; readonly differs: string }

/** What an act got: its reference where it made a new thing, its events and the log version after them. */
export interface Receipt {
  readonly id: CommandId
  readonly name: string
  /** `P1`, `M1-Q2`, …: what later lines call `@<id>`. */
  readonly ref?: string
  /** All references that the append made. */
  readonly refs: ReadonlyArray<string>
  readonly events: ReadonlyArray<{ readonly id: EventId; readonly type: string; readonly stream: string }>
  /** The log's version after the act, a decimal string. */
  readonly log: string
  /** recorded now · repeated: the same id was recorded before, nothing was written · alreadySo: nothing to record. */
  readonly outcome: 'recorded' | 'repeated' | 'alreadySo' | 'wouldBeRecorded'
}

export interface ActOptions {
  readonly dryRun?: boolean
}

export type Act = (
  capabilities: Capabilities
) => (process: ProcessSlug, input: Input, options?: ActOptions) => TaskEither<ActFailure, Receipt>
