/** Orders that people gave, followed through several collisions at once; and circles, in which they contradict. */
import { grouped } from '../kernel/grouped'

/** The first is to come before the second. */
export type Before = readonly [early: number, late: number]

/** The numbers, each behind all that come before it, the lowest first where no order was given; none in a circle. */
export const inGivenOrder = (
  numbers: ReadonlyArray<number>,
  befores: ReadonlyArray<Before>
): ReadonlyArray<number> | undefined => {
  const later = new Map<number, number[]>(numbers.map(number => [number, []]))
  const waitsFor = new Map(numbers.map(number => [number, 0]))
  for (const [early, late] of befores) {
    later.get(early)?.push(late)
    waitsFor.set(late, (waitsFor.get(late) ?? 0) + 1)
  }
  const ordered: number[] = []
  while (waitsFor.size > 0) {
    const next = numbers.find(number => waitsFor.get(number) === 0)
    if (next === undefined) return undefined
    waitsFor.delete(next)
    for (const late of later.get(next) ?? []) waitsFor.set(late, (waitsFor.get(late) ?? 0) - 1)
    ordered.push(next)
  }
  return ordered
}

/** The nodes that lie on a circle or lead into one, once all others are taken off. */
export const inCircles = (over: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyArray<string> => {
  const edges = [...over].flatMap(([from, to]) => [...to].map(node => ({ from, to: node })))
  const above = grouped(edges, ({ to }) => to)
  const left = new Map([...over].map(([from, to]) => [from, to.size] as const))
  const ends = [...above.keys()].filter(node => !over.has(node))
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    left.delete(end)
    for (const { from } of above.get(end) ?? []) {
      const many = (left.get(from) ?? 0) - 1
      left.set(from, many)
      if (many === 0) ends.push(from)
    }
  }
  return [...left.keys()]
}
