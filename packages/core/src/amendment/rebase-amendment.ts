/** One amendment at a time: what becomes of it on the current text, as the events of a draft (rules 7 to 9). */
import { type Positive } from '../kernel/primitives'
import { type SubmissionRef } from '../submission/ids'
import { newCollisions } from './detect-collisions'
import { type Draft, noting } from './draft'
import { type AmendmentEvent } from './events'
import { type Beside, outcomeOf, type Outcome } from './outcome'
import { formOn } from './queries'
import { type Revision, revisionOf, type RevisionLine, textSide } from './revision-line'
import { currentRound, knownCollisions } from './round'
import { type AmendmentsState, type AmendmentState, type Form } from './state'
import { towards } from './text-between'
import { voiceIn, type Voices, voicesOn } from './voices'

/** What is in the text since the round's base. */
export const voicesInText = (state: AmendmentsState, line: RevisionLine, current: Revision): Voices => {
  const { base, adopted } = currentRound(state, line, current)
  return voicesOn(
    base,
    adopted.flatMap(amendment => voiceIn(amendment, base.revision))
  )
}

/** The amendment against a round, where it has a wording on the round's base. */
export const besideInRound = (round: Voices | undefined, amendment: AmendmentState): Beside | undefined => {
  const form = round === undefined ? undefined : formOn(amendment, round.base.revision)
  return round === undefined || form === undefined ? undefined : { ...round, form }
}

/** One without a wording on the last revision is judged in the round, or else meets all that came since as one change. */
export const changeSince = (
  submission: SubmissionRef,
  line: RevisionLine,
  next: Revision,
  round: Voices | undefined,
  amendment: AmendmentState,
  form: Form
): Beside => besideInRound(round, amendment) ?? asOneChange(submission, line, next, form)

/** All that came since a wording, as one change of the text: `P1@3` is its side of a collision. */
export function asOneChange(
  submission: SubmissionRef,
  line: RevisionLine,
  next: Revision,
  form: Form
): Beside {
  const base = revisionOf(line, form.revision) ?? next
  const operations = towards(base.text, next.text)
  return { ...voicesOn(base, [{ ref: textSide(submission, next.revision), operations }]), form }
}

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
