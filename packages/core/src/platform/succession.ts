/** What became of the clauses of a superseded platform: what follows each, or why nothing does (rule 13). */
import { localDate, type LocalDate, type Words } from '../kernel/primitives'
import { type ClauseRef } from './ids'
import { type PlatformState } from './state'

/** One of the two of a superseded platform's clause; neither of any other. */
export interface Followed {
  readonly followedBy?: ClauseRef
  readonly droppedBecause?: Words
}

/** Of each clause; until a date, where one is given. */
export const followedIn = (
  { superseded }: PlatformState,
  until?: LocalDate
): ((clause: ClauseRef) => Followed) => {
  const known =
    superseded === undefined || (until !== undefined && localDate(superseded.at) > until)
      ? []
      : superseded.clauses
  const found = new Map(known.map((one): [ClauseRef, Followed] => [one.clause, followedOf(one)]))
  return clause => found.get(clause) ?? {}
}

type Outcome = NonNullable<PlatformState['superseded']>['clauses'][number]

const followedOf = (one: Outcome): Followed =>
  'to' in one ? { followedBy: one.to } : { droppedBecause: one.droppedBecause }
