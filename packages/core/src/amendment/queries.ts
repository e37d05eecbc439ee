/** What may be asked of the amendments to a submission: by decisions, by the freeze (rule 12) and by the desk. */
import { type Stage } from '../process/ids'
import { type SubmissionRef } from '../submission/ids'
import { byRef } from '../text/collision'
import { type AmendmentRef, type CollisionRef } from './ids'
import { isTextSide } from './revision-line'
import {
  type AmendmentsState,
  type AmendmentState,
  type CollisionEntry,
  type CollisionState,
  type Fate,
  type Form
} from './state'

/** All amendments in the order of their numbers. */
export const amendmentsOf = (state: AmendmentsState): ReadonlyArray<AmendmentState> =>
  Object.values(state.amendments)
    .filter(amendment => amendment !== undefined)
    .sort(byRef)

/** All collisions in the order of their numbers. */
export const collisionsOf = (state: AmendmentsState): ReadonlyArray<CollisionState> =>
  Object.values(state.collisions)
    .filter(collision => collision !== undefined)
    .sort(byRef)

export const findAmendment = (state: AmendmentsState, ref: AmendmentRef): AmendmentState | undefined =>
  state.amendments[ref]

export const findCollision = (state: AmendmentsState, ref: CollisionRef): CollisionState | undefined =>
  state.collisions[ref]

/** What became of an amendment; a reopened one is open again. */
export const fateOf = (amendment: AmendmentState): Fate => {
  const last = amendment.fates.at(-1)?.fate
  return last === undefined || last.status === 'reopened' ? { status: 'open' } : last
}

export const isOpen = (amendment: AmendmentState): boolean => fateOf(amendment).status === 'open'

/** Those that can still be adopted, rejected or withdrawn, in the order of their numbers. */
export const openAmendments = (state: AmendmentsState): ReadonlyArray<AmendmentState> =>
  amendmentsOf(state).filter(isOpen)

/** The wording that counts now, on the original; none while one on a translation awaits the original's words. */
export const currentForm = (amendment: AmendmentState): Form | undefined => {
  const last = amendment.forms.at(-1)
  return last === undefined || isOnTranslation(amendment, last) ? undefined : last
}

/** The newest wording that it had on a revision of the original; derived forms stand in the order of their revisions. */
export const formOn = (amendment: AmendmentState, revision: number): Form | undefined => {
  for (let index = amendment.forms.length - 1; index >= 0; index--) {
    const form = amendment.forms[index]
    if (form === undefined || isOnTranslation(amendment, form) || form.revision < revision) return undefined
    if (form.revision === revision) return form
  }
  return undefined
}

/**
 * The oldest revision of the original from which on it has a wording on each up to its newest, save on those for which
 * it had given way.
 */
export const wordedSince = (amendment: AmendmentState): number => {
  let since = currentForm(amendment)?.revision ?? Infinity
  for (let index = amendment.forms.length - 2; index >= 0; index--) {
    const form = amendment.forms[index]
    if (form === undefined || isOnTranslation(amendment, form)) break
    if (form.revision < since - 1 && !gaveWayAfter(amendment, form.revision)) break
    since = form.revision
  }
  return since
}

/** Whether it gave way to what was put into the text of that revision, or on it. */
const gaveWayAfter = ({ fates }: AmendmentState, revision: number): boolean =>
  fates.some(
    ({ fate }) =>
      fate.status === 'moot' &&
      fate.because.kind === 'gaveWay' &&
      (fate.because.revision === revision || fate.because.revision === revision + 1)
  )

const isOnTranslation = ({ onTranslation }: AmendmentState, { madeFrom }: Form): boolean =>
  onTranslation === true && madeFrom === undefined

/** The wording that its association submitted. */
export const submittedForm = (amendment: AmendmentState): Form | undefined => amendment.forms[0]

const lastOf = (collision: CollisionState): CollisionEntry['status'] =>
  collision.history.at(-1)?.status ?? 'detected'

/** Whether an amendment collides with the text as it became, not with another amendment. */
export const isAgainstText = ({ collision }: CollisionState): boolean =>
  isTextSide(collision.first.ref) || isTextSide(collision.second.ref)

