/** A count that was written down wrongly: corrected, with the same outcome (rule 1). */
import * as E from 'fp-ts/lib/Either'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { type CharterTerms } from '../process/charter'
import { type Coalition } from '../process/coalition'
import { count, type CountResult } from './count'
import { type Method } from './decision'
import { meetingStream } from './ids'
import { precedes } from '../kernel/objection'
import { type Asked, type MeetingDecision, meetingRefused, unless } from './preconditions'
import { voicesAt, type Voices } from './quorum'
import { CorrectionChangesOutcome, DecisionIsAnnulled } from './rejections'
import { type DecisionEntry, type MeetingState } from './state'
import { tellersRefused } from './take-decision'

/** The whole corrected method, counted against attendance as now known at the decision's time. */
export const correctDecision = (
  command: Asked<'CorrectDecision'>,
  coalition: Coalition,
  state: MeetingState
): MeetingDecision => {
  const { meeting, decision, method, reason } = command.payload
  const entry = state.decisions.find(({ ref }) => ref === decision)
  if (entry === undefined)
    return E.left(
      meetingRefused(state, command) ?? ReferenceUnknown('payload.decision', decision, { kind: 'decision' })
    )
  return unless(
    meetingRefused(state, command) ??
      precedes(command.occurredAt, decision, entry.at) ??
      annulledRefused(entry) ??
      methodRefused(entry, method, coalition, state),
    () => [
      {
        type: 'DecisionCorrected',
        stream: meetingStream(command.process, meeting),
        cause: entry.event,
        data: { decision, method, reason }
      }
    ]
  )
}

const annulledRefused = ({ ref, annulled }: DecisionEntry): Rejection | undefined =>
  annulled === undefined ? undefined : DecisionIsAnnulled('payload.decision', ref, { since: annulled.at })

const methodRefused = (
  entry: DecisionEntry,
  method: Method,
  coalition: Coalition,
  state: MeetingState
): Rejection | undefined => {
  const counted = recount(entry, method, coalition, state)
  if (E.isLeft(counted)) return counted.left
  const { outcomes, measure } = counted.right
  return outcomes.includes(entry.outcome)
    ? tellersRefused(method, coalition.asAt(entry.at))
    : CorrectionChangesOutcome('payload.method', method.kind, {
        outcome: entry.outcome,
        computed: outcomes,
        ...measure
      })
}

/** A method counted for a decision that was taken, with attendance and standing as now known at its time. */
export const recount = (
  entry: DecisionEntry,
  method: Method,
  coalition: Coalition,
  state: MeetingState,
  then: Coalition = coalition.asAt(entry.at)
): E.Either<Rejection, CountResult> =>
  count({
    subject: entry.subject.kind,
    motion: entry.motion,
    method,
    modified: entry.outcome === 'adoptedAsModified',
    terms: termsJudgedBy(entry, coalition),
    voices: voicesNow(entry, coalition, state, then)
  })

/** The terms that the decision was judged by: they stay, whatever was adopted or entered later. */
export const termsJudgedBy = ({ at, charter }: DecisionEntry, coalition: Coalition): CharterTerms =>
  coalition.termsOf(charter) ?? coalition.asAt(at).charter.terms

/** Who could be counted at the time of the decision, as now known: `then` is the coalition at that time. */
export const voicesNow = (
  entry: DecisionEntry,
  coalition: Coalition,
  state: MeetingState,
  then: Coalition = coalition.asAt(entry.at)
): Voices => voicesAt(state, { at: entry.at, version: entry.version }, then, termsJudgedBy(entry, coalition))
