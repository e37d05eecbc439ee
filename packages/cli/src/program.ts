/** The command line: its global options and help, and the commands that it has, in the order in which help lists them. */
import { Command } from 'commander'
import { version } from '../package.json'
import { addApply } from './command-line/apply'
import { addAudit } from './command-line/audit'
import { addDemo } from './command-line/demo'
import { examples } from './command-line/examples'
import { addExport } from './command-line/export'
import { addInit } from './command-line/init'
import { addLint } from './command-line/lint'
import { type Perform } from './command-line/perform'
import { addSchema } from './command-line/schema'
import { addShow } from './command-line/show'
import { addStore } from './command-line/store'

export const ardiya = (perform: Perform): Command => {
  const program = new Command('ardiya')
    .description(
      'Ardiya (أرضية): the record of a participative path, from the round table to the answered platform.'
    )
    .version(version, '-V, --version', 'print the version')
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

  addInit(program, perform)
  addApply(program, perform)
  addLint(program, perform)
  addShow(program, perform)
  addExport(program, perform)
  addSchema(program, perform)
  addStore(program, perform)
  addDemo(program, perform)
  addAudit(program, perform)

  return program
}

const exitCodesExplained = `

Exit codes: 0 done, 2 the command line or the input is not understood, 3 refused by a rule, 4 conflict,
5 the store cannot be reached or is damaged, 1 a bug.`
