/** Every refusal that the path may give, by its tag: what a test walks and what the command line has words for. */
import { amendmentRejections } from '../amendment/rejections'
import { endorsementRejections } from '../endorsement/rejections'
import { kernelRejections } from '../kernel/rejections'
import { meetingRejections } from '../meeting/rejections'
import { platformRejections } from '../platform/rejections'
import { processRejections } from '../process/rejections'
import { submissionRejections } from '../submission/rejections'
import { pathRejections } from './rejections'

export const rejections = {
  ...kernelRejections,
  ...processRejections,
  ...meetingRejections,
  ...submissionRejections,
  ...amendmentRejections,
  ...endorsementRejections,
  ...platformRejections,
  ...pathRejections
}
export type RejectionTag = keyof typeof rejections

/**
 * Refusals that tell of a conflict: the state no longer has what the command names (rule 16). The vote on another
 * document than the frozen one is one too, though rule 13 stands behind it.
 */
export const conflictTags: ReadonlyArray<string> = [
  ...Object.values(rejections)
    .filter(({ rule }) => rule === 16)
    .map(({ tag }) => tag),
  'DocumentHashDiffers'
]
