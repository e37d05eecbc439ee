/** What is in the text beside an amendment: what it is held against, on a base on which it has a wording. */
import { type SubmissionRef } from '../submission/ids'
import { formOn } from './queries'
import { type Revision, revisionOf, type RevisionLine, textSide } from './revision-line'
import { type AmendmentState, type Form } from './state'
import { towards } from './text-between'
import { type Voices, voicesOn } from './voices'

/** What is in the new text beside the amendment, all as voices on one base. */
export interface Beside extends Voices {
  /** The amendment's wording on that base. */
  readonly form: Form
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
