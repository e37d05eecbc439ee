/** Brings the operations of one amendment into their normal form, or says which of them contradict each other. */
import * as E from 'fp-ts/lib/Either'
import { grouped } from '../kernel/grouped'
import { type BaseText } from './base-text'
import { type Anchor, type Change, type OperationOf, type Placement, type Replacement } from './change'
import { operationProblem, spacesAround } from './check-operation'
import { changeProblem, contradict } from './contradictions'
import { endOf } from './edited-words'
import { sameOperation } from './equal'
import { type Operation } from './operation'
import { type TextProblem } from './rejections'
import { type BlockId } from './text'

type Outcome<A> = E.Either<TextProblem, A>

/**
 * The change that one amendment's operations make on their base. All refer to the base; the order in which they are
 * written matters only for several things placed behind one block. Left: a quotation that does not match (rule 7),
 * words not fit to record, or two operations that contradict each other.
 */
export const normalForm = (base: BaseText, operations: ReadonlyArray<Operation>): Outcome<Change> => {
  for (const [index, operation] of operations.entries()) {
    const problem = operationProblem(base, operation, index)
    if (problem !== undefined) return E.left(problem)
  }
  const collected = collect(base, operations)
  if (E.isLeft(collected)) return collected
  const problem = changeProblem(base, collected.right)
  return problem === undefined ? collected : E.left(problem)
}

function collect(base: BaseText, operations: ReadonlyArray<Operation>): Outcome<Change> {
  const one = {
    recast: only(operations, 'recast'),
    retitle: only(operations, 'retitle'),
    deletes: keyed(ofKind(operations, 'delete'), operation => operation.block),
    moves: keyed(ofKind(operations, 'move'), operation => operation.block),
    joins: keyed(ofKind(operations, 'join'), operation => operation.second),
    edits: coalesced(ofKind(operations, 'replace'))
  }
  if (E.isLeft(one.recast)) return one.recast
  if (E.isLeft(one.retitle)) return one.retitle
  if (E.isLeft(one.deletes)) return one.deletes
  if (E.isLeft(one.moves)) return one.moves
  if (E.isLeft(one.joins)) return one.joins
  if (E.isLeft(one.edits)) return one.edits
  return E.right({
    recast: one.recast.right,
    retitle: one.retitle.right,
    edits: inReadingOrder(base, one.edits.right),
    splits: inReadingOrder(base, splitsOf(base, ofKind(operations, 'split'))),
    deletes: inReadingOrder(base, one.deletes.right),
    moves: inReadingOrder(base, one.moves.right),
    joins: inReadingOrder(base, one.joins.right),
    placed: inReadingOrder(base, placedBy(operations))
  })
}

/** So that it does not show in which order operations on different places were written. */
const inReadingOrder = <K extends Anchor, O>(base: BaseText, all: ReadonlyMap<K, O>): ReadonlyMap<K, O> =>
  new Map([...all].sort(([a], [b]) => base.position(a) - base.position(b)))

const ofKind = <K extends Operation['op']>(
  operations: ReadonlyArray<Operation>,
  kind: K
): ReadonlyArray<OperationOf<K>> =>
  operations.filter((operation): operation is OperationOf<K> => operation.op === kind)

function only<K extends 'recast' | 'retitle'>(
  operations: ReadonlyArray<Operation>,
  kind: K
): Outcome<OperationOf<K> | undefined> {
  const [first, ...others] = ofKind(operations, kind)
  const other = first === undefined ? undefined : others.find(one => !sameOperation(first, one))
  return first !== undefined && other !== undefined ? E.left(contradict(first, other)) : E.right(first)
}

function keyed<O extends Operation>(
  operations: ReadonlyArray<O>,
  keyOf: (operation: O) => BlockId
): Outcome<ReadonlyMap<BlockId, O>> {
  const found = new Map<BlockId, O>()
  for (const operation of operations) {
    const earlier = found.get(keyOf(operation))
    if (earlier !== undefined && !sameOperation(earlier, operation))
      return E.left(contradict(earlier, operation))
    found.set(keyOf(operation), operation)
  }
  return E.right(found)
}

