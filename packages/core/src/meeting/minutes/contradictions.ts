/** Where minutes say otherwise than the record: each is mended or explained before sealing (rule 15). */
import { canonicalText } from '../../kernel/canonical'
import { type Words } from '../../kernel/primitives'
import { everPresent } from '../attendance'
import { type Method } from '../decision'
import { type Contradiction, type MinutesClaims } from '../events'
import { type MeetingState } from '../state'

/** In the order of the record: decisions, then attendance; `about` is the decision, the association or the mandate. */
export const contradictions = (claims: MinutesClaims, state: MeetingState): ReadonlyArray<Contradiction> => [
  ...missingDecisions(claims, state),
  ...claims.decisions.flatMap(claim => decisionContradicted(claim, state)),
  ...missingPresence(claims, state),
  ...claimedPresence(claims, state)
]

const contradiction = (kind: Contradiction['kind'], about: string): Contradiction => ({
  kind,
  about: about as Words
})

const missingDecisions = (claims: MinutesClaims, state: MeetingState): ReadonlyArray<Contradiction> =>
  state.decisions
    .filter(({ ref }) => !claims.decisions.some(claim => claim.ref === ref))
    .map(({ ref }) => contradiction('decisionMissing', ref))

const decisionContradicted = (
  claim: MinutesClaims['decisions'][number],
  state: MeetingState
): ReadonlyArray<Contradiction> => {
  const entry = state.decisions.find(({ ref }) => ref === claim.ref)
  if (entry === undefined) return [contradiction('decisionUnknown', claim.ref)]
  return entry.outcome === claim.outcome && sameCount(entry.methodNow, claim.method)
    ? []
    : [contradiction('countDiffers', claim.ref)]
}

/** The same method with the same count, in whatever order its lists were written. */
const sameCount = (a: Method, b: Method): boolean => canonicalText(inOrder(a)) === canonicalText(inOrder(b))

const inOrder = (method: Method): Method => {
  switch (method.kind) {
    case 'consensus':
      return { ...method, standAsides: [...method.standAsides].sort(), blocks: sorted(method.blocks) }
    case 'rollCall':
      return { ...method, votes: sorted(method.votes) }
    case 'secretBallot':
      return { ...method, tellers: [...method.tellers].sort() }
    case 'showOfHands':
      return method
  }
}

const sorted = <A extends { readonly association: string }>(said: ReadonlyArray<A>): ReadonlyArray<A> =>
  [...said].sort((a, b) => (a.association < b.association ? -1 : 1))

const missingPresence = (claims: MinutesClaims, state: MeetingState): ReadonlyArray<Contradiction> =>
  everPresent(state).flatMap(({ association, delegates }) => {
    const claim = claims.attended.find(attended => attended.association === association)
    return claim === undefined
      ? [contradiction('presenceMissing', association)]
      : delegates
          .filter(delegate => !claim.delegates.includes(delegate))
          .map(delegate => contradiction('presenceMissing', delegate))
  })

const claimedPresence = (claims: MinutesClaims, state: MeetingState): ReadonlyArray<Contradiction> => {
  const attended = everPresent(state)
  return claims.attended.flatMap(claim => {
    const recorded = attended.find(({ association }) => association === claim.association)
    return recorded === undefined
      ? [contradiction('notPresent', claim.association)]
      : claim.delegates
          .filter(delegate => !recorded.delegates.includes(delegate))
          .map(delegate => contradiction('notPresent', delegate))
  })
}
