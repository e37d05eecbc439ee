import { type translationsView } from '@ardiya/core/views/translations'
import { type ResultOf } from '@ardiya/core/views/view'
import { heading, line, type Part, tableOr } from '../parts'
import { actorName, day, list, type Say } from '../say'
import { changedSince } from './changed-words'
import { type Page } from './page'

type Translations = ResultOf<typeof translationsView>
type Row = Translations['submissions'][number]

/** One row a text and language; of stale translations, what has changed in the original since. */
export const translationsPage: Page<Translations> = ({ languages, submissions }, say) => [
  line(`Languages of the process: ${list(languages)}.`),
  ...tableOr(
    'There is no text yet.',
    ['ref', 'title', 'original', 'translated', 'missing'],
    submissions.map(row => [
      row.submission,
      say.name(row.title),
      `${row.original ?? ''} @${row.revision ?? ''}`,
      list(row.translations.map(({ language, stale }) => (stale ? `${language} (stale)` : language))),
      list(row.missing)
    ])
  ),
  ...submissions.flatMap(row => staleParts(row, say))
]

const staleParts = ({ submission, revision, translations }: Row, say: Say): ReadonlyArray<Part> =>
  translations
    .filter(({ stale }) => stale)
    .flatMap(({ language, title, at, by, rendersRevision, changed }) => [
      heading(`${submission} (${language}) ${say.name({ [language]: title })}`),
      line(
        `renders @${rendersRevision ?? '?'}, the original is at @${revision ?? '?'}; made on ${day(at)} by ${actorName(by)}`,
        'plain',
        2
      ),
      ...(changed === undefined ? [] : changedSince(changed, submission))
    ])
