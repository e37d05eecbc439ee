/** The open amendments after a change: brought to the text as it is now, and set against each other. */
import * as E from 'fp-ts/lib/Either'
import { type Positive } from '../kernel/primitives'
import { type SubmissionRef } from '../submission/ids'
import { type Amendment, type Collision } from '../text/collision'
import { towards } from './text-between'
import { type AmendmentEvent } from './events'
import { afterEvent } from './evolve'
import { amendmentsAmong, asksTheSame, type Before, follow, type Following } from './follow'
import { type AmendmentRef, type CollisionRef } from './ids'
import {
  currentForm,
  findAmendment,
  findCollision,
  formOn,
  isAgainstText,
  isOpen,
  nextCollision,
  openAmendments,
  openCollisions
} from './queries'
import { type Revision, revisionOf, type RevisionLine, textSide } from './revision-line'
import { bearsOn, currentRound, knownCollisions, readyAmendments, voiceOn } from './round'
import { isKnownAs, settlementOf } from './settlement'
import { type AmendmentsState, type AmendmentState, type Entry, type Form } from './state'

/** The events that a decision has so far, and the state that they make. */
export interface Draft {
  readonly submission: SubmissionRef
  /** Who decides, and when: what the events' entries will say, save their ids. */
  readonly entry: Entry
  readonly state: AmendmentsState
  readonly events: ReadonlyArray<AmendmentEvent>
}

export const draftFor = (submission: SubmissionRef, entry: Entry, state: AmendmentsState): Draft => ({
  submission,
  entry,
  state,
  events: []
})

/** The draft with more events. */
export const noting = (draft: Draft, ...events: ReadonlyArray<AmendmentEvent>): Draft => ({
  ...draft,
  state: events.reduce((state, event) => afterEvent(state, event, draft.entry), draft.state),
  events: [...draft.events, ...events]
})

/** How the newest revision came about: by an amendment as it stood, or by other operations on the text before it. */
export type Step =
  | { readonly kind: 'amendment'; readonly ref: AmendmentRef; readonly before: AmendmentsState }
  | { readonly kind: 'other'; readonly operations: Amendment['operations'] }

/**
 * Every open amendment on the newest revision of the line: rebased where it is clean or settled (rule 7), moot where
 * nothing is left, colliding where people have to settle it (rule 9); then all against each other. For a step by an
 * amendment, `before` is the state before it was put in.
 */
export const bringForward = (draft: Draft, line: RevisionLine, step: Step): Draft => {
  const last = line.at(-2)
  const next = line.at(-1)
  if (last === undefined || next === undefined) return draft
  const voices = voicesOf(draft.submission, step, last, next)
  const round = step.kind === 'amendment' ? roundWith(step, line, last) : undefined
  const brought = openAmendments(draft.state).reduce((so, amendment) => {
    const form = currentForm(amendment)
    if (form === undefined) return so
    return form.revision === last.revision
      ? brings(so, line, amendment, { base: last, voices, form }, inRound(round, amendment))
      : brings(so, line, amendment, stayedBehind(so.submission, line, next, round, amendment, form))
  }, draft)
  return brought.events.slice(draft.events.length).some(({ type }) => type === 'AmendmentBecameMoot')
    ? weighAll(brought, line)
    : setAgainstEachOther(brought, line)
}

/** After something was put in that leaves the text as it is: what others ask for may be another thing now. */
export const weighAll = (draft: Draft, line: RevisionLine): Draft =>
  setAgainstEachOther(weighedAgain(draft, line), line)

/** Those without a wording on the current text, as far as they fit it. */
export const stayingBehind = (draft: Draft, line: RevisionLine): Draft => {
  const current = line.at(-1)
  if (current === undefined) return draft
  const round = textInRound(draft.state, line, current)
  return openAmendments(draft.state).reduce((so, amendment) => {
    const form = currentForm(amendment)
    return form === undefined || form.revision === current.revision
      ? so
      : brings(so, line, amendment, stayedBehind(so.submission, line, current, round, amendment, form))
  }, draft)
}

/** What a settled collision kept back is brought to the text as it is now. */
export const bringBack = (draft: Draft, line: RevisionLine, settled: CollisionRef): Draft => {
  const current = line.at(-1)
  const collision = findCollision(draft.state, settled)
  if (current === undefined || collision === undefined) return draft
  const met = isAgainstText(collision) ? collision.concerns : []
  const brought = met.reduce((so, ref) => {
    const amendment = findAmendment(so.state, ref)
    const form = amendment === undefined ? undefined : formOn(amendment, collision.revision)
    return amendment === undefined || form === undefined || !isOpen(amendment)
      ? so
      : brings(so, line, amendment, sinceWording(so.submission, line, current, form))
  }, draft)
  return weighAll(stayingBehind(brought, line), line)
}

