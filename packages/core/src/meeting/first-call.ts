/**
 * Whether a meeting may be called as the second call of another, and so need fewer associations (rules 2, 4 and 5):
 * only where the record shows that the first was held and never had its quorum.
 */
import { type Instant, millis } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { factsOf } from './attendance'
import { termsJudgedBy } from './correct-decision'
import { type MeetingRef } from './ids'
import { countedForQuorum, quorumNeeded, voicesAt } from './quorum'
import { FirstCallHadQuorum, FirstCallNotClosed, SecondCallNotLater } from './rejections'
import { type Moment, phaseAt, sittingAt } from './sittings'
import { type DecisionEntry, type MeetingState } from './state'

/** Which meeting is asked for, when, and as whose second call. */
interface SecondCallAsked {
  readonly occurredAt: Instant
  readonly payload: { readonly secondCallOf?: MeetingRef; readonly startsAt: Instant }
}

/** Judged on what is on record of the first call by then; what is typed later does not unmake a second call. */
export const firstCallRefused = (
  { occurredAt, payload: { secondCallOf, startsAt } }: SecondCallAsked,
  coalition: Coalition,
  first: MeetingState | undefined
): Rejection | undefined => {
  if (secondCallOf === undefined) return undefined
  if (first?.schedule === undefined) {
    return ReferenceUnknown('payload.secondCallOf', secondCallOf, { kind: 'meeting' })
  }
  return (
    notLaterRefused(startsAt, first.schedule.startsAt) ??
    notClosedRefused(secondCallOf, first, occurredAt) ??
    hadQuorumRefused(secondCallOf, first, coalition)
  )
}

const notLaterRefused = (startsAt: Instant, firstStartsAt: Instant): Rejection | undefined =>
  millis(startsAt) > millis(firstStartsAt)
    ? undefined
    : SecondCallNotLater('payload.startsAt', startsAt, { firstStartsAt })

const notClosedRefused = (ref: MeetingRef, first: MeetingState, at: Instant): Rejection | undefined => {
  const meeting = phaseAt(first, { at })
  return meeting === 'closed' ? undefined : FirstCallNotClosed('payload.secondCallOf', ref, { at, meeting })
}

const hadQuorumRefused = (
  ref: MeetingRef,
  first: MeetingState,
  coalition: Coalition
): Rejection | undefined => {
  const reached = quorumOnceReached(first, coalition)
  return reached === undefined ? undefined : FirstCallHadQuorum('payload.secondCallOf', ref, reached)
}

interface Reached {
  readonly at: Instant
  readonly present: number
  readonly needed: number
  readonly eligible: number
}

/** When a meeting first had the quorum that its decisions needed; undefined where it never did. */
export const quorumOnceReached = (state: MeetingState, coalition: Coalition): Reached | undefined => {
  const [decision] = state.decisions
  return (
    momentsOf(state)
      .map(moment => countAt(state, moment, coalition.asAt(moment.at)))
      .find(count => count !== undefined && count.present >= count.needed) ??
    (decision === undefined ? undefined : takenWith(decision, coalition))
  )
}

/** Just before and just after all that changed who was there; a member may have left the coalition in between. */
const momentsOf = (state: MeetingState): ReadonlyArray<Moment> =>
  [...state.sittings, ...factsOf(state)]
    .map(({ at }) => at)
    .sort((a, b) => millis(a) - millis(b))
    .flatMap(at => [{ at, version: 0 }, { at }])

const countAt = (state: MeetingState, moment: Moment, coalition: Coalition): Reached | undefined => {
  const sitting = sittingAt(state, moment)
  if (sitting === undefined) return undefined
  const { terms } = coalition.asAt(sitting.since).charter
  const voices = voicesAt(state, moment, coalition, terms)
  const eligible = voices.eligible.length
  return {
    at: moment.at,
    present: countedForQuorum(voices, terms),
    needed: quorumNeeded(terms, eligible, state.schedule, sitting),
    eligible
  }
}

/** A decision was taken with its quorum, whatever has been taken back since of who was there. */
const takenWith = (entry: DecisionEntry, coalition: Coalition): Reached => ({
  at: entry.at,
  present: countedForQuorum(entry, termsJudgedBy(entry, coalition)),
  needed: entry.quorumNeeded,
  eligible: entry.eligible.length
})
