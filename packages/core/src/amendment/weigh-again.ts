/** What settled collisions leave of amendments, where more or less of them counts than before (rule 8). */
import * as E from 'fp-ts/lib/Either'
import { collisionsFound, roundVoices } from './against-each-other'
import { eventsOf, inRound, textInRound } from './brought'
import { type Draft, noting } from './draft'
import { amendmentsAmong, asksTheSame, follow } from './follow'
import { type AmendmentRef } from './ids'
import { amendmentsOf, collisionsOf, fateOf } from './queries'
import { type RevisionLine } from './revision-line'
import { knownCollisions, readyAmendments } from './round'
import { resolvedLike, saidBefore } from './settled-alike'
import { bearsOn, tiedTo } from './settled-between'
import { settlementOf } from './settlement'
import { type AmendmentState, type CollisionState } from './state'

/** The amendments of a round against each other: what nobody has settled yet is a collision (rule 9). */
export function setAgainstEachOther(draft: Draft, line: RevisionLine): Draft {
  const current = line.at(-1)
  if (current === undefined) return draft
  const voices = roundVoices(draft.state, line, current)
  const settlement = settlementOf(line, voices.base, voices.heard(), knownCollisions(draft.state))
  if (E.isLeft(settlement)) return draft
  const open = settlement.right.open.map(({ collision }) => collision)
  const noted = noting(draft, ...collisionsFound(draft, voices.base, open))
  const said = saidBefore(line, noted, voices, settlement.right, foundSince(draft, noted))
  if (said.length === 0) return noted
  const like = noting(noted, ...said.flatMap(resolvedLike(noted.state)))
  return weighAll(
    like,
    line,
    said.flatMap(({ recorded }) => recorded.concerns)
  )
}

const foundSince = (before: Draft, { state }: Draft): ReadonlyArray<CollisionState> =>
  collisionsOf(state).filter(({ ref }) => before.state.collisions[ref] === undefined)

/** The amendments for which settled collisions may say another thing now. */
type Tied = ReadonlySet<AmendmentRef>

/** What others asked for as well is in the text now in their name too, as if they had been put in: weighed again. */
export function withContained(before: Draft, draft: Draft, line: RevisionLine): Draft {
  const contained = containedSince(before, draft)
  const [by] = contained
  if (by === undefined) return draft
  const tied = tiedTo(knownCollisions(draft.state), contained)
  return withContained(draft, revived(weighedAgain(draft, line, tied), line, by, tied), line)
}

const containedSince = (before: Draft, { events }: Draft): ReadonlyArray<AmendmentRef> =>
  events
    .slice(before.events.length)
    .flatMap(event =>
      event.type === 'AmendmentBecameMoot' && event.data.because.kind === 'alreadyContained'
        ? [event.data.ref]
        : []
    )

/**
 * What these say counts otherwise though the text is as it was: what others ask for may be another thing now. Then all
 * against each other.
 */
export const weighAll = (draft: Draft, line: RevisionLine, about: ReadonlyArray<AmendmentRef>): Draft =>
  setAgainstEachOther(
    withContained(draft, weighedAgain(draft, line, tiedTo(knownCollisions(draft.state), about)), line),
    line
  )

/** Every tied amendment on which a settled collision with the text's own amendments bears, as it is settled now (rule 8). */
function weighedAgain(draft: Draft, line: RevisionLine, tied: Tied): Draft {
  const current = line.at(-1)
  if (current === undefined) return draft
  const round = textInRound(draft.state, line, current)
  const known = knownCollisions(draft.state)
  return readyAmendments(draft.state, current).reduce((so, { amendment, form }) => {
    const step = tied.has(amendment.ref) ? inRound(round, amendment) : undefined
    if (step === undefined || !bearsOn(known, amendment.ref, amendmentsAmong(round.voices))) return so
    const following = follow({ line, known, amendment, next: current, step })
    const asBefore =
      following.tag === 'collides' ||
      (following.tag === 'fits' && asksTheSame(current.text, form.operations, following.operations))
    return asBefore ? so : noting(so, ...eventsOf(so, amendment, following, current))
  }, draft)
}

/** What gave way to one that now gives way itself, to the amendment that was put in, is open again (rule 8). */
export function revived(draft: Draft, line: RevisionLine, by: AmendmentRef, tied: Tied): Draft {
  const next = line.at(-1)
  if (next === undefined) return draft
  const round = textInRound(draft.state, line, next)
  return amendmentsOf(draft.state).reduce((so, amendment) => {
    const { ref } = amendment
    const step = tied.has(ref) && hasGivenWay(amendment) ? inRound(round, amendment) : undefined
    if (step === undefined) return so
    const following = follow({ line, known: knownCollisions(so.state), amendment, next, step })
    if (following.tag === 'moot') return so
    const again = noting(so, { type: 'AmendmentReopened', data: { ref, by } })
    return noting(again, ...eventsOf(again, amendment, following, next))
  }, draft)
}

const hasGivenWay = (amendment: AmendmentState): boolean => {
  const fate = fateOf(amendment)
  return fate.status === 'moot' && fate.because.kind === 'gaveWay'
}
