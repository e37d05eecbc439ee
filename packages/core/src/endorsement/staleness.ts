/**
 * Whether what was said of one revision is still said of another (rules 1 and 10). Revisions are of one age where no
 * substantive change lies between them; a text that is taken back is of the age of the words that it brings back.
 */
import { type BlockId } from '../text/text'
import { revisionOf, revisionsOf } from '../submission/queries'
import { type Revision, type SubmissionState } from '../submission/state'

/** The revision of the original with which the age of each revision began. */
const agesOf = (state: SubmissionState): ReadonlyArray<number> => {
  const ages: number[] = []
  const ageOfHash = new Map<string, number>()
  for (const { revision, textHash, materiality } of revisionsOf(state)) {
    const before = ages.at(-1)
    const age =
      ageOfHash.get(textHash) ?? (materiality === 'substantive' || before === undefined ? revision : before)
    ages.push(age)
    ageOfHash.set(textHash, age)
  }
  return ages
}

/** Whether no substantive change lies between two revisions, by their numbers. */
export const sameAge = (state: SubmissionState, revision: number, other: number): boolean => {
  const ages = agesOf(state)
  return ages[revision - 1] === ages[other - 1]
}

/** What is said of the whole holds within its age; what names blocks also as long as their words are the same. */
export const stillHolds = (
  state: SubmissionState,
  said: { readonly revision: number; readonly blocks: ReadonlyArray<BlockId> },
  current: Revision
): boolean =>
  sameAge(state, said.revision, current.revision) ||
  (said.blocks.length > 0 && blocksAreTheSame(state, said.revision, said.blocks, current))

const blocksAreTheSame = (
  state: SubmissionState,
  revision: number,
  blocks: ReadonlyArray<BlockId>,
  current: Revision
): boolean => {
  const then = revisionOf(state, revision)
  return blocks.every(id => then !== undefined && wordsOf(then, id) === wordsOf(current, id))
}

const wordsOf = ({ text }: Revision, id: BlockId): string | undefined =>
  text.blocks.find(block => block.id === id)?.text
