/** When two amendments ask for the very same thing: equal operations count once (rule 8). */
import { type NewBlock } from './text'
import { type Operation } from './operation'

const sameBlock = (a: NewBlock, b: NewBlock): boolean =>
  a.kind === b.kind && a.text === b.text && levelOf(a) === levelOf(b)

const levelOf = (block: NewBlock): number => (block.kind === 'paragraph' ? 0 : block.level)

/** Whether two lists of blocks read the same: kinds, levels, words. */
export const sameBlocks = (a: ReadonlyArray<NewBlock>, b: ReadonlyArray<NewBlock>): boolean =>
  a.length === b.length && a.every((block, index) => isSame(block, b[index]))

const isSame = (a: NewBlock, b: NewBlock | undefined): boolean => b !== undefined && sameBlock(a, b)

/** Whether two operations on one base ask for the very same thing. Both quote that base, so quotations are not compared. */
export const sameOperation = (a: Operation, b: Operation): boolean => {
  switch (a.op) {
    case 'replace':
      return b.op === 'replace' && a.block === b.block && a.at === b.at && a.old === b.old && a.new === b.new
    case 'insert':
      return b.op === 'insert' && a.after === b.after && sameBlocks(a.blocks, b.blocks)
    case 'delete':
      return b.op === 'delete' && a.block === b.block
    case 'move':
      return b.op === 'move' && a.block === b.block && a.after === b.after
    case 'split':
      return b.op === 'split' && a.block === b.block && a.at === b.at
    case 'join':
      return b.op === 'join' && a.first === b.first && a.second === b.second
    case 'recast':
      return b.op === 'recast' && a.title === b.title && sameBlocks(a.blocks, b.blocks)
    case 'retitle':
      return b.op === 'retitle' && a.new === b.new
  }
}

/** Whether two lists hold the same operations in the same order. */
export const sameOperations = (a: ReadonlyArray<Operation>, b: ReadonlyArray<Operation>): boolean =>
  a.length === b.length &&
  a.every((operation, index) => {
    const other = b[index]
    return other !== undefined && sameOperation(operation, other)
  })
