/** Where an association stood: registered, suspended or left, read from dated entries as at an instant (rules 2 and 3). */
import { type AssociationRef } from '../kernel/envelope'
import { type Standing } from './coalition'
import { happenedBy, inOrder } from './dated'
import { type AssociationEntry, type ProcessState, type StandingEntry } from './state'

const after: { readonly [K in StandingEntry['kind']]: Standing } = {
  suspended: 'suspended',
  reinstated: 'registered',
  left: 'left'
}

/** What its entries until then make of its standing. Who has left stays so: it comes back as a new association. */
export const standingAt = (association: AssociationEntry, now: number): Standing | undefined => {
  if (!happenedBy(now)(association)) return undefined
  return association.standings.length === 0 ? 'registered' : standingAfter(association.standings, now)
}

const standingAfter = (entries: ReadonlyArray<StandingEntry>, now: number): Standing =>
  entries
    .filter(happenedBy(now))
    .sort(inOrder)
    .reduce<Standing>((standing, { kind }) => (standing === 'left' ? standing : after[kind]), 'registered')

/** The associations that count at an instant: registered, not suspended, not left, in number order. */
export const eligibleAt = ({ associations }: ProcessState, now: number): ReadonlyArray<AssociationRef> =>
  associations
    .filter(association => standingAt(association, now) === 'registered')
    .map(association => association.ref)
