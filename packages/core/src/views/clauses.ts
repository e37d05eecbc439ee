/** Where submissions stand in the platforms that were frozen: as which clause. */
import { type States } from '../path/states'
import { type ClauseRef } from '../platform/ids'
import { clauseNumbers } from '../platform/numbers'
import { platformsOf } from './in-order'

export type ClausesOf = (submission: string) => ReadonlyArray<ClauseRef>

/** The clauses that are made of each submission, over all frozen platforms; one look at every clause. */
export const clausesBySubmission = (states: States): ClausesOf => {
  const found = new Map<string, Array<ClauseRef>>()
  for (const { state } of platformsOf(states)) {
    for (const { clause, submission } of clauseNumbers(state)) {
      const clauses = found.get(submission)
      if (clauses === undefined) found.set(submission, [clause])
      else clauses.push(clause)
    }
  }
  return submission => found.get(submission) ?? []
}
