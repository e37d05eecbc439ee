/** Whether what is kept is what the log makes: kept views are never the truth, and this shows where they are not. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { canonicalText } from './canonical'
import { type AnyCommand, type AnyEvent, type Domain } from './domain'
import { foldLog } from './fold-log'
import { type Stores } from './handle-command'
import { catchUp } from './catch-up'
import { stateKey } from './kept'
import { type Unknown } from './newer-log'
import { type Json, type ProcessSlug } from './primitives'
import { type StoreFault } from './store-fault'

export interface KeptReport {
  /** Events folded. */
  readonly events: number
  readonly streams: number
  /** Keys of kept documents that differ from what the log makes, are missing, or should not be there. */
  readonly differing: ReadonlyArray<string>
  readonly unknown: Unknown
}

export const checkKept =
  <C extends AnyCommand, S, E extends AnyEvent>(domain: Domain<C, S, E>, { store, views }: Stores) =>
  (process: ProcessSlug): TE.TaskEither<StoreFault, KeptReport> =>
    pipe(
      TE.Do,
      TE.tap(() => catchUp(domain, store, views, process)),
      TE.bind('kept', () => views.scan(process, { prefix: 'state/' })),
      TE.bind('folded', ({ kept: { checkpoint } }) =>
        foldLog(domain)(store, process, checkpoint === undefined ? {} : { until: checkpoint.at })
      ),
      TE.map(({ kept, folded }) => {
        const made = new Map(
          [...folded.streams].map(([stream, state]) => [
            stateKey(stream),
            canonicalText(state as unknown as Json)
          ])
        )
        const found = new Map(kept.documents.map(({ key, value }) => [key, canonicalText(value)]))
        const keys = [...new Set([...made.keys(), ...found.keys()])].sort()
        return {
          events: folded.log,
          streams: made.size,
          differing: keys.filter(key => made.get(key) !== found.get(key)),
          unknown: folded.unknown
        }
      })
    )
