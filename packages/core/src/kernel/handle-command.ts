/**
 * The append loop: what is kept is brought up to date, the command is made and decided on the streams that it reads,
 * and appended with their versions as expectation. Whatever moved meanwhile, it is decided again on the new state
 * (rule 16), as long as others succeed, at most `maxAttempts` times.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Task } from 'fp-ts/lib/Task'
import * as TE from 'fp-ts/lib/TaskEither'
import { type AnyCommand, type AnyEvent, type Domain, type Reads, type StreamState } from './domain'
import { fromUtf8 } from './canonical'
import { encodeAppend } from './encode-append'
import { type Decided } from './event'
import {
  type AppendRefusal,
  type EventStore,
  exactly,
  type Expectation,
  type LoggedRecord,
  noStream,
  type StoredRecord
} from './event-store'
import { catchUpKnowing, keepAppended } from './catch-up'
import { logVersionOf } from './kept'
import { type Loaded, loadStates } from './load-states'
import { type LogOfNewerSoftware } from './newer-log'
import { type ProcessSlug } from './primitives'
import { type Rejection } from './rejection'
import { type StoreFault } from './store-fault'
import { type LogVersion, logVersionAfter, logVersionBefore, sameVersion, streamVersion } from './version'
import { type Checkpoint, isForgotten, type ViewStore } from './view-store'

export const maxAttempts = 20

/** The record, and what is kept from it. */
export interface Stores {
  readonly store: EventStore
  readonly views: ViewStore
}

/** Waits before the next attempt, a little longer each time and never exactly as long as others (jitter). */
export type Pause = (attempt: number) => Task<void>

export interface Refused {
  readonly tag: 'Refused'
  readonly rejection: Rejection
}

export interface Busy {
  readonly tag: 'Busy'
  readonly attempts: number
}

export type Failure =
  | Refused
  | Busy
  | LogOfNewerSoftware
  | Exclude<AppendRefusal, { readonly tag: 'Conflict' | 'IdTaken' }>
  | StoreFault

/** What came of a command: its events, and the log version after them. No events: it was already so. */
export interface Handled<C, E> {
  readonly command: C
  readonly events: ReadonlyArray<Decided<E>>
  readonly log: LogVersion
}

export const refused = (rejection: Rejection): Refused => ({ tag: 'Refused', rejection })

/** One try: from when the log was as intake saw it, with the command as it was made before, if it was. */
interface Attempt<C> {
  /** From 1. */
  readonly number: number
  readonly began: Checkpoint | undefined
  readonly command: C | undefined
}

/**
 * Handles a command. `prepare` makes it (intake) and is run again for each attempt, because a number may have been
 * taken meanwhile; it gets what it made before, because an act stays about the texts that it was about (rule 16).
 * `beforeAppend` puts the details of persons into the directory.
 */
