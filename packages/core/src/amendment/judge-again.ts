/** What settled collisions leave of amendments, where more or less of them counts than before (rule 8). */
import * as E from 'fp-ts/lib/Either'
import { newCollisions, voicesOfRound } from './detect-collisions'
import { eventsOfOutcome, besideInRound, voicesInText } from './rebase-amendment'
import { type Draft, noting } from './draft'
import { amendmentsAmong, makeTheSame, outcomeOf } from './outcome'
import { type AmendmentRef } from './ids'
import { amendmentsOf, collisionsOf, fateOf } from './queries'
import { type RevisionLine } from './revision-line'
import { knownCollisions, readyAmendments } from './round'
import { resolvedLike, saidBefore } from './settled-alike'
import { bearsOn, tiedTo } from './settled-between'
import { settlementOf } from './settlement'
import { type AmendmentState, type CollisionState } from './state'

/** The amendments of a round against each other: what nobody has settled yet is a collision (rule 9). */
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

/** The amendments for which settled collisions may say another thing now. */
type Tied = ReadonlySet<AmendmentRef>

/** What others asked for as well is in the text now in their name too, as if they had been put in: weighed again. */
export function countContained(before: Draft, draft: Draft, line: RevisionLine): Draft {
  const contained = containedSince(before, draft)
  const [by] = contained
  if (by === undefined) return draft
  const tied = tiedTo(knownCollisions(draft.state), contained)
  return countContained(draft, reopenWhatGaveWay(rejudged(draft, line, tied), line, by, tied), line)
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
export const judgeAgain = (draft: Draft, line: RevisionLine, about: ReadonlyArray<AmendmentRef>): Draft =>
  detectCollisions(
    countContained(draft, rejudged(draft, line, tiedTo(knownCollisions(draft.state), about)), line),
    line
  )

/** Every tied amendment on which a settled collision with the text's own amendments bears, as it is settled now (rule 8). */
function rejudged(draft: Draft, line: RevisionLine, tied: Tied): Draft {
  const current = line.at(-1)
  if (current === undefined) return draft
  const round = voicesInText(draft.state, line, current)
  const known = knownCollisions(draft.state)
  return readyAmendments(draft.state, current).reduce((so, { amendment, form }) => {
    const step = tied.has(amendment.ref) ? besideInRound(round, amendment) : undefined
    if (step === undefined || !bearsOn(known, amendment.ref, amendmentsAmong(round.voices))) return so
    const outcome = outcomeOf({ line, known, amendment, next: current, step })
    const asBefore =
      outcome.tag === 'collides' ||
      (outcome.tag === 'fits' && makeTheSame(current.text, form.operations, outcome.operations))
    return asBefore ? so : noting(so, ...eventsOfOutcome(so, amendment, outcome, current))
  }, draft)
}

/** What gave way to one that now gives way itself, to the amendment that was put in, is open again (rule 8). */
export function reopenWhatGaveWay(draft: Draft, line: RevisionLine, by: AmendmentRef, tied: Tied): Draft {
  const next = line.at(-1)
  if (next === undefined) return draft
  const round = voicesInText(draft.state, line, next)
  return amendmentsOf(draft.state).reduce((so, amendment) => {
    const { ref } = amendment
    const step = tied.has(ref) && hasGivenWay(amendment) ? besideInRound(round, amendment) : undefined
    if (step === undefined) return so
    const outcome = outcomeOf({ line, known: knownCollisions(so.state), amendment, next, step })
    if (outcome.tag === 'moot') return so
    const again = noting(so, { type: 'AmendmentReopened', data: { ref, by } })
    return noting(again, ...eventsOfOutcome(again, amendment, outcome, next))
  }, draft)
}

const hasGivenWay = (amendment: AmendmentState): boolean => {
  const fate = fateOf(amendment)
  return fate.status === 'moot' && fate.because.kind === 'gaveWay'
}
