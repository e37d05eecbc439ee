/**
 * The contract of the view store: documents and their checkpoint move together, in one step; what is kept can always
 * be made again, so a damaged store is made anew instead of failing. Shipped like the event store's contract.
 */
import { pipe } from 'fp-ts/lib/function'
import * as T from 'fp-ts/lib/Task'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Json, type ProcessSlug } from '../kernel/primitives'
import { type StoreFault } from '../kernel/store-fault'
import { logVersion } from '../kernel/version'
import { type Checkpoint, type Kept, type KeptDocument, type ViewStore } from '../kernel/view-store'
import {
  atOnce,
  casesOn,
  type ContractCase,
  inOrder,
  type Promised,
  refuses,
  same,
  type Step,
  succeeds
} from './contract'
import { khemisset, tiflet } from './store-contract-acts'

/** One fresh, empty view store and what can be done with it. */
export interface ViewStoreUnderTest {
  readonly store: ViewStore
  /** Another handle on the same documents. Absent where they live in the handle. */
  readonly reopen?: TE.TaskEither<StoreFault, ViewStore>
  /** Destroys some of what is kept while the store is closed, and opens it again. */
  readonly damaged?: TE.TaskEither<StoreFault, ViewStore>
  /** Makes the kept documents those of another format, and opens the store again. */
  readonly otherFormat?: TE.TaskEither<StoreFault, ViewStore>
  readonly release?: T.Task<void>
}

export interface ViewStoreContract {
  readonly name: string
  readonly open: TE.TaskEither<StoreFault, ViewStoreUnderTest>
  /** Whether `open` gives the means to damage the store. */
  readonly damaging?: boolean
}

/** All cases for one view store. */
export const viewStoreContract = ({
  name,
  open,
  damaging = false
}: ViewStoreContract): ReadonlyArray<ContractCase> =>
  casesOn(name, { open, release }, [...keeping, ...stepping, ...(damaging ? madeAnew : [])])

const release = ({ store, release: remove }: ViewStoreUnderTest): T.Task<unknown> =>
  pipe(
    store.close,
    T.flatMap(() => remove ?? T.of(undefined))
  )

const at = (value: number, code = 'c1'): Checkpoint => ({ at: logVersion(value), code })

const doc = (key: string, value: Json): KeptDocument => ({ key, value })

const steps = (
  store: ViewStore,
  from: Checkpoint | undefined,
  to: Checkpoint,
  ...puts: ReadonlyArray<KeptDocument>
): Step<void> =>
  pipe(
    succeeds('the step', store.step(khemisset, from, to, puts)),
    TE.flatMap(taken => same('whether the step was taken', taken, true))
  )

const loads = (
  store: ViewStore,
  keys: ReadonlyArray<string>,
  checkpoint: Checkpoint | undefined,
  documents: ReadonlyArray<KeptDocument>,
  process: ProcessSlug = khemisset
): Step<void> =>
  pipe(
    succeeds('loading', store.load(process, keys)),
    TE.flatMap((kept: Kept) =>
      inOrder(
        same('the checkpoint', kept.checkpoint, checkpoint),
        same('the documents', byKey(kept.documents), byKey(documents))
      )
    )
  )

const byKey = (documents: ReadonlyArray<KeptDocument>): ReadonlyArray<KeptDocument> =>
  [...documents].sort((a, b) => (a.key < b.key ? -1 : 1))

const rich: Json = {
  title: 'نُطالِبُ بِالماءِ 👩🏽‍🌾',
  nothing: null,
  list: [1, -2.5, true, [], {}, 'a\u0000b'],
  deep: { of: { deeper: ['ⵜⴰⵎⴰⵣⵉⵖⵜ'] } }
}

