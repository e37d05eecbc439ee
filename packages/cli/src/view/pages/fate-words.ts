/** What became of a submission, in a few words. */
import { quoted, list, plain } from '../say'

interface Fate {
  readonly fate: string
  readonly into?: ReadonlyArray<string>
  readonly clauses?: ReadonlyArray<string>
  readonly decision?: string
  readonly reason?: string
  readonly until?: string
}

/** `merged into P9 (M2-Q2)`, `adopted as amended, now V1.2 (M2-Q13)`, `declined (M2-Q15): «…»`. */
export const fateWords = ({ fate, into = [], clauses = [], decision, reason, until }: Fate): string =>
  [
    plain(fate),
    into.length === 0 ? '' : ` ${list(into)}`,
    until === undefined ? '' : ` until ${until}`,
    clauses.length === 0 ? '' : `, now ${list(clauses)}`,
    decision === undefined ? '' : ` (${decision})`,
    reason === undefined ? '' : `: ${quoted(reason)}`
  ].join('')
