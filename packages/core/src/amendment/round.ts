/**
 * A round of refining: the amendments that can all be judged on one base, because since then only amendments as they
 * stood were put into the text. Within a round the text is what merging those adopted into the base gives, so the
 * order of adoption makes no difference (rule 8).
 */
import {
  amendmentsOf,
  collisionsOf,
  currentForm,
  fateOf,
  findAmendment,
  findCollision,
  formOn,
  openAmendments,
  resolutionOf,
  wordedSince
} from './queries'
import { type AmendmentRef } from './ids'
import { type Revision, revisionOf, type RevisionLine } from './revision-line'
import { type Known } from './settlement'
import { type AmendmentsState, type AmendmentState, type CollisionState, type Form } from './state'
import { voiceIn, type Voices, voicesOn } from './voices'

export interface Round {
  readonly base: Revision
  /** What was put into the text since the base. */
  readonly adopted: ReadonlyArray<AmendmentState>
}

/** An open amendment whose wording fits the current text. */
export interface Ready {
  readonly amendment: AmendmentState
  readonly form: Form
}

/** The open amendments whose wording is one on the current text. */
export const readyAmendments = (state: AmendmentsState, current: Revision): ReadonlyArray<Ready> =>
  openAmendments(state).flatMap(amendment => {
    const form = currentForm(amendment)
    return form?.revision === current.revision ? [{ amendment, form }] : []
  })

/**
 * The round that the current text belongs to: as far back as all that was put in since, and all that wants to be, has a
 * wording. One that was proposed on a text of the round and put in before others ends it there.
 */
export const currentRound = (state: AmendmentsState, line: RevisionLine, current: Revision): Round => {
  const base = revisionOf(line, startOf(state, line, current)) ?? current
  const isOfTheRound = (one: AmendmentState): boolean => isIn(one) && formOn(one, base.revision) !== undefined
  return { base, adopted: amendmentsOf(state).filter(isOfTheRound) }
}

/** The oldest revision on which all that was put in since, and all that wants to be, has a wording. */
function startOf(state: AmendmentsState, line: RevisionLine, current: Revision): number {
  const heard = readyAmendments(state, current).map(one => one.amendment)
  let earliest = Math.max(1, ...heard.map(wordedSince))
  let start: number = current.revision
  for (let revision = start; revision > earliest; revision--) {
    const made = revisionOf(line, revision)
    const put = made === undefined ? undefined : putIn(state, made)
    if (put === undefined) break
    heard.push(...put)
    earliest = Math.max(earliest, ...put.map(wordedSince))
    if (revision > earliest && heard.every(one => formOn(one, revision - 1) !== undefined))
      start = revision - 1
  }
  return start
}

/** The amendments that made a revision, if they were put in as they stood and nothing else was. */
function putIn(state: AmendmentsState, { because }: Revision): ReadonlyArray<AmendmentState> | undefined {
  if (because.kind !== 'amendments') return undefined
  const amendments = because.amendments.flatMap(ref => findAmendment(state, ref) ?? [])
  return amendments.length > 0 && amendments.every(isIn) ? amendments : undefined
}

/** What it asks for is in the text, as it stood: taken up itself, or another asked for the very same. */
const isIn = (amendment: AmendmentState): boolean => {
  const fate = fateOf(amendment)
  return (
    fate.status === 'acceptedByAuthor' ||
    (fate.status === 'adopted' && fate.as === 'proposed') ||
    (fate.status === 'moot' && fate.because.kind === 'alreadyContained')
  )
}

/** What is in the text since the round's base. */
export const voicesInText = (state: AmendmentsState, line: RevisionLine, current: Revision): Voices => {
  const { base, adopted } = currentRound(state, line, current)
  return voicesOn(
    base,
    adopted.flatMap(amendment => voiceIn(amendment, base.revision))
  )
}

/** The same with one that is put in next. */
export const voicesWith = (
  state: AmendmentsState,
  line: RevisionLine,
  current: Revision,
  ref: AmendmentRef
): Voices => {
  const { base, adopted } = currentRound(state, line, current)
  const put = findAmendment(state, ref)
  const all = put === undefined ? adopted : [...adopted, put]
  return voicesOn(
    base,
    all.flatMap(amendment => voiceIn(amendment, base.revision))
  )
}

/**
 * All that is in the text since the round's base, and all that wants to be, on that base: also what is kept from the
 * current text by collisions that are open.
 */
export const voicesOfRound = (state: AmendmentsState, line: RevisionLine, current: Revision): Voices => {
  const { base, adopted } = currentRound(state, line, current)
  return voicesOn(
    base,
    [...adopted, ...openAmendments(state)].flatMap(amendment => voiceIn(amendment, base.revision))
  )
}

/** What people know and settled of collisions; `now` is put in the place of what is being settled now. */
export const knownCollisions = (
  state: AmendmentsState,
  ...now: ReadonlyArray<Known>
): ReadonlyArray<Known> => [
  ...now,
  ...collisionsOf(state)
    .filter(recorded => !now.some(one => one.recorded.ref === recorded.ref))
    .map(recorded => knownOf(state, recorded))
]

function knownOf(state: AmendmentsState, recorded: CollisionState): Known {
  const said = resolutionOf(recorded)
  if (said === undefined) return { recorded }
  const like = said.like === undefined ? undefined : findCollision(state, said.like)
  return { recorded, resolution: said.resolution, ...(like === undefined ? {} : { like }) }
}
