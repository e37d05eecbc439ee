/** Amendments to amendments: what one says about the wording of another, said about the base (rule 7). */
import * as E from 'fp-ts/lib/Either'
import { applyOperations } from './apply'
import { changeBetween } from './diff'
import { sameBlocks } from './equal'
import { type Operation } from './operation'
import { type TextProblem } from './rejections'
import { type Text } from './text'

/**
 * `onIt` refers to the text that `amendment` would make of the base, with the ids from `nextBlock` on. Gives the
 * modified form of the amendment, as operations on the base: what a meeting adopts "as modified". None where `onIt`
 * takes all of it back. Left: one of the two does not fit what it refers to. Where the amendment falls, so does `onIt`.
 */
export const modifiedBy = (
  base: Text,
  amendment: ReadonlyArray<Operation>,
  onIt: ReadonlyArray<Operation>,
  nextBlock: number
): E.Either<TextProblem, ReadonlyArray<Operation>> => {
  const first = applyOperations(base, amendment, nextBlock)
  if (E.isLeft(first)) return first
  const second = applyOperations(first.right.text, onIt, first.right.nextBlock)
  if (E.isLeft(second)) return second
  const { text } = second.right
  return E.right(
    text.title === base.title && sameBlocks(text.blocks, base.blocks) ? [] : changeBetween(base, text)
  )
}
