/**
 * The operations that turn one text of a submission into another of its texts. Blocks are the same where their id is;
 * words are compared as `plainWords`, by no engine's tables. Derived forms are recorded from it, so what it gives for
 * given texts may only change with the rules version.
 */
import * as E from 'fp-ts/lib/Either'
import { type Count } from '../kernel/primitives'
import { applyOperations } from '../text/apply'
import { isSpace, pointCount } from '../text/code-points'
import { differences } from '../text/edit-script'
import { sameBlocks } from '../text/equal'
import { type Operation } from '../text/operation'
import { type TextProblem } from '../text/rejections'
import { type Block, type BlockId, type NewBlock, type Text } from '../text/text'
import { textHash } from '../text/text-hash'
import { plainWords } from '../text/words'

/** Whether two texts read the same: title, kinds, levels and words; ids are not compared. */
export const readsTheSame = (a: Text, b: Text): boolean =>
  a.title === b.title && sameBlocks(a.blocks.map(unnumbered), b.blocks.map(unnumbered))

const unnumbered = (block: Block): NewBlock =>
  block.kind === 'paragraph'
    ? { kind: block.kind, text: block.text }
    : { kind: block.kind, level: block.level, text: block.text }

/** Operations on `from` that make a text which reads as `to`; none if it does already. Total: at worst a whole recast. */
export const difference = (from: Text, to: Text): ReadonlyArray<Operation> => {
  if (readsTheSame(from, to)) return []
  const operations = [...titleDifference(from, to), ...blockDifferences(from, to)]
  const made = applyOperations(from, operations, ABOVE_ALL)
  if (E.isLeft(made)) return isOfSize(made.left) ? operations : [recastAs(from, to)]
  return readsTheSame(made.right.text, to) ? operations : [recastAs(from, to)]
}

/** The operations are right, only that the text they make may not be recorded: whoever adopts them is told. */
const isOfSize = (problem: TextProblem): boolean =>
  problem.tag === 'TextEmpty' || problem.tag === 'TextTooLong'

/** Ids above all that a submission hands out: for texts made only to be compared. */
export const ABOVE_ALL = 900_000_000

const recastAs = (from: Text, to: Text): Operation => ({
  op: 'recast',
  old: textHash(from),
  title: to.title,
  blocks: to.blocks.map(unnumbered)
})

const titleDifference = (from: Text, to: Text): ReadonlyArray<Operation> =>
  from.title === to.title ? [] : [{ op: 'retitle', old: from.title, new: to.title }]

/** A block of the wanted text, and the block of the present one that it is. */
type Place = { readonly block: Block; readonly was: Block | undefined }

function blockDifferences(from: Text, to: Text): ReadonlyArray<Operation> {
  const places = aligned(from, to)
  const kept = new Set(places.map(({ was }) => was?.id))
  const deleted = from.blocks.filter(block => !kept.has(block.id))
  return [
    ...places.flatMap(({ block, was }) => (was === undefined ? [] : wordDifferences(was, block))),
    ...deleted.map((block): Operation => ({ op: 'delete', block: block.id, old: block.text })),
    ...placements(from, places)
  ]
}

/** By id where both texts have the id; the others by what they read, between their neighbours. */
function aligned(from: Text, to: Text): ReadonlyArray<Place> {
  const ofFrom = new Map(from.blocks.map(block => [block.id, block] as const))
  const ofTo = new Set(to.blocks.map(block => block.id))
  const sameKind = (block: Block): Block | undefined => {
    const was = ofFrom.get(block.id)
    return was !== undefined && shapeOf(was) === shapeOf(block) ? was : undefined
  }
  const free = from.blocks.filter(block => !ofTo.has(block.id))
  const wanted = to.blocks.filter(block => sameKind(block) === undefined)
  const found = byReading(free, wanted)
  return to.blocks.map(block => ({ block, was: sameKind(block) ?? found.get(block.id) }))
}

