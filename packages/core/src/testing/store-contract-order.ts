/** Laws 4 and 5: log versions are dense, a reader by checkpoint misses nothing, and a stream's order is the log's. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type EventStore, type LoggedRecord } from '../kernel/event-store'
import { eventId } from '../kernel/primitives'
import { streamOf } from '../kernel/stream-name'
import { logStart, logVersion, streamVersion } from '../kernel/version'
import { inOrder, type Promised, refuses, same, type Step, succeeds } from './contract'
import { type StoreUnderTest } from './store-under-test'
import {
  act,
  actOf,
  commandOf,
  denseFrom1,
  diagnosis,
  given,
  khemisset,
  logHolds,
  meeting,
  proposal,
  sent,
  tiflet,
  wholeLog,
  withRecord
} from './store-contract-acts'

const written = [
  act(1, [proposal, 1], [meeting, 1], [proposal, 2]),
  act(2, [diagnosis, 1]),
  withRecord(act(3, [meeting, 2], [proposal, 3]), 0, { type: 'DecisionTaken' })
]
const ids: ReadonlyArray<string> = written.flatMap(({ records }) => records.map(({ id }) => id))

const idsOf = (records: ReadonlyArray<LoggedRecord>) => records.map(({ id }) => id)

export const order: ReadonlyArray<Promised<StoreUnderTest>> = [
  {
    law: 4,
    title: 'log versions are dense from 1, also after refused appends',
    holds: ({ store }) =>
      pipe(
        given(store, ...written.slice(0, 2)),
        TE.flatMap(() => refuses('it', ['Conflict'], sent(store, act(8, [proposal, 1])))),
        TE.flatMap(() =>
          refuses(
            'it',
            ['IdTaken'],
            sent(store, withRecord(act(8, [meeting, 2]), 0, { id: eventId(commandOf(2), 0) }))
          )
        ),
        TE.flatMap(() => given(store, ...written.slice(2))),
        TE.flatMap(() => succeeds('the log can be read', wholeLog(store, khemisset))),
        TE.flatMap(records => inOrder(denseFrom1(records), same('the ids', idsOf(records), ids)))
      )
  },
  {
    law: 4,
    title: 'pages of any size give the same log, and the head is its version',
    holds: ({ store }) =>
      inOrder(
        given(store, ...written),
        ...[1, 2, 5, 6, 7].map(limit =>
          pipe(
            succeeds('the log can be read', wholeLog(store, khemisset, limit)),
            TE.flatMap(records => inOrder(denseFrom1(records), same('the ids', idsOf(records), ids)))
          )
        ),
        pipe(
          succeeds('the head can be read', store.head(khemisset)),
          TE.flatMap(head => same('the head', head, logVersion(6)))
        )
      )
  },
  {
    law: 4,
    title: 'a page begins exclusively after its checkpoint, and at the end is empty and says so',
    holds: ({ store }) =>
      inOrder(
        given(store, ...written),
        pipe(
          succeeds('reading on', store.readLog(khemisset, { after: logVersion(4), limit: 10 })),
          TE.flatMap(page =>
            same('the page', [idsOf(page.records), page.next, page.end], [ids.slice(4), logVersion(6), true])
          )
        ),
        pipe(
          succeeds('reading at the end', store.readLog(khemisset, { after: logVersion(6), limit: 10 })),
          TE.flatMap(page => same('the page', page, { records: [], next: logVersion(6), end: true }))
        )
      )
  },
  {
    law: 4,
    title: 'a page of some streams or types leaves the others out and goes on past them',
    holds: ({ store }) =>
      inOrder(
        given(store, ...written),
        pipe(
          succeeds(
            'two streams',
            store.readLog(khemisset, { after: logStart, streams: [meeting, diagnosis], limit: 2 })
          ),
          TE.tap(page => same('the page', idsOf(page.records), [ids[1], ids[3]])),
          TE.flatMap(({ next }) =>
            succeeds(
              'going on',
              store.readLog(khemisset, { after: next, streams: [meeting, diagnosis], limit: 2 })
            )
          ),
          TE.flatMap(page =>
            same('the next page', [idsOf(page.records), page.next, page.end], [[ids[4]], logVersion(6), true])
          )
        ),
        pipe(
          succeeds(
            'one type',
            store.readLog(khemisset, { after: logStart, types: ['DecisionTaken'], limit: 9 })
          ),
          TE.flatMap(page =>
            same('the page', [idsOf(page.records), page.next, page.end], [[ids[4]], logVersion(6), true])
          )
        ),
        pipe(
          succeeds(
            'a type in a stream',
            store.readLog(khemisset, {
              after: logStart,
              streams: [proposal],
              types: ['DecisionTaken'],
              limit: 9
            })
          ),
          TE.flatMap(page => same('the page', page, { records: [], next: logVersion(6), end: true }))
        )
      )
  },
  {
    law: 4,
    title: 'a reader of all processes resumes by its cursor, with nothing missed and nothing twice',
    holds: ({ store }) => {
      const other = streamOf(tiflet, 'P1')
      return pipe(
        given(store, ...written.slice(0, 2), actOf(tiflet, 101, [other, 1])),
        TE.flatMap(() => readAllFrom(store, undefined, [])),
        TE.bindTo('early'),
        TE.tap(() => given(store, actOf(tiflet, 102, [other, 2]), ...written.slice(2))),
        TE.bind('late', ({ early }) => readAllFrom(store, early.cursor, [])),
        TE.flatMap(({ early, late }) =>
          inOrder(
            same(
              'what came first',
              sorted(early.records),
              sorted([...ids.slice(0, 4), eventId(commandOf(101), 0)])
            ),
            same(
              'what came later',
              sorted(late.records),
              sorted([...ids.slice(4), eventId(commandOf(102), 0)])
            ),
            same(
              'the order inside a process',
              late.records.filter(id => ids.includes(id)),
              ids.slice(4)
            )
          )
        )
      )
    }
  },
  {
    law: 5,
    title: 'a stream is read page by page in its order, exclusively after a version',
    holds: ({ store }) =>
      inOrder(
        given(store, ...written),
        logHolds(store, ...written),
        pipe(
          succeeds(
            'the stream',
            store.readStream(khemisset, proposal, { after: streamVersion(0), limit: 2 })
          ),
          TE.tap(page =>
            same('the page', [idsOf(page.records), page.next], [[ids[0], ids[2]], streamVersion(2)])
          ),
          TE.flatMap(({ next }) =>
            succeeds('going on', store.readStream(khemisset, proposal, { after: next, limit: 2 }))
          ),
          TE.flatMap(page =>
            same(
              'the next page',
              [idsOf(page.records), page.next, page.end],
              [[ids[5]], streamVersion(3), true]
            )
          )
        ),
        pipe(
          succeeds(
            'at its end',
            store.readStream(khemisset, proposal, { after: streamVersion(3), limit: 2 })
          ),
          TE.flatMap(page => same('the page', page, { records: [], next: streamVersion(3), end: true }))
        )
      )
  }
]

const sorted = (values: ReadonlyArray<string>): ReadonlyArray<string> => [...values].sort()

const readAllFrom = (
  store: EventStore,
  cursor: string | undefined,
  seen: ReadonlyArray<string>
): Step<{ readonly cursor: string; readonly records: ReadonlyArray<string> }> =>
  pipe(
    succeeds('reading all', store.readAll({ limit: 2, ...(cursor === undefined ? {} : { after: cursor }) })),
    TE.flatMap(page => {
      const records = [...seen, ...idsOf(page.records)]
      return page.end || page.records.length === 0
        ? TE.right({ cursor: page.next, records })
        : readAllFrom(store, page.next, records)
    })
  )
