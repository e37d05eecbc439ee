/** Which revision of a submission's text an act means. */
import { type Language } from '../kernel/primitives'
import { currentRevision, revisionOf } from '../submission/queries'
import { type SubmissionState } from '../submission/state'
import { type Text } from '../text/text'

export interface Named {
  readonly revision: number
  readonly textHash: string
  readonly text: Text
}

/** The revision that is named, or the current one. */
export const named = (
  submission: SubmissionState,
  language: Language | undefined,
  revision: unknown
): Named | undefined =>
  typeof revision === 'number'
    ? revisionOf(submission, revision, language)
    : currentRevision(submission, language)
