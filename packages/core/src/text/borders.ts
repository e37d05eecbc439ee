/** Where borders between blocks came or went from one revision to the next: splits and joins. */
import { matchBlocks } from './match-blocks'
import { type Matching } from './match-draft'
import { type Block } from './text'
import { type Run, runsBetween } from './word-edits'
import { type Tokenizer } from './words'

export type Borders = {
  readonly before: ReadonlyArray<Block>
  readonly after: ReadonlyArray<Block>
  readonly matching: Matching
  /** By index in `after`: later parts of the block before them. */
  readonly parts: ReadonlySet<number>
  /** By index in `before`: joined to the block before them. */
  readonly joined: ReadonlySet<number>
}

/** Finds the blocks that are parts of a split, or were joined, also where words changed in the same step. */
export const bordersOf = (
  before: ReadonlyArray<Block>,
  after: ReadonlyArray<Block>,
  tokens: Tokenizer
): Borders => {
  const matching = matchBlocks(before, after)
  const parts = new Set(matching.parts)
  const joined = new Set([...matching.joined.values()].flat())
  const kept = new Set(matching.from)
  for (const [index, was] of matching.from.entries()) {
    const [mine, now] = [was === undefined ? undefined : before[was], after[index]]
    if (was === undefined || mine === undefined || now === undefined || mine.text === now.text) continue
    const next = matching.from[index + 1] === undefined ? after[index + 1] : undefined
    const gone = kept.has(was + 1) ? undefined : before[was + 1]
    if (next === undefined && gone === undefined) continue
    const runs = runsBetween(mine.text, now.text, tokens)
    if (next !== undefined && isMostlyIn(next, runs, 'deleted', tokens)) parts.add(index + 1)
    if (gone !== undefined && isMostlyIn(gone, runs, 'inserted', tokens)) joined.add(was + 1)
  }
  return { before, after, matching, parts, joined }
}

const MOSTLY = 0.6

function isMostlyIn(block: Block, runs: ReadonlyArray<Run>, tag: Run['tag'], tokens: Tokenizer): boolean {
  const words = new Set(runs.filter(run => run.tag === tag).flatMap(run => tokens(run.words)))
  const own = tokens(block.text)
  return own.filter(word => words.has(word)).length >= MOSTLY * own.length
}

/** A block and those behind it that belong to it. */
export const following = (
  blocks: ReadonlyArray<Block>,
  index: number,
  borders: ReadonlySet<number>
): ReadonlyArray<Block> => {
  let end = index + 1
  while (borders.has(end)) end++
  return blocks.slice(index, end)
}
