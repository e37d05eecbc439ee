/** The command line: names, options, help. Each command's code is loaded when it is called. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { type Verb } from './invocation'
import { type ShowFlags } from './view/viewed'

export interface GlobalOptions {
  readonly store?: string
  readonly json?: boolean
  readonly process?: string
}

/** Runs a verb with the global options of the command line. */
export type Perform = (verb: Verb, options: GlobalOptions) => Promise<void>

export const ardiya = (perform: Perform): Command => {
  const program = new Command('ardiya')
    .description(
      'Ardiya (أرضية): the record of a participative path, from the round table to the answered platform.'
    )
    .version(version(), '-V, --version', 'print the version')
    .option('--store <url>', 'the store (default: ARDIYA_STORE, else sqlite:./ardiya.db)')
    .option('--process <slug>', 'the process, where the store holds several')
    .option('--json', 'print JSON on stdout, also for a failure')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Try: ardiya --help')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      examples(
        ['ardiya demo', 'see the path of Khemisset from the round table to the answered platform'],
        ['ardiya init', 'make a store for a coalition of your own'],
        ['ardiya apply minutes.jsonl', 'record what happened'],
        ['ardiya show platform', 'see where it stands']
      ) + exitCodesExplained
    )

  program
    .command('init')
    .description('make a new, empty store; an existing one is left as it is')
    .option('--slug <slug>', 'the process that you will open in it (only shown in what comes next)')
    .addHelpText('after', examples(['ardiya init --store sqlite:./coalition.db', 'a store in this folder']))
    .action(async (options: { readonly slug?: string }, command: Command) => {
      const { init } = await import('./store/init.js')
      await perform(init(options), command.optsWithGlobals())
    })

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
      const { apply } = await import('./act/apply.js')
      await perform(apply(file, options), command.optsWithGlobals())
    })

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
      const { lint } = await import('./act/lint.js')
      await perform(lint(file), command.optsWithGlobals())
    })

  program
    .command('show')
    .argument('[view]', 'which view; left out, they are listed')
    .argument('[ref]', 'what it is about: a meeting M1, a submission P1, a platform V1, an association A1')
    .description('show where the process stands, now or at any time before')
    .option('--as-of <time>', 'as of a log version, or as known at an instant or at the end of a date')
    .option('--diff <times...>', 'what differs between two such times, or between one and now')
    .option('--at <instant>', 'as now known to have been at that time')
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
        const { show } = await import('./view/show.js')
        await perform(show(view, ref, options), command.optsWithGlobals())
      }
    )

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
      const { exportEvents } = await import('./event/export.js')
      await perform(exportEvents, command.optsWithGlobals())
    })

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
      const { commandSchemas } = await import('./schema/commands.js')
      await perform(commandSchemas(name, options.recorded === true), command.optsWithGlobals())
    })
  schema
    .command('events')
    .argument('[type]', 'one event type; one schema for all of them where it is left out')
    .description('what a stored event holds')
    .addHelpText('after', examples(['ardiya schema events DecisionTaken', '']))
    .action(async (type: string | undefined, _options: object, command: Command) => {
      const { eventSchemas } = await import('./schema/events.js')
      await perform(eventSchemas(type), command.optsWithGlobals())
    })

  const store = program.command('store').description('look after the store')
  store
    .command('info')
    .description('where it is, what it holds, how far the views are')
    .addHelpText('after', examples(['ardiya store info --store sqlite:./coalition.db', '']))
    .action(async (_options: object, command: Command) => {
      const { storeInfo } = await import('./store/info.js')
      await perform(storeInfo, command.optsWithGlobals())
    })
  store
    .command('check')
    .description('check the files, every record, what is kept beside the log, and the directory of persons')
    .option(
      '--sweep',
      'clear the directory of entries over a day old that never came into the log, and of those erased before it was restored'
    )
    .addHelpText(
      'after',
      examples(
        ['ardiya store check', ''],
        ['ardiya store check --sweep', 'also after restoring a backup of the directory']
      )
    )
    .action(async (options: { readonly sweep?: true }, command: Command) => {
      const { storeCheck } = await import('./store/check.js')
      await perform(storeCheck(options), command.optsWithGlobals())
    })
  store
    .command('rebuild')
    .description('make the kept views again from the log')
    .addHelpText('after', examples(['ardiya store rebuild', '']))
    .action(async (_options: object, command: Command) => {
      const { storeRebuild } = await import('./store/rebuild.js')
      await perform(storeRebuild, command.optsWithGlobals())
    })
  store
    .command('backup')
    .argument('<folder>', 'where the copies go; nothing is overwritten')
    .description('copy the record and the directory of persons, verified, while others go on')
    .addHelpText('after', examples(['ardiya store backup ./backup-2026-01-02', '']))
    .action(async (folder: string, _options: object, command: Command) => {
      const { storeBackup } = await import('./store/backup.js')
      await perform(storeBackup(folder), command.optsWithGlobals())
    })

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
      const { demo } = await import('./demo/run.js')
      await perform(demo(folder), command.optsWithGlobals())
    })

  const audit = program.command('audit').description('check the record without trusting who keeps it')
  audit
    .command('replay')
    .description('decide every recorded command again and compare the events byte for byte')
    .addHelpText('after', examples(['ardiya audit replay', 'names the first event that differs']))
    .action(async (_options: object, command: Command) => {
      const { auditReplay } = await import('./audit/replay.js')
      await perform(auditReplay, command.optsWithGlobals())
    })
  audit
    .command('person')
    .argument('<person>', 'a reference p_…, as "ardiya show process" shows it')
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
      const { auditPerson } = await import('./audit/person.js')
      await perform(auditPerson(person), command.optsWithGlobals())
    })

  return program
}

export interface ApplyFlags {
  readonly keepGoing?: true
  readonly dryRun?: true
  readonly clock: 'own' | 'from-input'
}

const examples = (...lines: ReadonlyArray<readonly [command: string, what: string]>): string => {
  const wide = Math.max(...lines.map(([command]) => command.length))
  const shown = lines.map(
    ([command, what]) => `  ${what === '' ? command : `${command.padEnd(wide)}  ${what}`}`
  )
  return `\nExample${lines.length === 1 ? '' : 's'}:\n${shown.join('\n')}`
}

const exitCodesExplained = `

Exit codes: 0 done, 2 the command line or the input is not understood, 3 refused by a rule, 4 conflict,
5 the store cannot be reached or is damaged, 1 a bug.`

const version = (): string => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as {
    readonly version: string
  }
  return version
}
