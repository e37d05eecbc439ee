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
          ? collisionParts(row, [row.first, row.second], thirdTexts(collisions))
          : [subheading(sameWords(row, before, thirdTexts(collisions)))]
      })

/** People have said something of just this one. */
const hasOwnWord = ({ history }: Row): boolean =>
  history.some(({ status, like }) => (status === 'resolved' || status === 'reopened') && like === undefined)

/** The same words on both sides at one place: read once, however many want them. */
const asksTheSame = (a: Row, b: Row): boolean => placeAndWords(a) === placeAndWords(b)

const placeAndWords = ({ submission, revision, kind, blocks, at, base, first, second }: Row): string =>
  JSON.stringify([
    submission,
    revision,
    kind,
    blocks,
    at ?? null,
    base,
    [first.words, second.words].sort(),
    [first.wants, second.wants]
  ])

const sameWords = (row: Row, { collision }: Row, names: ThirdTexts): string => {
  const last = row.history.at(-1)
  return dotted(
    `${row.collision}: the same words as ${collision}`,
    `${headOf(row.first, names)}, ${headOf(row.second, names)}`,
    row.open ? 'OPEN' : `${plain(last?.status ?? '')}${last?.like === undefined ? '' : ` like ${last.like}`}`
  )
}

type Side = Pick<Row['first'], 'ref' | 'words' | 'wants'> & { readonly association?: string }

export const collisionParts = (
  row: Pick<
    Row,
    'collision' | 'submission' | 'open' | 'kind' | 'blocks' | 'base' | 'revision' | 'keepsBack' | 'history'
  > & {
    readonly inTextSince?: number
    readonly now?: { readonly revision: number; readonly words: string }
  },
  [first, second]: readonly [Side, Side],
  names: ThirdTexts
): ReadonlyArray<Part> => [
  subheading(
    dotted(
      row.collision,
      row.open ? 'OPEN' : plain(row.history.at(-1)?.status ?? 'settled'),
      plain(row.kind),
      row.blocks.length === 0 ? undefined : list(row.blocks),
      row.keepsBack.length === 0 ? undefined : `keeps back ${list(row.keepsBack)}`
    )
  ),
  line(textWords(row), 'plain', 2),
  ...sideBySide(first, second, names),
  ...(row.kind === 'samePlace' ? [] : [first, second].flatMap(wantsLine)),
  ...row.history.slice(1).map(entry => line(historyLine(entry, names), 'plain', 2)),
  ...(row.inTextSince === undefined
    ? []
    : [line(`in the text since ${row.submission}@${row.inTextSince}`, 'plain', 2)])
]

/** As it was recorded; while it is open also how the blocks read by now. */
const textWords = ({
  base,
  kind,
  blocks,
  submission,
  revision,
  open,
  now
}: Parameters<typeof collisionParts>[0]): string => {
  const what = kind === 'wholeText' && blocks.length === 0 ? 'Its title' : 'The text'
  const then = base === '' ? 'nothing there yet' : quoted(base)
  if (!open || now === undefined) return base === '' ? 'The text has nothing there yet.' : `${what}: ${then}`
  const by = now.words === '' ? 'gone' : quoted(now.words)
  return `In ${submission}@${revision}: ${then}; now, in @${now.revision}: ${by}`
}

/** Where a side wants things, which its words do not say. */
const wantsLine = ({ ref, wants }: Side): ReadonlyArray<Part> =>
  wants.length === 0 ? [] : [line(`${ref}: ${wants.map(operationWords).join('; ')}`, 'plain', 2)]

/** A column for each side, so that one is read beside the other. */
const sideBySide = (first: Side, second: Side, names: ThirdTexts): ReadonlyArray<Part> =>
  tableOr('', [headOf(first, names), headOf(second, names)], [[wordsOf(first), wordsOf(second)]], 2)

const headOf = ({ ref, association }: Side, names: ThirdTexts): string =>
  association === undefined ? nameOf(ref, names) : `${ref} of ${association}`

/** Under the hash of a collision: which one it is. */
export type ThirdTexts = ReadonlyMap<string, string>

export const thirdTexts = (
  collisions: ReadonlyArray<{ readonly hash: string; readonly collision: string }>
): ThirdTexts => new Map(collisions.map(({ hash, collision }) => [hash, collision]))

/** A third text stands under the hash of the collision that it settled. */
const nameOf = (ref: string, names: ThirdTexts): string => {
  if (!ref.startsWith('sha256:')) return ref
  const collision = names.get(ref)
  return collision === undefined ? 'the third text' : `the third text of ${collision}`
}

const wordsOf = ({ words }: Side): string => (words === '' ? '(deleted)' : apart(words))

type Entry = Row['history'][number]

/** Nobody lets a collision lapse. */
const byWords = ({ status, like, actor }: Entry): string => {
  if (like !== undefined) return ` like ${like}`
  return status === 'lapsed' ? '' : ` by ${actorName(actor)}`
}

const historyLine = (entry: Entry, names: ThirdTexts): string =>
  [
    `${moment(entry.at)}: ${plain(entry.status)}${byWords(entry)}`,
    entry.decision === undefined ? '' : ` (${entry.decision})`,
    entry.resolution === undefined ? '' : `, ${resolutionWords(entry.resolution, names)}`,
    entry.reason === undefined ? '' : `: ${quoted(entry.reason)}`
  ].join('')

const resolutionWords = (resolution: NonNullable<Entry['resolution']>, names: ThirdTexts): string => {
  switch (resolution.take) {
    case 'one':
      return `${nameOf(resolution.ref, names)} stands`
    case 'both':
      return `both stand, once both are in, ${resolution.order.map(ref => nameOf(ref, names)).join(' before ')}`
    case 'third':
      return `a third text, once both sides are in: ${resolution.operations.map(operationWords).join('; ')}`
  }
}
