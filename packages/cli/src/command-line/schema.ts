/** `ardiya schema`: its arguments, options and help. */
import { type Command } from 'commander'
import { examples } from './examples'
import { type Perform } from './perform'

export const addSchema = (program: Command, perform: Perform): void => {
  const schema = program
    .command('schema')
    .description('print JSON Schemas (draft 2020-12), made from the codecs')
  schema
    .command('commands')
    .argument('[name]', 'one command; one schema for all of them where it is left out')
    .option('--recorded', 'of the command as it is recorded, not of the line of input')
    .description('what a line of input may hold')
    .addHelpText('after', examples(['ardiya schema commands Submit', '']))
    .action(async (name: string | undefined, options: { readonly recorded?: true }, command: Command) => {
      const { commandSchemas } = await import('../schema/commands.js')
      await perform(commandSchemas(name, options.recorded === true), command.optsWithGlobals())
    })
  schema
    .command('events')
    .argument('[type]', 'one event type; one schema for all of them where it is left out')
    .description('what a stored event holds')
    .addHelpText('after', examples(['ardiya schema events DecisionTaken', '']))
    .action(async (type: string | undefined, _options: object, command: Command) => {
      const { eventSchemas } = await import('../schema/events.js')
      await perform(eventSchemas(type), command.optsWithGlobals())
    })
}
