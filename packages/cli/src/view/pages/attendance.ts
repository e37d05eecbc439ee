import { type attendanceView } from '@ardiya/core/views/attendance'
import { type ResultOf } from '@ardiya/core/views/view'
import { line, type Part, section } from '../parts'
import { clockAt, list, moment, plain, type Say } from '../say'
import { meetingParts } from './meeting-head'
import { struck } from './struck'
import { type Page } from './page'

type Book = ResultOf<typeof attendanceView>

/** Who was there from when to when, the quorum at every change and decision, and what was struck out. */
export const attendancePage: Page<Book> = (book, say) => [
  ...meetingParts(book, book.phase, say),
  ...section(
    'Present',
    ['', 'association', 'delegates', 'from', 'until', 'how'],
    book.stays.map(stay => [
      stay.association,
      nameIn(book, stay.association, say),
      delegatesWords(stay),
      timeIn(book)(stay.since),
      stay.until === undefined ? 'still there' : timeIn(book)(stay.until),
      plain(stay.attending)
    ])
  ),
  ...away(book),
  ...section(
    'Quorum at every change',
    ['at', 'what', 'there', 'counted', 'needed', 'quorum'],
    quorumRows(book)
  ),
  ...section(
    'Quorum at every decision',
    ['ref', 'at', 'present', 'proxies', 'needed', 'now known'],
    book.decisions.map(one => [
      one.decision,
      timeIn(book)(one.at),
      String(one.present),
      String(one.proxies),
      String(one.needed),
      `${one.now.counted} counted, ${one.now.reached ? 'quorum' : 'NO QUORUM'}`
    ])
  ),
  ...section(
    'Struck out',
    ['at', 'what'],
    book.entries
      .filter(entry => 'retracted' in entry && entry.retracted !== undefined)
      .map(entry => [moment(entry.at), struck(entry, changeWords(entry))])
  )
]

/** The named voter first (rule 4). */
const delegatesWords = ({ voter, delegates }: Book['stays'][number]): string => {
  const others = delegates.filter(delegate => delegate !== voter)
  return others.length === 0 ? voter : `${voter} with ${list(others)}`
}

/** Of the invited, those that never came. */
const away = ({ invited, stays, phase }: Book): ReadonlyArray<Part> => {
  const came = new Set(stays.map(({ association }) => association))
  const missing = invited.filter(association => !came.has(association))
  return missing.length === 0 || phase === 'notOpened'
    ? []
    : [line(''), line(`Invited and not there: ${list(missing)}`)]
}

const nameIn = ({ associations }: Book, ref: string, say: Say): string =>
  say.name(associations.find(({ association }) => association === ref)?.names)

interface Change {
  readonly kind: string
  readonly association?: string
  readonly from?: string
  readonly to?: string
}

const timeIn = ({ startsAt }: Book) => clockAt(startsAt)

const quorumRows = (book: Book): ReadonlyArray<ReadonlyArray<string>> =>
  book.changes.map(one => [
    timeIn(book)(one.at),
    together(one.changes),
    String(one.attending),
    String(one.counted),
    'needed' in one ? String(one.needed) : '',
    'reached' in one ? (one.reached ? 'yes' : 'NO') : ''
  ])

/** `arrival A2, A3, A4; opened`. */
const together = (changes: ReadonlyArray<Change>): string => {
  const byKind = new Map<string, Array<string>>()
  for (const change of changes) {
    const names = byKind.get(change.kind) ?? []
    byKind.set(change.kind, [...names, ...whoIn(change)])
  }
  return [...byKind].map(([kind, names]) => `${plain(kind)} ${list(names)}`.trim()).join('; ')
}

const whoIn = ({ association, from, to }: Change): ReadonlyArray<string> => {
  if (association !== undefined) return [association]
  return from === undefined || to === undefined ? [] : [`${from} to ${to}`]
}

const changeWords = (entry: Change): string => `${plain(entry.kind)} ${list(whoIn(entry))}`
