/** Which block of one text became which block of another: by id where they share ids, else by what they say. */
import { differences } from './edit-script'
import { editedBorders, splitOrJoined } from './match-borders'
import {
  type AnyBlock,
  before,
  type Draft,
  freeBase,
  freeWanted,
  isFree,
  isOpen,
  levelOf,
  listed,
  type Matching,
  pair,
  sameKind
} from './match-draft'
import { countsOf, shareOf } from './word-share'

/**
 * The matching of two texts' blocks. Each block is matched at most once; kinds and levels of a match agree. `borders`:
 * whether a split or a join is seen only where no word changed with it.
 */
export const matchBlocks = (
  base: ReadonlyArray<AnyBlock>,
  wanted: ReadonlyArray<AnyBlock>,
  borders: 'edited' | 'exact' = 'edited'
): Matching => {
  const draft: Draft = {
    base,
    wanted,
    from: wanted.map(() => undefined),
    taken: new Set(),
    joined: new Map(),
    parts: new Set()
  }
  byId(draft)
  inPlace(draft)
  elsewhere(draft)
  splitOrJoined(draft)
  if (borders === 'edited') editedBorders(draft)
  alike(draft)
  facing(draft)
  return draft
}

const reading = (block: AnyBlock): string => `${block.kind}${levelOf(block)} ${block.text}`

function byId(draft: Draft): void {
  const byIds = new Map(draft.base.map((block, index) => [block.id, index] as const))
  for (const [wanted, block] of draft.wanted.entries()) {
    const base = block.id === undefined ? undefined : byIds.get(block.id)
    if (base !== undefined && sameKind(draft.base[base], block)) pair(draft, base, wanted)
  }
}

/** Blocks that read the same, in the same order. */
function inPlace(draft: Draft): void {
  const bases = freeBase(draft)
  const wanteds = freeWanted(draft)
  const readings = (all: ReadonlyArray<AnyBlock>, indexes: ReadonlyArray<number>): ReadonlyArray<string> =>
    indexes.map(index => {
      const block = all[index]
      return block === undefined ? '' : reading(block)
    })
  let [a, b] = [0, 0]
  const end = { aFrom: bases.length, aTo: bases.length, bFrom: wanteds.length, bTo: wanteds.length }
  for (const stretch of [...differences(readings(draft.base, bases), readings(draft.wanted, wanteds)), end]) {
    for (; a < stretch.aFrom; a++, b++) pair(draft, bases[a] ?? 0, wanteds[b] ?? 0)
    ;[a, b] = [stretch.aTo, stretch.bTo]
  }
}

/** Blocks that read the same in another place. */
function elsewhere(draft: Draft): void {
  const readingAt = (blocks: ReadonlyArray<AnyBlock>, index: number): string => {
    const block = blocks[index]
    return block === undefined ? '' : reading(block)
  }
  const places = listed([...freeBase(draft)].reverse(), index => [readingAt(draft.base, index)])
  for (const wanted of freeWanted(draft)) {
    const base = places.get(readingAt(draft.wanted, wanted))?.pop()
    if (base !== undefined) pair(draft, base, wanted)
  }
}

/** From this share of common words on, a block is an edited form of the other. */
const ALIKE = 0.4
const MOST_BLOCKS_OF_A_WORD = 30

/** Blocks that share most of their words; the likest first. */
function alike(draft: Draft): void {
  if (draft.taken.size === draft.base.length) return
  const candidates = candidatesOf(draft).sort(
    (a, b) => b.share - a.share || a.base - b.base || a.wanted - b.wanted
  )
  for (const { base, wanted } of candidates)
    if (!draft.taken.has(base) && isFree(draft, wanted)) pair(draft, base, wanted)
}

/** Of two blocks in the same place, alone there with each other, this share is enough. */
const ALIKE_IN_PLACE = 0.2

/** A block left alone between two matched neighbours, and alone there in the other text too. */
function facing(draft: Draft): void {
  for (const wanted of freeWanted(draft)) {
    const base = before(draft, wanted) + 1
    const alone = !isFree(draft, wanted + 1) && !isFree(draft, wanted - 1) && !isOpen(draft, base + 1)
    if (!alone || !isOpen(draft, base) || !sameKind(draft.base[base], draft.wanted[wanted])) continue
    const share = shareOf(countsOf(draft.base[base]?.text ?? ''), countsOf(draft.wanted[wanted]?.text ?? ''))
    if (share >= ALIKE_IN_PLACE) pair(draft, base, wanted)
  }
}

type Candidate = { readonly base: number; readonly wanted: number; readonly share: number }

function candidatesOf(draft: Draft): Candidate[] {
  const bases = new Map(
    freeBase(draft).map(index => [index, countsOf(draft.base[index]?.text ?? '')] as const)
  )
  const holders = listed([...bases.keys()], index => bases.get(index)?.counts.keys() ?? [])
  return freeWanted(draft).flatMap(wanted => {
    const mine = countsOf(draft.wanted[wanted]?.text ?? '')
    const near = new Set(
      [...mine.counts.keys()].flatMap(word => {
        const found = holders.get(word) ?? []
        return found.length <= MOST_BLOCKS_OF_A_WORD ? found : []
      })
    )
    return [...near]
      .filter(base => sameKind(draft.base[base], draft.wanted[wanted]))
      .map(base => ({ base, wanted, share: shareOf(bases.get(base) ?? mine, mine) }))
      .filter(({ share }) => share >= ALIKE)
  })
}
