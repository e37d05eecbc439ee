/** Law 6, import: stored records come in as they are, bytes and order, at the end of each process's log. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { utf8 } from '../kernel/canonical'
import { maxAppendBytes } from '../kernel/event-store'
import { streamOf } from '../kernel/stream-name'
import { inOrder, type Promised, refuses, succeeds } from './contract'
import { type StoreUnderTest } from './store-under-test'
import {
  act,
  actOf,
  diagnosis,
  given,
  logHolds,
  logOfHolds,
  meeting,
  proposal,
  tiflet,
  withRecord
} from './store-contract-acts'

const ours = [act(1, [proposal, 1], [meeting, 1]), act(2, [proposal, 2])]
const theirs = actOf(tiflet, 1, [streamOf(tiflet, 'P1'), 1])
const [first, second, third] = ours.flatMap(({ records }) => records)
const mixed = [first, ...theirs.records, second, third].flatMap(record =>
  record === undefined ? [] : [record]
)

export const importing: ReadonlyArray<Promised<StoreUnderTest>> = [
  {
    law: 6,
    title: 'an import keeps bytes and order of each process, and appends go on after it',
    holds: ({ store }) => {
      const next = act(3, [meeting, 2])
      return inOrder(
        succeeds('the import', store.import(mixed)),
        given(store, next),
        logHolds(store, ...ours, next),
        logOfHolds(store, tiflet, theirs)
      )
    }
  },
  {
    law: 6,
    title: 'an import goes on at the end of a log that has begun',
    holds: ({ store }) =>
      inOrder(
        given(store, ...ours),
        succeeds('the import', store.import(act(5, [proposal, 3], [diagnosis, 1]).records)),
        logHolds(store, ...ours, act(5, [proposal, 3], [diagnosis, 1]))
      )
  },
  {
    law: 6,
    title: 'an import may be longer than one append',
    holds: ({ store }) => {
      const long = withRecord(act(1, [proposal, 1], [proposal, 2]), 0, {
        bytes: utf8(`{"text":"${'ماء '.repeat(maxAppendBytes / 4)}"}`)
      })
      return inOrder(succeeds('the import', store.import(long.records)), logHolds(store, long))
    }
  },
  {
    law: 1,
    title: 'an import is all or nothing: one record that does not follow, and none is there',
    holds: ({ store }) =>
      inOrder(
        given(store, ...ours),
        refuses(
          'the import',
          ['MalformedAppend'],
          store.import([...theirs.records, ...act(5, [proposal, 3], [diagnosis, 2]).records])
        ),
        logHolds(store, ...ours),
        logOfHolds(store, tiflet)
      )
  },
  {
    law: 3,
    title: 'the same import again adds nothing',
    holds: ({ store }) =>
      pipe(
        succeeds('the import', store.import(mixed)),
        TE.flatMap(() => succeeds('the import again', store.import(mixed))),
        TE.flatMap(() => logHolds(store, ...ours)),
        TE.flatMap(() => logOfHolds(store, tiflet, theirs))
      )
  },
  {
    law: 3,
    title: 'an import that holds an id of the log beside new ones is refused',
    holds: ({ store }) =>
      inOrder(
        given(store, ...ours),
        refuses(
          'the import',
          ['IdTaken'],
          store.import([...act(2, [proposal, 2]).records, ...act(7, [proposal, 3]).records])
        ),
        logHolds(store, ...ours)
      )
  }
]
