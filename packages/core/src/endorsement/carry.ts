/**
 * The stands that a merged or split submission inherits: one an association, shown and asked to reaffirm, counting
 * toward no threshold until then (rule 10; domain.md §3, a merge). A support that is stale is asked as well.
 */
import { type AssociationRef } from '../kernel/envelope'
import { type Instant } from '../kernel/primitives'
import { type BlockOrigin, type InheritedPoint, type InheritedStand } from '../submission/events'
import { type BlockRef, type SubmissionRef } from '../submission/ids'
import { type BlockId } from '../text/text'
import { type Stand, standsAt } from './stands'
import { type Stood } from './state'
import type * as t from 'io-ts'

type Origins = ReadonlyArray<t.TypeOf<typeof BlockOrigin>>

/** The stands on all sources as a set: of several of an association the strongest, with all that they name. */
export const carriedByMerge =
  (sources: ReadonlyArray<Stood>, at: Instant) =>
  ({ blocks }: { readonly blocks: Origins }): ReadonlyArray<InheritedStand> => {
    const stands = sources.flatMap(source => heldIn(source, at))
    return associationsOf(stands).map(association =>
      asOne(
        association,
        stands.filter(({ stand }) => stand.association === association),
        blocks
      )
    )
  }

/** What of the stands on the source concerns a part: a block's reservation or objection goes where the block goes. */
export const carriedBySplit =
  (source: Stood, at: Instant) =>
  ({ blocks }: { readonly blocks: Origins }): ReadonlyArray<InheritedStand> =>
    heldIn(source, at)
      .map(held => ({
        ...held,
        points: held.points.filter(point => concerns(held.ref, point, blocks))
      }))
      .filter(
        ({ stand, points }) => stand.kind !== 'objection' || stand.blocks.length === 0 || points.length > 0
      )
      .map(held => asOne(held.stand.association, [held], blocks))

/** What is named of the source goes with its block; what the source itself inherited without a block goes with each. */
const concerns = (ref: SubmissionRef, { from }: InheritedPoint, blocks: Origins): boolean =>
  !from.startsWith(`${ref}#`) || homeOf(from, blocks) !== undefined

interface Held {
  readonly ref: SubmissionRef
  readonly stand: Stand
  readonly points: ReadonlyArray<InheritedPoint>
}

/** Those that were not taken back. */
const heldIn = (source: Stood, at: Instant): ReadonlyArray<Held> => {
  const { ref } = source.submission
  return ref === undefined
    ? []
    : standsAt(source, at)
        .filter(({ status }) => status !== 'withdrawn' && status !== 'lifted')
        .map(stand => ({ ref, stand, points: pointsOf(ref, stand) }))
}

/** What a stand names, as blocks of the source; of one that the source inherited, also what has no block there. */
const pointsOf = (ref: SubmissionRef, stand: Stand): ReadonlyArray<InheritedPoint> =>
  stand.points?.map(point =>
    point.block === undefined ? point : { ...pointOn(ref, point.block), ...reasonOf(point) }
  ) ?? [
    ...stand.reservations.map(reserved => ({ ...pointOn(ref, reserved.block), ...reasonOf(reserved) })),
    ...stand.blocks.map(block => pointOn(ref, block))
  ]

const pointOn = (ref: SubmissionRef, block: BlockId) => ({ from: `${ref}#${block}` as BlockRef })
const reasonOf = ({ reason }: Pick<InheritedPoint, 'reason'>) => (reason === undefined ? {} : { reason })

const associationsOf = (stands: ReadonlyArray<Held>): ReadonlyArray<AssociationRef> =>
  [...new Set(stands.map(({ stand }) => stand.association))].sort(
    (a, b) => Number(a.slice(1)) - Number(b.slice(1))
  )

const asOne = (association: AssociationRef, held: ReadonlyArray<Held>, blocks: Origins): InheritedStand => {
  const points = held.flatMap(one => one.points).map(point => atHome(point, blocks))
  const reason = held.find(({ stand }) => stand.kind === 'objection')?.stand.reason
  return {
    association,
    kind: strongest(held),
    from: held.map(({ ref }) => ref),
    ...(reason === undefined ? {} : { reason }),
    ...(points.length === 0 ? {} : { points })
  }
}

/** An objection outweighs a reservation, a reservation an endorsement; one with nothing reserved here is none. */
const strongest = (held: ReadonlyArray<Held>): InheritedStand['kind'] => {
  if (held.some(({ stand }) => stand.kind === 'objection')) return 'objection'
  return held.some(({ stand, points }) => stand.kind === 'reservation' && points.length > 0)
    ? 'reservation'
    : 'endorsement'
}

const atHome = (point: InheritedPoint, blocks: Origins): InheritedPoint => {
  const block = homeOf(point.from, blocks)
  return block === undefined ? point : { ...point, block }
}

/** The block that has the words of a source's block now. */
const homeOf = (from: BlockRef, blocks: Origins) => blocks.find(origin => origin.from.includes(from))?.block
