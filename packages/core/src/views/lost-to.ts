/** To which open amendments an open one lost a collision: it waits for what becomes of them. */
import { type AmendmentRef, type CollisionRef } from '../amendment/ids'
import { behindSide, collisionsOf, findAmendment, isOpen, resolutionOf } from '../amendment/queries'
import { type AmendmentsState, type AmendmentState } from '../amendment/state'

export interface LostTo {
  readonly collision: CollisionRef
  readonly to: ReadonlyArray<AmendmentRef>
}

export const lostTo = (state: AmendmentsState, amendment: AmendmentState): ReadonlyArray<LostTo> =>
  !isOpen(amendment)
    ? []
    : collisionsOf(state).flatMap(collision => {
        const resolution = resolutionOf(collision)?.resolution
        if (resolution?.take !== 'one' || !collision.concerns.includes(amendment.ref)) return []
        const to = behindSide(state, resolution.ref).filter(ref => isOpenIn(state, ref))
        return to.length === 0 || to.includes(amendment.ref) ? [] : [{ collision: collision.ref, to }]
      })

const isOpenIn = (state: AmendmentsState, ref: AmendmentRef): boolean => {
  const amendment = findAmendment(state, ref)
  return amendment !== undefined && isOpen(amendment)
}
