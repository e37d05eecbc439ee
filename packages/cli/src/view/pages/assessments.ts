import { type assessmentsView } from '@ardiya/core/views/assessments'
import { type ResultOf } from '@ardiya/core/views/view'
import { apart } from '../../terminal/isolate'
import { heading, line, type Part, subheading, tableOr } from '../parts'
import { dotted, list, plain, type Say } from '../say'
import { struck } from './struck'
import { type Page } from './page'

type Board = ResultOf<typeof assessmentsView>
type Assessment = Board['assessments'][number]
type Indicator = Assessment['indicators'][number]

/** Each assessment with its subject, ratings, and indicators as series over time. */
export const assessmentsPage: Page<Board> = ({ assessments }, say) =>
  assessments.length === 0
    ? [line('No assessment has been submitted.', 'faint')]
    : assessments.flatMap(one => assessmentParts(one, say))

const assessmentParts = (one: Assessment, say: Say): ReadonlyArray<Part> => [
  heading(`${one.assessment} ${say.name(one.title)}`),
  line(
    dotted(
      one.subject === undefined ? undefined : subjectWords(one.subject, say),
      `by ${list(one.authors)}`,
      plain(one.fate)
    ),
    'plain',
    2
  ),
  ...(one.ratings.length === 0
    ? []
    : tableOr(
        '',
        ['rated on', 'score', 'references', 'note'],
        one.ratings.map(rating => [
          struck(rating, apart(rating.criterion)),
          `${rating.score} of ${rating.outOf}`,
          list(rating.references),
          rating.note === undefined ? '' : apart(rating.note)
        ]),
        2
      )),
  ...one.indicators.flatMap(indicator => indicatorParts(indicator, say))
]

const subjectWords = (subject: NonNullable<Assessment['subject']>, say: Say): string => {
  switch (subject.kind) {
    case 'council':
      return [
        `council (${subject.level}), ${subject.term.from} to ${subject.term.until}`,
        subject.authority ?? '',
        say.name(subject.name)
      ]
        .filter(words => words !== '')
        .join(' ')
    case 'project':
      return `project (${subject.state}) ${say.name(subject.name)}${
        subject.budget === undefined ? '' : `, ${subject.budget.amount} ${subject.budget.currency}`
      }`
    case 'programme':
    case 'policy':
      return `${subject.kind} ${say.name(subject.name)}${subject.reference === undefined ? '' : ` (${subject.reference})`}`
  }
}

const indicatorParts = (indicator: Indicator, say: Say): ReadonlyArray<Part> => [
  subheading(`${indicator.indicator} ${say.name(indicator.name)} (${say.name(indicator.unit)})`),
  line(
    dotted(
      indicator.dimension,
      `better when ${indicator.better}`,
      'direction' in indicator && indicator.direction !== undefined
        ? `since the beginning: ${indicator.direction}`
        : undefined,
      'lastStep' in indicator && indicator.lastStep !== undefined
        ? `last step: ${indicator.lastStep}`
        : undefined,
      'targetReached' in indicator && indicator.targetReached !== undefined
        ? `target ${indicator.targetReached ? 'reached' : 'not reached'}`
        : undefined
    ),
    'plain',
    2
  ),
  ...tableOr('no readings yet', ['date', 'value', 'source'], series(indicator), 2)
]

const series = ({ baseline, readings, target }: Indicator): ReadonlyArray<ReadonlyArray<string>> => [
  ...(baseline === undefined ? [] : [[baseline.date, baseline.value, 'baseline']]),
  ...readings.map(reading => [reading.date, reading.value, struck(reading, apart(reading.source))]),
  ...(target === undefined ? [] : [[target.date, target.value, 'target']])
]
