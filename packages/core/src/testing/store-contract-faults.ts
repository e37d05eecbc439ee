/** Law 9: a store with a fault answers with a typed error that names where, and never with less than there is. */
import { pipe } from 'fp-ts/lib/function'
import * as T from 'fp-ts/lib/Task'
import * as TE from 'fp-ts/lib/TaskEither'
import { utf8 } from '../kernel/canonical'
import { type AppendRefusal, type EventStore } from '../kernel/event-store'
import { type StoreFault } from '../kernel/store-fault'
import { logStart, logVersion } from '../kernel/version'
import { atOnce, inOrder, type Promised, refuses, same, type Step, succeeds } from './contract'
import { type Faults, type MakeFault, type StoreUnderTest } from './store-under-test'
import {
  type Act,
  act,
  given,
  khemisset,
  logHolds,
  meeting,
  proposal,
  sent,
  wholeLog,
  wholeStream,
  withRecord
} from './store-contract-acts'

const large = (n: number, version: number): Act =>
  withRecord(act(n, [proposal, version]), 0, { bytes: utf8(`{"act":${n},"text":"${'ماء '.repeat(2_500)}"}`) })

const written = [1, 2, 3, 4, 5].map(n => large(n, n))

/** A filled store is given, closed, and the fault is made; then `step` sees how it opens. */
const after =
  (fault: keyof Faults, step: (faulty: MakeFault) => Step<unknown>) =>
  ({ store, faults }: StoreUnderTest): Step<unknown> => {
    const faulty = faults?.[fault]
    return faulty === undefined
      ? TE.left(`the fault ${fault} is declared, but open gives no means for it`)
      : inOrder(given(store, ...written), succeeds('closing', store.close), step(faulty))
  }

/** What is asked of the faulty store, which is closed afterwards. */
const asked = <L, A>(
  faulty: MakeFault,
  question: (store: EventStore) => TE.TaskEither<L, A>
): TE.TaskEither<L | StoreFault, A> =>
  pipe(
    faulty,
    TE.flatMap(store =>
      pipe(
        question(store),
        T.tap(() => store.close)
      )
    )
  )

const readingAll = (store: EventStore): TE.TaskEither<StoreFault, unknown> =>
  pipe(
    wholeLog(store, khemisset),
    TE.flatMap(() => wholeStream(store, proposal))
  )

const namesWhere = (fault: StoreFault): Step<void> =>
  fault.at === '' ? TE.left(`${fault.tag} does not say where`) : TE.right(undefined)

const appendsUntilRefused = (store: EventStore, n: number): TE.TaskEither<AppendRefusal, number> =>
  pipe(
    sent(store, large(n, n)),
    TE.flatMap(() => (n > 5_000 ? TE.right(n) : appendsUntilRefused(store, n + 1)))
  )

/** After a refused append the store holds what was acknowledged, from the first to the last, and no more. */
const holdsAll = (store: EventStore, count: number): Step<void> =>
  logHolds(store, ...Array.from({ length: count }, (_, i) => large(i + 1, i + 1)))

const refusesAnswer =
  <K extends StoreFault['tag']>(
    tags: ReadonlyArray<K>,
    question: (store: EventStore) => TE.TaskEither<StoreFault | AppendRefusal, unknown>
  ) =>
  (faulty: MakeFault): Step<unknown> =>
    pipe(
      refuses<StoreFault, K>('the store', tags, onlyFaults(asked(faulty, question))),
      TE.flatMap(namesWhere)
    )

const onlyFaults = <A>(
  answer: TE.TaskEither<StoreFault | AppendRefusal, A>
): TE.TaskEither<StoreFault, A | AppendRefusal> =>
  TE.orElse((refusal: StoreFault | AppendRefusal): TE.TaskEither<StoreFault, A | AppendRefusal> =>
    isFault(refusal) ? TE.left(refusal) : TE.right(refusal)
  )(answer)

const isFault = (refusal: StoreFault | AppendRefusal): refusal is StoreFault => 'at' in refusal

