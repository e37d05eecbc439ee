/** From when to when each association was there, and in whose charge its voice was: what minutes and views print. */
import { type AssociationRef } from '../kernel/envelope'
import { type Instant } from '../kernel/primitives'
import {
  type AttendanceFact,
  byNumber,
  type Delegation,
  delegationOf,
  factsOf,
  inRoomOrder
} from './attendance'
import { type MeetingState } from './state'

/** One stay of one delegation; open-ended while it is there. */
export interface Stay extends Delegation {
  readonly until?: Instant
}

/** All stays, by association in number order and by time. */
export const staysOf = (state: MeetingState): ReadonlyArray<Stay> => {
  const facts = factsOf(state)
  const endings = facts.filter(fact => associationOf(fact) === undefined)
  return [...byAssociation(facts)]
    .sort(([a], [b]) => byNumber(a, b))
    .flatMap(([, own]) => inRoomOrder([...own, ...endings]).reduce<ReadonlyArray<Stay>>(follow, []))
}

/** Whose coming or going a fact is; of all, where a sitting ends. Proxies are no presence. */
const associationOf = (fact: AttendanceFact): AssociationRef | 'proxy' | undefined => {
  switch (fact.kind) {
    case 'arrival':
    case 'departure':
      return fact.association
    case 'proxy':
      return 'proxy'
    case 'adjourned':
    case 'closed':
    case 'cancelled':
      return undefined
  }
}

const byAssociation = (
  facts: ReadonlyArray<AttendanceFact>
): ReadonlyMap<AssociationRef, ReadonlyArray<AttendanceFact>> => {
  const own = new Map<AssociationRef, Array<AttendanceFact>>()
  for (const fact of facts) {
    const association = associationOf(fact)
    if (association === undefined || association === 'proxy') continue
    own.set(association, [...(own.get(association) ?? []), fact])
  }
  return own
}

/** A new delegation takes the place of the one that was there. */
const follow = (stays: ReadonlyArray<Stay>, fact: AttendanceFact): ReadonlyArray<Stay> =>
  fact.kind === 'arrival' ? [...ended(stays, fact.at), delegationOf(fact)] : ended(stays, fact.at)

const ended = (stays: ReadonlyArray<Stay>, until: Instant): ReadonlyArray<Stay> =>
  stays.map(stay => (stay.until === undefined ? { ...stay, until } : stay))