const shapeOf = (block: Block): string =>
  block.kind === 'paragraph' ? block.kind : `${block.kind}${block.level}`

const reading = (block: Block): string => `${shapeOf(block)} ${block.text}`

/** Equal readings in order; between them, as many as there are on both sides, one after the other, if of one kind. */
function byReading(free: ReadonlyArray<Block>, wanted: ReadonlyArray<Block>): ReadonlyMap<BlockId, Block> {
  const found = new Map<BlockId, Block>()
  const pair = (was: Block | undefined, block: Block | undefined): void => {
    if (was !== undefined && block !== undefined && shapeOf(was) === shapeOf(block)) found.set(block.id, was)
  }
  let a = 0
  let b = 0
  for (const stretch of [
    ...differences(free.map(reading), wanted.map(reading)),
    { aFrom: free.length, aTo: free.length, bFrom: wanted.length, bTo: wanted.length }
  ]) {
    while (a < stretch.aFrom) pair(free[a++], wanted[b++])
    while (a < stretch.aTo && b < stretch.bTo) pair(free[a++], wanted[b++])
    a = stretch.aTo
    b = stretch.bTo
  }
  return found
}

/** What stands elsewhere or is new, each behind what stands before it in the wanted text. */
function placements(from: Text, places: ReadonlyArray<Place>): ReadonlyArray<Operation> {
  const staying = stayingBlocks(from, places)
  const operations: Operation[] = []
  let after: BlockId | 'start' = 'start'
  for (const { block, was } of places) {
    if (was === undefined) operations.push({ op: 'insert', after, blocks: [unnumbered(block)] })
    else {
      if (!staying.has(was.id)) operations.push({ op: 'move', block: was.id, after, old: was.text })
      after = was.id
    }
  }
  return operations
}

/** The blocks whose order is the same in both: what is not among them moves. */
function stayingBlocks(from: Text, places: ReadonlyArray<Place>): ReadonlySet<BlockId> {
  const now = places.flatMap(({ was }) => (was === undefined ? [] : [was.id]))
  const kept = new Set(now)
  const before = from.blocks.map(block => block.id).filter(id => kept.has(id))
  const staying = new Set(before)
  for (const { aFrom, aTo } of differences(before, now))
    for (const id of before.slice(aFrom, aTo)) staying.delete(id)
  return staying
}

type Hunk = { readonly at: number; readonly old: string; readonly new: string }

function wordDifferences(was: Block, block: Block): ReadonlyArray<Operation> {
  if (was.text === block.text) return []
  return hunks(plainWords(was.text), plainWords(block.text)).map(hunk => ({
    op: 'replace',
    block: was.id,
    at: hunk.at as Count,
    old: hunk.old,
    new: hunk.new
  }))
}

/** Where the words differ; differences with nothing but spaces between them are one, so that they stay readable. */
function hunks(before: ReadonlyArray<string>, after: ReadonlyArray<string>): ReadonlyArray<Hunk> {
  const starts = positionsOf(before)
  const found: Hunk[] = []
  let last: { aTo: number } | undefined
  for (const { aFrom, aTo, bFrom, bTo } of differences(before, after)) {
    const old = before.slice(aFrom, aTo).join('')
    const wanted = after.slice(bFrom, bTo).join('')
    const between = last === undefined ? 'x' : before.slice(last.aTo, aFrom).join('')
    const previous = found[found.length - 1]
    if (previous !== undefined && [...between].every(isSpace))
      found[found.length - 1] = {
        at: previous.at,
        old: previous.old + between + old,
        new: previous.new + between + wanted
      }
    else found.push({ at: starts[aFrom] ?? 0, old, new: wanted })
    last = { aTo }
  }
  return found
}

function positionsOf(tokens: ReadonlyArray<string>): ReadonlyArray<number> {
  const starts = [0]
  for (const token of tokens) starts.push((starts[starts.length - 1] ?? 0) + pointCount(token))
  return starts
}
