/** What became of each amendment, by the association that proposed it; one carried elsewhere is followed there. */
import { type MootBecause } from '../amendment/events'
import { type CollisionRef } from '../amendment/ids'
import {
  amendmentsOf,
  fateOf,
  findCollision,
  resolutionOf,
  settledStanding,
  settlingWord
} from '../amendment/queries'
import { type AmendmentsState, type AmendmentState, type Fate } from '../amendment/state'
import { type Actor, type AssociationRef } from '../kernel/envelope'
import { type Instant } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { ownerOf } from '../path/reads'
import { type Stage } from '../process/ids'
import { type States, type SubmissionStream } from '../path/states'
import { revisionsOf } from '../submission/queries'
import { type Resolution } from '../text/resolution'
import { present } from './entry'
import { submissionsOf } from './in-order'

/** A collision that went another way. */
export interface GaveWay {
  readonly collision: CollisionRef
  readonly take: Resolution['take']
  /** What stands, where one of two was taken: an amendment, the text as it became, or a third text by its hash. */
  readonly to?: string
  readonly at: Instant
  readonly actor: Actor
  readonly reason: string
  readonly decision?: DecisionRef
}

/** One amendment of an association and where it ended. */
export interface AmendmentEnd {
  readonly amendment: string
  readonly submission: string
  readonly standing: string
  readonly at?: string
  readonly decision?: string
  readonly as?: string
  readonly reason?: string
  readonly because?: MootBecause
  /** In which collisions it gave way, to what, by whose word and why. */
  readonly gaveWay?: ReadonlyArray<GaveWay>
  /** The revision whose words it brought. */
  readonly revision?: number
  /** Where it was carried on: the last amendment that carries it, and how that stands. */
  readonly carriedTo?: { readonly amendment: string; readonly standing: string }
}

export const amendmentEnds = (
  states: States,
  stage: Stage
): ReadonlyMap<AssociationRef, ReadonlyArray<AmendmentEnd>> => {
  const found = new Map<AssociationRef, Array<AmendmentEnd>>()
  for (const { ref, state } of submissionsOf(states)) {
    const revisions = revisionByAmendment(state)
    for (const amendment of amendmentsOf(state.amendments)) {
      const own = found.get(amendment.association) ?? []
      own.push(amendmentRow(ref, amendment, state, revisions, states, stage))
      found.set(amendment.association, own)
    }
  }
  return found
}

const revisionByAmendment = ({ submission }: SubmissionStream): ReadonlyMap<string, number> =>
  new Map(
    revisionsOf(submission).flatMap(({ revision, because }) =>
      because.kind === 'amendments'
        ? because.amendments.map((amendment): [string, number] => [amendment, revision])
        : []
    )
  )

const amendmentRow = (
  submission: string,
  amendment: AmendmentState,
  stream: SubmissionStream,
  revisions: ReadonlyMap<string, number>,
  states: States,
  stage: Stage
): AmendmentEnd => {
  const fate = fateOf(amendment)
  return {
    amendment: amendment.ref,
    submission,
    standing: settledStanding(stream.amendments, amendment, stage),
    ...present('at', amendment.fates.at(-1)?.at),
    ...detailsOf(fate),
    ...present('gaveWay', gaveWay(fate, stream.amendments)),
    ...present('revision', revisions.get(amendment.ref)),
    ...present('carriedTo', carriedTo(fate, states, stage))
  }
}

/** The decision and the reasons of a fate, without the operations: those stand on the desk. */
export const detailsOf = (fate: Fate) => ({
  ...present('decision', 'decision' in fate ? fate.decision : undefined),
  ...present('as', fate.status === 'adopted' ? fate.as : undefined),
  ...present('by', fate.status === 'acceptedByAuthor' ? fate.association : undefined),
  ...present('reason', 'reason' in fate ? fate.reason : undefined),
  ...present('because', fate.status === 'moot' ? fate.because : undefined)
})

/** The collisions that went another way: the side that stands, or that a third text does. */
export const gaveWay = (fate: Fate, amendments: AmendmentsState): ReadonlyArray<GaveWay> | undefined =>
  fate.status === 'moot' && fate.because.kind === 'gaveWay'
    ? fate.because.collisions.flatMap(ref => {
        const collision = findCollision(amendments, ref)
        const settled = collision === undefined ? undefined : resolutionOf(collision)
        const word = collision === undefined ? undefined : settlingWord(amendments, collision)
        if (settled === undefined || word === undefined) return []
        const { resolution } = settled
        const { actor, reason, at, decision } = word
        return [
          {
            collision: ref,
            take: resolution.take,
            ...present('to', resolution.take === 'one' ? resolution.ref : undefined),
            at,
            actor,
            reason,
            ...present('decision', decision)
          }
        ]
      })
    : undefined

const carriedTo = (
  fate: Fate,
  states: States,
  stage: Stage
): { readonly amendment: string; readonly standing: string } | undefined => {
  const next =
    fate.status === 'moot' && fate.because.kind === 'carriedTo' ? fate.because.amendment : undefined
  if (next === undefined) return undefined
  const stream = states.submissions[ownerOf(next)]
  const amendment = stream?.amendments.amendments[next]
  if (stream === undefined || amendment === undefined) return undefined
  return (
    carriedTo(fateOf(amendment), states, stage) ?? {
      amendment: next,
      standing: settledStanding(stream.amendments, amendment, stage)
    }
  )
}
