/** `ardiya lint`: its arguments, options and help. */
import { type Command } from 'commander'
import { examples } from './examples'
import { type Perform } from './perform'

export const addLint = (program: Command, perform: Perform): void => {
  program
    .command('lint')
    .argument('<file>', 'lines of JSON as for apply; - is stdin')
    .description('find mail addresses and phone numbers in texts before they are recorded; records nothing')
    .addHelpText(
      'after',
      `
Looks into every free text of payload and evidence, and not where the details of a person belong (GrantMandate,
ChangePersonDetails, the mandate of OpenProcess): these go into the directory. Needs no store. One find a line on
stdout: which line, which field, what was found and what to do; with --json as an object.

Exit codes: 0 nothing was found, 3 something was, 2 the file or a line of it cannot be read.
` +
        examples(
          ['ardiya lint minutes.jsonl', ''],
          ['ardiya lint minutes.jsonl && ardiya apply minutes.jsonl', 'record only what has none']
        )
    )
    .action(async (file: string, _options: object, command: Command) => {
      const { lint } = await import('../act/lint.js')
      await perform(lint(file), command.optsWithGlobals())
    })
}
