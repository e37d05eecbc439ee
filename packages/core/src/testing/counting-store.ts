/**
 * An event store that counts what is read through it, to show that an act reads only the streams it declares and a
 * current view reads nothing (issue 2, D). It changes nothing of what the store below answers.
 */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type EventStore, type LoggedRecord } from '../kernel/event-store'

/** What was read since the last count: calls, and records by stream, whatever read brought them. */
export interface ReadCounts {
  readonly readStream: number
  readonly readLog: number
  readonly readAll: number
  readonly head: number
  readonly subscribe: number
  readonly appends: number
  /** Records that came out of any read. */
  readonly records: number
  /** Records that came out, by the stream that they are in. */
  readonly byStream: Readonly<Record<string, number>>
}

export interface CountingStore {
  readonly store: EventStore
  /** The counts until now. */
  readonly counts: () => ReadCounts
  /** Begins to count from nothing. */
  readonly forget: () => void
}

const nothingRead: ReadCounts = {
  readStream: 0,
  readLog: 0,
  readAll: 0,
  head: 0,
  subscribe: 0,
  appends: 0,
  records: 0,
  byStream: {}
}

type Call = Exclude<keyof ReadCounts, 'records' | 'byStream'>

/** Wraps a store; what is read past the wrapper is not counted. */
export const countingStore = (below: EventStore): CountingStore => {
  let counts = nothingRead
  const counted = <E, A>(call: Call, step: TE.TaskEither<E, A>): TE.TaskEither<E, A> =>
    pipe(
      TE.fromIO(() => {
        counts = { ...counts, [call]: counts[call] + 1 }
      }),
      TE.flatMap(() => step)
    )
  const seen = ({ records }: { readonly records: ReadonlyArray<LoggedRecord> }): void => {
    counts = records.reduce(withRecord, counts)
  }
  const counting = <E, A extends { readonly records: ReadonlyArray<LoggedRecord> }>(
    call: Call,
    step: TE.TaskEither<E, A>
  ): TE.TaskEither<E, A> =>
    pipe(
      counted(call, step),
      TE.tapIO(page => () => seen(page))
    )

  return {
    store: {
      ...below,
      append: (process, expectation, records) =>
        counted('appends', below.append(process, expectation, records)),
      readStream: (process, stream, query) =>
        counting('readStream', below.readStream(process, stream, query)),
      readLog: (process, query) => counting('readLog', below.readLog(process, query)),
      readAll: query => counting('readAll', below.readAll(query)),
      head: process => counted('head', below.head(process)),
      subscribe: (process, query) =>
        pipe(
          counted('subscribe', below.subscribe(process, query)),
          TE.map(subscription => ({
            ...subscription,
            next: pipe(
              subscription.next,
              TE.tapIO(delivery => () => {
                if (delivery.tag === 'Events') seen(delivery.page)
              })
            )
          }))
        )
    },
    counts: () => counts,
    forget: () => {
      counts = nothingRead
    }
  }
}

const withRecord = (counts: ReadCounts, { stream }: LoggedRecord): ReadCounts => ({
  ...counts,
  records: counts.records + 1,
  byStream: { ...counts.byStream, [stream]: (counts.byStream[stream] ?? 0) + 1 }
})
