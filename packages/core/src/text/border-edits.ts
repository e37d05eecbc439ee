/** Splits and joins together with the words that changed in the same step, as operations on the base. */
import { type Count } from '../kernel/primitives'
import { isSpace, pointCount } from './code-points'
import { type Operation } from './operation'
import { type Block } from './text'
import { type WordEdit, wordEdits } from './word-edits'
import { type Tokenizer } from './words'

type Operations = ReadonlyArray<Operation>

/** What makes the parts of one block; none where a word changed right at a border, so that it cannot be said so. */
export const splitInto = (
  block: Block,
  parts: ReadonlyArray<string>,
  tokens: Tokenizer
): Operations | undefined => {
  const exact = exactBorders(block.text, parts)
  if (exact !== undefined) return exact.map(at => splitAt(block, at))
  const edits = wordEdits(block.text, parts.join(' '), tokens)
  const borders = bordersOf(parts).map(border => unchangedAt(edits, border))
  return borders.includes(undefined)
    ? undefined
    : [
        ...edits.map(edit => replacing(block, edit)),
        ...borders.flatMap(at => (at === undefined ? [] : [splitAt(block, at)]))
      ]
}

const splitAt = (block: Block, at: number): Operation => ({
  op: 'split',
  block: block.id,
  at: at as Count,
  old: block.text
})

const replacing = (block: Block, edit: WordEdit): Operation => ({
  op: 'replace',
  block: block.id,
  ...edit,
  at: edit.at as Count
})

/** Where the parts end in the words, if they make them up with nothing but spaces between. */
function exactBorders(words: string, parts: ReadonlyArray<string>): ReadonlyArray<number> | undefined {
  const borders: number[] = []
  let at = 0
  for (const part of parts) {
    if (at > 0) borders.push(pointCount(words.slice(0, at)))
    while (at > 0 && isSpace(words[at])) at++
    if (!words.startsWith(part, at)) return undefined
    at += part.length
  }
  return at === words.length ? borders : undefined
}

/** Where the spaces between blocks stand when their words are put together with one space. */
function bordersOf(blocks: ReadonlyArray<string>): ReadonlyArray<number> {
  const borders: number[] = []
  let end = -1
  for (const words of blocks) {
    end += 1 + pointCount(words)
    borders.push(end)
  }
  return borders.slice(0, -1)
}

/** Where a space of the wanted words stood before, if no edit touches it. */
function unchangedAt(edits: ReadonlyArray<WordEdit>, border: number): number | undefined {
  let grown = 0
  for (const edit of edits) {
    const from = edit.at + grown
    const to = from + pointCount(edit.new)
    if (from > border + 1) break
    if (to >= border) return undefined
    grown += pointCount(edit.new) - pointCount(edit.old)
  }
  return border - grown
}

/** What makes one block of several neighbours; none where words changed across a border. */
export const joinInto = (
  blocks: ReadonlyArray<Block>,
  wanted: string,
  tokens: Tokenizer
): Operations | undefined => {
  const texts = blocks.map(block => block.text)
  const starts = [0, ...bordersOf(texts).map(border => border + 1)]
  const edits = wordEdits(texts.join(' '), wanted, tokens).map(edit => inItsBlock(blocks, starts, edit))
  return edits.includes(undefined)
    ? undefined
    : [...edits.flatMap(edit => (edit === undefined ? [] : [edit])), ...joins(blocks)]
}

function inItsBlock(
  blocks: ReadonlyArray<Block>,
  starts: ReadonlyArray<number>,
  edit: WordEdit
): Operation | undefined {
  const index = starts.filter(start => start <= edit.at).length - 1
  const [block, start = 0] = [blocks[index], starts[index]]
  const at = edit.at - start
  return block === undefined || at + pointCount(edit.old) > pointCount(block.text)
    ? undefined
    : replacing(block, { ...edit, at })
}

const joins = (blocks: ReadonlyArray<Block>): Operations =>
  blocks.slice(1).map((second, index) => {
    const first = blocks[index] ?? second
    return { op: 'join', first: first.id, second: second.id, old: [first.text, second.text] }
  })
