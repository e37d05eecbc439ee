import { type standsView } from '@ardiya/core/views/stands'
import { type ResultOf } from '@ardiya/core/views/view'
import { columns } from '../../terminal/columns'
import { heading, line, type Part, section, tableOr } from '../parts'
import { actorName, list, quoted, type Say } from '../say'
import { changedSince } from './changed-words'
import { type Page } from './page'

type Stands = ResultOf<typeof standsView>
type Row = Stands['submissions'][number]

const signs: Readonly<Record<string, string>> = {
  endorsement: '+',
  reservation: '~',
  objection: '-',
  stale: '?',
  inherited: 'i',
  withdrawn: 'w',
  lifted: 'w'
}

const legend = [
  '+ endorses   ~ endorses with reservations   - objects   · said nothing',
  '? stale, to reaffirm   i inherited, to reaffirm   w taken back'
]

/** The matrix, as wide as the screen allows; then support, reservations and what a stale stand must look at. */
export const standsPage: Page<Stands> = ({ associations, submissions }, say) => [
  ...legend.map(text => line(text, 'faint')),
  ...banks(submissions, say.width - nameRoom).flatMap(bank => matrix(associations, bank, say)),
  ...section(
    'Support',
    ['ref', 'title', 'supporters', 'needed', 'reached'],
    submissions.map(({ submission, title, support }) => [
      submission,
      say.name(title),
      String(support.supporters.length),
      String(support.needed),
      support.reached ? 'yes' : 'no'
    ])
  ),
  ...section('Reservations and objections', ['ref', 'by', 'on', 'reason'], submissions.flatMap(reasonsOf)),
  ...submissions.flatMap(one => [...toReaffirm(one, say), ...keptOn(one, say)])
]

/** Columns for the reference and the name of an association. */
const nameRoom = 26

const banks = (submissions: Stands['submissions'], room: number): ReadonlyArray<ReadonlyArray<Row>> => {
  const found: Array<Array<Row>> = []
  let left = 0
  for (const row of submissions) {
    const takes = columns(row.submission) + 2
    const bank = found[found.length - 1]
    if (bank === undefined || takes > left) {
      found.push([row])
      left = room - takes
    } else {
      bank.push(row)
      left -= takes
    }
  }
  return found
}

const matrix = (
  associations: Stands['associations'],
  bank: ReadonlyArray<Row>,
  say: Say
): ReadonlyArray<Part> => [
  heading(`On ${[...new Set([bank[0], bank.at(-1)].map(row => row?.submission))].join(' to ')}`),
  ...tableOr(
    'No association is registered.',
    ['', 'association', ...bank.map(({ submission }) => submission)],
    associations.map(({ association, names, standing }) => [
      association,
      standing === 'registered' ? say.name(names) : `${say.name(names)} (${standing})`,
      ...bank.map(({ stands }) => cellOf(stands.find(stand => stand.association === association)?.cell))
    ])
  )
]

const cellOf = (cell: string | undefined): string => (cell === undefined ? '·' : (signs[cell] ?? cell))

const reasonsOf = ({ submission, stands }: Row): ReadonlyArray<ReadonlyArray<string>> =>
  stands.flatMap(({ association, kind, status, reservations, blocks, reason }) => {
    if (status === 'withdrawn' || status === 'lifted') return []
    if (kind === 'objection')
      return [
        [submission, association, blocks.length === 0 ? 'the whole' : list(blocks), quoted(reason ?? '')]
      ]
    return reservations.map(one => [submission, association, one.block, quoted(one.reason)])
  })

const toReaffirm = ({ submission, title, stands, changes }: Row, say: Say): ReadonlyArray<Part> => {
  const stale = stands.filter(({ status }) => status === 'stale' || status === 'inherited')
  return stale.length === 0
    ? []
    : [
        heading(`To reaffirm on ${submission} ${say.name(title)}`),
        ...stale.map(stand => line(`${givenWords(stand, submission)}${againWords(stand)}`, 'plain', 2)),
        ...changes
          .filter(change => stale.some(stand => isSeenBy(stand, change)))
          .flatMap(change => changedSince(change, submission))
      ]
}

type Cell = Row['stands'][number]

/** `endorsement given on P1@1, stale since; reservation given on P2@1`: of an inherited one as it was in the sources. */
const givenWords = ({ association, ...stand }: Cell, submission: string): string =>
  `${association}: ${onWhichText(stand, submission)}`

const onWhichText = (
  { kind, revision, from, takenOn }: Omit<Cell, 'association'>,
  submission: string
): string =>
  revision === undefined && takenOn !== undefined
    ? takenOn
        .map(
          one => `${one.kind} given on ${one.submission}@${one.revision}${one.stale ? ', stale since' : ''}`
        )
        .join('; ')
    : `${kind} given on ${revision === undefined ? list(from ?? []) : `${submission}@${revision}`}`

const againWords = ({ kind }: Cell): string => (kind === 'objection' ? ', to raise again or lift' : '')

const isSeenBy = ({ revision, takenOn = [] }: Cell, { source, from }: Row['changes'][number]): boolean =>
  source === undefined
    ? from === revision
    : takenOn.some(one => one.submission === source && one.revision === from)

/** Stands that count although the words are others by now: who called the change what, and what it was. */
const keptOn = ({ submission, title, stands, changes }: Row, say: Say): ReadonlyArray<Part> => {
  const kept = stands.filter(({ keptThrough = [] }) => keptThrough.length > 0)
  return kept.length === 0
    ? []
    : [
        heading(`Kept through changes on ${submission} ${say.name(title)}`),
        ...kept.map(stand =>
          line(`${givenWords(stand, submission)}; since then ${keptWords(stand, submission)}`, 'plain', 2)
        ),
        ...changes
          .filter(change => kept.some(stand => isSeenBy(stand, change)))
          .flatMap(change => changedSince(change, submission))
      ]
}

/** `changed as editorial by A2 (P1@2)`. */
const keptWords = ({ keptThrough = [] }: Cell, submission: string): string =>
  list(
    keptThrough.map(
      ({ materiality, actor, revision }) =>
        `changed as ${materiality} by ${actorName(actor)} (${submission}@${revision})`
    )
  )
