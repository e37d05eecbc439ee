/** How many of their words two blocks share. */
import { isSpace } from './code-points'
import { plainWords } from './words'

/** The words of a block, and how often each stands there. */
export type Counts = { readonly counts: ReadonlyMap<string, number>; readonly total: number }

export const countsOf = (words: string): Counts => {
  const counts = new Map<string, number>()
  let total = 0
  for (const word of plainWords(words)) {
    if (isSpace(word[0])) continue
    counts.set(word, (counts.get(word) ?? 0) + 1)
    total++
  }
  return { counts, total }
}

/** The share of common words, from 0 to 1 (Dice). */
export const shareOf = (a: Counts, b: Counts): number => {
  let common = 0
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0)
  return (2 * common) / (a.total + b.total)
}

/** How many of the words are left; what is found is taken away. */
export const takenFrom = (left: Map<string, number>, words: Counts): number => {
  let common = 0
  for (const [word, count] of words.counts) {
    const found = Math.min(count, left.get(word) ?? 0)
    left.set(word, (left.get(word) ?? 0) - found)
    common += found
  }
  return common
}
