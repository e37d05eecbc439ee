/** `ardiya schema commands`: what a line of input may hold, or a command as it is recorded. */
import { inputSchema, recordedCommandSchema } from '@ardiya/core/intake/schemas'
import { type CommandName, commandTable } from '@ardiya/core/path/command-table'
import { type Verb } from '../invocation'
import { printSchemas } from './print'

export const commandSchemas = (asked: string | undefined, recorded: boolean): Verb =>
  printSchemas('command', Object.keys(commandTable), asked, name =>
    (recorded ? recordedCommandSchema : inputSchema)(name as CommandName)
  )