/** Every amendment on which a settled collision with the text's own amendments bears, as it is settled now (rule 8). */
function weighedAgain(draft: Draft, line: RevisionLine): Draft {
  const current = line.at(-1)
  if (current === undefined) return draft
  const round = textInRound(draft.state, line, current)
  return readyAmendments(draft.state, current).reduce((so, { amendment, form }) => {
    const step = inRound(round, amendment)
    const known = knownCollisions(so.state)
    if (step === undefined || !bearsOn(known, amendment.ref, amendmentsAmong(round.voices))) return so
    const following = follow({ line, known, amendment, next: current, step })
    return following.tag !== 'fits' || asksTheSame(current.text, form.operations, following.operations)
      ? so
      : noting(so, ...eventsOf(so, amendment, following, current))
  }, draft)
}

const textInRound = (state: AmendmentsState, line: RevisionLine, current: Revision): Voices => {
  const { base, adopted } = currentRound(state, line, current)
  return { base, voices: adopted.flatMap(amendment => voiceOn(amendment, base.revision)) }
}

type Voices = { readonly base: Revision; readonly voices: ReadonlyArray<Amendment> }

/** What the newest revision put into the one before it, as a voice on that one. */
function voicesOf(
  submission: SubmissionRef,
  step: Step,
  last: Revision,
  next: Revision
): ReadonlyArray<Amendment> {
  if (step.kind === 'other')
    return [{ ref: textSide(submission, next.revision), operations: step.operations }]
  const put = findAmendment(step.before, step.ref)
  return put === undefined ? [] : voiceOn(put, last.revision)
}

function roundWith(
  { ref, before }: Extract<Step, { kind: 'amendment' }>,
  line: RevisionLine,
  last: Revision
): Voices {
  const { base, adopted } = currentRound(before, line.slice(0, -1), last)
  const put = findAmendment(before, ref)
  const all = put === undefined ? adopted : [...adopted, put]
  return { base, voices: all.flatMap(amendment => voiceOn(amendment, base.revision)) }
}

const inRound = (round: Voices | undefined, amendment: AmendmentState): Before | undefined => {
  const form = round === undefined ? undefined : formOn(amendment, round.base.revision)
  return round === undefined || form === undefined ? undefined : { ...round, form }
}

/** One without a wording on the last revision is judged in the round, or else meets all that came since as one change. */
const stayedBehind = (
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
  return { base, voices: [{ ref: textSide(submission, next.revision), operations }], form }
}

function brings(
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

function eventsOf(
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

/** The collisions that are not on the table yet, with the next numbers; one that was settled but no longer fits comes back. */
function collisionsFound(
  draft: Draft,
  base: Revision,
  collisions: ReadonlyArray<Collision>
): ReadonlyArray<AmendmentEvent> {
  const onTheTable = openCollisions(draft.state)
  return collisions
    .filter(collision => !onTheTable.some(recorded => isKnownAs(recorded, collision)))
    .map((collision, index) => ({
      type: 'CollisionDetected',
      data: {
        ref: nextCollision(draft.state, draft.submission, index),
        revision: base.revision as Positive,
        collision
      }
    }))
}

/** Sets the amendments of the round against each other, and notes the collisions that are new (rule 9). */
export const setAgainstEachOther = (draft: Draft, line: RevisionLine): Draft => {
  const current = line.at(-1)
  if (current === undefined) return draft
  const { base, voices } = roundVoices(draft.state, line, current)
  const settlement = settlementOf(line, base, voices, knownCollisions(draft.state))
  return E.isLeft(settlement) ? draft : noting(draft, ...collisionsFound(draft, base, settlement.right.open))
}

/** All that is in the text since the round's base, and all that wants to be, on that base. */
export const roundVoices = (state: AmendmentsState, line: RevisionLine, current: Revision): Voices => {
  const { base, adopted } = currentRound(state, line, current)
  const ready = readyAmendments(state, current).map(one => one.amendment)
  return {
    base,
    voices: [...adopted, ...ready].flatMap(amendment => voiceOn(amendment, base.revision))
  }
}
