/** What the kernel asks of a domain: how a command is decided on the states of the streams that it reads. */
import { type Frame } from './command'
import { type Decided, type EventTable, type Occurred } from './event'
import { type Decision } from './decider'
import { type StreamName } from './stream-name'

export interface AnyCommand extends Frame {
  readonly name: string
  readonly v: 1
  readonly payload: unknown
}

export interface AnyEvent {
  readonly type: string
  readonly data: unknown
}

/** Named streams, or the whole log for a decision over everything. It follows from the command alone. */
export type Reads =
  { readonly tag: 'Streams'; readonly streams: ReadonlyArray<StreamName> } | { readonly tag: 'Log' }

/** A stream's state and how many events made it. */
export interface StreamState<S> {
  readonly version: number
  readonly state: S
}

/** The states that a decision receives, and nothing else; a stream that does not exist is not among them. */
export interface States<S> {
  readonly streams: ReadonlyMap<StreamName, StreamState<S>>
  /** How many events the log had then. */
  readonly log: number
}

export interface Domain<C extends AnyCommand, S, E extends AnyEvent> {
  readonly events: EventTable
  /** The versions of the rules that it can decide by (guarantees.md §3). */
  readonly rules: ReadonlyArray<number>
  readonly initialState: (stream: StreamName) => S
  readonly evolve: (state: S, event: Occurred<E>) => S
  readonly reads: (command: C) => Reads
  readonly decide: (command: C, states: States<S>) => Decision<Decided<E>>
  /** What the envelope says beside the event: charter and rules version in force at the act (guarantees.md §1). */
  readonly inForce: (command: C, states: States<S>) => { readonly charter: number; readonly rules: number }
  /** Changes with the code that makes states, so that kept ones of other code are made anew. */
  readonly code: string
}