/** The amendments behind a side: itself, those taken together in an order, or those that a third text replaced. */
export const behindSide = (state: AmendmentsState, side: string): ReadonlyArray<AmendmentRef> => {
  if (isTextSide(side)) return []
  const itself = state.amendments[side as AmendmentRef]
  if (itself !== undefined) return [itself.ref]
  const settled = collisionsOf(state).find(collision => collision.hash === side)
  if (settled !== undefined)
    return [settled, ...settledLike(state, settled.ref)].flatMap(collision => collision.concerns)
  return side.split('+').flatMap(part => state.amendments[part as AmendmentRef]?.ref ?? [])
}

/** Whether people still have to settle it (rule 9). */
export const isCollisionOpen = (collision: CollisionState): boolean => {
  const status = lastOf(collision)
  return status === 'detected' || status === 'reopened'
}

/** How a collision is settled now; none while it is open or where it lapsed. */
export const resolutionOf = (
  collision: CollisionState
): Extract<CollisionEntry, { status: 'resolved' }> | undefined => {
  const last = collision.history.at(-1)
  return last?.status === 'resolved' ? last : undefined
}

/** The word by which it is settled: of itself, or of the collision that it is settled like. */
export const settlingWord = (
  state: AmendmentsState,
  collision: CollisionState
): ReturnType<typeof resolutionOf> => {
  const own = resolutionOf(collision)
  const like = own?.like === undefined ? undefined : findCollision(state, own.like)
  return like === undefined ? own : (resolutionOf(like) ?? own)
}

/** The collisions that are settled like one, between the very same wishes. */
export const settledLike = (state: AmendmentsState, like: CollisionRef): ReadonlyArray<CollisionState> =>
  collisionsOf(state).filter(collision => resolutionOf(collision)?.like === like)

/** What people still have to settle, in the order of the numbers: a platform is not frozen while there is one (rule 12). */
export const openCollisions = (state: AmendmentsState): ReadonlyArray<CollisionState> =>
  collisionsOf(state).filter(isCollisionOpen)

/** The open collisions that block the adoption of an amendment (rule 9). */
export const collisionsConcerning = (
  state: AmendmentsState,
  amendment: AmendmentRef
): ReadonlyArray<CollisionState> =>
  openCollisions(state).filter(collision => collision.concerns.includes(amendment))

export type AmendmentStanding = Fate['status'] | 'colliding' | 'awaitingWording' | 'gaveWay'

/** How the amendment desk shows it: its fate, where it is open what it waits for, and whether it gave way to others. */
export const standingOf = (state: AmendmentsState, amendment: AmendmentState): AmendmentStanding => {
  const fate = fateOf(amendment)
  const { status } = fate
  if (status === 'moot' && fate.because.kind === 'gaveWay') return 'gaveWay'
  if (status !== 'open') return status
  if (currentForm(amendment) === undefined) return 'awaitingWording'
  return collisionsConcerning(state, amendment.ref).length > 0 ? 'colliding' : status
}

/**
 * As `standingOf`, but one that still waits has lapsed once texts are closed, as a submission does that was never
 * admitted; it is open again where the stage goes back. What collides still has to be settled (rule 12).
 */
export const settledStanding = (
  state: AmendmentsState,
  amendment: AmendmentState,
  stage: Stage
): AmendmentStanding | 'lapsed' => {
  const standing = standingOf(state, amendment)
  const textsClosed = stage !== 'gathering' && stage !== 'refining'
  return textsClosed && (standing === 'open' || standing === 'awaitingWording') ? 'lapsed' : standing
}

/** The number that the next amendment to a submission gets: numbers are never reused. */
export const nextAmendment = (state: AmendmentsState, submission: SubmissionRef): AmendmentRef =>
  `${submission}-A${Object.keys(state.amendments).length + 1}` as AmendmentRef

/** The number that the next collision on a submission gets. */
export const nextCollision = (state: AmendmentsState, submission: SubmissionRef, ahead = 0): CollisionRef =>
  `${submission}-X${Object.keys(state.collisions).length + 1 + ahead}` as CollisionRef
