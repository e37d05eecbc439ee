/** Which block of one text became which block of another: by id where they share ids, else by what they say. */
import { isSpace } from './code-points'
import { differences } from './edit-script'
import { type BlockId, type NewBlock } from './text'
import { countsOf, shareOf } from './word-share'

/** A block that may have an id. */
export type AnyBlock = NewBlock & { readonly id?: BlockId }

export type Matching = {
  /** Per block of the second text: the index of the block it was, or undefined where it is new. */
  readonly from: ReadonlyArray<number | undefined>
  /** Per block of the second text: the next blocks of the first text that were joined to the one it was. */
  readonly joined: ReadonlyMap<number, ReadonlyArray<number>>
  /** Blocks of the second text that are later parts of the block before them, which was split. */
  readonly parts: ReadonlySet<number>
}

type Draft = {
  readonly base: ReadonlyArray<AnyBlock>
  readonly wanted: ReadonlyArray<AnyBlock>
  readonly from: Array<number | undefined>
  readonly taken: Set<number>
  readonly joined: Map<number, ReadonlyArray<number>>
  readonly parts: Set<number>
}

/** The matching of two texts' blocks. Each block is matched at most once; kinds and levels of a match agree. */
export const matchBlocks = (base: ReadonlyArray<AnyBlock>, wanted: ReadonlyArray<AnyBlock>): Matching => {
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
  alike(draft)
  facing(draft)
  return draft
}

const pair = (draft: Draft, base: number, wanted: number): void => {
  draft.from[wanted] = base
  draft.taken.add(base)
}

const levelOf = (block: AnyBlock): number => (block.kind === 'paragraph' ? 0 : block.level)

const sameKind = (a: AnyBlock | undefined, b: AnyBlock | undefined): boolean =>
  a !== undefined && b !== undefined && a.kind === b.kind && levelOf(a) === levelOf(b)

const reading = (block: AnyBlock): string => `${block.kind}${levelOf(block)} ${block.text}`

const isFree = (draft: Draft, wanted: number): boolean =>
  wanted < draft.wanted.length && draft.from[wanted] === undefined && !draft.parts.has(wanted)

const freeBase = (draft: Draft): ReadonlyArray<number> =>
  [...draft.base.keys()].filter(index => !draft.taken.has(index))

const freeWanted = (draft: Draft): ReadonlyArray<number> =>
  [...draft.wanted.keys()].filter(index => isFree(draft, index))

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

/** Lists by key, in the order given. */
function listed<K>(indexes: ReadonlyArray<number>, keysOf: (index: number) => Iterable<K>): Map<K, number[]> {
  const lists = new Map<K, number[]>()
  for (const index of indexes)
    for (const key of keysOf(index)) {
      const list = lists.get(key)
      if (list === undefined) lists.set(key, [index])
      else list.push(index)
    }
  return lists
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

const HEAD = 6
const MOST_BLOCKS_OF_A_HEAD = 16

/** Blocks whose words are exactly those of several neighbours of the other text. */
function splitOrJoined(draft: Draft): void {
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

function join(draft: Draft, base: number, last: number, wanted: number): boolean {
  pair(draft, base, wanted)
  const others = Array.from({ length: last - base }, (_, index) => base + 1 + index)
  for (const other of others) draft.taken.add(other)
  draft.joined.set(wanted, others)
  return true
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

const isOpen = (draft: Draft, base: number): boolean => base < draft.base.length && !draft.taken.has(base)

/** The last block of the first text that went into the block before, or -1. */
const before = (draft: Draft, wanted: number): number => {
  let last = wanted - 1
  while (draft.parts.has(last)) last--
  return draft.joined.get(last)?.at(-1) ?? draft.from[last] ?? (last < 0 ? -1 : draft.base.length)
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
