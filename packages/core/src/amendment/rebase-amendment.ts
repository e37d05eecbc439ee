/** One amendment at a time: what becomes of it on the current text, as the events of a draft (rules 7 to 9). */
import { type Positive } from '../kernel/primitives'
import { type Beside } from './beside'
import { type Draft, noting } from './draft'
import { type AmendmentEvent } from './events'
import { newCollisions } from './new-collisions'
import { outcomeOf, type Outcome } from './outcome'
import { type Revision, type RevisionLine } from './revision-line'
import { knownCollisions } from './round'
import { type AmendmentState } from './state'

/** The draft with what becomes of an amendment on the newest revision. */
export function rebaseAmendment(
  draft: Draft,
  line: RevisionLine,
  amendment: AmendmentState,
  step: Beside,
  round?: Beside
): Draft {
  const next = line.at(-1)
  if (next === undefined) return draft
  const known = knownCollisions(draft.state)
  const outcome = outcomeOf({ line, known, amendment, next, step, ...(round === undefined ? {} : { round }) })
  return noting(draft, ...eventsOfOutcome(draft, amendment, outcome, next))
}

/** What is recorded of it. */
export function eventsOfOutcome(
  draft: Draft,
  { ref }: AmendmentState,
  outcome: Outcome,
  next: Revision
): ReadonlyArray<AmendmentEvent> {
  switch (outcome.tag) {
    case 'moot':
      return [{ type: 'AmendmentBecameMoot', data: { ref, because: outcome.because } }]
    case 'collides':
      return newCollisions(draft, outcome.base, outcome.collisions)
    case 'fits':
      return [
        {
          type: 'AmendmentRebased',
          data: {
            ref,
            revision: next.revision as Positive,
            textHash: next.textHash,
            operations: outcome.operations,
            madeFrom: outcome.madeFrom
          }
        }
      ]
  }
}
