/**
 * In which collisions an amendment gave way, to what and since which revision. That of one that is moot is recorded. One
 * that was put in before what stands over it was (rule 8) keeps its fate; that its words went again is told from how
 * its collisions were settled and from what is in the text.
 */
import { type AmendmentRef, type CollisionRef } from '../amendment/ids'
import {
  behindSide,
  collisionsOf,
  fateOf,
  findAmendment,
  findCollision,
  resolutionOf,
  settlingWord
} from '../amendment/queries'
import { isTextSide } from '../amendment/revision-line'
import {
  type AmendmentsState,
  type AmendmentState,
  type CollisionState,
  type FateEntry
} from '../amendment/state'
import { type Actor } from '../kernel/envelope'
import { type Instant, type UtcInstant } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { type SubmissionStream } from '../path/states'
import { revisionsOf } from '../submission/queries'
import { type Resolution } from '../text/resolution'
import { present } from './entry'

/** A collision that went another way. */
export interface GaveWay {
  readonly collision: CollisionRef
  readonly take: Resolution['take']
  /** What stands, where one of two was taken: an amendment, the text as it became, or a third text by its hash. */
  readonly to?: string
  /** The collision of which people said it, between the very same wishes. */
  readonly like?: CollisionRef
  /** The revision since which what stands is in the text. */
  readonly since: number
  readonly at: Instant
  readonly actor: Actor
  readonly reason: string
  readonly decision?: DecisionRef
}

/** The revision that first had what an amendment asks for, as it stood; none where it is not in the text. */
export type InTextSince = (ref: string) => number | undefined

export const inTextSince = ({ submission, amendments }: SubmissionStream): InTextSince => {
  const made = new Map<string, number>(
    revisionsOf(submission).flatMap(({ revision, because }) =>
      because.kind === 'amendments' ? because.amendments.map(ref => [ref, revision] as const) : []
    )
  )
  return ref => {
    const amendment = findAmendment(amendments, ref as AmendmentRef)
    const fate = amendment === undefined ? undefined : fateOf(amendment)
    if (fate?.status === 'moot' && fate.because.kind === 'alreadyContained') return fate.because.revision
    const isPutIn =
      fate?.status === 'acceptedByAuthor' || (fate?.status === 'adopted' && fate.as === 'proposed')
    return isPutIn ? made.get(ref) : undefined
  }
}

/** The revision since which a side of a collision is in the text: all that stands behind it. */
const sideSince = (state: AmendmentsState, since: InTextSince, side: string): number | undefined => {
  if (isTextSide(side)) return Number(side.slice(side.indexOf('@') + 1))
  const all = behindSide(state, side).map(since)
  const known = all.filter(one => one !== undefined)
  return all.length > 0 && known.length === all.length ? Math.max(...known) : undefined
}

/** The revision since which the text has what people settled: what stands, or all of which both sides are made. */
export const settledSince = (
  state: AmendmentsState,
  since: InTextSince,
  recorded: CollisionState
): number | undefined => {
  const resolution = resolutionOf(recorded)?.resolution
  const { collision } = recorded
  if (resolution === undefined) return undefined
  if (resolution.take === 'one') return sideSince(state, since, resolution.ref)
  const sides = [collision.first.ref, collision.second.ref].map(side => sideSince(state, since, side))
  const known = sides.filter(one => one !== undefined)
  return known.length === sides.length ? Math.max(...known) : undefined
}

/** What is recorded of one that became moot because it gave way: as its collisions were settled then. */
export const gaveWayWhenMoot = (
  { fate, recordedAt }: FateEntry,
  amendments: AmendmentsState
): ReadonlyArray<GaveWay> | undefined => {
  if (fate.status !== 'moot' || fate.because.kind !== 'gaveWay') return undefined
  const { collisions, revision } = fate.because
  const known = collisionsKnown(amendments, recordedAt)
  return collisions.flatMap(ref => {
    const collision = findCollision(known, ref)
    return collision === undefined ? [] : told(known, collision, revision)
  })
}

