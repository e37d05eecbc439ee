/** What a decision is made on, and a view shown of: kept states, all of one checkpoint. */
import { pipe } from 'fp-ts/lib/function'
import * as O from 'fp-ts/lib/Option'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Reads, type States, type StreamState } from './domain'
import { keptState, logVersionOf, type Numbers, numbersKey, stateKey, statePrefix } from './kept'
import { type ProcessSlug } from './primitives'
import { type StoreFault } from './store-fault'
import { type Letter, parseStreamName, processStream, type StreamName, streamOf } from './stream-name'
import { type Checkpoint, type Kept, sameCheckpoint, type ViewStore } from './view-store'

/** The states that a command is decided on, with the checkpoint that they are of. */
export interface Loaded<S> {
  readonly checkpoint: Checkpoint | undefined
  readonly states: States<S>
}

/**
 * Reads the kept states of streams; those that do not exist are not among them. Where one is gone that must be there,
 * all that is kept of the process is forgotten, and nothing is given: the caller makes it again (`isForgotten`).
 */
export const loadStates = <S>(
  views: ViewStore,
  process: ProcessSlug,
  reads: Reads
): TE.TaskEither<StoreFault, Loaded<S>> =>
  pipe(
    reads.tag === 'Streams'
      ? views.load(process, [...reads.streams.map(stateKey), numbersKey])
      : everyState(views, process),
    TE.flatMap(kept =>
      lacksOne(kept, process, reads)
        ? pipe(
            views.reset(process),
            TE.map(() => loaded<S>({ checkpoint: undefined, documents: [] }))
          )
        : TE.right(loaded<S>(kept))
    )
  )

const everyState = (views: ViewStore, process: ProcessSlug): TE.TaskEither<StoreFault, Kept> =>
  pipe(
    TE.Do,
    TE.bind('states', () => views.scan(process, { prefix: statePrefix })),
    TE.bind('numbers', () => views.load(process, [numbersKey])),
    TE.flatMap(({ states, numbers }) =>
      sameCheckpoint(states.checkpoint, numbers.checkpoint)
        ? TE.right({ ...states, documents: [...states.documents, ...numbers.documents] })
        : everyState(views, process)
    )
  )

/** Numbers are taken one after the other: what has one has a state. */
const lacksOne = ({ checkpoint, documents }: Kept, process: ProcessSlug, reads: Reads): boolean => {
  if (checkpoint === undefined) return false
  const found = new Map(documents.map(({ key, value }) => [key, value]))
  const numbers = (found.get(numbersKey) ?? {}) as Numbers
  const own = processStream(process)
  const due =
    reads.tag === 'Log'
      ? [own, ...streamsTaken(process, numbers)]
      : reads.streams.filter(stream => stream === own || isTaken(stream, numbers))
  return due.some(stream => !found.has(stateKey(stream)))
}

const streamsTaken = (process: ProcessSlug, numbers: Numbers): ReadonlyArray<StreamName> =>
  Object.entries(numbers).flatMap(([letter, last]) =>
    Array.from({ length: last }, (_, index) => streamOf(process, `${letter as Letter}${index + 1}`))
  )

const isTaken = (stream: StreamName, numbers: Numbers): boolean => {
  const ref = pipe(parseStreamName(stream), O.toUndefined)?.ref
  return ref !== undefined && Number(ref.slice(1)) <= (numbers[ref.slice(0, 1)] ?? 0)
}

const loaded = <S>({ checkpoint, documents }: Kept): Loaded<S> => ({
  checkpoint,
  states: {
    streams: new Map(
      documents
        .filter(({ key }) => key.startsWith(statePrefix))
        .map(({ key, value }): [StreamName, StreamState<S>] => [
          key.slice(statePrefix.length) as StreamName,
          keptState<S>(value)
        ])
    ),
    log: Number(logVersionOf(checkpoint).value)
  }
})
