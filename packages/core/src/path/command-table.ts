/** All commands of the path: one table of payload codecs, one type. */
import { amendmentCommands } from '../amendment/commands'
import { endorsementCommands } from '../endorsement/commands'
import { type CommandOf } from '../kernel/command'
import { meetingCommands } from '../meeting/commands'
import { platformCommands } from '../platform/commands'
import { processCommands } from '../process/commands'
import { submissionCommands } from '../submission/commands'
import { pathCommands } from './commands'

/** The codec of `payload` for each command, as it is recorded (docs/reference/commands.md). Stored for ever. */
export const commandTable = {
  ...processCommands,
  ...meetingCommands,
  ...pathCommands,
  ...submissionCommands,
  ...amendmentCommands,
  ...endorsementCommands,
  ...platformCommands
}
/** The name of a command: `Decide`. */
export type CommandName = keyof typeof commandTable
/** A command as it is decided and recorded: name, payload, and who, when and on what evidence (docs/spec/commands.md). */
export type Command = CommandOf<typeof commandTable>
export type CommandNamed<N extends CommandName> = CommandOf<typeof commandTable, N>

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commandTable, name)
