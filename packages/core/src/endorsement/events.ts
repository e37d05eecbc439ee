/** The stands of associations on exact texts (rule 10). Stored for ever: a change needs a new `v`, an upcaster and a fixture. */
import type * as t from 'io-ts'
import { AssociationRef } from '../kernel/envelope'
import { type EventOf } from '../kernel/event'
import { Count, EventId, Hash, Positive, Words } from '../kernel/primitives'
import { list, shape, shapeWith } from '../kernel/shapes'
import { BlockId } from '../text/text'

/** What an association does not agree with, block by block. */
export const Reservation = shape({ block: BlockId, reason: Words })
export type Reservation = t.TypeOf<typeof Reservation>

const exactText = { revision: Positive, textHash: Hash }

export const endorsementEvents = {
  /** An association stands behind this exact text, with reservations on blocks where it has some (rule 10). */
  EndorsementGiven: shape({ association: AssociationRef, ...exactText, reservations: list(Reservation) }),
  /** The text changed in substance: these associations are asked again (rule 10). */
  EndorsementBecameStale: shape({
    /** The associations, and the event of the stand that no longer holds. */
    stands: list(shape({ association: AssociationRef, stand: EventId })),
    /** The text that they stood on, and the one that is current now. */
    was: shape(exactText),
    now: shape(exactText)
  }),
  /** An association whose stand was stale or inherited stands behind the text as it reads now. */
  EndorsementReaffirmed: shapeWith(
    { association: AssociationRef, ...exactText, reservations: list(Reservation) },
    { /** The stand that is reaffirmed; absent for an inherited one. */ of: EventId }
  ),
  /** An association no longer stands behind the text. */
  EndorsementWithdrawn: shapeWith({ association: AssociationRef }, { reason: Words }),
  /** An association is against this exact text, and says why. */
  ObjectionRaised: shape({ association: AssociationRef, ...exactText, reason: Words, blocks: list(BlockId) }),
  /** An association no longer objects. */
  ObjectionLifted: shapeWith({ association: AssociationRef }, { reason: Words }),
  /** The text has the support that the charter asks for; it stays a fact whatever comes after. */
  ThresholdReached: shape({
    charter: Count,
    supporters: list(AssociationRef),
    eligible: Count,
    needed: Count,
    textHash: Hash
  })
}
export type EndorsementEvent = EventOf<typeof endorsementEvents>
