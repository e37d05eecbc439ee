import { type authoritiesView } from '@ardiya/core/views/authorities'
import { type ResultOf } from '@ardiya/core/views/view'
import { apart } from '../../terminal/isolate'
import { heading, line, type Part, section, subheading, tableOr } from '../parts'
import { dotted, list, plain, quoted } from '../say'
import { struck } from './struck'
import { type Page } from './page'

type Ledger = ResultOf<typeof authoritiesView>
type Platform = Ledger['platforms'][number]
type Raising = Platform['raisings'][number]

/** Deposits with their deadlines, clause by clause what was answered, and what was promised. */
export const authoritiesPage: Page<Ledger> = ({ today, authorities, platforms }, say) => [
  line(`As at ${today}.`),
  ...section(
    'Authorities',
    ['ref', 'name', 'level', 'office'],
    authorities.map(({ ref, names, level, office }) => [ref, say.name(names), level, say.name(office)])
  ),
  ...platforms.flatMap(platformParts)
]

const platformParts = (one: Platform): ReadonlyArray<Part> => [
  heading(`${one.platform}: raised`),
  ...tableOr(
    'It has not been raised.',
    ['ref', 'to', 'level', 'delivered', 'due', 'answered', 'state'],
    one.raisings.map(raisingRow),
    2
  ),
  ...one.raisings.flatMap(raisingParts),
  ...commitments(one.commitments)
]

const raisingRow = (raising: Raising): ReadonlyArray<string> => {
  const asked = raising.clauses.filter(clause => clause.asked)
  const open = asked.filter(({ standing }) => standing !== 'answered')
  return [
    raising.raising,
    raising.authority === raising.raisedTo
      ? raising.raisedTo
      : `${raising.raisedTo}, now ${raising.authority}`,
    raising.level,
    `${raising.date} by ${raising.channel}`,
    raising.dueOn,
    `${asked.length - open.length} of ${asked.length}`,
    open.some(({ standing }) => standing === 'overdue')
      ? 'OVERDUE'
      : open.length === 0
        ? 'answered'
        : 'waiting'
  ]
}

const raisingParts = (raising: Raising): ReadonlyArray<Part> => [
  subheading(`${raising.raising} to ${raising.authority}, clause by clause`),
  ...tableOr(
    'no clause concerns this level',
    ['clause', 'answer', 'in', ''],
    raising.clauses.map(one => [
      one.clause,
      one.outcome === undefined ? one.standing.replace('overdue', 'OVERDUE') : plain(one.outcome),
      list(one.responses),
      dotted(
        one.changed ? 'the answer changed' : undefined,
        one.asked ? undefined : 'not asked of this level',
        followedWords(one)
      )
    ]),
    2
  ),
  ...(raising.receipt === undefined
    ? []
    : [line(`${raising.date} receipt at the delivery: ${quoted(raising.receipt)}`, 'plain', 2)]),
  ...raising.receipts.map(one =>
    line(struck(one, `${one.date} receipt: ${quoted(one.receipt)}`), 'plain', 2)
  ),
  ...raising.forwards.map(one =>
    line(
      struck(
        one,
        `${one.date} forwarded to ${one.to}, due ${one.dueOn}${one.reason === undefined ? '' : `: ${quoted(one.reason)}`}`
      ),
      'plain',
      2
    )
  ),
  ...raising.responses.map(one =>
    line(
      struck(
        one,
        `${one.date} ${one.ref} on ${list(one.clauses)}: ${plain(one.outcome)}${
          one.referredTo === undefined ? '' : ` ${one.referredTo}`
        }, ${quoted(one.quotation)}`
      ),
      'plain',
      2
    )
  ),
  ...raising.overdueNotes.map(one =>
    line(
      struck(
        one,
        `${one.on} silence noted on ${list(one.clauses)}${
          one.contestedBy.length === 0 ? '' : `; contested by ${list(one.contestedBy)}`
        }`
      ),
      'plain',
      2
    )
  )
]

const commitments = (all: Platform['commitments']): ReadonlyArray<Part> =>
  all.length === 0
    ? []
    : [
        heading('Commitments'),
        ...tableOr(
          '',
          ['ref', 'clause', 'by', 'what', 'due', 'state'],
          all.map(one => [
            one.commitment,
            one.clause,
            one.institution,
            apart(one.wording),
            one.due,
            dotted(
              plain(one.state),
              shownWords(one.shownBy),
              one.overdue ? 'OVERDUE' : undefined,
              followedWords(one)
            )
          ]),
          2
        ),
        ...all.flatMap(one =>
          one.progress.map(step =>
            line(
              struck(
                step,
                dotted(
                  `${step.date} ${one.commitment}: ${plain(step.state)}${shown(step.shownBy)}`,
                  step.note === undefined ? undefined : quoted(step.note)
                )
              ),
              'plain',
              2
            )
          )
        )
      ]

/** Once another platform has taken the place of this one. */
const followedWords = (one: { readonly followedBy?: string; readonly droppedBecause?: string }) => {
  if (one.followedBy !== undefined) return `followed by ${one.followedBy}`
  return one.droppedBecause === undefined ? undefined : `not carried on: ${quoted(one.droppedBecause)}`
}

type ShownBy = Platform['commitments'][number]['shownBy']

const shownWords = (shownBy: ShownBy): string | undefined =>
  shownBy === undefined ? undefined : shownBy === 'evidence' ? 'shown by evidence' : 'as the institution says'

const shown = (shownBy: ShownBy): string => {
  const words = shownWords(shownBy)
  return words === undefined ? '' : `, ${words}`
}
