/** Rule 7: what an operation quotes must be what its base says; and the words it brings must be fit to record. */
import { type BaseText } from './base-text'
import { type OperationOf } from './change'
import { blockProblem, titleProblem, wordsProblem } from './check'
import { isSpace, pointCount, sliceOf, trimmed } from './code-points'
import { sameBlocks } from './equal'
import { type Operation } from './operation'
import { type TextProblem } from './rejections'
import { type BlockId, type NewBlock } from './text'

type Judge<K extends Operation['op']> = (
  base: BaseText,
  operation: OperationOf<K>,
  index: number
) => TextProblem | undefined

/** What is wrong with one operation against its base, or nothing. */
export const operationProblem = (
  base: BaseText,
  operation: Operation,
  index: number
): TextProblem | undefined => {
  switch (operation.op) {
    case 'replace':
      return replaceProblem(base, operation, index)
    case 'insert':
      return insertProblem(base, operation, index)
    case 'delete':
      return wholeBlockProblem(base, operation, index)
    case 'move':
      return moveProblem(base, operation, index)
    case 'split':
      return splitProblem(base, operation, index)
    case 'join':
      return joinProblem(base, operation, index)
    case 'recast':
      return recastProblem(base, operation, index)
    case 'retitle':
      return retitleProblem(base, operation, index)
  }
}

const replaceProblem: Judge<'replace'> = (base, { block, at, old, new: wanted }, operation) => {
  if (base.block(block) === undefined) return { tag: 'BlockNotFound', operation, block }
  const points = base.points(block)
  const end = at + pointCount(old)
  if (end > points.length) return { tag: 'PositionOutOfRange', operation, block, at, length: points.length }
  const found = sliceOf(points, at, end)
  if (found !== old) return { tag: 'QuotationDoesNotMatch', operation, block, at, quoted: old, found }
  if (old === wanted) return { tag: 'ChangesNothing', operation }
  return lineProblem(block, wanted)
}

const lineProblem = (block: BlockId, words: string): TextProblem | undefined => {
  const problem = wordsProblem(block, words)
  return problem?.tag === 'SpacesAtTheEdge' ? undefined : problem
}

const insertProblem: Judge<'insert'> = (base, { after, blocks }, operation) => {
  if (after !== 'start' && base.block(after) === undefined)
    return { tag: 'BlockNotFound', operation, block: after }
  return blocks.length === 0 ? { tag: 'ChangesNothing', operation } : firstProblem(blocks)
}

const firstProblem = (blocks: ReadonlyArray<NewBlock>): TextProblem | undefined =>
  blocks.map(blockProblem).find(problem => problem !== undefined)

type Quoting = { readonly block: BlockId; readonly old: string }

const wholeBlockProblem = (
  base: BaseText,
  { block, old }: Quoting,
  operation: number
): TextProblem | undefined => {
  const found = base.block(block)?.text
  if (found === undefined) return { tag: 'BlockNotFound', operation, block }
  return found === old
    ? undefined
    : { tag: 'QuotationDoesNotMatch', operation, block, at: 0, quoted: old, found }
}

const moveProblem: Judge<'move'> = (base, move, operation) => {
  if (move.after !== 'start' && base.block(move.after) === undefined)
    return { tag: 'BlockNotFound', operation, block: move.after }
  return wholeBlockProblem(base, move, operation)
}

const splitProblem: Judge<'split'> = (base, split, operation) => {
  const problem = wholeBlockProblem(base, split, operation)
  if (problem !== undefined) return problem
  const points = base.points(split.block)
  const { block, at } = split
  if (at > points.length) return { tag: 'PositionOutOfRange', operation, block, at, length: points.length }
  const gap = spacesAround(points, at)
  return gap.from === 0 || gap.to === points.length
    ? { tag: 'SplitLeavesNothing', operation, block, at }
    : undefined
}

/** The run of spaces around a position: what a split takes away between its two parts. */
export const spacesAround = (
  points: ReadonlyArray<string>,
  at: number
): { readonly from: number; readonly to: number } => {
  let from = at
  let to = at
  while (from > 0 && isSpace(points[from - 1])) from--
  while (to < points.length && isSpace(points[to])) to++
  return { from, to }
}

const joinProblem: Judge<'join'> = (base, { first, second, old }, operation) => {
  if (base.block(first) === undefined) return { tag: 'BlockNotFound', operation, block: first }
  if (base.block(second) === undefined) return { tag: 'BlockNotFound', operation, block: second }
  if (base.position(second) !== base.position(first) + 1)
    return { tag: 'BlocksNotNeighbours', operation, first, second }
  if (old.length !== 2)
    return {
      tag: 'QuotationDoesNotMatch',
      operation,
      block: first,
      at: 0,
      quoted: old.join('\n'),
      found: bothOf(base, first, second)
    }
  return (
    wholeBlockProblem(base, { block: first, old: old[0] ?? '' }, operation) ??
    wholeBlockProblem(base, { block: second, old: old[1] ?? '' }, operation)
  )
}

const bothOf = (base: BaseText, first: BlockId, second: BlockId): string =>
  `${base.block(first)?.text ?? ''}\n${base.block(second)?.text ?? ''}`

const recastProblem: Judge<'recast'> = (base, { old, title, blocks }, operation) => {
  const found = base.hash()
  if (old !== found)
    return { tag: 'QuotationDoesNotMatch', operation, block: 'text', at: 0, quoted: old, found }
  if (blocks.length === 0) return { tag: 'TextEmpty' }
  if (title === base.text.title && sameBlocks(blocks, base.text.blocks))
    return { tag: 'ChangesNothing', operation }
  return titleProblem(title) ?? firstProblem(blocks)
}

const retitleProblem: Judge<'retitle'> = (base, { old, new: wanted }, operation) => {
  const found = base.text.title
  if (old !== found)
    return { tag: 'QuotationDoesNotMatch', operation, block: 'title', at: 0, quoted: old, found }
  return wanted === old ? { tag: 'ChangesNothing', operation } : titleProblem(wanted)
}

/** What is wrong with a block's words after its replacements: nothing left, or spaces left at an edge. */
export const leftProblem = (block: BlockId, words: string): TextProblem | undefined => {
  if (trimmed(words) === '') return { tag: 'BlockLeftEmpty', block }
  return wordsProblem(block, words)
}
