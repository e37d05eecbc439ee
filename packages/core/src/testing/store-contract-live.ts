/** Law 4, live: a subscription catches up, says so, goes on, and resumes exclusively after a checkpoint. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Delivery, type Subscription } from '../kernel/event-store'
import { logStart, logVersion, type LogVersion } from '../kernel/version'
import { inOrder, type Promised, refuses, same, type Step, succeeds } from './contract'
import { type StoreUnderTest } from './store-under-test'
import { act, given, khemisset, meeting, proposal } from './store-contract-acts'

const early = [act(1, [proposal, 1], [meeting, 1]), act(2, [proposal, 2])]
const late = act(3, [meeting, 2])

/** What was delivered until it had caught up at `until`: the log versions in their order. */
const caughtUpAt = (
  subscription: Subscription,
  until: LogVersion,
  seen: ReadonlyArray<LogVersion> = [],
  left = 1000
): Step<ReadonlyArray<LogVersion>> =>
  pipe(
    succeeds('the next delivery', subscription.next),
    TE.flatMap(delivery =>
      left === 0 || (delivery.tag === 'CaughtUp' && delivery.at.value === until.value)
        ? TE.right(seen)
        : caughtUpAt(subscription, until, [...seen, ...versionsIn(delivery)], left - 1)
    )
  )

const versionsIn = (delivery: Delivery): ReadonlyArray<LogVersion> =>
  delivery.tag === 'Events' ? delivery.page.records.map(({ log }) => log) : []

const versions = (...values: ReadonlyArray<number>) => values.map(logVersion)

const subscribed = (
  { store }: StoreUnderTest,
  after: LogVersion,
  step: (subscription: Subscription) => Step<unknown>
): Step<unknown> =>
  pipe(
    succeeds('the subscription', store.subscribe(khemisset, { after })),
    TE.flatMap(subscription =>
      pipe(
        step(subscription),
        TE.flatMap(() => succeeds('closing the subscription', subscription.close))
      )
    )
  )

const sees = (subscription: Subscription, until: number, expected: ReadonlyArray<number>): Step<void> =>
  pipe(
    caughtUpAt(subscription, logVersion(until)),
    TE.flatMap(seen => same('what was delivered', seen, versions(...expected)))
  )

export const liveReading: ReadonlyArray<Promised<StoreUnderTest>> = [
  {
    law: 4,
    title: 'a subscription catches up, says so, and then delivers what comes',
    holds: under =>
      pipe(
        given(under.store, ...early),
        TE.flatMap(() =>
          subscribed(under, logStart, subscription =>
            inOrder(sees(subscription, 3, [1, 2, 3]), given(under.store, late), sees(subscription, 4, [4]))
          )
        )
      )
  },
  {
    law: 4,
    title: 'a subscription resumes exclusively after its checkpoint',
    holds: under =>
      pipe(
        given(under.store, ...early),
        TE.flatMap(() => subscribed(under, logVersion(2), subscription => sees(subscription, 3, [3])))
      )
  },
  {
    law: 4,
    title: 'a subscription may begin before the first event of the process',
    holds: under =>
      subscribed(under, logStart, subscription =>
        inOrder(sees(subscription, 0, []), given(under.store, ...early), sees(subscription, 3, [1, 2, 3]))
      )
  },
  {
    law: 4,
    title: 'a subscription that waits is woken by what another program appends',
    holds: under =>
      pipe(
        succeeds('another handle', under.reopen ?? TE.right(under.store)),
        TE.flatMap(other =>
          pipe(
            subscribed(under, logStart, subscription =>
              inOrder(
                sees(subscription, 0, []),
                pipe(
                  TE.Do,
                  TE.apS('seen', sees(subscription, 3, [1, 2, 3])),
                  TE.apS('sent', given(other, ...early))
                )
              )
            ),
            TE.flatMap(() =>
              under.reopen === undefined ? TE.right(undefined) : succeeds('closing', other.close)
            )
          )
        )
      )
  },
  {
    law: 4,
    title: 'a closed subscription delivers nothing more',
    holds: ({ store }) =>
      pipe(
        succeeds('the subscription', store.subscribe(khemisset, { after: logStart })),
        TE.flatMap(subscription =>
          inOrder(
            succeeds('closing', subscription.close),
            refuses('the next delivery', ['StoreUnreachable'], subscription.next)
          )
        )
      )
  }
]
