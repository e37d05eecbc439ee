/**
 * The amendments to one submission and their collisions, as the submission's stream tells them. Plain JSON; nothing
 * that a desk, a provenance or a fate report must show is dropped, and a submitted wording is never replaced (rule 7).
 */
import { type Actor, type AssociationRef, type MandateRef } from '../kernel/envelope'
import {
  type EventId,
  type Hash,
  type Instant,
  type Language,
  type UtcInstant,
  type Words
} from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { type Materiality } from '../submission/ids'
import { type Collision } from '../text/collision'
import { type Operation } from '../text/operation'
import { type Resolution } from '../text/resolution'
import { type MadeFrom, type MootBecause } from './events'
import { type AmendmentRef, type CollisionRef } from './ids'

/** Who did something to an amendment or a collision, and when it happened and was recorded (rule 2). */
export interface Entry {
  readonly event: EventId
  readonly at: Instant
  readonly recordedAt: UtcInstant
  readonly actor: Actor
  readonly recordedBy: MandateRef
}

/** A wording of an amendment on one revision. The first is the submitted one; derived ones say what they were made from. */
export interface Form extends Entry {
  /** From 1, of the text in the amendment's language for the first form of one on a translation. */
  readonly revision: number
  readonly textHash: Hash
  readonly operations: ReadonlyArray<Operation>
  readonly madeFrom?: MadeFrom
}

/** Where an amendment ended, or that it is open. `colliding` and `awaitingWording` are read by `standingOf`. */
export type Fate =
  | { readonly status: 'open' }
  | { readonly status: 'acceptedByAuthor'; readonly association: AssociationRef }
  | {
      readonly status: 'adopted'
      readonly decision: DecisionRef
      readonly as: 'proposed' | 'modified'
      /** What was put in: the form as it was, or as the meeting modified it; both are kept. */
      readonly operations: ReadonlyArray<Operation>
    }
  | { readonly status: 'rejected'; readonly decision: DecisionRef; readonly reason?: Words }
  | { readonly status: 'withdrawn'; readonly reason?: Words }
  | { readonly status: 'moot'; readonly because: MootBecause }
  | {
      readonly status: 'reopened'
      readonly reason?: Words
      readonly decision?: DecisionRef
      /** The amendment to which gave way what it had given way to. */
      readonly by?: AmendmentRef
    }

/** One step in an amendment's life after it was proposed. */
export interface FateEntry extends Entry {
  readonly fate: Fate
}

export interface AmendmentState {
  readonly ref: AmendmentRef
  readonly association: AssociationRef
  /** The language of the text that its submitted wording amends. */
  readonly language: Language
  readonly materiality: Materiality
  readonly reason?: Words
  /** The amendment to a merged or split source that it carries on. */
  readonly origin?: AmendmentRef
  readonly onTranslation?: true
  /** From the submitted wording to the newest derived form; never empty, and none is ever replaced (rule 7). */
  readonly forms: ReadonlyArray<Form>
  /** All that was decided on it, oldest first; the last one counts. */
  readonly fates: ReadonlyArray<FateEntry>
}

/** How a collision stood at one time. It lapses when a side of it is no longer open, or no longer meets the other. */
export type CollisionEntry = Entry &
  (
    | { readonly status: 'detected' }
    | {
        readonly status: 'resolved'
        readonly resolution: Resolution
        readonly reason: Words
        readonly decision?: DecisionRef
        /** The collision of which people said it, between the very same wishes. */
        readonly like?: CollisionRef
      }
    | {
        readonly status: 'reopened'
        readonly reason: Words
        readonly decision?: DecisionRef
        readonly like?: CollisionRef
      }
    | { readonly status: 'lapsed' }
  )

export interface CollisionState {
  readonly ref: CollisionRef
  /** The revision whose words it quotes, and on which a third text would be written. */
  readonly revision: number
  /** The exact words on both sides, as they were seen when it was detected. */
  readonly collision: Collision
  readonly hash: Hash
  /** The amendments whose adoption it blocks while it is open (rule 9). */
  readonly concerns: ReadonlyArray<AmendmentRef>
  readonly history: ReadonlyArray<CollisionEntry>
}

export interface AmendmentsState {
  readonly amendments: { readonly [ref in AmendmentRef]?: AmendmentState }
  readonly collisions: { readonly [ref in CollisionRef]?: CollisionState }
}

export const initialAmendmentsState: AmendmentsState = { amendments: {}, collisions: {} }
