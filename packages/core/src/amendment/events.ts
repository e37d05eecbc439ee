/** What happens to amendments and their collisions. Stored for ever: a change needs a new `v`, an upcaster and a fixture. */
import * as t from 'io-ts'
import { AssociationRef } from '../kernel/envelope'
import { type EventOf } from '../kernel/event'
import { Hash, Language, Positive, Words } from '../kernel/primitives'
import { list, oneOf, shape, shapeWith } from '../kernel/shapes'
import { DecisionRef } from '../meeting/ids'
import { Materiality, SubmissionRef } from '../submission/ids'
import { Collision } from '../text/collision'
import { Resolution } from '../text/resolution'
import { Operation } from '../text/operation'
import { AmendmentRef, CollisionRef } from './ids'

/**
 * Why an amendment, or one of its operations, could not be carried to a new text: its words or its place are not there,
 * the title is a new one, what it brings together stands apart, nothing would be left of the text, the text reads so
 * already, it would be too long, or it cannot be beside the rest of the amendment there.
 */
export const NotCarriedWhy = oneOf(
  'wordsGone',
  'wholeText',
  'awaitsWording',
  'placeGone',
  'titleIsNew',
  'apart',
  'nothingLeft',
  'alreadySo',
  'tooLong',
  'contradicts'
)
export type NotCarriedWhy = t.TypeOf<typeof NotCarriedWhy>

/** An operation of the source's amendment that no new text has taken on. */
export const LeftBehind = shape({ operation: Operation, why: NotCarriedWhy })
export type LeftBehind = t.TypeOf<typeof LeftBehind>

/** Why an open amendment has nothing left to amend. */
export const MootBecause = t.union([
  shape({ kind: t.literal('withdrawn') }),
  /**
   * Nothing of it could be carried: why its first operation was left behind, and each where that is not the same of
   * all. Without a why, where a split was undone and its source stands again.
   */
  shapeWith(
    { kind: t.literal('mergedInto'), into: SubmissionRef },
    { why: NotCarriedWhy, leftBehind: list(LeftBehind) }
  ),
  /** It goes on there, and in the other parts of a split; what could not be carried is left behind. */
  shapeWith(
    { kind: t.literal('carriedTo'), amendment: AmendmentRef },
    { alsoTo: list(AmendmentRef), leftBehind: list(LeftBehind) }
  ),
  /** As merged, of a split; without a why, where a merge was undone and its sources stand again. */
  shapeWith(
    { kind: t.literal('splitInto'), into: list(SubmissionRef) },
    { why: NotCarriedWhy, leftBehind: list(LeftBehind) }
  ),
  /** The text of that revision says all it asked for. */
  shape({ kind: t.literal('alreadyContained'), revision: Positive }),
  /** People settled the collisions against all it asked for, and what won is in the text of that revision. */
  shape({ kind: t.literal('gaveWay'), collisions: list(CollisionRef), revision: Positive }),
  shape({ kind: t.literal('declined'), decision: DecisionRef })
])
export type MootBecause = t.TypeOf<typeof MootBecause>

/** What a derived form was made from: the submitted wording is never replaced (rule 7). */
export const MadeFrom = t.union([
  /** From its form on `revision`, over what was adopted since, and as the named collisions were settled. */
  shapeWith(
    { kind: t.literal('rebase'), revision: Positive, adopted: list(AmendmentRef) },
    { resolutions: list(CollisionRef) }
  ),
  shape({ kind: t.literal('translation'), language: Language, textHash: Hash })
])
export type MadeFrom = t.TypeOf<typeof MadeFrom>

export const amendmentEvents = {
  /** An association wants other words in one revision; what it submitted is never replaced (rule 7). */
  AmendmentProposed: shapeWith(
    {
      ref: AmendmentRef,
      association: AssociationRef,
      /** The language of the text that it amends; on a translation it waits for the original's wording. */
      language: Language,
      revision: Positive,
      textHash: Hash,
      operations: list(Operation),
      materiality: Materiality
    },
    {
      reason: Words,
      /** The amendment to a merged or split source that it carries on. */
      origin: AmendmentRef,
      /** It amends a translation: nothing happens to the original until somebody gives the original's wording. */
      awaitsWording: t.literal(true)
    }
  ),
  /** The amendment is taken back by who proposed it. */
  AmendmentWithdrawn: shapeWith({ ref: AmendmentRef }, { reason: Words }),
  /** The authors take the amendment over without a meeting. */
  AmendmentAcceptedByAuthor: shape({ ref: AmendmentRef, association: AssociationRef }),
  /** A meeting adopts the amendment, as proposed or as it modified it; both forms are kept. */
  AmendmentAdopted: shape({
    ref: AmendmentRef,
    decision: DecisionRef,
    as: oneOf('proposed', 'modified'),
    operations: list(Operation)
  }),
  /** A meeting does not want the amendment. */
  AmendmentRejected: shapeWith({ ref: AmendmentRef, decision: DecisionRef }, { reason: Words }),
  /** A form of the amendment that fits a later text, and what it was made from (rule 7). */
  AmendmentRebased: shape({
    ref: AmendmentRef,
    revision: Positive,
    textHash: Hash,
    operations: list(Operation),
    madeFrom: MadeFrom
  }),
  /**
   * An amendment that was settled is open again: what settled it was taken back, which has a `reason`, or what it gave
   * way to gave way itself to the amendment `by`, which was put into the text.
   */
  AmendmentReopened: shapeWith(
    { ref: AmendmentRef },
    { reason: Words, decision: DecisionRef, by: AmendmentRef }
  ),
  /**
   * Two amendments want the same words otherwise; somebody has to settle it (rule 9).
   * `revision`: the text whose words it quotes, and on which a third text would be written. A side is an amendment,
   * or the text that came in between (`P1@3`); a third text stands under the hash of the collision it settled.
   */
  CollisionDetected: shape({ ref: CollisionRef, revision: Positive, collision: Collision }),
  /**
   * People settled a collision: one side, both in an order, or a third text (rule 9). `like`: they said it of that one,
   * which is between the very same wishes, so it holds here as well; the reason and the decision are those of that one.
   */
  CollisionResolved: shapeWith(
    { ref: CollisionRef, resolution: Resolution, reason: Words },
    { decision: DecisionRef, like: CollisionRef }
  ),
  /** What settled a collision holds no more; `like`: because it does not of the one that it was settled like. */
  CollisionReopened: shapeWith(
    { ref: CollisionRef, reason: Words },
    { decision: DecisionRef, like: CollisionRef }
  ),
  /** The amendment has nothing left to amend; it was not rejected (rule 11). */
  AmendmentBecameMoot: shape({ ref: AmendmentRef, because: MootBecause })
}
export type AmendmentEvent = EventOf<typeof amendmentEvents>
