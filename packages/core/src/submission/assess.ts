/** Assessments are rated and measured over time; that changes no text (domain.md §3). */
import { type Decimal, type LocalDate, type Positive } from '../kernel/primitives'
import { NumberNotNext, ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { type IndicatorRef, submissionStream, type SubmissionRef } from './ids'
import { type Objection, precedes, unless } from '../kernel/objection'
import {
  actingAssociation,
  type Asked,
  closed,
  referencesUnknown,
  type SubmissionDecision,
  unknown
} from './preconditions'
import { authorsOf, nextIndicator } from './queries'
import { NotAnAssessment, NotAnAuthor, ReadingAfterTheAct, ScoreOutOfRange } from './rejections'
import { type SubmissionState } from './state'

type AssessmentAct = Asked<'RateCriterion'> | Asked<'DefineIndicator'> | Asked<'RecordIndicator'>

/** A criterion gets a score, with what it rests on; an earlier rating of it stays to be seen. */
export const rateCriterion =
  (command: Asked<'RateCriterion'>, coalition: Coalition) =>
  (state: SubmissionState): SubmissionDecision => {
    const { assessment, criterion, score, outOf, references, evidence, note } = command.payload
    return unless(
      [
        () => notRateable('payload.assessment', assessment, command, state),
        () => outOfRange(score, outOf),
        () => referencesUnknown('payload.references', references, coalition)
      ],
      () => [
        {
          type: 'CriterionRated',
          stream: submissionStream(command.process, assessment),
          data: { criterion, score, outOf, references, evidence, ...(note === undefined ? {} : { note }) }
        }
      ]
    )
  }

/** Something that is measured: unit, dimension, which way is better, and from where to where. */
export const defineIndicator =
  (command: Asked<'DefineIndicator'>) =>
  (state: SubmissionState): SubmissionDecision => {
    const { ref, assessment, name, unit, dimension, better, baseline, target } = command.payload
    const next = nextIndicator(state, assessment)
    return unless(
      [
        () => notRateable('payload.assessment', assessment, command, state),
        () => (ref === next ? undefined : NumberNotNext('payload.ref', ref, { next }))
      ],
      () => [
        {
          type: 'IndicatorDefined',
          stream: submissionStream(command.process, assessment),
          data: {
            ref,
            name,
            unit,
            dimension,
            better,
            ...(baseline === undefined ? {} : { baseline }),
            ...(target === undefined ? {} : { target })
          }
        }
      ]
    )
  }

/** A reading of an indicator, on its own date and with its source. */
export const recordIndicator =
  (command: Asked<'RecordIndicator'>, coalition: Coalition) =>
  (state: SubmissionState): SubmissionDecision => {
    const { indicator, value, date, source } = command.payload
    const assessment = assessmentOf(indicator)
    return unless(
      [
        () => notRateable('payload.indicator', assessment, command, state),
        () => indicatorUnknown(command, state),
        () => afterTheAct(date, coalition)
      ],
      () => [
        {
          type: 'IndicatorRecorded',
          stream: submissionStream(command.process, assessment),
          data: { indicator, value, date, source }
        }
      ]
    )
  }

/** `E1` of `E1-I2`. */
const assessmentOf = (indicator: IndicatorRef): SubmissionRef =>
  indicator.slice(0, indicator.indexOf('-')) as SubmissionRef

const notRateable = (
  field: string,
  assessment: SubmissionRef,
  command: AssessmentAct,
  state: SubmissionState
): Objection =>
  unknown(field, assessment, state, command.occurredAt) ??
  (state.kind === 'assessment'
    ? undefined
    : NotAnAssessment(field, assessment, { kind: state.kind ?? '' })) ??
  closed(field, assessment, state, 'mending') ??
  notOfItsAuthors(command, state)

/** Associations measure what is theirs; the secretary may enter for all. */
const notOfItsAuthors = (command: AssessmentAct, state: SubmissionState): Objection => {
  const association = actingAssociation(command)
  return association === undefined || authorsOf(state).includes(association)
    ? undefined
    : NotAnAuthor('actor.association', association, { authors: authorsOf(state) })
}

const outOfRange = (score: Decimal, outOf: Positive): Objection => {
  const [whole = '0', part = ''] = score.split('.')
  const isOver = BigInt(whole) > BigInt(outOf) || (BigInt(whole) === BigInt(outOf) && /[1-9]/.test(part))
  return score.startsWith('-') || isOver ? ScoreOutOfRange('payload.score', score, { outOf }) : undefined
}

const indicatorUnknown = (
  { payload, occurredAt }: Asked<'RecordIndicator'>,
  { indicators }: SubmissionState
): Objection => {
  const indicator = indicators.find(({ ref }) => ref === payload.indicator)
  return indicator === undefined
    ? ReferenceUnknown('payload.indicator', payload.indicator, { kind: 'indicator' })
    : precedes(occurredAt, payload.indicator, indicator.at)
}

const afterTheAct = (date: LocalDate, { date: act }: Coalition): Objection =>
  date > act ? ReadingAfterTheAct('payload.date', date, { act }) : undefined
