/** The open amendments after a change: each on the text as it is now, and then against each other. */
import { type SubmissionRef } from '../submission/ids'
import { type Amendment } from '../text/collision'
import { asOneChange, besideInRound, changeSince } from './beside'
import { detectCollisions, judgeAgain } from './detect-collisions'
import { type Draft } from './draft'
import { type AmendmentRef } from './ids'
import { countContained, reopenWhatGaveWay } from './judge-again'
import { currentForm, findAmendment, formOn, isAgainstText, isOpen, openAmendments } from './queries'
import { rebaseAmendment } from './rebase-amendment'
import { type Revision, type RevisionLine, textSide } from './revision-line'
import { knownCollisions, voicesWith } from './round'
import { tiedTo } from './settled-between'
import { type AmendmentsState, type CollisionState } from './state'
import { voiceIn, type Voices, voicesOn } from './voices'

/** How the newest revision came about: by an amendment as it stood, or by other operations on the text before it. */
export type Step =
  | { readonly kind: 'amendment'; readonly ref: AmendmentRef; readonly before: AmendmentsState }
  | { readonly kind: 'other'; readonly operations: Amendment['operations'] }

/**
 * Every open amendment on the newest revision of the line: rebased where it is clean or settled (rule 7), moot where
 * nothing is left, colliding where people have to settle it (rule 9); then all against each other. For a step by an
 * amendment, `before` is the state before it was put in.
 */
export const afterTextChange = (draft: Draft, line: RevisionLine, step: Step): Draft => {
  const last = line.at(-2)
  const next = line.at(-1)
  if (last === undefined || next === undefined) return draft
  const rebased = rebasedOver(draft, line, step, last, next)
  const all = step.kind === 'amendment' ? reopenedAfter(rebased, line, step.ref) : rebased
  const judged = countContained(draft, all, line)
  return step.kind === 'amendment' && isTheSameRound(draft, judged, last)
    ? judged
    : detectCollisions(judged, line)
}

/** Each open amendment on the newest revision: over the step, or over all that came since its wording. */
function rebasedOver(draft: Draft, line: RevisionLine, step: Step, last: Revision, next: Revision): Draft {
  const voices = voicesOf(draft.submission, step, last, next)
  const before = line.slice(0, -1)
  const round = step.kind === 'amendment' ? voicesWith(step.before, before, last, step.ref) : undefined
  return openAmendments(draft.state).reduce((so, amendment) => {
    const form = currentForm(amendment)
    if (form === undefined) return so
    return form.revision === last.revision
      ? rebaseAmendment(so, line, amendment, { ...voices, form }, besideInRound(round, amendment))
      : rebaseAmendment(so, line, amendment, changeSince(so.submission, line, next, round, amendment, form))
  }, draft)
}

const reopenedAfter = (draft: Draft, line: RevisionLine, ref: AmendmentRef): Draft =>
  reopenWhatGaveWay(draft, line, ref, tiedTo(knownCollisions(draft.state), [ref]))

/** Where all were ready and fit as they are, the round is what it was: their collisions have been detected. */
const isTheSameRound = (before: Draft, { events }: Draft, last: Revision): boolean =>
  openAmendments(before.state).every(amendment => currentForm(amendment)?.revision === last.revision) &&
  openAmendments(before.state).length === events.length - before.events.length &&
  events.slice(before.events.length).every(({ type }) => type === 'AmendmentRebased')

/** What settled collisions kept back is brought to the text as it is now. */
export const afterSettlement = (
  draft: Draft,
  line: RevisionLine,
  settled: ReadonlyArray<CollisionState>
): Draft => {
  const current = line.at(-1)
  if (current === undefined) return draft
  const met = settled
    .filter(isAgainstText)
    .flatMap(({ revision, concerns }) => concerns.map(ref => ({ ref, revision })))
  const brought = met.reduce((so, { ref, revision }) => {
    const amendment = findAmendment(so.state, ref)
    const form = amendment === undefined ? undefined : formOn(amendment, revision)
    return amendment === undefined || form === undefined || !isOpen(amendment)
      ? so
      : rebaseAmendment(so, line, amendment, asOneChange(so.submission, line, current, form))
  }, draft)
  return judgeAgain(
    brought,
    line,
    settled.flatMap(({ concerns }) => concerns)
  )
}

/** What the newest revision put into the one before it, as a voice on that one. */
function voicesOf(submission: SubmissionRef, step: Step, last: Revision, next: Revision): Voices {
  if (step.kind === 'other')
    return voicesOn(last, [{ ref: textSide(submission, next.revision), operations: step.operations }])
  const put = findAmendment(step.before, step.ref)
  return voicesOn(last, put === undefined ? [] : voiceIn(put, last.revision))
}
