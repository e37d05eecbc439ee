/** All commands of the path: one table of payload codecs, one type. */
import { amendmentCommands } from '../amendment/commands'
import { endorsementCommands } from '../endorsement/commands'
import { type CommandOf } from '../kernel/command'
import { meetingCommands } from '../meeting/commands'
import { platformCommands } from '../platform/commands'
import { processCommands } from '../process/commands'
import { submissionCommands } from '../submission/commands'
import { pathCommands } from './commands'

export const commandTable = {
  ...processCommands,
  ...meetingCommands,
  ...pathCommands,
  ...submissionCommands,
  ...amendmentCommands,
  ...endorsementCommands,
  ...platformCommands
}
export type CommandName = keyof typeof commandTable
export type Command = CommandOf<typeof commandTable>
export type CommandNamed<N extends CommandName> = CommandOf<typeof commandTable, N>

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commandTable, name)
