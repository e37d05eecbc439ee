/** Blocks that were split, or joined with their next ones: as they were, or with some of their words changed. */
import { isSpace } from './code-points'
import {
  type AnyBlock,
  before,
  type Draft,
  freeBase,
  freeWanted,
  isFree,
  isOpen,
  join,
  listed,
  pair,
  sameKind
} from './match-draft'
import { type Counts, countsOf, takenFrom } from './word-share'

const HEAD = 6
const MOST_BLOCKS_OF_A_HEAD = 16

/** Blocks whose words are exactly those of several neighbours of the other text. */
export function splitOrJoined(draft: Draft): void {
  const headOf = (block: AnyBlock | undefined): string => block?.text.slice(0, HEAD) ?? ''
  const heads = listed(freeBase(draft), index => [headOf(draft.base[index])])
  for (const wanted of freeWanted(draft)) {
    if (!isFree(draft, wanted)) continue
    for (const base of (heads.get(headOf(draft.wanted[wanted])) ?? []).slice(0, MOST_BLOCKS_OF_A_HEAD)) {
      if (draft.taken.has(base)) continue
      if (takeSplit(draft, base, wanted) || takeJoin(draft, base, wanted)) break
    }
  }
}

function takeSplit(draft: Draft, base: number, wanted: number): boolean {
  const whole = draft.base[base]
  const count = whole === undefined ? 0 : partsIn(whole, draft, wanted)
  if (count < 2) return false
  pair(draft, base, wanted)
  for (let part = wanted + 1; part < wanted + count; part++) draft.parts.add(part)
  return true
}

/** How many free blocks from `wanted` on make up exactly the words of `whole`, or 0. */
function partsIn(whole: AnyBlock, draft: Draft, wanted: number): number {
  let at = 0
  for (let count = 0; isFree(draft, wanted + count); count++) {
    const part = draft.wanted[wanted + count]
    if (part === undefined || !sameKind(whole, part) || !whole.text.startsWith(part.text, at)) return 0
    at += part.text.length
    if (at === whole.text.length) return count + 1
    while (isSpace(whole.text[at])) at++
  }
  return 0
}

function takeJoin(draft: Draft, base: number, wanted: number): boolean {
  const whole = draft.wanted[wanted]
  if (whole === undefined || !sameKind(whole, draft.base[base])) return false
  let at = 0
  for (let next = base; next < draft.base.length && !draft.taken.has(next); next++) {
    const text = draft.base[next]?.text ?? ''
    if (!whole.text.startsWith(text, at)) return false
    at += text.length
    if (at === whole.text.length) return next > base && join(draft, base, next, wanted)
    if (whole.text[at] !== ' ') return false
    at++
  }
  return false
}

/** From this share of its words on, a block is a part of another one, and its parts make up a whole. */
const MOSTLY = 0.6

/**
 * The same where words changed too: a block whose words are mostly those of several neighbours that stand in its place.
 * Words are counted off, so that no word speaks for two parts.
 */
export function editedBorders(draft: Draft): void {
  for (const wanted of freeWanted(draft)) {
    if (!isFree(draft, wanted)) continue
    const base = before(draft, wanted) + 1
    if (!isOpen(draft, base) || !sameKind(draft.base[base], draft.wanted[wanted])) continue
    const parts = run(draft.wanted, wanted, index => isFree(draft, index))
    const count = partsOf(draft.base[base], parts)
    if (count > 1) {
      pair(draft, base, wanted)
      for (let part = wanted + 1; part < wanted + count; part++) draft.parts.add(part)
      continue
    }
    const joined = partsOf(
      draft.wanted[wanted],
      run(draft.base, base, index => isOpen(draft, index))
    )
    if (joined > 1) join(draft, base, base + joined - 1, wanted)
  }
}

/** A block, and those of its kind behind it that are still free. */
function run(
  blocks: ReadonlyArray<AnyBlock>,
  from: number,
  isStill: (index: number) => boolean
): ReadonlyArray<AnyBlock> {
  let to = from
  while (to < blocks.length && isStill(to) && sameKind(blocks[from], blocks[to])) to++
  return blocks.slice(from, to)
}

/** How many of the blocks, from the first on, are parts of the whole; 0 where they do not make it up. */
function partsOf(whole: AnyBlock | undefined, blocks: ReadonlyArray<AnyBlock>): number {
  if (whole === undefined || blocks.length < 2) return 0
  const all = countsOf(whole.text)
  const left = new Map(all.counts)
  let found = 0
  let count = 0
  for (const block of blocks) {
    const own: Counts = countsOf(block.text)
    const common = takenFrom(left, own)
    if (common < MOSTLY * own.total) break
    found += common
    count++
  }
  return found >= MOSTLY * all.total ? count : 0
}
