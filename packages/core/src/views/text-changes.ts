/** The difference that somebody who stood on an earlier revision must look at (rule 10). */
import { revisionOf } from '../submission/queries'
import { type Revision, type SubmissionState } from '../submission/state'
import { type BlockChange, type TextChange, wordDiff } from '../text/text-diff'
import { plainWords } from '../text/words'

/** What changed between two revisions: the title where it changed, and the blocks that are not the same. */
export interface ChangeSince {
  readonly from: number
  readonly to: number
  readonly title?: TextChange['title']
  readonly blocks: ReadonlyArray<BlockChange>
}

/** From each of some revisions to the current one, each once; cut by the plain words, the same on every machine. */
export const changesSince = (
  submission: SubmissionState,
  revisions: ReadonlyArray<number>,
  current: Revision | undefined
): ReadonlyArray<ChangeSince> =>
  [...new Set(revisions)]
    .sort((a, b) => a - b)
    .flatMap(number => {
      const before = revisionOf(submission, number)
      return before === undefined || current === undefined ? [] : [changeBetween(before, current)]
    })

const changeBetween = (before: Revision, current: Revision): ChangeSince => {
  const { title, blocks } = wordDiff(before.text, current.text, plainWords)
  return {
    from: before.revision,
    to: current.revision,
    ...(title.some(({ tag }) => tag !== 'same') ? { title } : {}),
    blocks: blocks.filter(({ tag }) => tag !== 'same')
  }
}
