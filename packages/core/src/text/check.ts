/** What a text must be before it is recorded, as far as it can be judged without any Unicode table (domain.md §4). */
import * as E from 'fp-ts/lib/Either'
import { hasLineBreak, trimmed, utf8Length } from './code-points'
import { type Place, type TextProblem } from './rejections'
import { type NewBlock, type NewText } from './text'

/** A submission's text in all its languages together: 160 KiB of UTF-8, title and words. */
export const TEXT_LIMIT = 160 * 1024

const PERSON_TOKEN = /\{p_[a-z2-7]{26}\}/

/** How many bytes of UTF-8 the title and the words of a text take. */
export const textBytes = (text: NewText): number =>
  text.blocks.reduce((sum, block) => sum + utf8Length(block.text), utf8Length(text.title))

/** Whether the texts of a submission in all its languages keep to the limit: `TextTooLong` otherwise. */
export const checkSize = (texts: ReadonlyArray<NewText>): E.Either<TextProblem, ReadonlyArray<NewText>> => {
  const bytes = texts.reduce((sum, text) => sum + textBytes(text), 0)
  return bytes <= TEXT_LIMIT ? E.right(texts) : E.left({ tag: 'TextTooLong', bytes, limit: TEXT_LIMIT })
}

/** What is wrong with one run of people's words: spaces at an edge, a line break, a person token. Empty is judged apart. */
export const wordsProblem = (place: Place, words: string): TextProblem | undefined =>
  shapeProblem(place, words) ??
  (PERSON_TOKEN.test(words) ? { tag: 'PersonTokenNotAllowed', place, words } : undefined)

function shapeProblem(place: Place, words: string): TextProblem | undefined {
  if (hasLineBreak(words)) return { tag: 'LineBreakInBlock', place, words }
  return words === trimmed(words) ? undefined : { tag: 'SpacesAtTheEdge', place, words }
}

/** What is wrong with one block that people give. */
export const blockProblem = (block: NewBlock, place: Place): TextProblem | undefined => {
  if (trimmed(block.text) === '') return { tag: 'BlockEmpty', place }
  if (block.kind !== 'paragraph' && !isLevel(block.level))
    return { tag: 'LevelOutOfRange', place, level: block.level }
  return wordsProblem(place, block.text)
}

const isLevel = (level: number): boolean => Number.isInteger(level) && level >= 1 && level <= 6

/** What is wrong with a title: the same as with a block. */
export const titleProblem = (title: string): TextProblem | undefined =>
  trimmed(title) === '' ? { tag: 'TitleEmpty' } : wordsProblem('title', title)

/** A text as people give it, if it may be recorded; else the first thing that is wrong with it. */
export const checkNewText = (text: NewText): E.Either<TextProblem, NewText> => {
  const problem = titleProblem(text.title) ?? firstBlockProblem(text.blocks)
  if (problem !== undefined) return E.left(problem)
  const sized = checkSize([text])
  return E.isLeft(sized) ? sized : E.right(text)
}

function firstBlockProblem(blocks: ReadonlyArray<NewBlock>): TextProblem | undefined {
  if (blocks.length === 0) return { tag: 'TextEmpty' }
  for (const [index, block] of blocks.entries()) {
    const problem = blockProblem(block, index)
    if (problem !== undefined) return problem
  }
  return undefined
}
