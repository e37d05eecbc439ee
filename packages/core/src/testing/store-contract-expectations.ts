/** Law 2: every expectation is really enforced, also on streams that are only read, and the loser learns what moved. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { logStart, logVersion, streamVersion } from '../kernel/version'
import { inOrder, type Promised, refuses, same, type Step } from './contract'
import { type StoreUnderTest } from './store-under-test'
import {
  type Act,
  act,
  diagnosis,
  given,
  logHolds,
  meeting,
  proposal,
  relyingOn,
  relyingOnLog,
  sent
} from './store-contract-acts'

const before = [act(1, [proposal, 1], [proposal, 2]), act(2, [meeting, 1])]

const moved = (...places: ReadonlyArray<readonly [string, number]>) =>
  places.map(([stream, version]) => ({ stream, actual: streamVersion(version) }))

/** On the log of `before`, the act is a conflict that names what moved, and leaves the log as it was. */
const isConflict =
  (sending: Act, ...places: ReadonlyArray<readonly [string, number]>) =>
  ({ store }: StoreUnderTest): Step<unknown> =>
    pipe(
      given(store, ...before),
      TE.flatMap(() => refuses('it', ['Conflict'], sent(store, sending))),
      TE.flatMap(conflict =>
        inOrder(
          same('what moved', conflict.moved, moved(...places)),
          same('the version of the log', conflict.log, logVersion(3)),
          logHolds(store, ...before)
        )
      )
    )

const isAccepted =
  (sending: Act) =>
  ({ store }: StoreUnderTest): Step<unknown> =>
    inOrder(given(store, ...before, sending), logHolds(store, ...before, sending))

export const expectations: ReadonlyArray<Promised<StoreUnderTest>> = [
  {
    law: 2,
    title: 'a stream that must not exist is refused where it does',
    holds: isConflict(act(3, [proposal, 1]), [proposal, 2])
  },
  {
    law: 2,
    title: 'an exact version is refused where the stream has gone further',
    holds: isConflict(act(3, [proposal, 2]), [proposal, 2])
  },
  {
    law: 2,
    title: 'an exact version is refused where the stream is not so far',
    holds: isConflict(act(3, [meeting, 3]), [meeting, 1])
  },
  {
    law: 2,
    title: 'an exact version is refused where there is no such stream',
    holds: isConflict(act(3, [diagnosis, 2]), [diagnosis, 0])
  },
  {
    law: 2,
    title: 'a stream that is only read must be where the decision saw it',
    holds: isConflict(relyingOn(act(3, [meeting, 2]), [proposal, 1]), [proposal, 2])
  },
  {
    law: 2,
    title: 'a stream that is only read must not exist where the decision saw none',
    holds: isConflict(relyingOn(act(3, [meeting, 2]), [proposal, 0]), [proposal, 2])
  },
  {
    law: 2,
    title: 'a stream that is only read must exist where the decision saw it',
    holds: isConflict(relyingOn(act(3, [meeting, 2]), [diagnosis, 1]), [diagnosis, 0])
  },
  {
    law: 2,
    title: 'all streams that moved are named, written and read',
    holds: isConflict(
      relyingOn(act(3, [meeting, 1]), [proposal, 1], [diagnosis, 0]),
      [meeting, 1],
      [proposal, 2]
    )
  },
  {
    law: 2,
    title: 'expectations that hold let the append in, on streams read and written',
    holds: isAccepted(relyingOn(act(3, [meeting, 2]), [proposal, 2], [diagnosis, 0]))
  },
  {
    law: 2,
    title: 'a decision over the whole log is refused where the log has gone further',
    holds: isConflict(relyingOnLog(act(3, [diagnosis, 1]), logVersion(2)), [meeting, 1])
  },
  {
    law: 2,
    title: 'a decision over an empty log is refused where the log has begun',
    holds: isConflict(relyingOnLog(act(3, [diagnosis, 1]), logStart), [proposal, 2], [meeting, 1])
  },
  {
    law: 2,
    title: 'a decision over the whole log is refused where the log is not so far',
    holds: isConflict(relyingOnLog(act(3, [diagnosis, 1]), logVersion(4)))
  },
  {
    law: 2,
    title: 'a decision over the whole log goes in where nothing was added',
    holds: isAccepted(relyingOnLog(act(3, [diagnosis, 1], [proposal, 3]), logVersion(3)))
  },
  {
    law: 2,
    title: 'a decision over the whole log whose records do not follow their streams is refused',
    holds: ({ store }) =>
      inOrder(
        given(store, ...before),
        refuses('it', ['MalformedAppend'], sent(store, relyingOnLog(act(3, [proposal, 2]), logVersion(3)))),
        logHolds(store, ...before)
      )
  }
]
