/** Things with the same key, in the order given; the groups in the order of their first members. */
export const grouped = <K, A>(things: Iterable<A>, keyOf: (thing: A) => K): ReadonlyMap<K, NonEmpty<A>> => {
  const groups = new Map<K, [A, ...A[]]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group === undefined) groups.set(keyOf(thing), [thing])
    else group.push(thing)
  }
  return groups
}

export type NonEmpty<A> = readonly [A, ...ReadonlyArray<A>]
