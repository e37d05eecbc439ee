/** Replacements put into the words of one block. */
import { type Replacement } from './change'
import { pointCount, sliceOf } from './code-points'

/** The code point behind the words that a replacement takes away. */
export const endOf = (edit: Replacement): number => edit.at + pointCount(edit.old)

/** The words of a block after replacements that do not touch each other. */
export const editedWords = (points: ReadonlyArray<string>, edits: ReadonlyArray<Replacement>): string => {
  let words = ''
  let from = 0
  for (const edit of edits) {
    words += sliceOf(points, from, edit.at) + edit.new
    from = endOf(edit)
  }
  return words + sliceOf(points, from, points.length)
}
