/** Which blocks a stand on the earlier text need not look at again, and which it must (rule 10). */
import { sameBlocks } from './equal'
import { type BlockId, type Text } from './text'

/**
 * By id, in reading order: `kept` read as before (wherever they stand now), `changed` read otherwise, `gone` are no
 * more, `come` are new. `title`: whether the title reads otherwise; `moved`: whether kept and changed blocks stand in
 * another order.
 */
export type TouchedBlocks = {
  readonly title: boolean
  readonly moved: boolean
  readonly kept: ReadonlyArray<BlockId>
  readonly changed: ReadonlyArray<BlockId>
  readonly gone: ReadonlyArray<BlockId>
  readonly come: ReadonlyArray<BlockId>
}

/** What became of each block from one revision of a text to a later one. No engine's tables are asked. */
export const touchedBlocks = (before: Text, after: Text): TouchedBlocks => {
  const then = new Map(before.blocks.map(block => [block.id, block] as const))
  const now = new Set(after.blocks.map(block => block.id))
  const staying = after.blocks.filter(block => then.has(block.id))
  const isKept = (block: Text['blocks'][number]): boolean => {
    const was = then.get(block.id)
    return was !== undefined && sameBlocks([was], [block])
  }
  const order = before.blocks.filter(block => now.has(block.id))
  return {
    title: before.title !== after.title,
    moved: staying.some((block, index) => block.id !== order[index]?.id),
    kept: staying.filter(isKept).map(block => block.id),
    changed: staying.filter(block => !isKept(block)).map(block => block.id),
    gone: before.blocks.filter(block => !now.has(block.id)).map(block => block.id),
    come: after.blocks.filter(block => !then.has(block.id)).map(block => block.id)
  }
}
