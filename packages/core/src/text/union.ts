/** Changes that do not clash, as one change. Equal operations count once; the order of the changes does not matter. */
import { type Change } from './change'
import { sameOperation } from './equal'
import { type Operation } from './operation'

/** One change that asks for everything the given ones ask for. They must not clash (see clashes.ts). */
export const unionOf = (changes: ReadonlyArray<Change>): Change => ({
  recast: changes.find(change => change.recast !== undefined)?.recast,
  retitle: changes.find(change => change.retitle !== undefined)?.retitle,
  edits: lists(changes, change => change.edits),
  splits: lists(changes, change => change.splits),
  deletes: ones(changes, change => change.deletes),
  moves: ones(changes, change => change.moves),
  joins: ones(changes, change => change.joins),
  placed: new Map(changes.flatMap(change => [...change.placed]))
})

const byPosition = (a: { readonly at: number }, b: { readonly at: number }): number => a.at - b.at

const ones = <K, O>(
  changes: ReadonlyArray<Change>,
  pick: (change: Change) => ReadonlyMap<K, O>
): ReadonlyMap<K, O> => new Map(changes.flatMap(change => [...pick(change)]))

/** Two that do not touch never begin at one place, so the position alone orders them. */
function lists<K, O extends Operation & { readonly at: number }>(
  changes: ReadonlyArray<Change>,
  pick: (change: Change) => ReadonlyMap<K, ReadonlyArray<O>>
): ReadonlyMap<K, ReadonlyArray<O>> {
  const all = new Map<K, O[]>()
  for (const change of changes)
    for (const [key, list] of pick(change)) {
      const known = all.get(key)
      if (known === undefined) all.set(key, [...list])
      else known.push(...list)
    }
  return new Map([...all].map(([key, list]) => [key, distinctSorted(list.sort(byPosition))] as const))
}

/** Equal operations stand next to each other once sorted, because none that touch differ. */
const distinctSorted = <O extends Operation>(sorted: ReadonlyArray<O>): ReadonlyArray<O> =>
  sorted.filter((operation, index) => {
    const before = sorted[index - 1]
    return before === undefined || !sameOperation(before, operation)
  })
