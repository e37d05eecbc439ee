import { type amendmentsView } from '@ardiya/core/views/amendments'
import { type ResultOf } from '@ardiya/core/views/view'
import { heading, line, type Part, subheading } from '../parts'
import { actorName, day, dotted, list, moment, plain, quoted, type Say } from '../say'
import { collisionParts, thirdTexts } from './collisions'
import { gaveWayWords, mootWords } from './moot-words'
import { operationsWords } from './operation-words'
import { type Page } from './page'

type Desk = ResultOf<typeof amendmentsView>
type Row = Desk['submissions'][number]
type Amendment = Row['amendments'][number]

/** The desk of each submission: what is asked in the submitted words, every derived form, and what became of it. */
export const amendmentsPage: Page<Desk> = ({ submissions }, say) =>
  submissions.length === 0
    ? [line('No submission has amendments.', 'faint')]
    : submissions.flatMap(one => deskParts(one, say))

const deskParts = (row: Row, say: Say): ReadonlyArray<Part> => [
  heading(`${row.submission}@${row.revision ?? '?'} ${say.name(row.title)}`),
  line(tally(row.amendments), 'faint'),
  ...row.amendments.flatMap(one => amendmentParts(one, row.submission)),
  ...row.collisions.flatMap(({ words, wants: [first = [], second = []], ...one }) =>
    collisionParts(
      { ...one, submission: row.submission, kind: words.kind, blocks: words.blocks, base: words.base },
      [
        { ...sideOf(words.first, row), wants: first },
        { ...sideOf(words.second, row), wants: second }
      ],
      thirdTexts(row.collisions)
    )
  )
]

const sideOf = (side: Row['collisions'][number]['words']['first'], { amendments }: Row) => {
  const association = amendments.find(({ amendment }) => amendment === side.ref)?.association
  return association === undefined ? side : { ...side, association }
}

const tally = (amendments: ReadonlyArray<Amendment>): string => {
  const counts = new Map<string, number>()
  for (const { standing } of amendments) counts.set(standing, (counts.get(standing) ?? 0) + 1)
  return amendments.length === 0
    ? 'No amendments.'
    : list([...counts].map(([standing, count]) => `${count} ${plain(standing)}`))
}

const amendmentParts = (one: Amendment, submission: string): ReadonlyArray<Part> => [
  subheading(
    dotted(
      `${one.amendment} by ${one.association}`,
      one.putInAs === undefined ? one.materiality : `${one.materiality}, put in as ${one.putInAs}`,
      plain(one.standing),
      one.collidesIn.length === 0 ? undefined : `collides in ${list(one.collidesIn)}`,
      ...one.waitsFor.map(({ collision, to }) => `lost to ${list(to)} in ${collision}, waits for it`),
      one.origin === undefined ? undefined : `carried from ${one.origin}`,
      one.onTranslation === undefined ? undefined : `on the translation (${one.language})`
    )
  ),
  ...(one.reason === undefined ? [] : [line(`because ${quoted(one.reason)}`, 'plain', 2)]),
  ...runsOfForms(one.forms).flatMap(formsParts),
  ...one.fates.map(fate => line(fateLine(fate, submission), 'plain', 2))
]

type Form = Amendment['forms'][number]

/** Derived forms in a row that ask for the same in the same words. */
const runsOfForms = (forms: ReadonlyArray<Form>): ReadonlyArray<ReadonlyArray<Form>> =>
  forms.reduce<ReadonlyArray<ReadonlyArray<Form>>>((runs, form) => {
    const last = runs.at(-1)
    return last?.[0] !== undefined &&
      isBroughtForward(last[0]) &&
      isBroughtForward(form) &&
      saySame(last[0], form)
      ? [...runs.slice(0, -1), [...last, form]]
      : [...runs, [form]]
  }, [])

const isBroughtForward = ({ madeFrom }: Form): boolean =>
  madeFrom !== undefined && madeFrom.kind !== 'translation'

const saySame = (one: Form, other: Form): boolean =>
  list(operationsWords(one.operations)) === list(operationsWords(other.operations))

/** Of several that say the same, the first and the last are named. */
const formsParts = (forms: ReadonlyArray<Form>): ReadonlyArray<Part> => {
  const [first, last] = [forms[0], forms.at(-1)]
  if (first === undefined || last === undefined) return []
  const [head, ...operations] = formParts(first)
  return forms.length === 1 || head === undefined
    ? formParts(first)
    : [
        line(
          `brought forward ${forms.length} times, on @${first.revision} to @${last.revision}, ${day(last.at)}, always:`,
          'plain',
          2
        ),
        ...operations
      ]
}

const formParts = (form: Form): ReadonlyArray<Part> => {
  const on = `on @${form.revision}`
  const how =
    form.madeFrom === undefined
      ? `submitted ${on}, ${day(form.at)}:`
      : form.madeFrom.kind === 'translation'
        ? `worded in the original ${on}, ${day(form.at)}, by ${actorName(form.actor)}:`
        : `brought forward ${on}, ${day(form.at)} (${madeFromWords(form.madeFrom)}):`
  return [
    line(how, 'plain', 2),
    ...(form.operations.length === 0
      ? [line('nothing is left of it', 'faint', 4)]
      : operationsWords(form.operations).map(words => line(words, 'plain', 4)))
  ]
}

type MadeFrom = NonNullable<Form['madeFrom']>

const madeFromWords = (from: Exclude<MadeFrom, { readonly kind: 'translation' }>): string =>
  [
    `from @${from.revision}`,
    from.adopted.length === 0 ? '' : ` over ${list(from.adopted)}`,
    (from.resolutions ?? []).length === 0 ? '' : `, as settled in ${list(from.resolutions ?? [])}`
  ].join('')

const fateLine = (fate: Amendment['fates'][number], submission: string): string =>
  [
    `${moment(fate.at)}: ${fate.as === 'modified' ? 'adopted as modified' : plain(fate.status)}`,
    fate.decision === undefined ? '' : ` (${fate.decision})`,
    fate.by === undefined ? '' : ` (${fate.by})`,
    fate.reason === undefined ? '' : `: ${quoted(fate.reason)}`,
    fate.because === undefined ? '' : `: ${mootWords({ submission, because: fate.because, ...fate })}`,
    fate.because?.kind === 'gaveWay' || fate.gaveWay === undefined
      ? ''
      : `; ${gaveWayWords(submission, fate.gaveWay)}`,
    fate.as === 'modified' ? `: ${operationsWords(fate.operations ?? []).join('; ')}` : ''
  ].join('')