export const handleCommand =
  <C extends AnyCommand, S, E extends AnyEvent>(domain: Domain<C, S, E>, stores: Stores, pause: Pause) =>
  <X>(
    process: ProcessSlug,
    prepare: (before?: C) => TE.TaskEither<X, C>,
    beforeAppend: (command: C) => TE.TaskEither<StoreFault, void>
  ): TE.TaskEither<X | Failure, Handled<C, E>> => {
    const { store, views } = stores
    type Outcome = TE.TaskEither<X | Failure, Handled<C, E>>

    const attempt = (number: number, before?: C): Outcome =>
      pipe(
        catchUpKnowing(domain, store, views, process),
        TE.flatMap((began): Outcome =>
          pipe(
            prepare(before),
            TE.matchEW(
              failure => toldOfWhatIsKept({ number, began, command: before }, failure),
              command => decided({ number, began, command }, command)
            )
          )
        )
      )

    const decided = (now: Attempt<C>, command: C): Outcome =>
      pipe(
        loadStates<S>(views, process, domain.reads(command)),
        TE.flatMap((at): Outcome => {
          if (isForgotten(now.began, at.checkpoint)) return again(now)
          const outcome = domain.decide(command, at.states)
          if (E.isLeft(outcome)) return toldOfTheSameLog(now, E.left(refused(outcome.left)))
          const events = outcome.right
          const log = logVersionOf(at.checkpoint)
          return events.length === 0
            ? toldOfTheSameLog(now, E.right({ command, events, log }))
            : appendDecided(now, command, at, events)
        })
      )

    /** What intake missed may have been forgotten while it looked: then it looks again. */
    const toldOfWhatIsKept = (now: Attempt<C>, failure: X): Outcome =>
      pipe(
        views.load(process, []),
        TE.flatMap(({ checkpoint }): Outcome =>
          isForgotten(now.began, checkpoint) ? again(now) : TE.left(failure)
        )
      )

    /**
     * A refusal, or that it is already so, stands only if the log is still where it was when intake began: a number
     * that intake gave may have been taken since, and the act itself may have been recorded (rule 17).
     */
    const toldOfTheSameLog = (now: Attempt<C>, told: E.Either<Failure, Handled<C, E>>): Outcome =>
      pipe(
        store.head(process),
        TE.flatMap((head): Outcome =>
          sameVersion(head, logVersionOf(now.began)) || now.number >= maxAttempts
            ? TE.fromEither(told)
            : again(now)
        )
      )

    const again = ({ number, command }: Attempt<C>): Outcome =>
      number >= maxAttempts
        ? TE.left({ tag: 'Busy', attempts: number })
        : pipe(
            TE.fromTask<void, X | Failure>(pause(number)),
            TE.flatMap(() => attempt(number + 1, command))
          )

    const appendDecided = (
      now: Attempt<C>,
      command: C,
      at: Loaded<S>,
      events: ReadonlyArray<Decided<E>>
    ): Outcome => {
      const records = encodeAppend(command, at.states, domain.inForce(command, at.states), events)
      return pipe(
        beforeAppend(command),
        TE.flatMap(
          () =>
            store.append(
              process,
              expectationOf(domain.reads(command), at, records),
              records
            ) as TE.TaskEither<AppendRefusal, LogVersion>
        ),
        TE.matchEW(
          failure =>
            failure.tag === 'Conflict' || failure.tag === 'IdTaken'
              ? again(now)
              : TE.left<X | Failure, Handled<C, E>>(failure),
          log =>
            pipe(
              isOurs(records, log),
              TE.flatMap(ours => (ours ? keepIfNext(at, records, { command, events, log }) : again(now)))
            )
        )
      )
    }

    /**
     * Two that race with one command id are both told yes, and the first bytes stand (law 3). Whoever brought others
     * finds the act recorded when it tries again, and is told of it there (rule 17).
     */
    const isOurs = (
      records: ReadonlyArray<StoredRecord>,
      log: LogVersion
    ): TE.TaskEither<X | Failure, boolean> =>
      pipe(
        store.readLog(process, { after: logVersionBefore(log, records.length), limit: 1 }),
        TE.map(({ records: [stored] }) => stored !== undefined && sameBytes(stored, records[0])),
        TE.orElse((fault): TE.TaskEither<X | Failure, boolean> =>
          fault.tag === 'NotInStore' ? TE.right(false) : TE.left(fault)
        )
      )

    /** What is kept follows at once where nothing came between; else the next reader brings it up to date. */
    const keepIfNext = (
      at: Loaded<S>,
      records: ReadonlyArray<StoredRecord>,
      handled: Handled<C, E>
    ): TE.TaskEither<never, Handled<C, E>> => {
      const first = logVersionOf(at.checkpoint)
      if (!sameVersion(handled.log, logVersionAfter(first, records.length))) return TE.right(handled)
      const logged = records.map((record, index): LoggedRecord => ({
        ...record,
        log: logVersionAfter(first, index + 1)
      }))
      return pipe(
        keepAppended(domain, views, process, at.checkpoint, logged),
        TE.match(
          () => E.right(handled),
          () => E.right(handled)
        )
      )
    }

    return attempt(1)
  }

/** Every stream that the decision read or writes, at the version that it was read. */
const expectationOf = <S>(
  reads: Reads,
  { states, checkpoint }: Loaded<S>,
  records: ReadonlyArray<StoredRecord>
): Expectation =>
  reads.tag === 'Log'
    ? { tag: 'Log', version: logVersionOf(checkpoint) }
    : {
        tag: 'Streams',
        streams: [...new Set([...reads.streams, ...records.map(record => record.stream)])].map(stream => ({
          stream,
          expected: expectedOf(states.streams.get(stream))
        }))
      }

const sameBytes = (stored: StoredRecord, sent: StoredRecord | undefined): boolean =>
  sent !== undefined && fromUtf8(stored.bytes) === fromUtf8(sent.bytes)

const expectedOf = (state: StreamState<unknown> | undefined) =>
  state === undefined ? noStream : exactly(streamVersion(state.version))
