import { type fatesView } from '@ardiya/core/views/fates'
import { type ResultOf } from '@ardiya/core/views/view'
import { heading, line, type Part, tableOr } from '../parts'
import { list, plain, type Say } from '../say'
import { fateWords } from './fate-words'
import { gaveWayWords, mootWords } from './moot-words'
import { type Page } from './page'
import { type MaybeUndone, undoneParts } from './undone'

type Fates = ResultOf<typeof fatesView>
type Association = Fates['associations'][number]

/** "Where did our point go?", association by association; then those that brought nothing, and what was taken back. */
export const fatesPage: Page<Fates> = ({ associations }, say) => {
  const brought = associations.filter(one => one.submissions.length + one.amendments.length > 0)
  const nothing = associations.filter(one => !brought.includes(one))
  if (associations.length === 0) return [line('No association is registered.', 'faint')]
  return [
    ...brought.flatMap(one => associationParts(one, say)),
    ...(nothing.length === 0
      ? []
      : [heading('Brought nothing'), line(list(nothing.map(({ association }) => association)), 'plain', 2)]),
    ...undoneOnce(brought)
  ]
}

/** Once each, however many associations are its authors. */
const undoneOnce = (associations: ReadonlyArray<Association>): ReadonlyArray<Part> =>
  [
    ...new Map(
      associations.flatMap(({ submissions }) =>
        submissions.map(one => [one.submission, one as Point] as const)
      )
    )
  ].flatMap(([ref, point]) => undoneParts(ref, point))

const associationParts = (
  { association, names, submissions, amendments }: Association,
  say: Say
): ReadonlyArray<Part> => [
  heading(`${association} ${say.name(names)}`),
  ...(submissions.length === 0
    ? []
    : tableOr(
        '',
        ['ref', 'as', 'title', 'its way', 'what became of it'],
        submissions.map(point => [
          point.submission,
          plain(point.as),
          say.name(titleOf(point)),
          wayOf(point),
          wentTo(point)
        ]),
        2
      )),
  ...(amendments.length === 0
    ? []
    : tableOr(
        '',
        ['amendment', 'to', 'what became of it'],
        amendments.map(one => [one.amendment, one.submission, amendmentEnd(one)]),
        2
      ))
]

/** The turns that it took, also those that a later one took back (rule 1). */
const wayOf = ({ course = [] }: Point): string => list(course.map(turnWords))

const turnWords = ({ turn, decision, into, merged }: Turn): string =>
  [
    plain(turn),
    ...(into === undefined ? [] : [list(into)]),
    ...(merged === undefined ? [] : [merged]),
    ...(decision === undefined ? [] : [`(${decision})`])
  ].join(' ')

interface Turn {
  readonly turn: string
  readonly decision?: string
  readonly into?: ReadonlyArray<string>
  readonly merged?: string
}

type Point = Association['submissions'][number] &
  MaybeUndone & {
    readonly title?: Readonly<Record<string, string>>
    readonly fate?: string
    readonly course?: ReadonlyArray<Turn>
    readonly into?: ReadonlyArray<string>
    readonly ends?: ReadonlyArray<Parameters<typeof fateWords>[0] & { readonly submission: string }>
  }

const titleOf = ({ title }: Point) => title as never

/** Its own fate, and after merges and splits where its words are now. */
const wentTo = (point: Point): string => {
  const { submission, ends = [] } = point
  const [end] = ends
  return ends.length === 1 && end?.submission === submission
    ? fateWords(end)
    : [fateWords(point as never), ...ends.map(one => `${one.submission}: ${fateWords(one)}`)].join('; ')
}

type AmendmentEnd = Association['amendments'][number]

const amendmentEnd = (end: AmendmentEnd): string =>
  [
    endWords(end),
    end.decision === undefined ? '' : ` (${end.decision})`,
    putInWords(end),
    end.carriedTo === undefined ? '' : carriedOn(end.carriedTo, end)
  ].join('')

/** `, put in with P1@2; its words went with P1@4, P1-A3`; `; was put in with P1@4, taken back by M2-Q3`. */
const putInWords = ({ submission, revision, takenBack, wordsGone, gaveWay = [] }: AmendmentEnd): string => {
  if (revision === undefined) return ''
  const put = `put in with ${submission}@${revision}`
  if (takenBack !== undefined)
    return `; was ${put}, taken back by ${takenBack.decision ?? `${submission}@${takenBack.revision}`}`
  const gone =
    wordsGone === undefined || gaveWay.some(({ since }) => since === wordsGone.revision)
      ? []
      : [`its words went with ${submission}@${wordsGone.revision}, ${goneBy(wordsGone)}`]
  return `, ${[put, ...(gaveWay.length === 0 ? [] : [gaveWayWords(submission, gaveWay)]), ...gone].join('; ')}`
}

const goneBy = ({ because, amendments }: NonNullable<AmendmentEnd['wordsGone']>): string =>
  amendments === undefined ? plain(because) : list(amendments)

const endWords = ({ as, standing, submission, because, gaveWay }: AmendmentEnd): string => {
  if (because === undefined) return as === 'modified' ? 'adopted as modified' : plain(standing)
  const why = mootWords({ submission, because, ...(gaveWay === undefined ? {} : { gaveWay }) })
  if (because.kind === 'gaveWay' || because.kind === 'carriedTo') return why
  return gaveWay === undefined ? `moot: ${why}` : `moot: ${why}; ${gaveWayWords(submission, gaveWay)}`
}

/** Its last carriers, which it may have come to through others. */
const carriedOn = (carriedTo: CarriedOn, { because, alsoCarriedTo = [] }: AmendmentEnd): string => {
  const direct = because?.kind === 'carriedTo' && because.amendment === carriedTo.amendment
  return direct && alsoCarriedTo.length === 0
    ? `: ${plain(carriedTo.standing)}`
    : `, ${direct ? '' : 'in the end to '}${list([carriedTo, ...alsoCarriedTo].map(carrierWords))}`
}

type CarriedOn = NonNullable<AmendmentEnd['carriedTo']>

const carrierWords = ({ amendment, standing }: CarriedOn): string => `${amendment}: ${plain(standing)}`
