/**
 * Whether what was said of one revision is still said of another (rules 1 and 10). Revisions are of one age where no
 * substantive change lies between them; a text that is taken back is of the age of the words that it brings back.
 */
import { type BlockId } from '../text/text'
import { type Revision } from '../submission/state'

/** What staleness is read off, of each revision of the original. */
export type Aged = Pick<Revision, 'revision' | 'textHash' | 'materiality' | 'text'>

/** The revision with which the age of each revision began. */
const agesOf = (line: ReadonlyArray<Aged>): ReadonlyArray<number> => {
  const ages: number[] = []
  const ageOfHash = new Map<string, number>()
  for (const { revision, textHash, materiality } of line) {
    const before = ages.at(-1)
    const age =
      ageOfHash.get(textHash) ?? (materiality === 'substantive' || before === undefined ? revision : before)
    ages.push(age)
    ageOfHash.set(textHash, age)
  }
  return ages
}

/** Whether no substantive change lies between two revisions, by their numbers. */
export const sameAge = (line: ReadonlyArray<Aged>, revision: number, other: number): boolean => {
  const ages = agesOf(line)
  return ages[revision - 1] === ages[other - 1]
}

/** What is said of the whole holds within its age; what names blocks also as long as their words are the same. */
export const stillHolds = (
  line: ReadonlyArray<Aged>,
  said: { readonly revision: number; readonly blocks: ReadonlyArray<BlockId> },
  now: Aged
): boolean =>
  sameAge(line, said.revision, now.revision) ||
  (said.blocks.length > 0 && blocksAreTheSame(line[said.revision - 1], said.blocks, now))

const blocksAreTheSame = (then: Aged | undefined, blocks: ReadonlyArray<BlockId>, now: Aged): boolean =>
  blocks.every(id => then !== undefined && wordsOf(then, id) === wordsOf(now, id))

const wordsOf = ({ text }: Aged, id: BlockId): string | undefined =>
  text.blocks.find(block => block.id === id)?.text

/** A text by its number and its hash. */
export const exactText = ({ revision, textHash }: Pick<Revision, 'revision' | 'textHash'>) => ({
  revision,
  textHash
})
