/** The words behind a hash: an exact revision, or the translation that was made of it. */
import { type Language } from '../kernel/primitives'
import { type States } from '../path/states'
import { type RevisionRef } from '../submission/events'
import { revisionOf, revisionsOf } from '../submission/queries'
import { type Text } from '../text/text'

/**
 * In the authoritative language the revision itself; in another the last translation of just these words, none where
 * there is no such one: a translation of other words is not shown as if it were this text.
 */
export const exactText = (states: States, exact: RevisionRef, language: Language): Text | undefined => {
  const submission = states.submissions[exact.ref]?.submission
  if (submission === undefined) return undefined
  return language === submission.authoritative
    ? originalText(states, exact)
    : revisionsOf(submission, language)
        .filter(({ of }) => of === exact.textHash)
        .at(-1)?.text
}

/** The exact revision, in the language that it was written in. */
export const originalText = (
  { submissions }: States,
  { ref, revision }: Pick<RevisionRef, 'ref' | 'revision'>
): Text | undefined => {
  const submission = submissions[ref]?.submission
  return submission === undefined ? undefined : revisionOf(submission, revision)?.text
}
