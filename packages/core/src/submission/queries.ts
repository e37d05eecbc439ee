/** What may be asked of a submission's texts and authors: by decisions, by intake and by views. */
import { type AssociationRef } from '../kernel/envelope'
import { type Instant, type Language, millis } from '../kernel/primitives'
import { type Text } from '../text/text'
import { type IndicatorRef, type SubmissionRef } from './ids'
import { type Revision, type SubmissionState } from './state'

/** All texts in a language (left out: the authoritative one), oldest first. */
export const revisionsOf = (state: SubmissionState, language?: Language): ReadonlyArray<Revision> =>
  state.texts[language ?? state.authoritative ?? ''] ?? []

/** The text as last recorded; none before there is a text in that language. */
export const currentRevision = (state: SubmissionState, language?: Language): Revision | undefined =>
  revisionsOf(state, language).at(-1)

/** The words as last recorded. */
export const currentText = (state: SubmissionState, language?: Language): Text | undefined =>
  currentRevision(state, language)?.text

/** The text of a revision, by its number from 1. */
export const revisionOf = (
  state: SubmissionState,
  revision: number,
  language?: Language
): Revision | undefined => revisionsOf(state, language)[revision - 1]

/** The text that was current at an instant: the last revision that had happened by then. */
export const textAt = (state: SubmissionState, at: Instant, language?: Language): Revision | undefined =>
  revisionsOf(state, language)
    .filter(revision => millis(revision.at) <= millis(at))
    .at(-1)

/** The languages that there are texts in: the authoritative first, then the others by their tags. */
export const languagesOf = (state: SubmissionState): ReadonlyArray<Language> =>
  Object.values(state.texts)
    .flatMap(revisions => revisions?.[0]?.text.language ?? [])
    .sort((a, b) => Number(isTranslation(state, a)) - Number(isTranslation(state, b)) || (a < b ? -1 : 1))

const isTranslation = ({ authoritative }: SubmissionState, language: Language): boolean =>
  language !== authoritative

/** The translations whose original has moved on: they stay, marked with the text that they render (domain.md §4). */
export const staleTranslations = (state: SubmissionState): ReadonlyArray<Language> => {
  const current = currentRevision(state)?.textHash
  return languagesOf(state)
    .filter(language => isTranslation(state, language))
    .filter(language => currentRevision(state, language)?.of !== current)
}

/** The associations that stand behind it, in the order in which they came to it. */
export const authorsOf = (state: SubmissionState): ReadonlyArray<AssociationRef> => [
  ...new Set(state.authors.map(({ association }) => association))
]

/** When the submission, or the proposal of it, came to be; nothing on it may be dated earlier (rule 2). */
export const beganAt = (state: SubmissionState): Instant | undefined =>
  (state.received ?? state.mergeProposal ?? state.splitFrom)?.at

/** The number that the next indicator of an assessment gets. */
export const nextIndicator = (state: SubmissionState, assessment: SubmissionRef): IndicatorRef =>
  `${assessment}-I${state.indicators.length + 1}` as IndicatorRef
