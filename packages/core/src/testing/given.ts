/**
 * Given what happened, when something is asked, then events or a refusal: how every slice's decisions are tested.
 * `given(decider)(history).when(command)` folds the history and decides once.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Decision, fold } from '../kernel/decider'
import { type Actor, type Evidence, type MandateRef } from '../kernel/envelope'
import { type Occurred } from '../kernel/event'
import {
  type CommandId,
  eventId,
  type Instant,
  type Positive,
  type Count,
  type ProcessSlug,
  type UtcInstant
} from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { type StreamName } from '../kernel/stream-name'

/** What is under test: a state, how events change it, and what a command decides on it. */
export interface TestedDecider<S, E, C, D> {
  readonly initialState: S
  readonly evolve: (state: S, event: E) => S
  readonly decide: (command: C) => (state: S) => Decision<D>
}

/** What came of a command: the events, without their streams, or the refusal. */
export type Outcome =
  | { readonly events: ReadonlyArray<{ readonly type: string; readonly data: unknown }> }
  | { readonly refused: Rejection }

export const given =
  <S, Ev, C, D extends { readonly type: string; readonly data: unknown }>(
    decider: TestedDecider<S, Ev, C, D>
  ) =>
  (history: ReadonlyArray<Ev>) => {
    const state = fold(decider.evolve)(decider.initialState, history)
    return {
      state,
      when: (command: C): Outcome => outcome(decider.decide(command)(state))
    }
  }

const outcome = <D extends { readonly type: string; readonly data: unknown }>(
  decision: Decision<D>
): Outcome =>
  pipe(
    decision,
    E.match<Rejection, ReadonlyArray<D>, Outcome>(
      refused => ({ refused }),
      events => ({ events: events.map(({ type, data }) => ({ type, data })) })
    )
  )

/** What the envelopes of a test's history say, where the test does not care. */
export interface Told {
  readonly process: ProcessSlug
  readonly stream: StreamName
  readonly actor: Actor
  readonly recordedBy: MandateRef
  readonly evidence?: Evidence
}

/** An event with its time, or without one: it then happened with the one before it. */
export type Dated<Ev> = Ev & { readonly at?: string }

/** Puts events into envelopes: each is an append of its own. */
export const happened = <Ev extends { readonly type: string; readonly data: unknown }>(
  told: Told,
  start: string,
  events: ReadonlyArray<Dated<Ev>>
): ReadonlyArray<Occurred<Ev>> => {
  let at = start
  return events.map(({ at: own, ...event }, index) => {
    at = own ?? at
    return { ...told, ...envelope(index, at), ...(event as Dated<Ev>) }
  })
}

const envelope = (index: number, at: string) => ({
  format: 1 as const,
  id: eventId(testCommandId(index), 0),
  version: (index + 1) as Positive,
  v: 1 as Positive,
  charter: 0 as Count,
  rules: 1 as Positive,
  occurredAt: at as Instant,
  recordedAt: utc(at)
})

/** The id of the n-th act of a test's history, from 0; its event is `<id>.0`. */
export const testCommandId = (index: number): CommandId =>
  `019a1f00-0000-7000-8000-${index.toString(16).padStart(12, '0')}` as CommandId

/** The same digits in UTC: an act of a Moroccan morning is recorded an hour after it happened. */
const utc = (at: string): UtcInstant => `${at.slice(0, 23)}Z` as UtcInstant
