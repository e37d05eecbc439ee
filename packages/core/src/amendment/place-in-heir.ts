/** Where the blocks of a source stand in a text that took them on, and an operation as it reads there. */
import { type SubmissionRef } from '../submission/ids'
import { type Operation } from '../text/operation'
import { type BlockId, type Text } from '../text/text'

/** A new text, and from which blocks of which submissions each of its blocks comes. */
export interface TakenOn {
  readonly text: Text
  readonly blocks: ReadonlyArray<{ readonly block: BlockId; readonly from: ReadonlyArray<string> }>
}

export interface Source {
  readonly ref: SubmissionRef
  readonly text: Text
}

/** Where what stands at a place of the source stands here; none where it was not taken on. */
export type Place = (anchor: BlockId | 'start') => BlockId | 'start' | undefined

/** With the same words if it can be, else where it went first. */
export function placeIn(
  { ref, text }: Source,
  { text: here, blocks }: TakenOn
): (id: BlockId) => BlockId | undefined {
  const words = new Map(here.blocks.map(block => [block.id, block.text] as const))
  const old = new Map(text.blocks.map(block => [block.id, block.text] as const))
  return id => {
    const heirs = blocks.filter(({ from }) => from.includes(`${ref}#${id}`))
    return (heirs.find(({ block }) => words.get(block) === old.get(id)) ?? heirs[0])?.block
  }
}

/** What stands at the start of the source stands before its first block that was taken on, in the text that has it. */
export function startIn(first: BlockId | undefined, { text }: TakenOn): BlockId | 'start' | undefined {
  const index = text.blocks.findIndex(({ id }) => id === first)
  return index < 0 ? undefined : (text.blocks[index - 1]?.id ?? 'start')
}

/** The blocks that an operation names, the place behind which it puts something among them. */
export const namedBy = (operation: Operation): ReadonlyArray<BlockId | 'start'> => {
  switch (operation.op) {
    case 'replace':
    case 'delete':
    case 'split':
      return [operation.block]
    case 'insert':
      return [operation.after]
    case 'move':
      return [operation.block, operation.after]
    case 'join':
      return [operation.first, operation.second]
    case 'retitle':
    case 'recast':
      return []
  }
}

/** The same operation on the blocks of the new text; none where one that it names is not there, nor of a whole text. */
export function onNewBlocks(operation: Operation, place: Place): Operation | undefined {
  const blockOf = (id: BlockId): BlockId | undefined => {
    const here = place(id)
    return here === 'start' ? undefined : here
  }
  switch (operation.op) {
    case 'replace':
    case 'delete':
    case 'split': {
      const block = blockOf(operation.block)
      return block === undefined ? undefined : { ...operation, block }
    }
    case 'insert': {
      const after = place(operation.after)
      return after === undefined ? undefined : { ...operation, after }
    }
    case 'move': {
      const [block, after] = [blockOf(operation.block), place(operation.after)]
      return block === undefined || after === undefined ? undefined : { ...operation, block, after }
    }
    case 'join': {
      const [first, second] = [blockOf(operation.first), blockOf(operation.second)]
      return first === undefined || second === undefined ? undefined : { ...operation, first, second }
    }
    case 'retitle':
      return operation
    case 'recast':
      return undefined
  }
}
