/** An index over rare traits in flat arrays: finds likely pairs among many texts without comparing all with all. */

/** A trait that more texts have says nothing about two of them, and would make the work grow with its square. */
const MOST_HOLDERS = 64

type Index = {
  /** Holders of slot s: `holders[starts[s]]` to before `holders[starts[s + 1]]`, in rising order. */
  readonly starts: Uint32Array
  readonly holders: Uint32Array
  readonly slotOf: (trait: number) => number
}

/** Calls `pair` (a < b) for the texts that share rare traits: per text the `most` likeliest before it. */
export const rareTraits = (
  texts: ReadonlyArray<Uint32Array>,
  most: number,
  pair: (a: number, b: number) => void
): void => {
  const index = indexOf(texts)
  const scores = new Float64Array(texts.length)
  for (const [b, traits] of texts.entries()) {
    const met = scored(index, traits, b, scores)
    met.sort((x, y) => (scores[y] ?? 0) - (scores[x] ?? 0) || x - y)
    for (const a of met.slice(0, most)) pair(a, b)
    for (const a of met) scores[a] = 0
  }
}

function scored(index: Index, traits: Uint32Array, b: number, scores: Float64Array): number[] {
  const met: number[] = []
  for (const trait of traits) {
    const slot = index.slotOf(trait)
    const [from, to] = [index.starts[slot] ?? 0, index.starts[slot + 1] ?? 0]
    if (to - from < 2 || to - from > MOST_HOLDERS) continue
    for (let i = from; i < to; i++) {
      const a = index.holders[i] ?? 0
      if (a >= b) break
      if (scores[a] === 0) met.push(a)
      scores[a] = (scores[a] ?? 0) + 1 / (to - from)
    }
  }
  return met
}

function indexOf(texts: ReadonlyArray<Uint32Array>): Index {
  const total = texts.reduce((sum, traits) => sum + traits.length, 0)
  const bits = Math.min(24, Math.max(10, Math.ceil(Math.log2(4 * total + 1))))
  const slotOf = (trait: number): number => Math.imul(trait, 0x9e3779b1) >>> (32 - bits)
  const starts = new Uint32Array((1 << bits) + 1)
  for (const traits of texts) for (const trait of traits) add(starts, slotOf(trait) + 1, 1)
  for (let slot = 1; slot < starts.length; slot++) add(starts, slot, starts[slot - 1] ?? 0)
  const next = starts.slice()
  const holders = new Uint32Array(total)
  for (const [text, traits] of texts.entries())
    for (const trait of traits) {
      const slot = slotOf(trait)
      holders[next[slot] ?? 0] = text
      add(next, slot, 1)
    }
  return { starts, holders, slotOf }
}

const add = (numbers: Uint32Array, at: number, amount: number): void => {
  numbers[at] = (numbers[at] ?? 0) + amount
}
