/** A base revision made ready for looking up: block by id, neighbours, code points, hash. Nothing of it is stored. */
import { type Hash } from '../kernel/primitives'
import { type Anchor } from './change'
import { pointsOf } from './code-points'
import { type Block, type BlockId, type Text } from './text'
import { textHash } from './text-hash'

export type BaseText = {
  readonly text: Text
  readonly block: (id: BlockId) => Block | undefined
  /** The block's place from 0, or -1. */
  readonly position: (id: Anchor) => number
  /** Each of the places once, in reading order: the start, then blocks. */
  readonly inOrder: <A extends Anchor>(places: Iterable<A>) => ReadonlyArray<A>
  /** The block's words as code points, cut once. */
  readonly points: (id: BlockId) => ReadonlyArray<string>
  readonly hash: () => Hash
}

export const baseText = (text: Text): BaseText => {
  const positions = new Map<Anchor, number>(text.blocks.map((block, index) => [block.id, index] as const))
  const cut = new Map<BlockId, ReadonlyArray<string>>()
  const position = (id: Anchor): number => positions.get(id) ?? -1
  const block = (id: BlockId): Block | undefined => text.blocks[position(id)]
  let hash: Hash | undefined
  return {
    text,
    block,
    position,
    inOrder: places => [...new Set(places)].sort((a, b) => position(a) - position(b)),
    points: id => {
      const known = cut.get(id) ?? pointsOf(block(id)?.text ?? '')
      cut.set(id, known)
      return known
    },
    hash: () => (hash ??= textHash(text))
  }
}
