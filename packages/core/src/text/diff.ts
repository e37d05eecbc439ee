/**
 * Turns a wanted text into the smallest readable operations on its base. Intake does this for an amendment written as
 * a new text; what is recorded are the operations, and nothing asks again how they were found.
 */
import * as E from 'fp-ts/lib/Either'
import { type Count } from '../kernel/primitives'
import { applyOperations } from './apply'
import { joinInto, splitInto } from './border-edits'
import { sameBlocks } from './equal'
import { longestRising } from './longest-rising'
import { matchBlocks } from './match-blocks'
import { type AnyBlock, type Matching } from './match-draft'
import { type Operation } from './operation'
import { type Block, type BlockId, type NewBlock, type NewText, type Text } from './text'
import { textHash } from './text-hash'
import { type WordEdit, wordEdits } from './word-edits'
import { plainWords, type Tokenizer, wordsOf } from './words'

/**
 * Operations that make exactly `wanted` of `base`; blocks that survive keep their ids. None where nothing differs.
 * Where no operations on the blocks give it, it is one `recast`. The languages must agree.
 */
export const operationsBetween = (
  base: Text,
  wanted: NewText,
  tokens: Tokenizer = wordsOf(base.language)
): ReadonlyArray<Operation> => {
  for (const borders of ['edited', 'exact'] as const) {
    const matching = matchBlocks(base.blocks, wanted.blocks, borders)
    if (isAllNew(base, matching)) break
    const operations = [...titleChange(base, wanted), ...blockChanges(base, wanted, matching, tokens)]
    if (gives(base, operations, wanted)) return operations
  }
  return [recast(base, wanted)]
}

/** The same between two recorded texts, by their ids and without any engine's tables: a decision may use it. */
export const changeBetween = (base: Text, next: Text): ReadonlyArray<Operation> =>
  operationsBetween(base, next, plainWords)

const isAllNew = (base: Text, matching: Matching): boolean =>
  base.blocks.length > 0 && matching.from.every(from => from === undefined)

const recast = (base: Text, wanted: NewText): Operation => ({
  op: 'recast',
  old: textHash(base),
  title: wanted.title,
  blocks: wanted.blocks.map(plain)
})

const plain = (block: NewBlock): NewBlock =>
  block.kind === 'paragraph'
    ? { kind: block.kind, text: block.text }
    : { kind: block.kind, level: block.level, text: block.text }

function gives(base: Text, operations: ReadonlyArray<Operation>, wanted: NewText): boolean {
  if (operations.length === 0) return base.title === wanted.title && sameBlocks(base.blocks, wanted.blocks)
  const made = applyOperations(base, operations, 1)
  return (
    E.isRight(made) &&
    made.right.text.title === wanted.title &&
    sameBlocks(made.right.text.blocks, wanted.blocks)
  )
}

const titleChange = (base: Text, wanted: NewText): ReadonlyArray<Operation> =>
  base.title === wanted.title ? [] : [{ op: 'retitle', old: base.title, new: wanted.title }]

type Step = {
  readonly base: Text
  readonly wanted: ReadonlyArray<AnyBlock>
  readonly matching: Matching
  readonly tokens: Tokenizer
}

function blockChanges(
  base: Text,
  wanted: NewText,
  matching: Matching,
  tokens: Tokenizer
): ReadonlyArray<Operation> {
  const step: Step = { base, wanted: wanted.blocks, matching, tokens }
  const staying = stayingBlocks(matching)
  const operations: Operation[] = [...deletions(step)]
  let after: BlockId | 'start' = 'start'
  let come: NewBlock[] = []
  const bring = (): void => {
    if (come.length > 0) operations.push({ op: 'insert', after, blocks: come })
    come = []
  }
  for (const [index, block] of step.wanted.entries()) {
    if (matching.parts.has(index)) continue
    const was = baseBlock(step, matching.from[index])
    if (was === undefined) {
      come.push(plain(block))
      continue
    }
    bring()
    operations.push(...wordChanges(step, index, was))
    if (!staying.has(index)) operations.push({ op: 'move', block: was.id, after, old: was.text })
    after = lastId(step, index, was)
  }
  bring()
  return operations
}

const baseBlock = (step: Step, index: number | undefined): Block | undefined =>
  index === undefined ? undefined : step.base.blocks[index]

const joinedTo = (step: Step, index: number): ReadonlyArray<Block> =>
  (step.matching.joined.get(index) ?? []).flatMap(other => step.base.blocks[other] ?? [])

const lastId = (step: Step, index: number, was: Block): BlockId => joinedTo(step, index).at(-1)?.id ?? was.id

/** The blocks of the wanted text that keep their order among each other: as many as possible, all others move. */
function stayingBlocks({ from }: Matching): ReadonlySet<number> {
  const kept = [...from.entries()].flatMap(([index, was]) => (was === undefined ? [] : [{ index, was }]))
  return new Set(longestRising(kept.map(({ was }) => was)).flatMap(place => kept[place]?.index ?? []))
}

function deletions({ base, matching }: Step): ReadonlyArray<Operation> {
  const kept = new Set([...matching.from, ...[...matching.joined.values()].flat()])
  return base.blocks.filter((_, index) => !kept.has(index)).map(deletion)
}

/** What happens inside a block that stays: it is split, joined with its next ones, or some of its words change. */
function wordChanges(step: Step, index: number, was: Block): ReadonlyArray<Operation> {
  const words = step.wanted[index]?.text ?? ''
  const others = joinedTo(step, index)
  if (others.length > 0)
    return (
      joinInto([was, ...others], words, step.tokens) ?? [
        ...replacements(was, words, step.tokens),
        ...others.map(deletion)
      ]
    )
  const parts = partsFrom(step, index)
  if (parts.length === 1) return replacements(was, words, step.tokens)
  return (
    splitInto(
      was,
      parts.map(part => part.text),
      step.tokens
    ) ?? [
      ...replacements(was, words, step.tokens),
      { op: 'insert', after: was.id, blocks: parts.slice(1).map(plain) }
    ]
  )
}

/** A block of the wanted text, and the later parts that were split off with it. */
function partsFrom({ wanted, matching }: Step, index: number): ReadonlyArray<AnyBlock> {
  let end = index + 1
  while (matching.parts.has(end)) end++
  return wanted.slice(index, end)
}

const replacements = (was: Block, words: string, tokens: Tokenizer): ReadonlyArray<Operation> =>
  readableEdits(was.text, words, tokens).map(edit => ({
    op: 'replace',
    block: was.id,
    ...edit,
    at: edit.at as Count
  }))

const deletion = (block: Block): Operation => ({ op: 'delete', block: block.id, old: block.text })

/** Where little of a block stays, one replacement of all its words is easier to read than many marks. */
const LITTLE_STAYS = 0.3

function readableEdits(was: string, wanted: string, tokens: Tokenizer): ReadonlyArray<WordEdit> {
  const edits = wordEdits(was, wanted, tokens)
  const gone = edits.reduce((sum, edit) => sum + edit.old.length, 0)
  return edits.length > 1 && was.length - gone < LITTLE_STAYS * was.length
    ? [{ at: 0, old: was, new: wanted }]
    : edits
}
