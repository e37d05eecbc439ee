/**
 * A round of refining: the amendments that can all be judged on one base, because since then only amendments as they
 * stood were put into the text. Within a round the text is what merging those adopted into the base gives, so the
 * order of adoption makes no difference (rule 8).
 */
import { type Amendment } from '../text/collision'
import { type AmendmentRef } from './ids'
import {
  amendmentsOf,
  collisionsOf,
  currentForm,
  fateOf,
  findAmendment,
  formOn,
  openAmendments,
  resolutionOf
} from './queries'
import { type Revision, revisionOf, type RevisionLine } from './revision-line'
import { type Known } from './settlement'
import { type AmendmentsState, type AmendmentState, type Form } from './state'

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

/** The round that the current text belongs to: as far back as all that is in it or wants to be has a form. */
export const currentRound = (state: AmendmentsState, line: RevisionLine, current: Revision): Round => {
  const ready = readyAmendments(state, current).map(one => one.amendment)
  let base = current
  for (;;) {
    const earlier = revisionOf(line, base.revision - 1)
    const put = putIn(state, base)
    if (earlier === undefined || put === undefined) break
    if (![...put, ...ready].every(amendment => formOn(amendment, earlier.revision) !== undefined)) break
    base = earlier
  }
  const isOfTheRound = (one: AmendmentState): boolean => isIn(one) && formOn(one, base.revision) !== undefined
  return { base, adopted: amendmentsOf(state).filter(isOfTheRound) }
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

/** An amendment as the text engine sees it on a revision. */
export const voiceOn = (amendment: AmendmentState, revision: number): ReadonlyArray<Amendment> => {
  const form = formOn(amendment, revision)
  return form === undefined ? [] : [{ ref: amendment.ref, operations: form.operations }]
}

/** What people know and settled of collisions; `except` is put in the place of one that is being settled now. */
export const knownCollisions = (
  state: AmendmentsState,
  ...now: ReadonlyArray<Known>
): ReadonlyArray<Known> => [
  ...now,
  ...collisionsOf(state)
    .filter(recorded => !now.some(one => one.recorded.ref === recorded.ref))
    .map((recorded): Known => {
      const resolved = resolutionOf(recorded)
      return resolved === undefined ? { recorded } : { recorded, resolution: resolved.resolution }
    })
]

/** Whether a settled collision bears on an amendment and on nothing but it and the named others. */
export const bearsOn = (
  known: ReadonlyArray<Known>,
  amendment: AmendmentRef,
  others: ReadonlyArray<AmendmentRef>
): boolean =>
  known.some(
    ({ recorded, resolution }) =>
      resolution !== undefined &&
      recorded.concerns.includes(amendment) &&
      recorded.concerns.every(ref => ref === amendment || others.includes(ref))
  )
