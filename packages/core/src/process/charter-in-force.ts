/** Which charter was in force when, and whether a meeting stands behind it (domain.md §3, CharterAdopted). */
import { type CharterTerms, foundingTerms } from './charter'
import { type Coalition } from './coalition'
import { happenedBy, lastBy } from './dated'
import { type CharterEntry, type ProcessState } from './state'

type CharterInForce = Coalition['charter']

/** `C0`: they hold by themselves, so there is nothing to confirm. */
const foundingRules: CharterInForce = { version: 0, terms: foundingTerms, confirmed: true }

/** The charter in force at an instant: the last one adopted until then, or the founding rules. */
export const charterAt = (state: ProcessState, now: number): CharterInForce => {
  const entry = lastBy(state.charters, now)
  return entry === undefined
    ? foundingRules
    : { version: entry.version, terms: entry.terms, confirmed: isConfirmed(state, entry, now) }
}

/** The terms that a version has, from its adoption for ever; 0 are the founding rules. */
export const termsOf = ({ charters }: ProcessState, version: number): CharterTerms | undefined =>
  version === 0 ? foundingTerms : charters[version - 1]?.terms

const isConfirmed = (state: ProcessState, entry: CharterEntry, now: number): boolean => {
  const origin = originOf(state, entry)
  if (origin === undefined || origin.decision !== undefined) return true
  return origin.confirmed !== undefined && happenedBy(now)(origin.confirmed)
}

/**
 * The version whose words and terms a version brings back, after the annulment of what was adopted since; itself, where
 * it is not such a one; none where it brings back the founding rules.
 */
export const originOf = (state: ProcessState, entry: CharterEntry): CharterEntry | undefined => {
  if (entry.restores === undefined) return entry
  const restored = state.charters[entry.restores - 1]
  return restored === undefined || restored.version >= entry.version ? undefined : originOf(state, restored)
}
