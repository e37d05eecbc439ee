/** Where submissions stand in the platforms that were frozen: as which clause. */
import { grouped } from '../kernel/grouped'
import { type States } from '../path/states'
import { type ClauseRef } from '../platform/ids'
import { clauseNumbers } from '../platform/numbers'
import { platformsOf } from './in-order'

export type ClausesOf = (submission: string) => ReadonlyArray<ClauseRef>

/** The clauses that are made of each submission, over all frozen platforms; one look at every clause. */
export const clausesBySubmission = (states: States): ClausesOf => {
  const numbered = platformsOf(states).flatMap(({ state }) => clauseNumbers(state))
  const found = grouped(numbered, ({ submission }): string => submission)
  return submission => (found.get(submission) ?? []).map(({ clause }) => clause)
}
