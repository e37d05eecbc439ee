/**
 * For intake only: whether operations that people write by hand begin and end between letters. Those that intake makes
 * of a wanted text always do; one that took a letter and left its vowel mark to another would give a text that nobody
 * wrote, and perhaps not NFC.
 */
import { pointCount, pointsOf } from './code-points'
import { type Operation } from './operation'
import { type Text } from './text'
import { isAttached } from './words'

/** The index of the first operation that parts a mark, a joiner, a skin tone or half a flag from what it belongs to. */
export const cutLetter = (base: Text, operations: ReadonlyArray<Operation>): number | undefined => {
  const index = operations.findIndex(operation => cutsALetter(base, operation))
  return index === -1 ? undefined : index
}

function cutsALetter(base: Text, operation: Operation): boolean {
  if (operation.op !== 'replace' && operation.op !== 'split') return false
  const points = pointsOf(base.blocks.find(block => block.id === operation.block)?.text ?? '')
  if (operation.op === 'split') return isInside(points, operation.at)
  const { at, old, new: wanted } = operation
  const [first = ''] = wanted
  return isInside(points, at) || isInside(points, at + pointCount(old)) || (at > 0 && isAttached(first))
}

const JOINER = '\u200d'

/** Whether the code points on both sides of a position are one letter or sign to people. */
function isInside(points: ReadonlyArray<string>, at: number): boolean {
  const [before, after] = [points[at - 1], points[at]]
  if (before === undefined || after === undefined) return false
  return isAttached(after) || (before === JOINER && isPictured(after)) || isInsideFlag(points, at)
}

/** A joiner before a letter only shapes it; before a picture it makes one of two. */
const isPictured = (point: string): boolean => (point.codePointAt(0) ?? 0) >= 0x2190

const isFlagHalf = (point: string | undefined): boolean => {
  const code = point?.codePointAt(0) ?? 0
  return code >= 0x1f1e6 && code <= 0x1f1ff
}

function isInsideFlag(points: ReadonlyArray<string>, at: number): boolean {
  let from = at
  while (isFlagHalf(points[from - 1])) from--
  return isFlagHalf(points[at]) && (at - from) % 2 === 1
}
