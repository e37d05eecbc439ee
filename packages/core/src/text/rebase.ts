/**
 * The derived form of an open amendment after another one was adopted. The submitted wording stays as it is (rule 7):
 * a derived form points back to it. Applied to the next text it gives what merging both into the base would give.
 */
import * as E from 'fp-ts/lib/Either'
import { type Count } from '../kernel/primitives'
import { type BaseText, baseText } from './base-text'
import { type Anchor, type Change, operationsOf, type OperationOf, without } from './change'
import { spacesAround } from './check-operation'
import { clashesAmong } from './clashes'
import { type Amendment, type Collision, voiceOf } from './collision'
import { collisionOf } from './collision-words'
import { asksFor } from './asks-for'
import { sameBlocks } from './equal'
import { type LaidOut, layOut, type Landing } from './lay-out'
import { type Operation } from './operation'
import { type TextProblem } from './rejections'
import { type BlockId, type Text } from './text'
import { pointCount } from './code-points'

export type Rebased =
  /** It fits the next text in this form; what the adopted one already did is left out. */
  | { readonly tag: 'clean'; readonly operations: ReadonlyArray<Operation> }
  /** Everything it asked for is already there. */
  | { readonly tag: 'alreadyContained' }
  /** It asks for something else at the same words or place: people have to settle it (rule 9). */
  | { readonly tag: 'collides'; readonly collisions: ReadonlyArray<Collision> }

/**
 * What becomes of `open` once `adopted` has made `next` of `base`. Both refer to the base; `next` has the ids that were
 * handed out when it was recorded. Left: one of them does not fit the base, or `next` is not what `adopted` makes of it.
 */
export const rebase = (
  open: Amendment,
  base: Text,
  adopted: Amendment,
  next: Text
): E.Either<TextProblem, Rebased> => {
  const ready = baseText(base)
  const mine = voiceOf(base, open, ready)
  if (E.isLeft(mine)) return mine
  const theirs = voiceOf(base, adopted, ready)
  if (E.isLeft(theirs)) return theirs
  const voices = [theirs.right, mine.right]
  const clashes = clashesAmong(ready, voices)
  if (clashes.length > 0)
    return E.right({ tag: 'collides', collisions: clashes.map(clash => collisionOf(ready, voices, clash)) })
  const laidOut = layOut(ready, theirs.right.change)
  if (!reads(laidOut, next)) return E.left({ tag: 'NextTextDiffers' })
  const rest = without(mine.right.change, contained(mine.right.change, theirs.right.change))
  const operations = carried({ base: ready, adopted: theirs.right.change, laidOut, next }, rest)
  return E.right(operations.length === 0 ? { tag: 'alreadyContained' } : { tag: 'clean', operations })
}

/** Ids are those of `next`: what was written anew with the same words may have got a new one. */
const reads = (laidOut: LaidOut, next: Text): boolean =>
  laidOut.title === next.title &&
  sameBlocks(
    laidOut.pieces.map(piece => piece.block),
    next.blocks
  )

/** What both ask for. */
const contained = (mine: Change, theirs: Change): ReadonlySet<Operation> =>
  new Set(operationsOf(mine).filter(operation => asksFor(theirs, operation, mine)))

type Step = {
  readonly base: BaseText
  readonly adopted: Change
  readonly laidOut: LaidOut
  readonly next: Text
}

/** The operations of a change that clashes with nothing adopted, as operations on the next text. */
const carried = (step: Step, change: Change): ReadonlyArray<Operation> =>
  operationsOf(change).flatMap(operation => carriedOne(step, operation))

function carriedOne(step: Step, operation: Operation): ReadonlyArray<Operation> {
  switch (operation.op) {
    case 'replace':
      return atWords(step, operation.block, operation.at).map(({ block, at }) => ({
        ...operation,
        block,
        at
      }))
    case 'split':
      return carriedSplit(step, operation)
    case 'delete':
      return partsNow(step, operation.block).map(({ block, old }) => ({ op: 'delete', block, old }))
    case 'move':
      return carriedMove(step, operation)
    case 'join':
      return carriedJoin(step, operation)
    case 'insert':
      return [{ ...operation, after: anchorNow(step, operation.after) }]
    case 'recast':
    case 'retitle':
      return [operation]
  }
}

type Spot = { readonly block: BlockId; readonly at: Count }

/** Where a code point of a base block now stands. The adopted changes do not touch it, so there is one answer. */
function atWords(step: Step, block: BlockId, at: number): ReadonlyArray<Spot> {
  const gaps = (step.adopted.splits.get(block) ?? []).map(split =>
    spacesAround(step.base.points(block), split.at)
  )
  const before = gaps.filter(gap => gap.to <= at)
  const from = before[before.length - 1]?.to ?? 0
  const landing = landingsOf(step, block)[before.length]
  const now = landing === undefined ? undefined : step.next.blocks[landing.piece]
  if (landing === undefined || now === undefined) return []
  return [{ block: now.id, at: (landing.at + at - from + grownBetween(step, block, from, at)) as Count }]
}

const grownBetween = (step: Step, block: BlockId, from: number, to: number): number =>
  (step.adopted.edits.get(block) ?? [])
    .filter(edit => edit.at >= from && edit.at + pointCount(edit.old) <= to)
    .reduce((sum, edit) => sum + pointCount(edit.new) - pointCount(edit.old), 0)

const landingsOf = (step: Step, block: BlockId): ReadonlyArray<Landing> =>
  step.laidOut.landings.get(block) ?? []

/** The blocks in which a base block now stands, with all their words. */
const partsNow = (
  step: Step,
  block: BlockId
): ReadonlyArray<{ readonly block: BlockId; readonly old: string }> =>
  landingsOf(step, block).flatMap(({ piece }) => {
    const now = step.next.blocks[piece]
    return now === undefined ? [] : [{ block: now.id, old: now.text }]
  })

const anchorNow = (step: Step, anchor: Anchor): Anchor =>
  anchor === 'start' ? anchor : (partsNow(step, anchor).at(-1)?.block ?? anchor)

const carriedSplit = (step: Step, split: OperationOf<'split'>): ReadonlyArray<Operation> =>
  atWords(step, split.block, split.at).map(({ block, at }) => ({
    ...split,
    block,
    at,
    old: step.next.blocks.find(now => now.id === block)?.text ?? ''
  }))

/** A block that was split meanwhile moves with all its parts, one behind the other. */
const carriedMove = (step: Step, move: OperationOf<'move'>): ReadonlyArray<Operation> => {
  const parts = partsNow(step, move.block)
  return parts.map(({ block, old }, index) => ({
    op: 'move',
    block,
    after: parts[index - 1]?.block ?? anchorNow(step, move.after),
    old
  }))
}

const carriedJoin = (step: Step, join: OperationOf<'join'>): ReadonlyArray<Operation> => {
  const first = partsNow(step, join.first).at(-1)
  const second = partsNow(step, join.second)[0]
  return first === undefined || second === undefined
    ? []
    : [{ op: 'join', first: first.block, second: second.block, old: [first.old, second.old] }]
}
