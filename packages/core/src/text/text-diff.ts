/** What changed between two revisions of a text, as data: for terminals, documents and tracked changes alike. */
import { longestRising } from './longest-rising'
import { type Borders, bordersOf, following } from './borders'
import { type Matching } from './match-draft'
import { type Block, type BlockId, type Text } from './text'
import { type Run, runsBetween } from './word-edits'
import { type Tokenizer, wordsOf } from './words'

/**
 * One block of the comparison, in the order of the later text; what is gone stands where it was. `moved` stands at the
 * new place (its runs may differ, too), `movedAway` at the old one. A run of the words "\n" is a border between blocks
 * that came (a split) or went (a join); `others` are the ids beyond that border.
 */
export type BlockChange = {
  readonly tag: 'same' | 'changed' | 'inserted' | 'deleted' | 'moved' | 'movedAway'
  readonly id: BlockId
  readonly others: ReadonlyArray<BlockId>
  readonly kind: Block['kind']
  /** 1–6; 0 for a paragraph. */
  readonly level: number
  readonly runs: ReadonlyArray<Run>
}

export type TextChange = {
  readonly language: string
  readonly title: ReadonlyArray<Run>
  readonly blocks: ReadonlyArray<BlockChange>
}

type Side = Borders & { readonly tokens: Tokenizer }

/** The word difference of two revisions: all words of both stand in it once, in reading order. */
export const wordDiff = (
  before: Text,
  after: Text,
  tokens: Tokenizer = wordsOf(after.language)
): TextChange => {
  const side: Side = { ...bordersOf(before.blocks, after.blocks, tokens), tokens }
  return {
    language: after.language,
    title: runsBetween(before.title, after.title, tokens),
    blocks: inOrder(side, stayingOf(side.matching))
  }
}

const stayingOf = ({ from }: Matching): ReadonlySet<number> => {
  const kept = from.flatMap((was, index) => (was === undefined ? [] : [{ index, was }]))
  return new Set(longestRising(kept.map(({ was }) => was)).flatMap(place => kept[place]?.index ?? []))
}

function inOrder(side: Side, staying: ReadonlySet<number>): ReadonlyArray<BlockChange> {
  const changes: BlockChange[] = []
  const kept = new Map(side.matching.from.flatMap((was, index) => (was === undefined ? [] : [[was, index]])))
  let shown = 0
  const showGone = (upTo: number): void => {
    for (; shown < upTo; shown++) changes.push(...goneAt(side, shown, kept, staying))
  }
  for (const [index, block] of side.after.entries()) {
    if (side.parts.has(index)) continue
    const was = side.matching.from[index]
    if (was === undefined) changes.push(whole('inserted', block))
    else {
      if (staying.has(index)) showGone(was)
      changes.push(keptBlock(side, index, block, was, staying.has(index)))
    }
  }
  showGone(side.before.length)
  return changes
}

function goneAt(
  side: Side,
  was: number,
  kept: ReadonlyMap<number | undefined, number | undefined>,
  staying: ReadonlySet<number>
): ReadonlyArray<BlockChange> {
  const block = side.before[was]
  const now = kept.get(was)
  if (block === undefined || side.joined.has(was)) return []
  if (now === undefined) return [whole('deleted', block)]
  return staying.has(now) ? [] : [movedAway(following(side.before, was, side.joined), block)]
}

const levelOf = (block: Block): number => (block.kind === 'paragraph' ? 0 : block.level)

const whole = (tag: 'inserted' | 'deleted', block: Block): BlockChange => ({
  tag,
  id: block.id,
  others: [],
  kind: block.kind,
  level: levelOf(block),
  runs: [{ tag, words: block.text }]
})

/** What stood at the old place: the block, and those that were joined to it in the same step. */
const movedAway = (blocks: ReadonlyArray<Block>, first: Block): BlockChange => ({
  ...whole('deleted', first),
  tag: 'movedAway',
  others: blocks.slice(1).map(block => block.id),
  runs: [{ tag: 'deleted', words: linesOf(blocks) }]
})

function keptBlock(side: Side, index: number, first: Block, was: number, stays: boolean): BlockChange {
  const now = following(side.after, index, side.parts)
  const then = following(side.before, was, side.joined)
  const runs = runsBetween(linesOf(then), linesOf(now), side.tokens)
  const changed = runs.some(run => run.tag !== 'same')
  return {
    tag: stays ? (changed ? 'changed' : 'same') : 'moved',
    id: first.id,
    others: [...now.slice(1), ...then.slice(1)].map(block => block.id),
    kind: first.kind,
    level: levelOf(first),
    runs
  }
}

const linesOf = (blocks: ReadonlyArray<Block>): string => blocks.map(block => block.text).join('\n')
