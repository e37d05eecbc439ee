/** What associations can say of a text. Payloads are recorded: a change needs a new `v` and a golden fixture. */
import { type CommandOf } from '../kernel/command'
import { Words } from '../kernel/primitives'
import { list, shapeWith } from '../kernel/shapes'
import { knownPlatform, onText } from '../submission/commands'
import { SubmissionRef } from '../submission/ids'
import { BlockId } from '../text/text'
import { Reservation } from './events'

export const endorsementCommands = {
  Endorse: shapeWith({ ...onText, reservations: list(Reservation) }, knownPlatform),
  /** Without `reservations` those of the stand stay, on the blocks that are still there. */
  ReaffirmEndorsement: shapeWith(onText, { reservations: list(Reservation), ...knownPlatform }),
  WithdrawEndorsement: shapeWith({ submission: SubmissionRef }, { reason: Words, ...knownPlatform }),
  RaiseObjection: shapeWith({ ...onText, reason: Words, blocks: list(BlockId) }, knownPlatform),
  LiftObjection: shapeWith({ submission: SubmissionRef }, { reason: Words, ...knownPlatform })
}
export type EndorsementCommand = CommandOf<typeof endorsementCommands>
