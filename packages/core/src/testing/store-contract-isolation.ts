/** Laws 7 and 8: processes do not disturb one another, and what is not there is said to be missing, in one way. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { processStream, streamOf } from '../kernel/stream-name'
import { logStart, logVersion, streamVersion } from '../kernel/version'
import { atOnce, inOrder, type Promised, refuses, same, succeeds } from './contract'
import { type StoreUnderTest } from './store-under-test'
import {
  accepted,
  act,
  actOf,
  given,
  khemisset,
  logHolds,
  logOfHolds,
  meeting,
  proposal,
  relyingOnLog,
  tiflet
} from './store-contract-acts'
import { withEight } from './store-contract-races'

const ours = act(1, [proposal, 1], [meeting, 1])
const elsewhere = streamOf(tiflet, 'P1')
const theirs = actOf(tiflet, 1, [elsewhere, 1])

export const isolation: ReadonlyArray<Promised<StoreUnderTest>> = [
  {
    law: 7,
    title: 'each process has its own log versions, stream versions and ids',
    holds: ({ store }) =>
      pipe(
        given(store, ours),
        TE.flatMap(() => accepted(store, theirs)),
        TE.flatMap(at => same('the log version', at, logVersion(1))),
        TE.flatMap(() => logHolds(store, ours)),
        TE.flatMap(() => logOfHolds(store, tiflet, theirs))
      )
  },
  {
    law: 7,
    title: 'a decision over the whole log of one process is not disturbed by another',
    holds: ({ store }) => {
      const compiled = relyingOnLog(actOf(tiflet, 2, [processStream(tiflet), 1]), logVersion(1))
      return inOrder(given(store, theirs, ours, compiled), logOfHolds(store, tiflet, theirs, compiled))
    }
  },
  {
    law: 7,
    title: 'eight processes that are written at once all go in',
    holds: under =>
      withEight(handles => {
        const acts = handles.map((_, i) => {
          const process = `${khemisset}-${i}` as typeof khemisset
          return relyingOnLog(
            actOf(process, 1, [processStream(process), 1], [processStream(process), 2]),
            logStart
          )
        })
        return pipe(
          atOnce(acts.map((each, i) => accepted(handles[i] ?? under.store, each))),
          TE.flatMap(answers => same('the answers', answers, Array(8).fill(logVersion(2)))),
          TE.flatMap(() => succeeds('the processes', under.store.processes)),
          TE.flatMap(slugs =>
            same(
              'the processes',
              slugs,
              acts.map(({ process }) => process)
            )
          )
        )
      })(under)
  },
  {
    law: 8,
    title: 'a process that is not there is said to be missing by every read of it',
    holds: ({ store }) =>
      pipe(
        given(store, theirs),
        TE.flatMap(() =>
          refuses('its log', ['NotInStore'], store.readLog(khemisset, { after: logStart, limit: 9 }))
        ),
        TE.tap(missing => same('what is missing', missing, { tag: 'NotInStore', process: khemisset })),
        TE.flatMap(() =>
          refuses(
            'a stream of it',
            ['NotInStore'],
            store.readStream(khemisset, proposal, { after: streamVersion(0), limit: 9 })
          )
        ),
        TE.tap(missing =>
          same('what is missing', missing, { tag: 'NotInStore', process: khemisset, stream: proposal })
        ),
        TE.flatMap(() => succeeds('its head', store.head(khemisset))),
        TE.flatMap(head => same('its head', head, logStart))
      )
  },
  {
    law: 8,
    title: 'a stream that is not there is said to be missing, in the same way',
    holds: ({ store }) =>
      pipe(
        given(store, act(1, [meeting, 1])),
        TE.flatMap(() =>
          refuses(
            'it',
            ['NotInStore'],
            store.readStream(khemisset, proposal, { after: streamVersion(0), limit: 9 })
          )
        ),
        TE.flatMap(missing =>
          same('what is missing', missing, { tag: 'NotInStore', process: khemisset, stream: proposal })
        )
      )
  },
  {
    law: 8,
    title: 'a store without any process is read as empty',
    holds: ({ store }) =>
      pipe(
        succeeds('the processes', store.processes),
        TE.tap(slugs => same('the processes', slugs, [])),
        TE.flatMap(() => succeeds('reading all', store.readAll({ limit: 9 }))),
        TE.flatMap(page => same('the page', [page.records, page.end], [[], true]))
      )
  }
]
