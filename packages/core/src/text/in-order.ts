/** Two or more sides of collisions taken together in an order that people gave (rule 8): one change out of all. */
import type * as E from 'fp-ts/lib/Either'
import { type Count } from '../kernel/primitives'
import { type BaseText } from './base-text'
import { type Anchor, type Change, type Replacement } from './change'
import { isSpace, pointCount, sliceOf } from './code-points'
import { sameOperation, sameOperations } from './equal'
import { normalForm } from './normal-form'
import { type Operation } from './operation'
import { type TextProblem } from './rejections'
import { type BlockId } from './text'

/**
 * All the operations as one change: what any of them takes away is gone, what several bring to one place stands in the
 * order of the sides, and once where two ask for the very same. Left: they cannot all be met in any order (`OperationsContradict`, `MovesInACircle`).
 */
export const takenInOrder = (
  base: BaseText,
  all: ReadonlyArray<ReadonlyArray<Operation>>
): E.Either<TextProblem, Change> => {
  const sides = all.map((side, index) => withoutPlaced(all.slice(0, index), side))
  const edits = sides.flatMap((side, rank) => side.flatMap(operation => rankedEdit(operation, rank)))
  const others = sides.flat().filter(operation => operation.op !== 'replace')
  const blocks = [...new Set(edits.map(({ edit }) => edit.block))]
  const composed = blocks.flatMap(block =>
    composedEdits(
      base,
      block,
      edits.filter(({ edit }) => edit.block === block)
    )
  )
  return normalForm(base, [...composed, ...others])
}

/** What an earlier side places behind a block, in the very same words and order, is not placed there twice. */
const withoutPlaced = (
  earlier: ReadonlyArray<ReadonlyArray<Operation>>,
  side: ReadonlyArray<Operation>
): ReadonlyArray<Operation> =>
  side.filter(operation => {
    if (operation.op !== 'insert' && operation.op !== 'move') return true
    const mine = placedBehind(side, operation.after)
    return !earlier.some(other => sameOperations(placedBehind(other, operation.after), mine))
  })

const placedBehind = (side: ReadonlyArray<Operation>, anchor: Anchor): ReadonlyArray<Operation> =>
  side.filter(one => (one.op === 'insert' || one.op === 'move') && one.after === anchor)

type Ranked = {
  readonly edit: Replacement
  readonly rank: number
  readonly from: number
  readonly to: number
}

const rankedEdit = (operation: Operation, rank: number): ReadonlyArray<Ranked> =>
  operation.op === 'replace'
    ? [{ edit: operation, rank, from: operation.at, to: operation.at + pointCount(operation.old) }]
    : []

type Heap = { readonly from: number; to: number; readonly members: Ranked[] }

function composedEdits(
  base: BaseText,
  block: BlockId,
  edits: ReadonlyArray<Ranked>
): ReadonlyArray<Replacement> {
  const heaps: Heap[] = []
  for (const one of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const heap = heaps[heaps.length - 1]
    if (heap !== undefined && overlaps(heap, one)) {
      heap.members.push(one)
      heap.to = Math.max(heap.to, one.to)
    } else heaps.push({ from: one.from, to: one.to, members: [one] })
  }
  return heaps.map(heap => composed(base, block, heap))
}

const overlaps = (heap: Heap, one: Ranked): boolean =>
  one.from < heap.to || (one.from === heap.to && one.to === one.from && heap.from === heap.to)

const composed = (base: BaseText, block: BlockId, heap: Heap): Replacement => ({
  op: 'replace',
  block,
  at: heap.from as Count,
  old: sliceOf(base.points(block), heap.from, heap.to),
  new: distinct([...heap.members].sort((a, b) => a.rank - b.rank || a.from - b.from))
    .map(one => one.edit.new)
    .reduce(spaced, '')
})

const distinct = (members: ReadonlyArray<Ranked>): ReadonlyArray<Ranked> =>
  members.filter((one, index) => members.findIndex(other => sameOperation(one.edit, other.edit)) === index)

/** Words that two authors wrote for one place are kept apart by a space. */
const spaced = (before: string, words: string): string =>
  before === '' || words === '' || isSpace(before[before.length - 1]) || isSpace(words[0])
    ? before + words
    : `${before} ${words}`
