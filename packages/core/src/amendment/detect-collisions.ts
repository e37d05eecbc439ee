/** The amendments of a round against each other: what nobody has settled yet is a collision (rule 9). */
import * as E from 'fp-ts/lib/Either'
import { type Draft, noting } from './draft'
import { type AmendmentRef } from './ids'
import { countContained, judgedAgain, rebaseLeftBehind } from './judge-again'
import { newCollisions } from './new-collisions'
import { findCollision } from './queries'
import { type RevisionLine } from './revision-line'
import { knownCollisions, voicesOfRound } from './round'
import { resolvedLike, saidBefore } from './settled-alike'
import { tiedTo } from './settled-between'
import { settlementOf } from './settlement'
import { type CollisionState } from './state'

/** Notes those that are new; one between wishes of which people have said what stands is settled as it is found. */
export function detectCollisions(draft: Draft, line: RevisionLine): Draft {
  const current = line.at(-1)
  if (current === undefined) return draft
  const voices = voicesOfRound(draft.state, line, current)
  const settlement = settlementOf(line, voices.base, voices.heard(), knownCollisions(draft.state))
  if (E.isLeft(settlement)) return draft
  const open = settlement.right.open.map(({ collision }) => collision)
  const noted = noting(draft, ...newCollisions(draft, voices.base, open))
  const said = saidBefore(line, noted, voices, settlement.right, foundIn(noted))
  if (said.length === 0) return noted
  const like = noting(noted, ...said.flatMap(resolvedLike(noted.state)))
  return judgeAgain(
    like,
    line,
    said.flatMap(({ recorded }) => recorded.concerns)
  )
}

/** What this act found, on the way as well, and nobody has spoken of yet. */
const foundIn = ({ state, events }: Draft): ReadonlyArray<CollisionState> =>
  events
    .flatMap(event =>
      event.type === 'CollisionDetected' ? (findCollision(state, event.data.ref) ?? []) : []
    )
    .filter(({ history }) => history.length === 1)

/**
 * What these say counts otherwise though the text is as it was: what was kept back is brought to it as far as it fits,
 * and what others ask for may be another thing now. Then all against each other.
 */
export function judgeAgain(draft: Draft, line: RevisionLine, about: ReadonlyArray<AmendmentRef>): Draft {
  const brought = rebaseLeftBehind(draft, line)
  const tied = tiedTo(knownCollisions(brought.state), about)
  return detectCollisions(countContained(draft, judgedAgain(brought, line, tied), line), line)
}
