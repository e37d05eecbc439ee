/** One amendment at a time: what becomes of it on the current text, as the events of a draft (rules 7 to 9). */
import { type Positive } from '../kernel/primitives'
import { type SubmissionRef } from '../submission/ids'
import { collisionsFound } from './against-each-other'
import { type Draft, noting } from './draft'
import { type AmendmentEvent } from './events'
import { type Before, follow, type Following } from './follow'
import { formOn } from './queries'
import { type Revision, revisionOf, type RevisionLine, textSide } from './revision-line'
import { currentRound, knownCollisions } from './round'
import { type AmendmentsState, type AmendmentState, type Form } from './state'
import { towards } from './text-between'
import { voiceIn, type Voices, voicesOn } from './voices'

/** What is in the text since the round's base. */
export const textInRound = (state: AmendmentsState, line: RevisionLine, current: Revision): Voices => {
  const { base, adopted } = currentRound(state, line, current)
  return voicesOn(
    base,
    adopted.flatMap(amendment => voiceIn(amendment, base.revision))
  )
}

/** The amendment against a round, where it has a wording on the round's base. */
export const inRound = (round: Voices | undefined, amendment: AmendmentState): Before | undefined => {
  const form = round === undefined ? undefined : formOn(amendment, round.base.revision)
  return round === undefined || form === undefined ? undefined : { ...round, form }
}

/** One without a wording on the last revision is judged in the round, or else meets all that came since as one change. */
export const stayedBehind = (
  submission: SubmissionRef,
  line: RevisionLine,
  next: Revision,
  round: Voices | undefined,
  amendment: AmendmentState,
  form: Form
): Before => inRound(round, amendment) ?? sinceWording(submission, line, next, form)

/** All that came since a wording, as one change of the text: `P1@3` is its side of a collision. */
export function sinceWording(
  submission: SubmissionRef,
  line: RevisionLine,
  next: Revision,
  form: Form
): Before {
  const base = revisionOf(line, form.revision) ?? next
  const operations = towards(base.text, next.text)
  return { ...voicesOn(base, [{ ref: textSide(submission, next.revision), operations }]), form }
}

/** The draft with what becomes of an amendment on the newest revision. */
export function brings(
  draft: Draft,
  line: RevisionLine,
  amendment: AmendmentState,
  step: Before,
  round?: Before
): Draft {
  const next = line.at(-1)
  if (next === undefined) return draft
  const known = knownCollisions(draft.state)
  const following = follow({ line, known, amendment, next, step, ...(round === undefined ? {} : { round }) })
  return noting(draft, ...eventsOf(draft, amendment, following, next))
}

/** What is recorded of it. */
export function eventsOf(
  draft: Draft,
  { ref }: AmendmentState,
  following: Following,
  next: Revision
): ReadonlyArray<AmendmentEvent> {
  switch (following.tag) {
    case 'moot':
      return [{ type: 'AmendmentBecameMoot', data: { ref, because: following.because } }]
    case 'collides':
      return collisionsFound(draft, following.base, following.collisions)
    case 'fits':
      return [
        {
          type: 'AmendmentRebased',
          data: {
            ref,
            revision: next.revision as Positive,
            textHash: next.textHash,
            operations: following.operations,
            madeFrom: following.madeFrom
          }
        }
      ]
  }
}
