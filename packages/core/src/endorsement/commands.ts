/** What associations can say of a text. Payloads are recorded: a change needs a new `v` and a golden fixture. */
import { type CommandOf } from '../kernel/command'
import { Words } from '../kernel/primitives'
import { list, shapeWith } from '../kernel/shapes'
import { knownPlatform, onText } from '../submission/commands'
import { SubmissionRef } from '../submission/ids'
import { BlockId } from '../text/text'
import { Reservation } from './events'

export const endorsementCommands = {
  /** Stands behind an exact text, with reservations on blocks where there are some. */
  Endorse: shapeWith({ ...onText, reservations: list(Reservation) }, knownPlatform),
  /**
   * Stands behind the text as it reads now, after a stale or inherited stand. Without `reservations` those of the stand
   * stay, on the blocks that are still there.
   */
  ReaffirmEndorsement: shapeWith(onText, { reservations: list(Reservation), ...knownPlatform }),
  /** No longer stands behind a text. */
  WithdrawEndorsement: shapeWith({ submission: SubmissionRef }, { reason: Words, ...knownPlatform }),
  /** Is against an exact text, and says why. */
  RaiseObjection: shapeWith({ ...onText, reason: Words, blocks: list(BlockId) }, knownPlatform),
  /** No longer objects. */
  LiftObjection: shapeWith({ submission: SubmissionRef }, { reason: Words, ...knownPlatform })
}
export type EndorsementCommand = CommandOf<typeof endorsementCommands>
