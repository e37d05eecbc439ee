/** The exact words of a collision: what the base says, and what each side would make of it. */
import { type Count } from '../kernel/primitives'
import { type BaseText } from './base-text'
import { type OperationOf, type Replacement } from './change'
import { spacesAround } from './check-operation'
import { type Clash, type Voice } from './clash'
import { pointCount, sliceOf } from './code-points'
import { type CollisionKind } from './claims'
import { editedWords } from './edited-words'
import { type Operation } from './operation'
import { type BlockId, type NewBlock } from './text'

type Side = { readonly ref: string; readonly words: string }

/** What is shown and stored of a clash: see the codec `Collision`, which has this shape. */
export type SeenCollision = {
  readonly kind: CollisionKind
  readonly blocks: ReadonlyArray<BlockId>
  readonly at?: Count
  readonly base: string
  readonly first: Side
  readonly second: Side
}

/** The collision that is shown and stored for a clash. */
export const collisionOf = (base: BaseText, voices: ReadonlyArray<Voice>, clash: Clash): SeenCollision => {
  const hull = hullOf(base, clash)
  const side = (voice: number, operations: ReadonlyArray<Operation>): Side => ({
    ref: voices[voice]?.ref ?? '',
    words: hull === undefined ? wordsUnder(base, operations) : hullUnder(base, hull, operations)
  })
  return {
    kind: clash.kind,
    blocks: clash.blocks,
    ...(hull === undefined ? {} : { at: hull.from as Count }),
    base: hull === undefined ? baseWords(base, clash) : sliceOf(base.points(hull.block), hull.from, hull.to),
    first: side(clash.first, clash.firstOperations),
    second: side(clash.second, clash.secondOperations)
  }
}

const baseWords = (base: BaseText, clash: Clash): string => {
  if (clash.kind === 'samePlace') return ''
  if (clash.blocks.length === 0) return base.text.title
  return clash.blocks.map(block => base.block(block)?.text ?? '').join('\n')
}

type Hull = { readonly block: BlockId; readonly from: number; readonly to: number }
type Range = { readonly from: number; readonly to: number }

/** The stretch of one block that covers all operations of the clash, where all of them are about words. */
function hullOf(base: BaseText, clash: Clash): Hull | undefined {
  const [block] = clash.blocks
  if (block === undefined || (clash.kind !== 'sameWords' && clash.kind !== 'breakInWords')) return undefined
  const ranges = [...clash.firstOperations, ...clash.secondOperations].map(operation =>
    rangeOf(base, operation)
  )
  return {
    block,
    from: Math.min(...ranges.map(range => range.from)),
    to: Math.max(...ranges.map(range => range.to))
  }
}

const rangeOf = (base: BaseText, operation: Operation): Range => {
  if (operation.op === 'replace') return { from: operation.at, to: operation.at + pointCount(operation.old) }
  return operation.op === 'split'
    ? spacesAround(base.points(operation.block), operation.at)
    : { from: 0, to: 0 }
}

const hullUnder = (base: BaseText, hull: Hull, operations: ReadonlyArray<Operation>): string =>
  editedWords(
    base.points(hull.block).slice(hull.from, hull.to),
    asEdits(base, operations).map(edit => ({ ...edit, at: (edit.at - hull.from) as Count }))
  )

/** Replacements, and splits as replacements of the spaces by a line break, by position. */
const asEdits = (base: BaseText, operations: ReadonlyArray<Operation>): ReadonlyArray<Replacement> =>
  operations
    .flatMap(operation => {
      if (operation.op === 'replace') return [operation]
      return operation.op === 'split' ? [asEdit(base, operation)] : []
    })
    .sort((a, b) => a.at - b.at)

const asEdit = (base: BaseText, { block, at }: OperationOf<'split'>): Replacement => {
  const { from, to } = spacesAround(base.points(block), at)
  return { op: 'replace', block, at: from as Count, old: sliceOf(base.points(block), from, to), new: '\n' }
}

/** How the blocks in question read when only these operations are met. */
function wordsUnder(base: BaseText, operations: ReadonlyArray<Operation>): string {
  const edited = new Set<BlockId>()
  return operations
    .flatMap(operation => {
      if (operation.op !== 'replace' && operation.op !== 'split') return [wordsOf(base, operation)]
      if (edited.has(operation.block)) return []
      edited.add(operation.block)
      const own = operations.filter(
        other => (other.op === 'replace' || other.op === 'split') && other.block === operation.block
      )
      return [editedWords(base.points(operation.block), asEdits(base, own))]
    })
    .join('\n')
}

function wordsOf(base: BaseText, operation: Exclude<Operation, { op: 'replace' | 'split' }>): string {
  switch (operation.op) {
    case 'insert':
      return linesOf(operation.blocks)
    case 'delete':
      return ''
    case 'move':
      return base.block(operation.block)?.text ?? ''
    case 'join':
      return operation.old.join(' ')
    case 'recast':
      return `${operation.title}\n${linesOf(operation.blocks)}`
    case 'retitle':
      return operation.new
  }
}

const linesOf = (blocks: ReadonlyArray<NewBlock>): string => blocks.map(block => block.text).join('\n')
