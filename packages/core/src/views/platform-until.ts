/** A platform with only what had happened to it by an instant: where it is now known to have stood then (rule 2). */
import { millis } from '../kernel/primitives'
import { type Entry, type PlatformState } from '../platform/state'

/** Absent where its first compilation is later. */
export const platformUntil = (state: PlatformState, now: number): PlatformState | undefined => {
  const happened = (fact: Entry | undefined): boolean => fact !== undefined && millis(fact.at) <= now
  const compilations = state.compilations.filter(happened)
  if (compilations.length === 0) return undefined
  const { setAside, superseded, ...kept } = state
  return {
    ...kept,
    compilations,
    freezes: state.freezes
      .filter(happened)
      .map(({ unfrozen, ...freeze }) => ({ ...freeze, ...(happened(unfrozen) ? { unfrozen } : {}) })),
    adoptions: state.adoptions
      .filter(happened)
      .map(({ takenBack, ...vote }) => ({ ...vote, ...(happened(takenBack) ? { takenBack } : {}) })),
    ...(happened(setAside) ? { setAside } : {}),
    ...(happened(superseded) ? { superseded } : {})
  } as PlatformState
}
