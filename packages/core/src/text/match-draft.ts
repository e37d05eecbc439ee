/** A matching of two texts' blocks while it is being made, and what its steps ask of it. */
import { type BlockId, type NewBlock } from './text'

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

export type Draft = {
  readonly base: ReadonlyArray<AnyBlock>
  readonly wanted: ReadonlyArray<AnyBlock>
  readonly from: Array<number | undefined>
  readonly taken: Set<number>
  readonly joined: Map<number, ReadonlyArray<number>>
  readonly parts: Set<number>
}

/** The base block becomes the wanted one. */
export const pair = (draft: Draft, base: number, wanted: number): void => {
  draft.from[wanted] = base
  draft.taken.add(base)
}

export const levelOf = (block: AnyBlock): number => (block.kind === 'paragraph' ? 0 : block.level)

export const sameKind = (a: AnyBlock | undefined, b: AnyBlock | undefined): boolean =>
  a !== undefined && b !== undefined && a.kind === b.kind && levelOf(a) === levelOf(b)

export const isFree = (draft: Draft, wanted: number): boolean =>
  wanted < draft.wanted.length && draft.from[wanted] === undefined && !draft.parts.has(wanted)

export const freeBase = (draft: Draft): ReadonlyArray<number> =>
  [...draft.base.keys()].filter(index => !draft.taken.has(index))

export const freeWanted = (draft: Draft): ReadonlyArray<number> =>
  [...draft.wanted.keys()].filter(index => isFree(draft, index))

export const isOpen = (draft: Draft, base: number): boolean =>
  base < draft.base.length && !draft.taken.has(base)

/** The last block of the first text that went into the block before, or -1. */
export const before = (draft: Draft, wanted: number): number => {
  let last = wanted - 1
  while (draft.parts.has(last)) last--
  return draft.joined.get(last)?.at(-1) ?? draft.from[last] ?? (last < 0 ? -1 : draft.base.length)
}

/** The base blocks up to `last` become the wanted one. */
export function join(draft: Draft, base: number, last: number, wanted: number): boolean {
  pair(draft, base, wanted)
  const others = Array.from({ length: last - base }, (_, index) => base + 1 + index)
  for (const other of others) draft.taken.add(other)
  draft.joined.set(wanted, others)
  return true
}

/** Lists by key, in the order given. */
export function listed<K>(
  indexes: ReadonlyArray<number>,
  keysOf: (index: number) => Iterable<K>
): Map<K, number[]> {
  const lists = new Map<K, number[]>()
  for (const index of indexes)
    for (const key of keysOf(index)) {
      const list = lists.get(key)
      if (list === undefined) lists.set(key, [index])
      else list.push(index)
    }
  return lists
}
