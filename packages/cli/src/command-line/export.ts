/** `ardiya export`: its arguments, options and help. */
import { type Command } from 'commander'
import { examples } from './examples'
import { type Perform } from './perform'

export const addExport = (program: Command, perform: Perform): void => {
  const exported = program.command('export').description('print what is recorded')
  exported
    .command('events')
    .description(
      'print the events: the exact bytes that are stored, one event a line, in the order of the log'
    )
    .addHelpText(
      'after',
      examples(
        ['ardiya export events > coalition.events.jsonl', ''],
        ["ardiya export events | jq -r '.type'", '']
      )
    )
    .action(async (_options: object, command: Command) => {
      const { exportEvents } = await import('../event/export.js')
      await perform(exportEvents, command.optsWithGlobals())
    })
}
