/** Law 1: an append is all or nothing, over several streams too. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { logStart, logVersion, streamVersion } from '../kernel/version'
import { inOrder, type Promised, refuses, same, succeeds } from './contract'
import { type StoreUnderTest } from './store-under-test'
import {
  accepted,
  act,
  actOf,
  diagnosis,
  given,
  khemisset,
  logHolds,
  meeting,
  proposal,
  relyingOn,
  root,
  sent,
  tiflet,
  withRecord
} from './store-contract-acts'

const nothingExpected = { tag: 'Streams', streams: [] } as const

export const atomicity: ReadonlyArray<Promised<StoreUnderTest>> = [
  {
    law: 1,
    title: 'an append over three streams is there as a whole, in its order',
    holds: ({ store }) => {
      const decision = act(1, [meeting, 1], [proposal, 1], [proposal, 2], [root, 1], [meeting, 2])
      return pipe(
        accepted(store, decision),
        TE.flatMap(at => same('the log version after it', at, logVersion(5))),
        TE.flatMap(() => logHolds(store, decision))
      )
    }
  },
  {
    law: 1,
    title: 'an append that is refused for one of its streams writes nothing to the others',
    holds: ({ store }) => {
      const first = act(1, [proposal, 1])
      return inOrder(
        given(store, first),
        refuses('it', ['Conflict'], sent(store, act(2, [meeting, 1], [diagnosis, 1], [proposal, 1]))),
        logHolds(store, first)
      )
    }
  },
  {
    law: 1,
    title: 'an empty append changes nothing and answers with the version of the log',
    holds: ({ store }) => {
      const first = act(1, [proposal, 1], [meeting, 1])
      return inOrder(
        pipe(
          succeeds('an empty append', store.append(khemisset, nothingExpected, [])),
          TE.flatMap(at => same('the version', at, logStart))
        ),
        pipe(
          succeeds('reading which processes there are', store.processes),
          TE.flatMap(slugs => same('the processes', slugs, []))
        ),
        given(store, first),
        pipe(
          succeeds('an empty append', store.append(khemisset, nothingExpected, [])),
          TE.flatMap(at => same('the version', at, logVersion(2)))
        ),
        logHolds(store, first)
      )
    }
  },
  {
    law: 1,
    title: 'after a refused append the true version still works',
    holds: ({ store }) => {
      const first = act(1, [proposal, 1])
      const right = act(3, [proposal, 2])
      return inOrder(
        given(store, first),
        refuses('a version too low', ['Conflict'], sent(store, act(2, [proposal, 1]))),
        refuses('a version too high', ['Conflict'], sent(store, act(2, [proposal, 3]))),
        given(store, right),
        logHolds(store, first, right)
      )
    }
  },
  {
    law: 1,
    title: 'records that do not follow their stream are refused, and nothing is written',
    holds: ({ store }) =>
      inOrder(
        refuses(
          'a gap in the versions',
          ['MalformedAppend'],
          sent(store, withRecord(act(1, [proposal, 1], [proposal, 2]), 1, { version: streamVersion(3) }))
        ),
        logHolds(store)
      )
  },
  {
    law: 1,
    title: 'a record of another process, or of a stream without an expectation, is refused',
    holds: ({ store }) => {
      const ofOther = { ...act(1, [proposal, 1]), process: tiflet }
      const unexpected = { ...act(1, [proposal, 1]), expectation: nothingExpected }
      return inOrder(
        refuses('a record of another process', ['MalformedAppend'], sent(store, ofOther)),
        refuses('a stream without an expectation', ['MalformedAppend'], sent(store, unexpected)),
        logHolds(store)
      )
    }
  },
  {
    law: 1,
    title: 'a stream that is expected twice is refused',
    holds: ({ store }) =>
      refuses(
        'it',
        ['MalformedAppend'],
        sent(store, relyingOn(actOf(khemisset, 1, [proposal, 1]), [proposal, 0]))
      )
  }
]
