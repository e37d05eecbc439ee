/** Amendments put into effect: the text that operations make of their base (domain.md §4). */
import * as E from 'fp-ts/lib/Either'
import { type BaseText, baseText } from './base-text'
import { type Change } from './change'
import { checkSize } from './check'
import { type LaidOut, layOut } from './lay-out'
import { normalForm } from './normal-form'
import { type Operation } from './operation'
import { type TextProblem } from './rejections'
import { type Block, type BlockId, type NewBlock, type NewText, type Text } from './text'

/** A text with ids, and the number that the submission's next block gets (ids are never reused). */
export type Numbered = { readonly text: Text; readonly nextBlock: number }

/** Hands out block ids to a new text, from `b<nextBlock>` on, in reading order. */
export const withBlockIds = (newText: NewText, nextBlock: number): Numbered => ({
  text: {
    language: newText.language,
    title: newText.title,
    blocks: newText.blocks.map((block, index) => identified(block, idOf(nextBlock + index)))
  },
  nextBlock: nextBlock + newText.blocks.length
})

const idOf = (number: number): BlockId => `b${number}` as BlockId

const identified = (block: NewBlock, id: BlockId): Block =>
  block.kind === 'paragraph'
    ? { id, kind: block.kind, text: block.text }
    : { id, kind: block.kind, level: block.level, text: block.text }

/**
 * The text that one amendment makes of its base. All operations refer to the base; new blocks (inserted, or the later
 * parts of a split) get ids in reading order. Left: what is wrong with an operation (rule 7), two operations of the
 * amendment that contradict each other, or a result that may not be recorded.
 */
export const applyOperations = (
  base: Text,
  operations: ReadonlyArray<Operation>,
  nextBlock: number
): E.Either<TextProblem, Numbered> => {
  const ready = baseText(base)
  const change = normalForm(ready, operations)
  return E.isLeft(change) ? change : applyChange(ready, change.right, nextBlock)
}

/** The same for a change in normal form. */
export const applyChange = (
  base: BaseText,
  change: Change,
  nextBlock: number
): E.Either<TextProblem, Numbered> => {
  const numbered = numberedFrom(layOut(base, change), base.text, nextBlock)
  if (numbered.text.blocks.length === 0) return E.left({ tag: 'TextEmpty' })
  const sized = checkSize([numbered.text])
  return E.isLeft(sized) ? sized : E.right(numbered)
}

function numberedFrom(laidOut: LaidOut, base: Text, nextBlock: number): Numbered {
  let next = nextBlock
  const blocks = laidOut.pieces.map(({ id, block }) => identified(block, id ?? idOf(next++)))
  return { text: { language: base.language, title: laidOut.title, blocks }, nextBlock: next }
}
