/** Law 2, at once: of eight that rely on the same thing exactly one wins, and the others learn what changed. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type EventStore } from '../kernel/event-store'
import { logStart, logVersion } from '../kernel/version'
import { atOnce, type Promised, same, type Step, succeeds } from './contract'
import { type StoreUnderTest } from './store-under-test'
import {
  type Act,
  act,
  diagnosis,
  given,
  khemisset,
  meeting,
  outcome,
  proposal,
  relyingOn,
  relyingOnLog,
  sent,
  wholeLog
} from './store-contract-acts'

const eight = [1, 2, 3, 4, 5, 6, 7, 8]

/** Eight handles on one store: other programs' where the store can be opened again, else the same one. */
export const eightHandles = ({ store, reopen }: StoreUnderTest): Step<ReadonlyArray<EventStore>> =>
  succeeds('eight handles open', TE.sequenceArray(eight.map(() => reopen ?? TE.right(store))))

const closing = (under: StoreUnderTest, handles: ReadonlyArray<EventStore>): Step<unknown> =>
  under.reopen === undefined
    ? TE.right(undefined)
    : succeeds('closing', TE.sequenceArray(handles.map(h => h.close)))

/** Runs a step with eight handles and closes them. */
export const withEight =
  (step: (handles: ReadonlyArray<EventStore>) => Step<unknown>) =>
  (under: StoreUnderTest): Step<unknown> =>
    pipe(
      eightHandles(under),
      TE.flatMap(handles =>
        pipe(
          step(handles),
          TE.flatMap(() => closing(under, handles))
        )
      )
    )

/** The acts are sent at once, one by each handle, on a log that holds `prior`: one is accepted, seven are conflicts. */
const oneOfEight =
  (racing: (n: number) => Act, ...prior: ReadonlyArray<Act>) =>
  (under: StoreUnderTest): Step<unknown> => {
    const recorded = prior.reduce((sum, { records }) => sum + records.length, 0)
    return withEight(handles =>
      pipe(
        given(under.store, ...prior),
        TE.flatMap(() => atOnce(handles.map((handle, i) => outcome(sent(handle, racing(100 + i)))))),
        TE.flatMap(outcomes =>
          same('the outcomes', [...outcomes].sort(), [...Array<string>(7).fill('Conflict'), 'accepted'])
        ),
        TE.flatMap(() => succeeds('the log can be read', wholeLog(under.store, khemisset))),
        TE.flatMap(log => same('the number of events', log.length, recorded + racing(0).records.length)),
        TE.flatMap(() => succeeds('the head can be read', under.store.head(khemisset))),
        TE.flatMap(head => same('the head', head, logVersion(recorded + racing(0).records.length)))
      )
    )(under)
  }

const crossing = (n: number): Act =>
  n % 2 === 0
    ? relyingOn(act(n, [meeting, 1]), [proposal, 0])
    : relyingOn(act(n, [proposal, 1]), [meeting, 0])

const crossingLater = (n: number): Act =>
  n % 2 === 0
    ? relyingOn(act(n, [meeting, 2]), [proposal, 1])
    : relyingOn(act(n, [proposal, 2]), [meeting, 1])

export const races: ReadonlyArray<Promised<StoreUnderTest>> = [
  {
    law: 2,
    title: 'of eight that begin one stream exactly one wins',
    holds: oneOfEight(n => act(n, [proposal, 1]))
  },
  {
    law: 2,
    title: 'of eight that go on with one stream exactly one wins',
    holds: oneOfEight(n => act(n, [proposal, 2], [meeting, 1]), act(1, [proposal, 1]))
  },
  {
    law: 2,
    title: 'of eight that each read what another writes exactly one wins, on streams that do not exist yet',
    holds: oneOfEight(crossing)
  },
  {
    law: 2,
    title: 'of eight that each read what another writes exactly one wins, on streams that exist',
    holds: oneOfEight(crossingLater, act(1, [proposal, 1], [meeting, 1]))
  },
  {
    law: 2,
    title: 'of eight decisions over the whole log exactly one wins',
    holds: oneOfEight(n => relyingOnLog(act(n, [diagnosis, 1]), logStart))
  }
]
