/** What a submission is called, in every language that it has a text in. */
import { type ProcessState } from '../process/state'
import { currentRevision, languagesOf } from '../submission/queries'
import { type SubmissionState } from '../submission/state'

/** The titles as last recorded; of a merge that was only proposed, the one that was proposed. */
export const titlesOf = (
  submission: SubmissionState,
  { opened }: ProcessState
): { readonly [language: string]: string } => {
  const languages = languagesOf(submission)
  if (languages.length === 0 && submission.mergeProposal !== undefined)
    return { [opened?.authoritative ?? 'ar']: submission.mergeProposal.title }
  return Object.fromEntries(
    languages.map(language => [language, currentRevision(submission, language)?.text.title ?? ''])
  )
}
