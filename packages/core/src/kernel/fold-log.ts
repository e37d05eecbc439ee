/**
 * A process's log folded from its beginning, page by page: the states as of a log version, and what kept states are
 * compared with. Memory holds the states, never the events.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type AnyCommand, type AnyEvent, type Domain, type States, type StreamState } from './domain'
import { type Envelope } from './envelope'
import { type EventStore, type LoggedRecord } from './event-store'
import { timelineRow, type TimelineRow } from './kept'
import { counting, type Unknown, unknownOf } from './newer-log'
import { millis, type Instant, type ProcessSlug, type UtcInstant } from './primitives'
import { envelopeOf, recognise } from './recognise'
import { type StoreFault } from './store-fault'
import { type StreamName } from './stream-name'
import { type LogVersion, logStart, logVersion } from './version'

export interface Folded<S> extends States<S> {
  /** Filled only where it was asked for. */
  readonly timeline: ReadonlyArray<TimelineRow>
  readonly unknown: Unknown
}

export interface FoldUntil {
  /** The last event to fold; absent: the whole log. */
  readonly until?: LogVersion
  readonly withTimeline?: boolean
}

const pageSize = 250

/** Gives each page of a log, up to a version, to a step; stops at its end. */
export const eachPage = <A>(
  store: EventStore,
  process: ProcessSlug,
  until: LogVersion | undefined,
  initial: A,
  step: (so: A, records: ReadonlyArray<LoggedRecord>) => E.Either<StoreFault, A>
): TE.TaskEither<StoreFault, A> => {
  const from = (after: LogVersion, so: A): TE.TaskEither<StoreFault, A> =>
    pipe(
      store.readLog(process, { after, limit: limitTo(after, until) }),
      TE.orElse(fault =>
        fault.tag === 'NotInStore' ? TE.right({ records: [], next: after, end: true }) : TE.left(fault)
      ),
      TE.bindTo('page'),
      TE.bind('now', ({ page }) => TE.fromEither(step(so, page.records))),
      TE.flatMap(({ page, now }) =>
        page.records.length === 0 || (until !== undefined && page.next.value >= until.value)
          ? TE.right(now)
          : from(page.next, now)
      )
    )
  return until !== undefined && until.value <= 0n ? TE.right(initial) : from(logStart, initial)
}

const limitTo = (after: LogVersion, until: LogVersion | undefined): number =>
  until === undefined ? pageSize : Number(BigInt(Math.min(pageSize, Number(until.value - after.value))))

/** The states that the events up to a version make. */
export const foldLog =
  <C extends AnyCommand, S, E extends AnyEvent>(domain: Domain<C, S, E>) =>
  (
    store: EventStore,
    process: ProcessSlug,
    { until, withTimeline = false }: FoldUntil = {}
  ): TE.TaskEither<StoreFault, Folded<S>> =>
  () => {
    const streams = new Map<StreamName, StreamState<S>>()
    const timeline: Array<TimelineRow> = []
    let unknown: Unknown = {}
    const read = recognise<E>(domain.events)

    const foldRecord = (record: LoggedRecord): E.Either<StoreFault, void> =>
      pipe(
        read(record),
        E.map(recognised => {
          const envelope = recognised.tag === 'Known' ? (recognised.event as Envelope) : recognised.envelope
          const before = streams.get(record.stream)?.state ?? domain.initialState(record.stream)
          streams.set(record.stream, {
            version: envelope.version,
            state: recognised.tag === 'Known' ? domain.evolve(before, recognised.event) : before
          })
          unknown = counting(unknown, unknownOf(domain, recognised))
          if (withTimeline) timeline.push(timelineRow(record, recognised))
        })
      )

    return pipe(
      eachPage(store, process, until, 0, (count, records) => {
        for (const record of records) {
          const folded = foldRecord(record)
          if (E.isLeft(folded)) return folded
        }
        return E.right(count + records.length)
      }),
      TE.map(log => ({ streams, log, timeline, unknown }))
    )()
  }

/** As known at an instant: the version of the last event recorded until then (recording times may run backwards). */
export const versionKnownAt = (
  store: EventStore,
  process: ProcessSlug,
  at: Instant | UtcInstant
): TE.TaskEither<StoreFault, LogVersion> =>
  eachPage(store, process, undefined, logVersion(0), (known, records) => {
    let last = known
    for (const record of records) {
      const envelope = envelopeOf(record)
      if (E.isLeft(envelope)) return envelope
      if (millis(envelope.right.recordedAt) <= millis(at)) last = record.log
    }
    return E.right(last)
  })
