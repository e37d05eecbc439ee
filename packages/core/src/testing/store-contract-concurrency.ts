/** Laws 4 and 5, at once: a reader misses nothing and a stream keeps its order while eight write. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type EventStore, type LoggedRecord } from '../kernel/event-store'
import { type StreamName, streamOf } from '../kernel/stream-name'
import { logStart, type LogVersion, streamVersion } from '../kernel/version'
import { atOnce, inOrder, type Promised, same, type Step, succeeds } from './contract'
import {
  act,
  denseFrom1,
  given,
  khemisset,
  meeting,
  proposal,
  sent,
  wholeLog,
  wholeStream
} from './store-contract-acts'
import { withEight } from './store-contract-races'
import { type StoreUnderTest } from './store-under-test'

const rounds = 10

const idsOf = (records: ReadonlyArray<LoggedRecord>) => records.map(({ id }) => id)

/** `count` acts of one writer, each on its own stream, one after the other. */
const writes = (store: EventStore, writer: number): Step<unknown> =>
  given(
    store,
    ...Array.from({ length: rounds }, (_, i) =>
      act(1000 * (writer + 1) + i, [streamOf(khemisset, `P${writer + 1}`), i + 1])
    )
  )

/** How often a step looks again before it is said that it looks in vain: a broken store must not hang its contract. */
const patience = 100_000

/** Reads after a checkpoint until so many records were seen. */
const follow = (
  store: EventStore,
  after: LogVersion,
  seen: ReadonlyArray<LoggedRecord>,
  count: number,
  left = patience
): Step<ReadonlyArray<LoggedRecord>> =>
  seen.length >= count || left === 0
    ? TE.right(seen)
    : pipe(
        store.readLog(khemisset, { after, limit: 7 }),
        TE.orElseW(reason =>
          reason.tag === 'NotInStore' ? TE.right({ records: [], next: after }) : TE.left(reason)
        ),
        step => succeeds('reading on', step),
        TE.flatMap(page => follow(store, page.next, [...seen, ...page.records], count, left - 1))
      )

/** The acts of one writer on a stream that others write too: after a conflict it looks again. */
const insists = (
  store: EventStore,
  stream: StreamName,
  n: number,
  left: number,
  tries = 1000
): Step<unknown> =>
  left === 0
    ? TE.right(undefined)
    : pipe(
        succeeds('the stream can be read', wholeStream(store, stream)),
        TE.flatMap(records =>
          pipe(
            sent(store, act(n, [stream, records.length + 1])),
            TE.matchE(
              refusal =>
                refusal.tag === 'Conflict' && tries > 0
                  ? insists(store, stream, n, left, tries - 1)
                  : TE.left(`an append was refused as ${refusal.tag}`),
              () => insists(store, stream, n + 1, left - 1)
            )
          )
        )
      )

const inStreamOrder = (store: EventStore, stream: StreamName, count: number): Step<void> =>
  pipe(
    succeeds('the stream can be read', wholeStream(store, stream)),
    TE.flatMap(records =>
      inOrder(
        same(
          'the versions of the stream',
          records.map(({ version }) => version),
          Array.from({ length: count }, (_, i) => streamVersion(i + 1))
        ),
        same(
          'the order of the stream in the log',
          idsOf(records),
          idsOf([...records].sort((a, b) => Number(a.log.value - b.log.value)))
        )
      )
    )
  )

export const concurrency: ReadonlyArray<Promised<StoreUnderTest>> = [
  {
    law: 4,
    title: 'a reader that follows by checkpoint misses nothing while eight write at once',
    holds: under =>
      withEight(handles =>
        pipe(
          atOnce<unknown>([
            follow(under.store, logStart, [], 8 * rounds),
            ...handles.map((handle, writer) => writes(handle, writer))
          ]),
          TE.flatMap(([seen]) =>
            pipe(
              succeeds('the log can be read', wholeLog(under.store, khemisset)),
              TE.flatMap(log => inOrder(denseFrom1(log), same('what the reader saw', seen, log)))
            )
          )
        )
      )(under)
  },
  {
    law: 5,
    title:
      'the order of a stream is that of its versions and of the log while eight write two streams at once',
    holds: under =>
      withEight(handles =>
        pipe(
          atOnce(
            handles.map((handle, i) => insists(handle, i % 2 === 0 ? proposal : meeting, 1000 * (i + 1), 5))
          ),
          TE.flatMap(() =>
            inOrder(inStreamOrder(under.store, proposal, 20), inStreamOrder(under.store, meeting, 20))
          )
        )
      )(under)
  }
]
