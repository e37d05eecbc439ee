import { type collisionsView } from '@ardiya/core/views/collisions'
import { type ResultOf } from '@ardiya/core/views/view'
import { apart } from '../../terminal/isolate'
import { line, type Part, subheading, tableOr } from '../parts'
import { actorName, dotted, list, moment, plain, quoted } from '../say'
import { operationWords } from './operation-words'
import { type Page } from './page'

type Collisions = ResultOf<typeof collisionsView>
type Row = Collisions['collisions'][number]

/** Each with both sides in columns of their own; how it was settled below. */
export const collisionsPage: Page<Collisions> = ({ collisions }) =>
  collisions.length === 0
    ? [line('No amendments collide, and none did.', 'faint')]
    : collisions.flatMap((row, index) => {
        const before = hasOwnWord(row)
          ? undefined
          : collisions.slice(0, index).find(other => asksTheSame(other, row))
        return before === undefined
          ? collisionParts(row, [row.first, row.second])
          : [subheading(sameWords(row, before))]
      })

/** People have said something of just this one. */
const hasOwnWord = ({ history }: Row): boolean =>
  history.some(({ status, like }) => (status === 'resolved' || status === 'reopened') && like === undefined)

/** The same words on both sides at one place: read once, however many want them. */
const asksTheSame = (a: Row, b: Row): boolean => placeAndWords(a) === placeAndWords(b)

const placeAndWords = ({ submission, revision, kind, blocks, at, base, first, second }: Row): string =>
  JSON.stringify([submission, revision, kind, blocks, at ?? null, base, [first.words, second.words].sort()])

const sameWords = (row: Row, { collision }: Row): string => {
  const last = row.history.at(-1)
  return dotted(
    `${row.collision}: the same words as ${collision}`,
    `${headOf(row.first)}, ${headOf(row.second)}`,
    row.open ? 'OPEN' : `${plain(last?.status ?? '')}${last?.like === undefined ? '' : ` like ${last.like}`}`
  )
}

type Side = Pick<Row['first'], 'ref' | 'words'> & { readonly association?: string }

export const collisionParts = (
  row: Pick<
    Row,
    'collision' | 'submission' | 'open' | 'kind' | 'blocks' | 'base' | 'concerns' | 'history'
  > & {
    readonly inTextSince?: number
  },
  [first, second]: readonly [Side, Side]
): ReadonlyArray<Part> => [
  subheading(
    dotted(
      row.collision,
      row.open ? 'OPEN' : plain(row.history.at(-1)?.status ?? 'settled'),
      plain(row.kind),
      row.blocks.length === 0 ? undefined : list(row.blocks),
      row.open ? `blocks ${list(row.concerns)}` : undefined
    )
  ),
  line(row.base === '' ? 'The text has nothing there yet.' : `The text: ${quoted(row.base)}`, 'plain', 2),
  ...sideBySide(first, second),
  ...row.history.slice(1).map(entry => line(historyLine(entry), 'plain', 2)),
  ...(row.inTextSince === undefined
    ? []
    : [line(`in the text since ${row.submission}@${row.inTextSince}`, 'plain', 2)])
]

/** A column for each side, so that one is read beside the other. */
const sideBySide = (first: Side, second: Side): ReadonlyArray<Part> =>
  tableOr('', [headOf(first), headOf(second)], [[wordsOf(first), wordsOf(second)]], 2)

const headOf = ({ ref, association }: Side): string =>
  association === undefined ? nameOf(ref) : `${ref} of ${association}`

/** A third text stands under the hash of the collision that it settled. */
const nameOf = (ref: string): string => (ref.startsWith('sha256:') ? 'the third text' : ref)

const wordsOf = ({ words }: Side): string => (words === '' ? '(deleted)' : apart(words))

type Entry = Row['history'][number]

const historyLine = (entry: Entry): string =>
  [
    `${moment(entry.at)}: ${plain(entry.status)} ${entry.like === undefined ? `by ${actorName(entry.actor)}` : `like ${entry.like}`}`,
    entry.decision === undefined ? '' : ` (${entry.decision})`,
    entry.resolution === undefined ? '' : `, ${resolutionWords(entry.resolution)}`,
    entry.reason === undefined ? '' : `: ${quoted(entry.reason)}`
  ].join('')

const resolutionWords = (resolution: NonNullable<Entry['resolution']>): string => {
  switch (resolution.take) {
    case 'one':
      return `${nameOf(resolution.ref)} stands`
    case 'both':
      return `both stand, ${resolution.order.map(nameOf).join(' before ')}`
    case 'third':
      return `a third text: ${resolution.operations.map(operationWords).join('; ')}`
  }
}
