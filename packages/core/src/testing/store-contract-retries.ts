/** Law 3: an append sent again after an unknown outcome gives the same answer, and an id occurs once in a log. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { utf8 } from '../kernel/canonical'
import { eventId } from '../kernel/primitives'
import { logVersion } from '../kernel/version'
import { atOnce, inOrder, type Promised, refuses, same, type Step, succeeds } from './contract'
import { type StoreUnderTest } from './store-under-test'
import {
  accepted,
  type Act,
  act,
  commandOf,
  diagnosis,
  given,
  logHolds,
  meeting,
  proposal,
  relyingOn,
  relyingOnLog,
  sent,
  withRecord
} from './store-contract-acts'
import { withEight } from './store-contract-races'

const first = act(1, [proposal, 1], [meeting, 1])
const later = act(2, [proposal, 2], [meeting, 2], [diagnosis, 1])

const againGives =
  (answer: number, sending: Act, ...others: ReadonlyArray<Act>) =>
  ({ store }: StoreUnderTest): Step<unknown> =>
    pipe(
      given(store, sending, ...others),
      TE.flatMap(() => accepted(store, sending)),
      TE.flatMap(at => same('the answer again', at, logVersion(answer))),
      TE.flatMap(() => logHolds(store, sending, ...others))
    )

const isRefusedAfterFirst =
  (sending: Act) =>
  ({ store }: StoreUnderTest): Step<unknown> =>
    inOrder(
      given(store, first),
      refuses('it', ['Conflict', 'IdTaken'], sent(store, sending)),
      logHolds(store, first)
    )

export const retries: ReadonlyArray<Promised<StoreUnderTest>> = [
  {
    law: 3,
    title: 'the same append again gives the same answer and adds nothing',
    holds: againGives(2, first)
  },
  {
    law: 3,
    title: 'the same append again gives the same answer when its streams have gone on since',
    holds: againGives(2, first, later)
  },
  {
    law: 3,
    title: 'the same decision over the whole log again gives the same answer',
    holds: againGives(2, relyingOnLog(first, logVersion(0)), later)
  },
  {
    law: 3,
    title: 'the same append again gives the same answer when only what it read has gone on',
    holds: againGives(1, relyingOn(act(1, [proposal, 1]), [diagnosis, 0]), act(2, [diagnosis, 1]))
  },
  {
    law: 3,
    title: 'the first bytes stand',
    holds: ({ store }) =>
      pipe(
        given(store, first),
        TE.flatMap(() => accepted(store, withRecord(first, 1, { bytes: utf8('{"typed":"again"}') }))),
        TE.flatMap(at => same('the answer again', at, logVersion(2))),
        TE.flatMap(() => logHolds(store, first))
      )
  },
  {
    law: 3,
    title: 'another program gets the same answer to the same append',
    holds: ({ store, reopen }) =>
      pipe(
        given(store, first, later),
        TE.flatMap(() => succeeds('the store opens again', reopen ?? TE.right(store))),
        TE.flatMap(other =>
          pipe(
            accepted(other, first),
            TE.flatMap(at => same('the answer again', at, logVersion(2))),
            TE.flatMap(() => logHolds(other, first, later)),
            TE.flatMap(() => (reopen === undefined ? TE.right(undefined) : succeeds('closing', other.close)))
          )
        )
      )
  },
  {
    law: 3,
    title: 'eight times the same append at once is there once, and all get the same answer',
    holds: under =>
      withEight(handles =>
        pipe(
          atOnce(handles.map(handle => accepted(handle, first))),
          TE.flatMap(answers => same('the answers', answers, Array(8).fill(logVersion(2)))),
          TE.flatMap(() => logHolds(under.store, first))
        )
      )(under)
  },
  {
    law: 3,
    title: 'one id changed, the last, is a conflict',
    holds: isRefusedAfterFirst(withRecord(first, 1, { id: eventId(commandOf(9), 1) }))
  },
  {
    law: 3,
    title: 'one id changed, the first, is a conflict',
    holds: isRefusedAfterFirst(withRecord(first, 0, { id: eventId(commandOf(9), 0) }))
  },
  {
    law: 3,
    title: 'a part of an append is not the same append',
    holds: isRefusedAfterFirst(act(1, [proposal, 1]))
  },
  {
    law: 3,
    title: 'an append with one record more is not the same append',
    holds: isRefusedAfterFirst(act(1, [proposal, 1], [meeting, 1], [diagnosis, 1]))
  },
  {
    law: 3,
    title: 'an id that is in the log is taken, whatever stream it is sent to',
    holds: ({ store }) =>
      pipe(
        given(store, first),
        TE.flatMap(() =>
          refuses(
            'it',
            ['IdTaken'],
            sent(store, withRecord(act(9, [diagnosis, 1]), 0, { id: eventId(commandOf(1), 0) }))
          )
        ),
        TE.flatMap(taken => same('the id', taken.id, eventId(commandOf(1), 0))),
        TE.flatMap(() => logHolds(store, first))
      )
  },
  {
    law: 3,
    title: 'an id that is in the log is taken, also in the middle of a new append',
    holds: ({ store }) =>
      inOrder(
        given(store, first),
        refuses(
          'it',
          ['IdTaken'],
          sent(store, withRecord(act(9, [proposal, 2], [diagnosis, 1]), 1, { id: eventId(commandOf(1), 1) }))
        ),
        logHolds(store, first)
      )
  },
  {
    law: 3,
    title: 'an id twice in one append is refused',
    holds: ({ store }) =>
      inOrder(
        refuses(
          'it',
          ['MalformedAppend'],
          sent(store, withRecord(first, 1, { id: eventId(commandOf(1), 0) }))
        ),
        logHolds(store)
      )
  }
]
