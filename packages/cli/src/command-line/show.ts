/** `ardiya show`: its arguments, options and help. */
import { type Command, Option } from 'commander'
import { type ShowFlags } from '../view/flags'
import { examples } from './examples'
import { type Perform } from './perform'

export const addShow = (program: Command, perform: Perform): void => {
  program
    .command('show')
    .argument('[view]', 'which view; left out, they are listed')
    .argument('[ref]', 'what it is about: a meeting M1, a submission P1, a platform V1, an association A1')
    .description('show where the process stands, now or at any time before')
    .option(
      '--as-of <time>',
      'as of a log version, or as known at a time or at the end of a date (of the process’s zone)'
    )
    .option('--diff <times...>', 'what differs between two such times, or between one and now')
    .option(
      '--at <instant>',
      'as now known to have been at that time (of the process’s zone); a date means its first minute'
    )
    .option('--today <date>', 'the date by which due dates are measured (default: today)')
    .option('--language <tag>', 'the language of documents and names')
    .option('--theme <ref>', 'only one theme, like T1')
    .addOption(
      new Option('--level <level>', 'only one level').choices(['local', 'provincial', 'regional', 'national'])
    )
    .addHelpText(
      'after',
      examples(
        ['ardiya show register', 'every submission and what became of it'],
        ['ardiya show platform V1 --language fr', ''],
        ['ardiya show attendance M1 --at 2025-10-26T11:00', ''],
        ['ardiya show register --as-of 2025-12-01 --json', ''],
        ['ardiya show stands --diff 120 240', '']
      )
    )
    .action(
      async (view: string | undefined, ref: string | undefined, options: ShowFlags, command: Command) => {
        const { show } = await import('../view/show.js')
        await perform(show(view, ref, options), command.optsWithGlobals())
      }
    )
}
