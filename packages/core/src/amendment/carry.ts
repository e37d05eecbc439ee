/** An amendment on another text that took on the blocks which it amends: of a merge, or of a part of a split. */
import * as E from 'fp-ts/lib/Either'
import { type SubmissionRef } from '../submission/ids'
import { applyOperations } from '../text/apply'
import { type Operation } from '../text/operation'
import { type Block, type BlockId, type Text } from '../text/text'
import { ABOVE_ALL, readsTheSame } from './text-between'

/** A new text, and from which blocks of which submissions each of its blocks comes. */
export interface TakenOn {
  readonly text: Text
  readonly blocks: ReadonlyArray<{ readonly block: BlockId; readonly from: ReadonlyArray<string> }>
}

/** The operations on the text that took the blocks on; none where its words are not there as they are quoted (rule 7). */
export const carriedOperations = (
  source: { readonly ref: SubmissionRef; readonly text: Text },
  operations: ReadonlyArray<Operation>,
  taken: TakenOn
): ReadonlyArray<Operation> | undefined => {
  const place = placeIn(source, taken)
  const moved = operations.map(operation => onNewBlocks(operation, place))
  const found = moved.filter(operation => operation !== undefined)
  if (found.length < operations.length) return undefined
  const made = applyOperations(taken.text, found, ABOVE_ALL)
  return E.isRight(made) && !readsTheSame(made.right.text, taken.text) ? found : undefined
}

type Place = (id: BlockId) => BlockId | undefined
type Placed = { readonly place: Place; readonly start: BlockId | 'start' }

/** Where a block now stands: with the same words if it can be, else where it went first. */
function placeIn(source: { readonly ref: SubmissionRef; readonly text: Text }, taken: TakenOn): Placed {
  const words = new Map(taken.text.blocks.map(block => [block.id, block.text] as const))
  const place = (id: BlockId): BlockId | undefined => {
    const old = source.text.blocks.find(block => block.id === id)?.text
    const heirs = taken.blocks.filter(({ from }) => from.includes(`${source.ref}#${id}`))
    return (heirs.find(({ block }) => words.get(block) === old) ?? heirs[0])?.block
  }
  return { place, start: beforeFirst(source.text.blocks, taken.text, place) }
}

/** What stands at the start of the source stands before its first block in the new text. */
function beforeFirst(blocks: ReadonlyArray<Block>, text: Text, place: Place): BlockId | 'start' {
  const first = blocks.map(({ id }) => place(id)).find(id => id !== undefined)
  const index = text.blocks.findIndex(({ id }) => id === first)
  return text.blocks[index - 1]?.id ?? 'start'
}

function onNewBlocks(operation: Operation, { place, start }: Placed): Operation | undefined {
  const anchor = (after: BlockId | 'start') => (after === 'start' ? start : place(after))
  switch (operation.op) {
    case 'replace':
    case 'delete':
    case 'split': {
      const block = place(operation.block)
      return block === undefined ? undefined : { ...operation, block }
    }
    case 'insert': {
      const after = anchor(operation.after)
      return after === undefined ? undefined : { ...operation, after }
    }
    case 'move': {
      const [block, after] = [place(operation.block), anchor(operation.after)]
      return block === undefined || after === undefined ? undefined : { ...operation, block, after }
    }
    case 'join': {
      const [first, second] = [place(operation.first), place(operation.second)]
      return first === undefined || second === undefined ? undefined : { ...operation, first, second }
    }
    case 'retitle':
      return operation
    case 'recast':
      return undefined
  }
}
