/** `ardiya init`: its arguments, options and help. */
import { type Command } from 'commander'
import { examples } from './examples'
import { type Perform } from './perform'

export const addInit = (program: Command, perform: Perform): void => {
  program
    .command('init')
    .description('make a new, empty store; an existing one is left as it is')
    .option('--slug <slug>', 'the process that you will open in it (only shown in what comes next)')
    .addHelpText('after', examples(['ardiya init --store sqlite:./coalition.db', 'a store in this folder']))
    .action(async (options: { readonly slug?: string }, command: Command) => {
      const { init } = await import('../store/init.js')
      await perform(init(options), command.optsWithGlobals())
    })
}
