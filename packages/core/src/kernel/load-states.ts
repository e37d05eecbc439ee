/** What a decision is made on, and a view shown of: kept states, all of one checkpoint. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Reads, type States, type StreamState } from './domain'
import { keptState, logVersionOf, stateKey, statePrefix } from './kept'
import { type ProcessSlug } from './primitives'
import { type StoreFault } from './store-fault'
import { type StreamName } from './stream-name'
import { type Checkpoint, type Kept, type ViewStore } from './view-store'

/** The states that a command is decided on, with the checkpoint that they are of. */
export interface Loaded<S> {
  readonly checkpoint: Checkpoint | undefined
  readonly states: States<S>
}

/** Reads the kept states of streams; those that do not exist are not among them. */
export const loadStates = <S>(
  views: ViewStore,
  process: ProcessSlug,
  reads: Reads
): TE.TaskEither<StoreFault, Loaded<S>> =>
  reads.tag === 'Streams'
    ? pipe(views.load(process, reads.streams.map(stateKey)), TE.map(loaded<S>))
    : pipe(views.scan(process, { prefix: statePrefix }), TE.map(loaded<S>))

const loaded = <S>({ checkpoint, documents }: Kept): Loaded<S> => ({
  checkpoint,
  states: {
    streams: new Map(
      documents.map(({ key, value }): [StreamName, StreamState<S>] => [
        key.slice(statePrefix.length) as StreamName,
        keptState<S>(value)
      ])
    ),
    log: Number(logVersionOf(checkpoint).value)
  }
})