const keeping: ReadonlyArray<Promised<ViewStoreUnderTest>> = [
  {
    law: 0,
    title: 'nothing is kept at first: no checkpoint and no document',
    holds: ({ store }) => loads(store, ['state/P1'], undefined, [])
  },
  {
    law: 0,
    title: 'a document comes back as it was put, and a missing key is left out',
    holds: ({ store }) =>
      inOrder(
        steps(store, undefined, at(3), doc('rich', rich), doc('empty', {})),
        loads(store, ['rich', 'absent', 'empty'], at(3), [doc('rich', rich), doc('empty', {})])
      )
  },
  {
    law: 0,
    title: 'a later put replaces the document, and others stay',
    holds: ({ store }) =>
      inOrder(
        steps(store, undefined, at(1), doc('a', 1), doc('b', 2)),
        steps(store, at(1), at(2), doc('a', 3)),
        loads(store, ['a', 'b'], at(2), [doc('a', 3), doc('b', 2)])
      )
  },
  {
    law: 0,
    title: 'a scan gives the documents of a prefix in the order of code units, page by page',
    holds: ({ store }) => {
      const keys = ['row/A', 'row/a', 'row/\u0627', 'row/\uD83D\uDCA7', 'row/\uFE8D']
      const others = ['row', 'rov/z', 'rox', 'rows/1']
      return inOrder(
        steps(store, undefined, at(1), ...[...others, ...keys].reverse().map(key => doc(key, key))),
        scans(store, { prefix: 'row/', limit: 10 }, keys),
        scans(store, { prefix: 'row/', limit: 2 }, keys.slice(0, 2)),
        scans(store, { prefix: 'row/', after: 'row/a', limit: 2 }, keys.slice(2, 4)),
        scans(store, { prefix: 'row/', after: 'row/\uD83D\uDCA7', limit: 2 }, keys.slice(4)),
        scans(store, { prefix: 'none/', limit: 2 }, []),
        scans(store, { prefix: 'row/' }, keys),
        scans(store, { prefix: 'row/', after: 'row/a' }, keys.slice(2)),
        scans(store, { prefix: '', limit: 20 }, [...keys, ...others].sort(byCodeUnit))
      )
    }
  },
  {
    law: 0,
    title: 'thousands of documents go in by one step and come out by one load',
    holds: ({ store }) => {
      const many = Array.from({ length: 3000 }, (_, i) => doc(`row/${i}`, { i }))
      return inOrder(
        steps(store, undefined, at(1), ...many),
        loads(
          store,
          many.map(({ key }) => key),
          at(1),
          many
        )
      )
    }
  },
  {
    law: 0,
    title: 'each process has its own documents and checkpoint, and forgets only its own',
    holds: ({ store }) =>
      inOrder(
        steps(store, undefined, at(1), doc('a', 1)),
        loads(store, ['a'], undefined, [], tiflet),
        succeeds('the step', store.step(tiflet, undefined, at(9), [doc('a', 9)])),
        succeeds('forgetting', store.reset(khemisset)),
        loads(store, ['a'], undefined, []),
        loads(store, ['a'], at(9), [doc('a', 9)], tiflet)
      )
  },
  {
    law: 0,
    title: 'after forgetting, it is kept again from the beginning',
    holds: ({ store }) =>
      inOrder(
        steps(store, undefined, at(5), doc('old', 1)),
        succeeds('forgetting', store.reset(khemisset)),
        steps(store, undefined, at(1, 'c2'), doc('new', 2)),
        loads(store, ['old', 'new'], at(1, 'c2'), [doc('new', 2)])
      )
  },
  {
    law: 0,
    title: 'what was kept is there when the store is opened again',
    holds: ({ store, reopen }) =>
      reopen === undefined
        ? TE.right(undefined)
        : pipe(
            steps(store, undefined, at(2), doc('a', rich)),
            TE.flatMap(() => succeeds('closing', store.close)),
            TE.flatMap(() => succeeds('opening again', reopen)),
            TE.flatMap(again =>
              inOrder(loads(again, ['a'], at(2), [doc('a', rich)]), succeeds('closing', again.close))
            )
          )
  },
  {
    law: 9,
    title: 'a closed view store says that it is out of reach',
    holds: ({ store }) =>
      inOrder(
        succeeds('closing', store.close),
        refuses('loading', ['StoreUnreachable'], store.load(khemisset, ['a']))
      )
  }
]

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : 1)

const scans = (
  store: ViewStore,
  query: Parameters<ViewStore['scan']>[1],
  keys: ReadonlyArray<string>
): Step<void> =>
  pipe(
    succeeds('the scan', store.scan(khemisset, query)),
    TE.flatMap(kept =>
      inOrder(
        same('the checkpoint', kept.checkpoint, at(1)),
        same(
          'the documents in their order',
          kept.documents,
          keys.map(key => doc(key, key))
        )
      )
    )
  )

const isNotTaken = (
  store: ViewStore,
  from: Checkpoint | undefined,
  to: Checkpoint,
  ...puts: ReadonlyArray<KeptDocument>
): Step<void> =>
  pipe(
    succeeds('the step', store.step(khemisset, from, to, puts)),
    TE.flatMap(taken => same('whether the step was taken', taken, false))
  )