function coalesced(
  edits: ReadonlyArray<Replacement>
): Outcome<ReadonlyMap<BlockId, ReadonlyArray<Replacement>>> {
  const found = new Map<BlockId, ReadonlyArray<Replacement>>()
  for (const [block, some] of grouped(edits, edit => edit.block)) {
    const line = coalescedLine([...some].sort(byPosition))
    if (E.isLeft(line)) return line
    found.set(block, line.right)
  }
  return E.right(found)
}

const byPosition = (a: Replacement, b: Replacement): number => a.at - b.at || endOf(a) - endOf(b)

/** One author's replacements that touch are one replacement; two insertions at one point, or an overlap, contradict. */
function coalescedLine(sorted: ReadonlyArray<Replacement>): Outcome<ReadonlyArray<Replacement>> {
  const line: Replacement[] = []
  let before: Replacement | undefined
  for (const edit of sorted) {
    const last = line[line.length - 1]
    if (before !== undefined && sameOperation(before, edit)) continue
    if (before !== undefined && overlaps(before, edit)) return E.left(contradict(before, edit))
    before = edit
    if (last !== undefined && endOf(last) === edit.at) line[line.length - 1] = glued(last, edit)
    else line.push(edit)
  }
  return E.right(line)
}

const overlaps = (a: Replacement, b: Replacement): boolean =>
  endOf(a) > b.at || (a.at === b.at && a.old === '' && b.old === '')

const glued = (a: Replacement, b: Replacement): Replacement => ({
  ...a,
  old: a.old + b.old,
  new: a.new + b.new
})

const splitsOf = (base: BaseText, splits: ReadonlyArray<OperationOf<'split'>>): Change['splits'] => {
  const found = new Map<BlockId, ReadonlyArray<OperationOf<'split'>>>()
  for (const [block, some] of grouped(splits, split => split.block))
    found.set(block, distinct(some.map(split => atItsGap(base, split))))
  return found
}

const atItsGap = (base: BaseText, split: OperationOf<'split'>): OperationOf<'split'> => ({
  ...split,
  at: spacesAround(base.points(split.block), split.at).from as OperationOf<'split'>['at']
})

const distinct = (splits: ReadonlyArray<OperationOf<'split'>>): ReadonlyArray<OperationOf<'split'>> =>
  [...new Map(splits.map(split => [split.at, split])).values()].sort((a, b) => a.at - b.at)

/** What is placed behind each block, as written; insertions written one after the other are one. */
function placedBy(operations: ReadonlyArray<Operation>): Change['placed'] {
  const placed: Placement[] = []
  const moved = new Set<BlockId>()
  for (const operation of operations) {
    if (operation.op !== 'insert' && operation.op !== 'move') continue
    if (operation.op === 'move' && moved.has(operation.block)) continue
    if (operation.op === 'move') moved.add(operation.block)
    placed.push(operation)
  }
  const behind = grouped(placed, operation => operation.after)
  return new Map([...behind].map(([anchor, list]) => [anchor, withoutSeams(list)] as const))
}

function withoutSeams(list: ReadonlyArray<Placement>): ReadonlyArray<Placement> {
  const out: Placement[] = []
  for (let from = 0; from < list.length;) {
    let to = from
    while (list[to]?.op === 'insert') to++
    const insertions = list.slice(from, to).flatMap(one => (one.op === 'insert' ? [one] : []))
    const [first] = insertions
    const move = list[to]
    if (first !== undefined) out.push(insertions.length === 1 ? first : oneInsertion(first, insertions))
    if (move !== undefined) out.push(move)
    from = to + 1
  }
  return out
}

const oneInsertion = (
  first: OperationOf<'insert'>,
  all: ReadonlyArray<OperationOf<'insert'>>
): OperationOf<'insert'> => ({ ...first, blocks: all.flatMap(one => one.blocks) })