const cases: { readonly [K in keyof Required<Faults>]: Promised<StoreUnderTest> } = {
  damaged: {
    law: 9,
    title: 'a damaged store says so, and never reads as less',
    holds: after('damaged', refusesAnswer(['StoreDamaged', 'NotAStore'], readingAll))
  },
  newer: {
    law: 9,
    title: 'a store of a newer format says so',
    holds: after('newer', refusesAnswer(['StoreOfNewerFormat'], readingAll))
  },
  gone: {
    law: 9,
    title: 'a store that is not there is not taken for an empty one',
    holds: after('gone', refusesAnswer(['StoreNotFound'], readingAll))
  },
  unreachable: {
    law: 9,
    title: 'a store out of reach says so',
    holds: after('unreachable', refusesAnswer(['StoreUnreachable'], readingAll))
  },
  locked: {
    law: 9,
    title: 'a store that somebody else holds for writing says so, and can still be read',
    holds: after('locked', faulty =>
      pipe(
        succeeds('opening', faulty),
        TE.flatMap(store =>
          inOrder(
            logHolds(store, ...written),
            pipe(
              refuses('an append', ['StoreLocked'], sent(store, act(9, [meeting, 1]))),
              TE.flatMap(namesWhere)
            ),
            logHolds(store, ...written),
            succeeds('closing', store.close)
          )
        )
      )
    )
  },
  readOnly: {
    law: 9,
    title: 'a store that may only be read is read whole, and an append is refused',
    holds: after('readOnly', faulty =>
      pipe(
        succeeds('opening', faulty),
        TE.flatMap(store =>
          inOrder(
            logHolds(store, ...written),
            pipe(
              refuses('an append', ['StoreReadOnly'], sent(store, act(9, [meeting, 1]))),
              TE.flatMap(namesWhere)
            ),
            logHolds(store, ...written),
            succeeds('closing', store.close)
          )
        )
      )
    )
  },
  full: {
    law: 9,
    title: 'a full store refuses an append, and keeps all that was acknowledged',
    holds: after('full', faulty =>
      pipe(
        succeeds('opening', faulty),
        TE.flatMap(store =>
          pipe(
            refuses('one append after the other', ['StoreFull'], appendsUntilRefused(store, 6)),
            TE.tap(namesWhere),
            TE.flatMap(() => succeeds('the head', store.head(khemisset))),
            TE.flatMap(head => holdsAll(store, Number(head.value))),
            TE.flatMap(() => succeeds('closing', store.close))
          )
        )
      )
    )
  }
}

const closedStore: Promised<StoreUnderTest> = {
  law: 9,
  title: 'a closed store says that it is out of reach, to every question',
  holds: ({ store }) =>
    inOrder(
      given(store, act(1, [proposal, 1])),
      succeeds('closing', store.close),
      refuses('an append', ['StoreUnreachable'], sent(store, act(2, [proposal, 2]))),
      refuses('the log', ['StoreUnreachable'], store.readLog(khemisset, { after: logStart, limit: 1 })),
      refuses('the head', ['StoreUnreachable'], store.head(khemisset)),
      refuses('the processes', ['StoreUnreachable'], store.processes)
    )
}

const survivesReopening: Promised<StoreUnderTest> = {
  law: 9,
  title: 'what was acknowledged is there when the store is opened again',
  holds: ({ store, reopen }) =>
    pipe(
      given(store, ...written),
      TE.flatMap(() =>
        reopen === undefined
          ? TE.right(undefined)
          : pipe(
              succeeds('closing', store.close),
              TE.flatMap(() => succeeds('opening again', reopen)),
              TE.flatMap(again =>
                inOrder(
                  logHolds(again, ...written),
                  pipe(
                    succeeds('the head', again.head(khemisset)),
                    TE.flatMap(head => same('the head', head, logVersion(5)))
                  ),
                  atOnce([succeeds('closing', again.close)])
                )
              )
            )
      )
    )
}

/** The cases of law 9 for the faults that an adapter declares, and those that every store must pass. */
export const faultCases = (
  declared: ReadonlyArray<keyof Faults>
): ReadonlyArray<Promised<StoreUnderTest>> => [
  closedStore,
  survivesReopening,
  ...declared.map(fault => cases[fault])
]
