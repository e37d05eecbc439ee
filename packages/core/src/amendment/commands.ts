/** What can be asked of amendments. Payloads are recorded: a change needs a new `v` and a golden fixture. */
import { type CommandOf } from '../kernel/command'
import { Hash, Language, Positive, Words } from '../kernel/primitives'
import { list, shapeWith } from '../kernel/shapes'
import { MeetingRef } from '../meeting/ids'
import { knownPlatform, onText } from '../submission/commands'
import { Materiality } from '../submission/ids'
import { Resolution } from '../text/resolution'
import { Operation } from '../text/operation'
import { AmendmentRef, CollisionRef } from './ids'

export const amendmentCommands = {
  /** Asks for other words in one revision: by operations, or by giving the text as it should read. */
  ProposeAmendment: shapeWith(
    {
      ref: AmendmentRef,
      ...onText,
      language: Language,
      operations: list(Operation),
      materiality: Materiality
    },
    { reason: Words, ...knownPlatform }
  ),
  /** Takes one's amendment back. */
  WithdrawAmendment: shapeWith({ amendment: AmendmentRef }, { reason: Words, ...knownPlatform }),
  /** The authors take the amendment over without a meeting; `revision` and `textHash` are the text that it changes. */
  AcceptAmendment: shapeWith(
    { amendment: AmendmentRef, revision: Positive, textHash: Hash },
    { materiality: Materiality, ...knownPlatform }
  ),
  /** Says in the original's words what an amendment on a translation asks for; both are kept. */
  WordAmendment: shapeWith(
    { amendment: AmendmentRef, revision: Positive, textHash: Hash, operations: list(Operation) },
    /** `meeting`: whose chair gives the wording, where no author does. */
    { meeting: MeetingRef, ...knownPlatform }
  ),
  /** Settles a collision: one side, both in an order, or a third text (rule 9). */
  ResolveCollision: shapeWith(
    { collision: CollisionRef, resolution: Resolution, reason: Words },
    knownPlatform
  ),
  /** Takes back how a collision was settled. */
  ReopenCollision: shapeWith({ collision: CollisionRef, reason: Words }, knownPlatform)
}
export type AmendmentCommand = CommandOf<typeof amendmentCommands>
