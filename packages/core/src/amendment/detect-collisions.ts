/** The amendments of a round against each other: what nobody has settled yet is a collision (rule 9). */
import { type Positive } from '../kernel/primitives'
import { type Collision, sameMatter } from '../text/collision'
import { type Draft } from './draft'
import { type AmendmentEvent } from './events'
import { nextCollision, openCollisions } from './queries'
import { type Revision, type RevisionLine } from './revision-line'
import { currentRound, readyAmendments } from './round'
import { isKnownAs } from './settlement'
import { type AmendmentsState } from './state'
import { voiceIn, type Voices, voicesOn } from './voices'

/** All that is in the text since the round's base, and all that wants to be, on that base. */
export const voicesOfRound = (state: AmendmentsState, line: RevisionLine, current: Revision): Voices => {
  const { base, adopted } = currentRound(state, line, current)
  const ready = readyAmendments(state, current).map(one => one.amendment)
  return voicesOn(
    base,
    [...adopted, ...ready].flatMap(amendment => voiceIn(amendment, base.revision))
  )
}

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
