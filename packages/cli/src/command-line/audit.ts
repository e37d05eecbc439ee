/** `ardiya audit`: its arguments, options and help. */
import { type Command } from 'commander'
import { examples } from './examples'
import { type Perform } from './perform'

export const addAudit = (program: Command, perform: Perform): void => {
  const audit = program.command('audit').description('check the record without trusting who keeps it')
  audit
    .command('replay')
    .argument('[file]', 'what "ardiya export events" printed; - is stdin; left out, the store is replayed')
    .description('decide every recorded command again and compare the events byte for byte')
    .addHelpText(
      'after',
      examples(
        ['ardiya audit replay', 'names the first event that differs, and a version that a stream lacks'],
        ['ardiya audit replay coalition.events.jsonl', 'the same of an exported file; no store is opened']
      )
    )
    .action(async (file: string | undefined, _options: object, command: Command) => {
      const { auditReplay } = await import('../audit/replay.js')
      await perform(auditReplay(file), command.optsWithGlobals())
    })
  audit
    .command('person')
    .argument('<person>', 'a reference p_…, as "ardiya show process --json" shows it')
    .description(
      'show a person’s details and salt, and whether they are the ones that the record is bound to'
    )
    .addHelpText(
      'after',
      `
Prints personal data: for an auditor who may see it. Of the directory come the details and the salt; the commitment is
made of them again, and stands beside the one in the log. A person who was erased shows as erased; who is missing from
the directory, or has other details than the log is bound to, is an error (5).
` + examples(['ardiya audit person p_yzcizcm4xkvqzq5bkn3tqyd2ea', ''])
    )
    .action(async (person: string, _options: object, command: Command) => {
      const { auditPerson } = await import('../audit/person.js')
      await perform(auditPerson(person), command.optsWithGlobals())
    })
}
