/** What authorities answer, clause by clause, and that they do not (rule 14). */
import { canonicalText } from '../kernel/canonical'
import { type CommandOf } from '../kernel/command'
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { NumberNotNext } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { type platformCommands } from './commands'
import { type PlatformEvent } from './events'
import { platformOf, platformStream } from './ids'
import { nextResponse } from './numbers'
import { type Objection, unless } from '../kernel/objection'
import { authorityUnknown, clausesUnfit } from './preconditions'
import { aboutRaising } from './raise'
import { clausesAsked, dueOnAt, settlingAnswers } from './raisings'
import {
  ClauseAnswered,
  NotAskedOfThisLevel,
  NotYetOverdue,
  ReferredToNeeded,
  ReferredToUnexpected
} from './rejections'
import { type PlatformState } from './state'

type RecordResponse = CommandOf<typeof platformCommands, 'RecordResponse'>
type NoteOverdueCommand = CommandOf<typeof platformCommands, 'NoteOverdue'>

/** ResponseReceived; an earlier answer to the same clause stays, so that a changed position shows. */
export const recordResponse =
  ({ payload, process }: RecordResponse, coalition: Coalition) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> => {
    const { ref, raising, clauses, outcome, quotation, date, referredTo } = payload
    return unless(
      [
        ...aboutRaising(raising, state, coalition, [['payload.date', date]]),
        () => responseNotNext(payload, state),
        () => clausesUnfit('payload.clauses', clauses, state),
        () => referralUnfit(payload, coalition)
      ],
      () => [
        {
          type: 'ResponseReceived',
          stream: platformStream(process, platformOf(raising)),
          data: {
            ref,
            clauses,
            outcome,
            quotation,
            date,
            ...(referredTo === undefined ? {} : { referredTo })
          }
        }
      ]
    )
  }

const responseNotNext = ({ ref, raising }: RecordResponse['payload'], state: PlatformState): Objection => {
  const next = nextResponse(state, raising)
  return ref === next ? undefined : NumberNotNext('payload.ref', ref, { next })
}

const referralUnfit = (
  { outcome, referredTo }: RecordResponse['payload'],
  coalition: Coalition
): Objection => {
  if (referredTo === undefined)
    return outcome === 'referredTo' ? ReferredToNeeded('payload.referredTo', null, {}) : undefined
  return outcome === 'referredTo'
    ? authorityUnknown('payload.referredTo', referredTo, coalition)
    : ReferredToUnexpected('payload.referredTo', referredTo, { outcome })
}

/** Somebody takes note, on a date after the due date, of clauses that are unanswered on it. */
export const noteOverdue =
  ({ payload, process }: NoteOverdueCommand, coalition: Coalition) =>
  (state: PlatformState): Decision<Decided<PlatformEvent>> => {
    const { raising, clauses, on } = payload
    const noted = state.raisings[raising]?.overdue.some(
      one => one.on === on && canonicalText(one.clauses) === canonicalText(clauses)
    )
    return unless(
      [
        ...aboutRaising(raising, state, coalition, [['payload.on', on]]),
        () => clausesUnfit('payload.clauses', clauses, state),
        () => notYetOverdue(payload, state),
        () => notAsked(payload, state),
        () => answered(payload, state)
      ],
      () =>
        noted === true
          ? []
          : [
              {
                type: 'ResponseOverdue',
                stream: platformStream(process, platformOf(raising)),
                data: { raising, clauses, on }
              }
            ]
    )
  }

type Note = NoteOverdueCommand['payload']

const notYetOverdue = ({ raising, on }: Note, state: PlatformState): Objection => {
  const known = state.raisings[raising]
  const dueOn = known === undefined ? on : dueOnAt(known, on)
  return on > dueOn ? undefined : NotYetOverdue('payload.on', on, { dueOn })
}

const notAsked = ({ raising, clauses }: Note, state: PlatformState): Objection => {
  const known = state.raisings[raising]
  const asked = known === undefined ? [] : clausesAsked(state, known)
  const others = clauses.filter(clause => !asked.includes(clause))
  return others.length === 0
    ? undefined
    : NotAskedOfThisLevel('payload.clauses', others, { level: known?.level ?? '', clauses: others })
}

const answered = ({ raising, clauses, on }: Note, state: PlatformState): Objection => {
  const known = state.raisings[raising]
  const answers = clauses.flatMap(clause => {
    const response = known === undefined ? undefined : settlingAnswers(known, clause, on).at(-1)
    return response === undefined ? [] : [{ clause, response: response.ref }]
  })
  return answers.length === 0
    ? undefined
    : ClauseAnswered(
        'payload.clauses',
        answers.map(({ clause }) => clause),
        { answered: answers }
      )
}
