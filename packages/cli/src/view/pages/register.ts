import { type ResultOf } from '@ardiya/core/views/view'
import { type registerView } from '@ardiya/core/views/register'
import { counted } from '../../failure/words'
import { line, type Part, section, tableOr } from '../parts'
import { list, plain } from '../say'
import { fateWords } from './fate-words'
import { type Page } from './page'
import { undoneParts } from './undone'

type Register = ResultOf<typeof registerView>

/** One row a submission; below, what is still to be done about texts, and what was done on what a meeting took back. */
export const registerPage: Page<Register> = ({ stage, submissions }, say) => [
  line(`Stage: ${plain(stage)}. ${counted(submissions.length, 'submission')}.`),
  ...tableOr(
    'Nothing has been submitted yet.',
    ['ref', 'title', 'by', 'what became of it', 'stands'],
    submissions.map(row => [
      row.revision === undefined ? row.ref : `${row.ref}@${row.revision}`,
      say.name(row.title),
      list(row.authors),
      fateWords(row),
      list([counts(row.stands), ...earlier(row.standsOnEarlierText)])
    ])
  ),
  ...pending(submissions),
  ...submissions.flatMap(row => undoneParts(row.ref, row))
]

const counts = (stands: Readonly<Record<string, number>>): string =>
  list(Object.entries(stands).map(([cell, count]) => `${count} ${short[cell] ?? cell}`))

/** Not hidden: so many were given on other words, and kept through what was not called substantive. */
const earlier = (count: number | undefined): ReadonlyArray<string> =>
  count === undefined ? [] : [`${count} of these on an earlier wording`]

const short: Readonly<Record<string, string>> = {
  endorsement: 'for',
  reservation: 'reserved',
  objection: 'against'
}

const pending = (submissions: Register['submissions']): ReadonlyArray<Part> =>
  section(
    'Still to be done on texts',
    ['ref', 'what'],
    submissions.flatMap(({ ref, amendments, openCollisions, staleTranslations }) => [
      ...openCollisions.map(collision => [ref, `settle the collision ${collision}`]),
      ...open(amendments).map(([standing, count]) => [
        ref,
        `${counted(count, 'amendment')} ${plain(standing)}`
      ]),
      ...staleTranslations.map(language => [ref, `renew the translation (${language})`])
    ])
  )

const open = (amendments: Readonly<Record<string, number>>): ReadonlyArray<readonly [string, number]> =>
  Object.entries(amendments).filter(([standing]) =>
    ['open', 'colliding', 'awaitingWording'].includes(standing)
  )
