/** `ardiya apply`: its arguments, options and help. */
import { type Command, Option } from 'commander'
import { type ApplyFlags } from '../act/apply'
import { examples } from './examples'
import { type Perform } from './perform'

export const addApply = (program: Command, perform: Perform): void => {
  program
    .command('apply')
    .argument('<file>', 'lines of JSON, one act a line; - is stdin')
    .description('record acts, in order; one result a line on stdout, as JSON')
    .option('--keep-going', 'do not stop at the first line that is refused')
    .option('--dry-run', 'show what would come of it: on a copy of the log in memory, nothing is written')
    .addOption(
      new Option('--clock <clock>', 'whose clock says when an act was recorded')
        .choices(['own', 'from-input'])
        .default('own', 'own')
    )
    .addHelpText(
      'after',
      `
Each line is an object {id?, name, process?, at?, actor, recordedBy?, evidence?, payload}; see
"ardiya schema commands NAME" for the payload. Without an id, each run is a new act; with one, running the
file again changes nothing. A later line says "@<id>" for the reference that the line with that id got,
and "@<id>.2", "@<id>#b1", "@<id>-m1" for what belongs to it.

--clock from-input takes recordedAt from the lines, and makes person references and salts from the ids, so
that two runs give the same bytes. Only for a process opened with "demonstration": true.
` +
        examples(
          ['ardiya apply acts.jsonl', ''],
          ['ardiya apply --dry-run acts.jsonl', 'later lines see what earlier ones would have done'],
          ['cat acts.jsonl | ardiya apply --keep-going -', '']
        )
    )
    .action(async (file: string, options: ApplyFlags, command: Command) => {
      const { apply } = await import('../act/apply.js')
      await perform(apply(file, options), command.optsWithGlobals())
    })
}