const stepping: ReadonlyArray<Promised<ViewStoreUnderTest>> = [
  {
    law: 0,
    title: 'a step from another checkpoint is not taken, and puts nothing',
    holds: ({ store }) =>
      inOrder(
        isNotTaken(store, at(1), at(2), doc('a', 0)),
        steps(store, undefined, at(2), doc('a', 1)),
        isNotTaken(store, undefined, at(1), doc('a', 2)),
        isNotTaken(store, at(1), at(3), doc('a', 3)),
        isNotTaken(store, at(2, 'c0'), at(3), doc('a', 4)),
        loads(store, ['a'], at(2), [doc('a', 1)])
      )
  },
  {
    law: 0,
    title: 'a step without documents moves the checkpoint',
    holds: ({ store }) =>
      inOrder(steps(store, undefined, at(0)), steps(store, at(0), at(7)), loads(store, ['a'], at(7), []))
  },
  {
    law: 0,
    title: 'what another handle puts or forgets is seen at once, also where it was read before',
    holds: ({ store, reopen }) =>
      pipe(
        succeeds('another handle', reopen ?? TE.right(store)),
        TE.flatMap(other =>
          inOrder(
            steps(store, undefined, at(1), doc('a', 1), doc('b', 1)),
            loads(other, ['a', 'b'], at(1), [doc('a', 1), doc('b', 1)]),
            steps(store, at(1), at(2), doc('a', 2)),
            loads(other, ['a', 'b'], at(2), [doc('a', 2), doc('b', 1)]),
            steps(other, at(2), at(3), doc('b', 3)),
            loads(store, ['a', 'b'], at(3), [doc('a', 2), doc('b', 3)]),
            succeeds('forgetting', other.reset(khemisset)),
            loads(store, ['a', 'b'], undefined, []),
            steps(other, undefined, at(3, 'c2'), doc('a', 4)),
            loads(store, ['a', 'b'], at(3, 'c2'), [doc('a', 4)]),
            reopen === undefined ? TE.right(undefined) : succeeds('closing', other.close)
          )
        )
      )
  },
  {
    law: 0,
    title: 'of eight that step from one checkpoint at once exactly one does',
    holds: ({ store, reopen }) =>
      pipe(
        succeeds(
          'eight handles',
          TE.sequenceArray(Array(8).fill(reopen ?? TE.right(store)) as TE.TaskEither<StoreFault, ViewStore>[])
        ),
        TE.flatMap(handles =>
          pipe(
            steps(store, undefined, at(1), doc('a', 0)),
            TE.flatMap(() =>
              atOnce(
                handles.map((handle, i) =>
                  succeeds('the step', handle.step(khemisset, at(1), at(2 + i), [doc('a', i), doc('b', i)]))
                )
              )
            ),
            TE.flatMap(taken => oneTook(store, taken)),
            TE.flatMap(() =>
              reopen === undefined
                ? TE.right(undefined)
                : inOrder(...handles.map(({ close }) => succeeds('closing', close)))
            )
          )
        )
      )
  }
]

const oneTook = (store: ViewStore, taken: ReadonlyArray<boolean>): Step<void> => {
  const winner = taken.indexOf(true)
  return inOrder(
    same('how many steps were taken', taken.filter(Boolean).length, 1),
    loads(store, ['a', 'b'], at(2 + winner), [doc('a', winner), doc('b', winner)])
  )
}

const isMadeAnew =
  (how: 'damaged' | 'otherFormat') =>
  (under: ViewStoreUnderTest): Step<unknown> =>
    pipe(
      steps(under.store, undefined, at(2), ...Array.from({ length: 200 }, (_, i) => doc(`row/${i}`, rich))),
      TE.flatMap(() => succeeds('closing', under.store.close)),
      TE.flatMap(() => succeeds('opening again', under[how] ?? TE.left<StoreFault>(noMeans))),
      TE.flatMap(again =>
        inOrder(
          loads(
            again,
            Array.from({ length: 200 }, (_, i) => `row/${i}`),
            undefined,
            []
          ),
          steps(again, undefined, at(1), doc('a', 1)),
          loads(again, ['a'], at(1), [doc('a', 1)]),
          succeeds('closing', again.close)
        )
      )
    )

const noMeans: StoreFault = { tag: 'StoreUnreachable', at: 'contract', detail: 'open gives no means for it' }

const madeAnew: ReadonlyArray<Promised<ViewStoreUnderTest>> = [
  {
    law: 9,
    title: 'a damaged view store is made anew: nothing is kept, and it can be kept again',
    holds: isMadeAnew('damaged')
  },
  {
    law: 9,
    title: 'a view store of another format is made anew',
    holds: isMadeAnew('otherFormat')
  }
]
