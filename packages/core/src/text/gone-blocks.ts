/** Blocks that went with an earlier text, to be found when one comes back. */
import { type Counts, countsOf, shareOf } from './word-share'

type Gone<L> = { readonly text: string; readonly words: Counts; readonly line: L }

/** Grows as texts are read; `holders`: in which of them a word stands. */
export type GoneBlocks<L> = {
  readonly all: Array<Gone<L>>
  readonly holders: Map<string, number[]>
}

export const noneGone = <L>(): GoneBlocks<L> => ({ all: [], holders: new Map() })

/** Remembers a block that went. */
export const withGone = <L>({ all, holders }: GoneBlocks<L>, text: string, line: L): void => {
  const words = countsOf(text)
  for (const word of words.counts.keys()) {
    const found = holders.get(word)
    if (found === undefined) holders.set(word, [all.length])
    else found.push(all.length)
  }
  all.push({ text, words, line })
}

/** From this share of common words on, a block is one that went and has come back. */
const ALIKE = 0.4
const MOST_BLOCKS_OF_A_WORD = 30

/** What is known of the block that went which is most like a new one; of equals the last. */
export const comeBack = <L>({ all, holders }: GoneBlocks<L>, text: string): L | undefined => {
  const words = countsOf(text)
  const near = new Set([...words.counts.keys()].flatMap(word => lastOf(holders.get(word) ?? [])))
  let best: { readonly share: number; readonly index: number } | undefined
  for (const index of near) {
    const share = shareOf(all[index]?.words ?? words, words)
    const isBetter = best === undefined || share > best.share || (share === best.share && index > best.index)
    if (share >= ALIKE && isBetter) best = { share, index }
  }
  return best === undefined ? undefined : all[best.index]?.line
}

const lastOf = (indexes: ReadonlyArray<number>): ReadonlyArray<number> =>
  indexes.slice(-MOST_BLOCKS_OF_A_WORD)
