/** Gathers what hangs together: things that share a key, directly or through others (disjoint sets, near linear). */
import { grouped, type NonEmpty } from '../kernel/grouped'

/** The groups in the order of their first members, each with its members in the order given. */
export const connected = <A, K>(
  things: ReadonlyArray<A>,
  keysOf: (thing: A) => Iterable<K>
): ReadonlyArray<NonEmpty<A>> => {
  const parents = things.map((_, index) => index)
  const holders = new Map<K, number>()
  for (const [index, thing] of things.entries())
    for (const key of keysOf(thing)) {
      const holder = holders.get(key)
      if (holder === undefined) holders.set(key, index)
      else unite(parents, holder, index)
    }
  const heads = grouped(things.entries(), ([index]) => headOf(parents, index))
  return [...heads.values()].map(([[, first], ...others]) => [first, ...others.map(([, other]) => other)])
}

function unite(parents: number[], a: number, b: number): void {
  const [one, other] = [headOf(parents, a), headOf(parents, b)]
  parents[Math.max(one, other)] = Math.min(one, other)
}

/** The first of the group; the way there is halved in passing. */
function headOf(parents: number[], index: number): number {
  let at = index
  for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
    parents[at] = parents[parent] ?? parent
    at = parent
  }
  return at
}
