/** Decisions that a later entry speaks against: they stand, and show as contested (rule 2). */
import * as E from 'fp-ts/lib/Either'
import { type Rejection } from '../kernel/rejection'
import { type Coalition, refusedThen } from '../process/coalition'
import { recount, termsJudgedBy, voicesNow } from './correct-decision'
import { type DecisionRef } from './ids'
import { countedForQuorum } from './quorum'
import { NotAnOpenSitting, OutcomeDiffers, QuorumNotReached } from './rejections'
import { phaseAt } from './sittings'
import { type DecisionEntry, type MeetingState } from './state'
import { tellersRefused } from './take-decision'

/** A decision, and the refusals that it would meet with what is known now, numbers included. */
export interface Contested {
  readonly decision: DecisionRef
  readonly wouldFail: ReadonlyArray<Rejection>
}

/**
 * The contested decisions of a meeting, in the order of recording; its count as last corrected. `coalition` may be of
 * any time; `onSubject` gives what else a decision would meet, on its subject. Whether a meeting has confirmed or
 * annulled them since is not asked here.
 */
export const contestedDecisions = (
  coalition: Coalition,
  state: MeetingState,
  onSubject: (entry: DecisionEntry) => ReadonlyArray<Rejection> = () => []
): ReadonlyArray<Contested> =>
  state.decisions
    .map(entry => ({
      decision: entry.ref,
      wouldFail: [...failsHere(entry, coalition, state), ...onSubject(entry)]
    }))
    .filter(contested => contested.wouldFail.length > 0)

const failsHere = (
  entry: DecisionEntry,
  coalition: Coalition,
  state: MeetingState
): ReadonlyArray<Rejection> =>
  [
    sittingFails(entry, state),
    refusedThen(coalition, entry.at, then => quorumFails(entry, coalition, state, then)),
    refusedThen(coalition, entry.at, then => countFails(entry, coalition, state, then)),
    refusedThen(coalition, entry.at, then => tellersRefused(entry.methodNow, then))
  ].filter(refusal => refusal !== undefined)

const sittingFails = (entry: DecisionEntry, state: MeetingState): Rejection | undefined => {
  const meeting = phaseAt(state, { at: entry.at, version: entry.version })
  return meeting === 'open' ? undefined : NotAnOpenSitting('at', entry.at, { at: entry.at, meeting })
}

/** The quorum that was needed stays; who was there is as now known. */
const quorumFails = (
  entry: DecisionEntry,
  coalition: Coalition,
  state: MeetingState,
  then: Coalition
): Rejection | undefined => {
  const present = countedForQuorum(voicesNow(entry, coalition, state, then), termsJudgedBy(entry, coalition))
  return present >= entry.quorumNeeded
    ? undefined
    : QuorumNotReached('payload.ref', entry.ref, {
        present,
        needed: entry.quorumNeeded,
        eligible: entry.eligible.length
      })
}

const countFails = (
  entry: DecisionEntry,
  coalition: Coalition,
  state: MeetingState,
  then: Coalition
): Rejection | undefined => {
  const counted = recount(entry, entry.methodNow, coalition, state, then)
  if (E.isLeft(counted)) return counted.left
  const { outcomes, measure } = counted.right
  return outcomes.includes(entry.outcome)
    ? undefined
    : OutcomeDiffers('payload.outcome', entry.outcome, {
        declared: entry.outcome,
        computed: outcomes,
        ...measure
      })
}
