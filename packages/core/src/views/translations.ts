/**
 * Translations: which text each renders, and what has changed in the original since. An amendment to the original never
 * drops a translation, it makes it stale (domain.md §4).
 */
import { type Language } from '../kernel/primitives'
import { fateOf } from '../submission/fate'
import { currentRevision, languagesOf, revisionsOf } from '../submission/queries'
import { type Revision, type SubmissionState } from '../submission/state'
import { present, timesOf } from './entry'
import { type Numbered, submissionsAskedFor } from './in-order'
import { type ChangeSince, changesSince } from './text-changes'
import { titlesOf } from './titles'
import { type Board, defineView } from './view'

/** Without a reference every submission that has a text; one that was only proposed has none yet. */
export const translationsView = defineView({
  name: 'translations',
  purpose: 'which texts are translated, which translations are stale, and what changed in the original since',
  needs: 'refOrAll',
  about: { kind: 'optional', letters: 'DEP' },
  dated: false,
  show: board => {
    const shown = submissionsAskedFor(board)
    return shown === undefined
      ? undefined
      : {
          languages: board.own.opened?.languages ?? [],
          submissions: shown
            .filter(({ state }) => languagesOf(state.submission).length > 0)
            .map(({ ref, state }) => translationsOf({ ref, state: state.submission }, board))
        }
  }
})

const translationsOf = ({ ref, state }: Numbered<SubmissionState>, board: Board) => {
  const current = currentRevision(state)
  const [original, ...others] = languagesOf(state)
  return {
    submission: ref,
    title: titlesOf(state, board.own),
    fate: fateOf(state).fate,
    ...present('original', original),
    ...present('revision', current?.revision),
    ...present('textHash', current?.textHash),
    translations: others.flatMap(language => translationRow(state, language, current)),
    /** The languages of the process that there is no text in. */
    missing: (board.own.opened?.languages ?? []).filter(
      language => language !== original && !others.includes(language)
    )
  }
}

const translationRow = (state: SubmissionState, language: Language, current: Revision | undefined) => {
  const translation = currentRevision(state, language)
  if (translation === undefined) return []
  const rendered = renderedBy(state, translation)
  return [
    {
      ...timesOf(translation),
      language,
      title: translation.text.title,
      revision: translation.revision,
      by: translation.actor,
      ...present('of', translation.of),
      /** The revision of the original that it renders. */
      ...present('rendersRevision', rendered?.revision),
      stale: translation.of !== current?.textHash,
      ...present('changed', changedSince(state, rendered, current))
    }
  ]
}

/** The last revision of the original with just the words that were translated. */
const renderedBy = (state: SubmissionState, { of }: Revision): Revision | undefined =>
  revisionsOf(state)
    .filter(({ textHash }) => textHash === of)
    .at(-1)

/** What whoever renews the translation has to look at; none while it is up to date. */
const changedSince = (
  state: SubmissionState,
  rendered: Revision | undefined,
  current: Revision | undefined
): ChangeSince | undefined =>
  rendered === undefined || rendered.textHash === current?.textHash
    ? undefined
    : changesSince(state, [rendered.revision], current)[0]
