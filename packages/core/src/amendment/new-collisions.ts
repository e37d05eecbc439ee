/** Collisions that nobody has recorded yet, as the events that record them. */
import { type Positive } from '../kernel/primitives'
import { type Collision, sameMatter } from '../text/collision'
import { type Draft } from './draft'
import { type AmendmentEvent } from './events'
import { nextCollision, openCollisions } from './queries'
import { type Revision } from './revision-line'
import { isKnownAs } from './settlement'

/** The collisions that are not on the table yet, with the next numbers; one that was settled but no longer fits comes back. */
export function newCollisions(
  draft: Draft,
  base: Revision,
  collisions: ReadonlyArray<Collision>
): ReadonlyArray<AmendmentEvent> {
  const onTheTable = openCollisions(draft.state)
  return collisions
    .filter(collision => !onTheTable.some(recorded => isKnownAs(recorded, collision)))
    .filter((collision, index, all) => all.findIndex(other => sameMatter(other, collision)) === index)
    .map((collision, index) => ({
      type: 'CollisionDetected',
      data: {
        ref: nextCollision(draft.state, draft.submission, index),
        revision: base.revision as Positive,
        collision
      }
    }))
}
