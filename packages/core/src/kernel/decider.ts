/** A decider: what may happen and what follows from it (the vocabulary is emmett's; style.md). */
import { type Either } from 'fp-ts/lib/Either'
import { type Rejection } from './rejection'

/** What a decision gives: a refusal, or the events; no events means that it is already so. */
export type Decision<E> = Either<Rejection, ReadonlyArray<E>>

/** `fold` of a stream's events in order. */
export const fold =
  <S, E>(evolve: (state: S, event: E) => S) =>
  (initialState: S, events: Iterable<E>): S => {
    let state = initialState
    for (const event of events) state = evolve(state, event)
    return state
  }
