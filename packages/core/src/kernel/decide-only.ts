/** A decision that is not recorded. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { catchUpKnowing } from './catch-up'
import { type AnyCommand, type AnyEvent, type Domain } from './domain'
import { type Failure, type Handled, refused, type Stores } from './handle-command'
import { logVersionOf } from './kept'
import { loadStates } from './load-states'
import { type ProcessSlug } from './primitives'

/** Decides a command on the kept states without recording anything: what `--dry-run` and `explain` show. */
export const decideOnly =
  <C extends AnyCommand, S, E extends AnyEvent>(domain: Domain<C, S, E>, stores: Stores) =>
  <X>(process: ProcessSlug, prepare: () => TE.TaskEither<X, C>): TE.TaskEither<X | Failure, Handled<C, E>> =>
    pipe(
      catchUpKnowing(domain, stores.store, stores.views, process),
      TE.flatMap(() => prepare() as TE.TaskEither<X | Failure, C>),
      TE.bindTo('command'),
      TE.bindW('at', ({ command }) => loadStates<S>(stores.views, process, domain.reads(command))),
      TE.bindW('events', ({ command, at }) =>
        TE.fromEither(pipe(domain.decide(command, at.states), E.mapLeft(refused)))
      ),
      TE.map(({ command, events, at }) => ({ command, events, log: logVersionOf(at.checkpoint) }))
    )
