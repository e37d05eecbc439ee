/** The amendments of a round against each other: what nobody has settled yet is a collision (rule 9). */
import * as E from 'fp-ts/lib/Either'
import { type Draft, noting } from './draft'
import { type AmendmentRef } from './ids'
import { countContained, judgedAgain } from './judge-again'
import { newCollisions } from './new-collisions'
import { collisionsOf } from './queries'
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
  const said = saidBefore(line, noted, voices, settlement.right, foundSince(draft, noted))
  if (said.length === 0) return noted
  const like = noting(noted, ...said.flatMap(resolvedLike(noted.state)))
  return judgeAgain(
    like,
    line,
    said.flatMap(({ recorded }) => recorded.concerns)
  )
}

const foundSince = (before: Draft, { state }: Draft): ReadonlyArray<CollisionState> =>
  collisionsOf(state).filter(({ ref }) => before.state.collisions[ref] === undefined)

/**
 * What these say counts otherwise though the text is as it was: what others ask for may be another thing now. Then all
 * against each other.
 */
export const judgeAgain = (draft: Draft, line: RevisionLine, about: ReadonlyArray<AmendmentRef>): Draft =>
  detectCollisions(
    countContained(draft, judgedAgain(draft, line, tiedTo(knownCollisions(draft.state), about)), line),
    line
  )
