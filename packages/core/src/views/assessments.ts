/** The assessment board: ratings, and indicators read over time against their baseline and target. */
import { type Decimal } from '../kernel/primitives'
import { type SubmissionStream } from '../path/states'
import { stageAt } from '../process/coalition-at'
import { settledFate } from '../submission/fate'
import { authorsOf } from '../submission/queries'
import { type Indicator, type Rating, type Reading } from '../submission/state'
import { compareDecimals } from './decimal'
import { present, struckThrough, timesOf } from './entry'
import { type Numbered, submissionsOf } from './in-order'
import { titlesOf } from './titles'
import { type Board, defineView } from './view'

export const assessmentsView = defineView({
  name: 'assessments',
  purpose: 'ratings of councils, programmes, projects and policies, and indicators over time',
  needs: 'refOrAll',
  about: { kind: 'optional', letters: 'E' },
  dated: false,
  show: board => {
    const { ref } = board.asked
    const shown = submissionsOf(board.states).filter(one =>
      ref === undefined ? one.state.submission.kind === 'assessment' : one.ref === ref
    )
    return ref !== undefined && shown.length === 0
      ? undefined
      : { assessments: shown.map(one => assessmentRow(one, board)) }
  }
})

const assessmentRow = ({ ref, state: { submission } }: Numbered<SubmissionStream>, board: Board) => ({
  assessment: ref,
  title: titlesOf(submission, board.own),
  authors: authorsOf(submission),
  ...present('subject', (submission.merged ?? submission.splitFrom ?? submission.received)?.subject),
  ...submission.classification,
  fate: settledFate(submission, stageAt(board.own, board.now)).fate,
  ratings: submission.ratings.map(ratingRow),
  indicators: submission.indicators.map(indicatorRow)
})

const ratingRow = (rating: Rating) => ({
  ...timesOf(rating),
  criterion: rating.criterion,
  score: rating.score,
  outOf: rating.outOf,
  references: rating.references,
  evidence: rating.evidence,
  ...present('note', rating.note),
  ...struckThrough(rating)
})

const indicatorRow = (indicator: Indicator) => {
  const readings = byDate(indicator.readings)
  return {
    ...timesOf(indicator),
    indicator: indicator.ref,
    name: indicator.name,
    unit: indicator.unit,
    dimension: indicator.dimension,
    better: indicator.better,
    ...present('baseline', indicator.baseline),
    ...present('target', indicator.target),
    readings: readings.map(readingRow),
    ...courseOf(
      indicator,
      readings.filter(({ retracted }) => retracted === undefined)
    )
  }
}

/** By the date that they are of, then in the order of recording. */
const byDate = (readings: ReadonlyArray<Reading>): ReadonlyArray<Reading> =>
  [...readings].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

const readingRow = (reading: Reading) => ({
  ...timesOf(reading),
  date: reading.date,
  value: reading.value,
  source: reading.source,
  ...struckThrough(reading)
})

type Direction = 'better' | 'worse' | 'unchanged'

/** Where it goes: from the baseline (else from the first reading) to the last, the last step, and the target. */
const courseOf = ({ better, baseline, target }: Indicator, readings: ReadonlyArray<Reading>) => {
  const last = readings.at(-1)
  if (last === undefined) return {}
  const before = readings.at(-2)
  const from = baseline ?? (before === undefined ? undefined : readings[0])
  const direction = (value: Decimal): Direction => directionOf(better, value, last.value)
  return {
    last: { date: last.date, value: last.value },
    ...(from === undefined ? {} : { direction: direction(from.value) }),
    ...(before === undefined ? {} : { lastStep: direction(before.value) }),
    ...(target === undefined ? {} : { targetReached: direction(target.value) !== 'worse' })
  }
}

const directionOf = (better: Indicator['better'], from: Decimal, to: Decimal): Direction => {
  const step = compareDecimals(to, from)
  if (step === 0) return 'unchanged'
  return step > 0 === (better === 'up') ? 'better' : 'worse'
}
