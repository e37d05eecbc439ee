/** What became of each amendment, by the association that proposed it; one carried elsewhere is followed there. */
import { type MootBecause } from '../amendment/events'
import { amendmentsOf, fateOf, settledStanding } from '../amendment/queries'
import { type AmendmentState, type Fate } from '../amendment/state'
import { type AssociationRef } from '../kernel/envelope'
import { ownerOf } from '../path/reads'
import { type Stage } from '../process/ids'
import { type States, type SubmissionStream } from '../path/states'
import { present } from './entry'
import { type GaveWay, gaveWayOn } from './gave-way'
import { submissionsOf } from './in-order'
import { type PutIn, putInOn } from './put-in'

/** One amendment of an association and where it ended. */
export interface AmendmentEnd extends Partial<PutIn> {
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
  /** Where it was carried on: the last amendment that carries it, and how that stands. */
  readonly carriedTo?: CarriedOn
  /** The same of what other parts of a split took on of it. */
  readonly alsoCarriedTo?: ReadonlyArray<CarriedOn>
}

interface CarriedOn {
  readonly amendment: string
  readonly standing: string
}

export const amendmentEnds = (
  states: States,
  stage: Stage
): ReadonlyMap<AssociationRef, ReadonlyArray<AmendmentEnd>> => {
  const found = new Map<AssociationRef, Array<AmendmentEnd>>()
  for (const { ref, state } of submissionsOf(states)) {
    const putIn = putInOn(state)
    const gaveWay = gaveWayOn(state)
    for (const amendment of amendmentsOf(state.amendments)) {
      const own = found.get(amendment.association) ?? []
      own.push({
        ...amendmentRow(ref, amendment, state, states, stage),
        ...putIn(amendment),
        ...present('gaveWay', gaveWay(amendment))
      })
      found.set(amendment.association, own)
    }
  }
  return found
}

const amendmentRow = (
  submission: string,
  amendment: AmendmentState,
  stream: SubmissionStream,
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
    ...carriedOn(fate, states, stage)
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

const carriedOn = (
  fate: Fate,
  states: States,
  stage: Stage
): Pick<AmendmentEnd, 'carriedTo' | 'alsoCarriedTo'> => {
  const [carriedTo, ...others] = carriersOf(fate, states, stage)
  return {
    ...present('carriedTo', carriedTo),
    ...present('alsoCarriedTo', others.length === 0 ? undefined : others)
  }
}

/** The last of all that carry it on. */
const carriersOf = (fate: Fate, states: States, stage: Stage): ReadonlyArray<CarriedOn> => {
  if (fate.status !== 'moot' || fate.because.kind !== 'carriedTo') return []
  const { amendment: next, alsoTo = [] } = fate.because
  return [next, ...alsoTo].flatMap(ref => {
    const stream = states.submissions[ownerOf(ref)]
    const amendment = stream?.amendments.amendments[ref]
    if (stream === undefined || amendment === undefined) return []
    const further = carriersOf(fateOf(amendment), states, stage)
    return further.length > 0
      ? further
      : [{ amendment: ref, standing: settledStanding(stream.amendments, amendment, stage) }]
  })
}