/** The collisions as they stood when something was recorded. */
const collisionsKnown = (state: AmendmentsState, then: UtcInstant): AmendmentsState => ({
  ...state,
  collisions: Object.fromEntries(
    collisionsOf(state).map(one => [
      one.ref,
      { ...one, history: one.history.filter(({ recordedAt }) => recordedAt <= then) }
    ])
  )
})

/** Where an amendment gave way; none for one that did nowhere. */
export type WhereGaveWay = (amendment: AmendmentState) => ReadonlyArray<GaveWay> | undefined

/** The same for all amendments to a submission. */
export const gaveWayOn = (stream: SubmissionStream): WhereGaveWay => {
  const { amendments } = stream
  const since = inTextSince(stream)
  const lost = lostOn(amendments, since)
  return amendment => {
    const last = amendment.fates.at(-1)
    const own = since(amendment.ref)
    if (own === undefined) return last === undefined ? undefined : gaveWayWhenMoot(last, amendments)
    const all = lost(amendment.ref).flatMap(one => {
      const from = settledSince(amendments, since, one)
      return from === undefined || (isContained(amendment) && from <= own) ? [] : told(amendments, one, from)
    })
    return all.length === 0 ? undefined : all
  }
}

/** A text that has all it asked for is none to which it gave way. */
const isContained = (amendment: AmendmentState): boolean => fateOf(amendment).status === 'moot'

const told = (
  amendments: AmendmentsState,
  collision: CollisionState,
  since: number
): ReadonlyArray<GaveWay> => {
  const resolution = resolutionOf(collision)?.resolution
  const word = settlingWord(amendments, collision)
  if (resolution === undefined || word === undefined) return []
  return [
    {
      collision: collision.ref,
      take: resolution.take,
      ...present('to', resolution.take === 'one' ? resolution.ref : undefined),
      ...present('like', resolutionOf(collision)?.like),
      since,
      at: word.at,
      actor: word.actor,
      reason: word.reason,
      ...present('decision', word.decision)
    }
  ]
}

type Lost = (ref: AmendmentRef) => ReadonlyArray<CollisionState>

/** The collisions settled against an amendment by what is in the text, and did not itself give way at that place. */
function lostOn(amendments: AmendmentsState, since: InTextSince): Lost {
  const inForce = collisionsOf(amendments).filter(one => settledSince(amendments, since, one) !== undefined)
  const known = new Map<string, boolean>()
  const isLost = (ref: AmendmentRef, one: CollisionState): boolean => {
    const winners = winnersOver(amendments, ref, one)
    if (winners === undefined) return false
    const key = `${ref} ${one.ref}`
    const already = known.get(key)
    if (already !== undefined) return already
    known.set(key, false)
    const fell = (winner: AmendmentRef): boolean =>
      inForce.some(other => isAtOnePlace(one, other) && isLost(winner, other))
    const lost = !winners.some(fell)
    known.set(key, lost)
    return lost
  }
  return ref => inForce.filter(one => isLost(ref, one) && !isSettledAnew(inForce, one))
}

/** The amendments that stand over one in a settled collision, none for a third text; undefined where none do. */
const winnersOver = (
  amendments: AmendmentsState,
  ref: AmendmentRef,
  collision: CollisionState
): ReadonlyArray<AmendmentRef> | undefined => {
  const resolution = resolutionOf(collision)?.resolution
  if (resolution === undefined || resolution.take === 'both' || !collision.concerns.includes(ref))
    return undefined
  if (resolution.take === 'third') return []
  const winners = behindSide(amendments, resolution.ref)
  return winners.includes(ref) ? undefined : winners
}

const isAtOnePlace = ({ collision: one }: CollisionState, { collision: other }: CollisionState): boolean =>
  one.blocks.length === 0
    ? other.blocks.length === 0 && one.kind === other.kind
    : one.blocks.some(block => other.blocks.includes(block))

/** The same two met there again on a later text, and that was settled too. */
const isSettledAnew = (all: ReadonlyArray<CollisionState>, one: CollisionState): boolean =>
  all
    .slice(all.indexOf(one) + 1)
    .some(
      later =>
        later.collision.first.ref === one.collision.first.ref &&
        later.collision.second.ref === one.collision.second.ref &&
        isAtOnePlace(one, later)
    )
