/** The next free numbers of a meeting: intake proposes them, the decision checks them (domain.md §2). */
import { type Positive } from '../kernel/primitives'
import { type DecisionRef, type MeetingRef, type MinutesRef } from './ids'
import { type MeetingState } from './state'

/** `M1-Q3` after two decisions, whatever became of them. */
export const nextDecision = (meeting: MeetingRef, state: MeetingState): DecisionRef =>
  `${meeting}-Q${state.decisions.length + 1}` as DecisionRef

/** `M1-PV`: a meeting has one minutes. */
export const minutesRef = (meeting: MeetingRef): MinutesRef => `${meeting}-PV` as MinutesRef

/** The number of the next proposed correction of the minutes, from 1. */
export const nextCorrection = (state: MeetingState): Positive =>
  ((state.minutes?.corrections.length ?? 0) + 1) as Positive
