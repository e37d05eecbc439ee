/** The entries that were taken back as typing mistakes: they stay visible, struck through, and count no more (rule 1). */
import { type States } from '../path/states'
import { commitmentsOf, raisingsOf } from '../platform/numbers'
import { meetingsOf, platformsOf, submissionsOf } from './in-order'

interface Strikable {
  readonly event: string
  readonly retracted?: unknown
}

export const struckEvents = (states: States): ReadonlySet<string> =>
  new Set(strikable(states).flatMap(({ event, retracted }) => (retracted === undefined ? [] : [event])))

const strikable = (states: States): ReadonlyArray<Strikable> => [
  ...meetingsOf(states).flatMap(({ state }) => [...state.attendance, ...state.discussions]),
  ...submissionsOf(states).flatMap(({ state }) => [
    ...state.submission.ratings,
    ...state.submission.indicators.flatMap(({ readings }) => readings),
    ...Object.values(state.stands.stands).flatMap(entries => entries ?? [])
  ]),
  ...platformsOf(states).flatMap(({ state }) => [
    ...raisingsOf(state).flatMap(({ receipts, responses, overdue, forwards }) => [
      ...receipts,
      ...responses,
      ...overdue,
      ...forwards
    ]),
    ...commitmentsOf(state).flatMap(({ progress }) => progress)
  ])
]
