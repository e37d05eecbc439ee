/**
 * The stand of an association as at an instant (rule 10). Whether it holds is read off the line of revisions: from a
 * substantive change on it is stale, and where the words that it was given on are current again it is live again (rule 1).
 */
import { type AssociationRef } from '../kernel/envelope'
import {
  type EventId,
  type Hash,
  type Instant,
  millis,
  type Positive,
  type Words
} from '../kernel/primitives'
import { revisionsOf, textAt } from '../submission/queries'
import { type InheritedPoint, type InheritedStand } from '../submission/events'
import { type SubmissionRef } from '../submission/ids'
import { type BlockId } from '../text/text'
import { type Reservation } from './events'
import { type StandEntry, type StandsState, type Stood } from './state'
import { stillHolds } from './staleness'

/** `live` counts; `stale` and `inherited` are asked to reaffirm; `withdrawn` and `lifted` were taken back. */
export type StandStatus = 'live' | 'stale' | 'inherited' | 'withdrawn' | 'lifted'

export interface Stand {
  readonly association: AssociationRef
  readonly kind: InheritedStand['kind']
  readonly status: StandStatus
  readonly at: Instant
  /** The entry; none for an inherited one. */
  readonly event?: EventId
  /** The text that it was given on; none for an inherited one. */
  readonly revision?: Positive
  readonly textHash?: Hash
  readonly reservations: ReadonlyArray<Reservation>
  /** The blocks that an objection names; none where it is to the whole. */
  readonly blocks: ReadonlyArray<BlockId>
  readonly reason?: Words
  /** Of an inherited one: the submissions it was taken on, and what it named there. */
  readonly from?: ReadonlyArray<SubmissionRef>
  readonly points?: ReadonlyArray<InheritedPoint>
}

/** Later than any instant that can be written. */
const always = '9999-12-31T23:59:59.999+00:00' as Instant

/** The stand that an association had at an instant: on what is now known of its words, and on the text current then. */
export const standAt = (stood: Stood, association: AssociationRef, at: Instant): Stand | undefined => {
  const own = entriesBy(stood.stands, association, at)
  const last = own.at(-1)
  if (last === undefined) return inheritedAt(stood, association, at)
  return 'textHash' in last ? taken(stood, last, at) : takenBack(stood, own, last, at)
}

/** All stands at an instant, in number order of the associations. */
export const standsAt = (stood: Stood, at: Instant): ReadonlyArray<Stand> =>
  associationsIn(stood).flatMap(association => standAt(stood, association, at) ?? [])

/** The stands as last known. */
export const currentStands = (stood: Stood): ReadonlyArray<Stand> => standsAt(stood, always)

/** The stands that count at an instant: live, of associations that are eligible then (rule 3). */
export const liveStands = (
  stood: Stood,
  at: Instant,
  eligible: ReadonlyArray<AssociationRef>
): ReadonlyArray<Stand> =>
  standsAt(stood, at).filter(({ association, status }) => status === 'live' && eligible.includes(association))

/** The entries of an association by an instant that are not struck through, as they happened. */
const entriesBy = (
  { stands }: StandsState,
  association: AssociationRef,
  at: Instant
): ReadonlyArray<StandEntry> =>
  (stands[association] ?? [])
    .filter(entry => entry.retracted === undefined && millis(entry.at) <= millis(at))
    .sort((a, b) => millis(a.at) - millis(b.at))

type Taken = Extract<StandEntry, { readonly textHash: Hash }>

const taken = (stood: Stood, entry: Taken, at: Instant): Stand => {
  const { association, event, revision, textHash } = entry
  const reservations = entry.word === 'objected' ? [] : entry.reservations
  const blocks = entry.word === 'objected' ? entry.blocks : []
  const current = textAt(stood.submission, at)
  return {
    association,
    kind: entry.word === 'objected' ? 'objection' : reservations.length > 0 ? 'reservation' : 'endorsement',
    status:
      current !== undefined && stillHolds(revisionsOf(stood.submission), { revision, blocks }, current)
        ? 'live'
        : 'stale',
    at: entry.at,
    event,
    revision,
    textHash,
    reservations,
    blocks,
    ...(entry.word === 'objected' ? { reason: entry.reason } : {})
  }
}

/** What was taken back is shown with the words that it had. */
const takenBack = (
  stood: Stood,
  own: ReadonlyArray<StandEntry>,
  last: Exclude<StandEntry, Taken>,
  at: Instant
): Stand | undefined => {
  const before = own.filter((entry): entry is Taken => 'textHash' in entry).at(-1)
  const stand = before === undefined ? inheritedAt(stood, last.association, at) : taken(stood, before, at)
  return stand === undefined
    ? undefined
    : {
        ...stand,
        status: last.word,
        at: last.at,
        ...(last.reason === undefined ? {} : { reason: last.reason })
      }
}

const inheritedAt = ({ submission }: Stood, association: AssociationRef, at: Instant): Stand | undefined => {
  const origin = submission.merged ?? submission.splitFrom
  const stand = origin?.stands.find(one => one.association === association)
  if (origin === undefined || stand === undefined || millis(origin.at) > millis(at)) return undefined
  const { kind, from, reason, points } = stand
  return {
    association,
    kind,
    status: 'inherited',
    at: origin.at,
    from,
    reservations: kind === 'reservation' ? (points ?? []).flatMap(reservationOf) : [],
    blocks: kind === 'objection' ? (points ?? []).flatMap(({ block }) => block ?? []) : [],
    ...(points === undefined ? {} : { points }),
    ...(reason === undefined ? {} : { reason })
  }
}

const reservationOf = ({ block, reason }: InheritedPoint): ReadonlyArray<Reservation> =>
  block === undefined || reason === undefined ? [] : [{ block, reason }]

const associationsIn = ({ submission, stands }: Stood): ReadonlyArray<AssociationRef> => {
  const origin = submission.merged ?? submission.splitFrom
  const inherited = origin?.stands.map(({ association }) => association) ?? []
  const own = Object.values(stands.stands).flatMap(entries => entries?.[0]?.association ?? [])
  return [...new Set([...inherited, ...own])].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
}
