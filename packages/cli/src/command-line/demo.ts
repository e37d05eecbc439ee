/** `ardiya demo`: its arguments, options and help. */
import { type Command } from 'commander'
import { examples } from './examples'
import { type Perform } from './perform'

export const addDemo = (program: Command, perform: Perform): void => {
  program
    .command('demo')
    .argument('[folder]', 'where it is kept; a demonstration that is there is begun anew', './ardiya-demo')
    .description('record and show the path of Khemisset, from the round table to the answered platform')
    .addHelpText(
      'after',
      `
The store of --store is left alone: the demonstration is kept in a folder of its own. Running it again removes the
demonstration of the run before and begins anew; a store that holds anything else is never removed.
` + examples(['ardiya demo', ''], ['ardiya demo /tmp/khemisset', ''])
    )
    .action(async (folder: string, _options: object, command: Command) => {
      const { demo } = await import('../demo/run.js')
      await perform(demo(folder), command.optsWithGlobals())
    })
}
