/** What may be asked of the amendments to a submission: by decisions, by the freeze (rule 12) and by the desk. */
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
  return amendment.onTranslation === true && last?.madeFrom === undefined ? undefined : last
}

/** The wording that it had on a revision of the original. */
export const formOn = (amendment: AmendmentState, revision: number): Form | undefined =>
  [...amendment.forms]
    .reverse()
    .find(
      form => form.revision === revision && (amendment.onTranslation !== true || form.madeFrom !== undefined)
    )

/** The wording that its association submitted. */
export const submittedForm = (amendment: AmendmentState): Form | undefined => amendment.forms[0]

const lastOf = (collision: CollisionState): CollisionEntry['status'] =>
  collision.history.at(-1)?.status ?? 'detected'

/** Whether an amendment collides with the text as it became, not with another amendment. */
export const isAgainstText = ({ collision }: CollisionState): boolean =>
  isTextSide(collision.first.ref) || isTextSide(collision.second.ref)

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

/** What people still have to settle, in the order of the numbers: a platform is not frozen while there is one (rule 12). */
export const openCollisions = (state: AmendmentsState): ReadonlyArray<CollisionState> =>
  collisionsOf(state).filter(isCollisionOpen)

/** The open collisions that block the adoption of an amendment (rule 9). */
export const collisionsConcerning = (
  state: AmendmentsState,
  amendment: AmendmentRef
): ReadonlyArray<CollisionState> =>
  openCollisions(state).filter(collision => collision.concerns.includes(amendment))

export type AmendmentStanding = Fate['status'] | 'colliding' | 'awaitingWording'

/** How the amendment desk shows it: its fate, and where it is open what it waits for. */
export const standingOf = (state: AmendmentsState, amendment: AmendmentState): AmendmentStanding => {
  const { status } = fateOf(amendment)
  if (status !== 'open') return status
  if (currentForm(amendment) === undefined) return 'awaitingWording'
  return collisionsConcerning(state, amendment.ref).length > 0 ? 'colliding' : status
}

/** The number that the next amendment to a submission gets: numbers are never reused. */
export const nextAmendment = (state: AmendmentsState, submission: SubmissionRef): AmendmentRef =>
  `${submission}-A${Object.keys(state.amendments).length + 1}` as AmendmentRef

/** The number that the next collision on a submission gets. */
export const nextCollision = (state: AmendmentsState, submission: SubmissionRef, ahead = 0): CollisionRef =>
  `${submission}-X${Object.keys(state.collisions).length + 1 + ahead}` as CollisionRef
