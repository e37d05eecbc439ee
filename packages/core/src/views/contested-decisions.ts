/** Decisions that what is known now speaks against, and what meetings have said of them since (rule 2). */
import { type Instant } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { contestedDecisions } from '../meeting/contested'
import { type Outcome } from '../meeting/decision'
import { type DecisionEntry } from '../meeting/state'
import { type States } from '../path/states'
import { coalitionAt } from '../process/coalition-at'
import { initialProcessState } from '../process/state'
import { subjectFails } from './contested-subjects'
import { present } from './entry'
import { meetingsOf } from './in-order'
import { endOfRecord } from './view'

/** `open` until a meeting confirms or annuls it. */
export type Settlement = 'open' | 'confirmed' | 'annulled'

export interface ContestedDecision {
  readonly decision: string
  readonly meeting: string
  readonly event: string
  readonly at: Instant
  readonly outcome: Outcome
  readonly wouldFail: ReadonlyArray<Rejection>
  readonly settlement: Settlement
  /** The decision that settles it; none for the annulment of a clerical error. */
  readonly by?: string
}

/** Of all meetings, or of one. */
export const contestedDecisionsOf = (states: States, of?: string): ReadonlyArray<ContestedDecision> => {
  const coalition = coalitionAt(states.process ?? initialProcessState, endOfRecord)
  const settled = settlementsOf(states)
  const judged = meetingsOf(states).filter(({ ref }) => of === undefined || ref === of)
  return judged.flatMap(({ ref, state }) => {
    const entries = new Map(state.decisions.map(entry => [entry.ref, entry]))
    return contestedDecisions(coalition, state, entry => subjectFails(entry, coalition, states)).flatMap(
      ({ decision, wouldFail }) => {
        const entry = entries.get(decision)
        return entry === undefined ? [] : [contested(ref, entry, wouldFail, settled)]
      }
    )
  })
}

const contested = (
  meeting: string,
  { ref, event, at, outcome }: DecisionEntry,
  wouldFail: ReadonlyArray<Rejection>,
  settled: Settlements
): ContestedDecision => ({
  decision: ref,
  meeting,
  event,
  at,
  outcome,
  wouldFail,
  ...settlementOf(settled, ref, event)
})

type Settled = { readonly settlement: Settlement; readonly by?: string }
type Settlements = ReadonlyMap<string, Settled>

/** By what is settled: a decision, or an event. An annulment stands whatever was confirmed before it, and an annulled confirmation settles nothing. */
export const settlementsOf = (states: States): Settlements => {
  const settled = new Map<string, Settled>()
  const annulled = new Set(
    meetingsOf(states).flatMap(({ state }) => state.annulments.map(({ decision }) => decision))
  )
  for (const { state } of meetingsOf(states))
    for (const entry of state.decisions)
      if (isConfirmation(entry) && !annulled.has(entry.ref))
        settled.set(entry.subject.ref, { settlement: 'confirmed', by: entry.ref })
  for (const { state } of meetingsOf(states))
    for (const { decision, by } of state.annulments)
      settled.set(decision, { settlement: 'annulled', ...present('by', by) })
  return settled
}

const isConfirmation = ({ subject, motion, outcome }: DecisionEntry): boolean =>
  motion === 'confirm' && (subject.kind === 'annulment' || subject.kind === 'other') && outcome === 'adopted'

/** What was said of one of several names of the same act. */
export const settlementOf = (settled: Settlements, ...names: ReadonlyArray<string>): Settled =>
  names.map(name => settled.get(name)).find(one => one !== undefined) ?? { settlement: 'open' }
