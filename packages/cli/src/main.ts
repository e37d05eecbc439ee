/** The edge: one command line, one command, one exit code. */
import { CommanderError } from 'commander'
import { type ExitCode, exitCodes } from './failure/exit-code'
import { type Invocation, type Verb } from './invocation'
import { type GlobalOptions } from './command-line/perform'
import { ardiya } from './program'
import { fileProblem } from './machine/file-problem'
import { screenOn } from './terminal/screen'

/** Runs the command line of this program and sets its exit code. */
export const start = async (argv: ReadonlyArray<string>): Promise<void> => {
  const output = watchOutput()
  try {
    process.exitCode = await run(argv, output)
  } catch (error) {
    process.stderr.write(bugReport(error))
    process.exitCode = exitCodes.bug
  }
}

type Output = Pick<Invocation, 'goOnUnread'>

/**
 * A reader that closes early (`| head`) has what it wanted: what only prints ends, what records or judges goes on.
 * Output that cannot be written otherwise, as on a full disk, ends the command.
 */
const watchOutput = (): Output => {
  let goesOn = false
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      const unread = error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED'
      if (unread && goesOn) return
      if (!unread) process.stderr.write(`ardiya: the output cannot be written: ${fileProblem(error)}\n`)
      process.exit(unread ? exitCodes.done : exitCodes.store)
    })
  return {
    goOnUnread: () => {
      goesOn = true
    }
  }
}

const run = async (argv: ReadonlyArray<string>, output: Output): Promise<ExitCode> => {
  let code: ExitCode = exitCodes.done
  const program = ardiya(async (verb, options) => {
    code = await perform(verb, { ...invocationOf(options), ...output })
  })
  try {
    await program.parseAsync([...argv])
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return exitCodes.done
    if (argv.includes('--json')) process.stdout.write(`${JSON.stringify({ failure: usageFailure(error) })}\n`)
    return exitCodes.usage
  }
}

/** What commander did not understand; it has said so on stderr. */
const usageFailure = ({ message }: CommanderError) => ({
  tag: 'CommandLineNotUnderstood',
  message: message.replace(/^error: /, ''),
  remedy: 'Try: ardiya --help',
  exit: exitCodes.usage
})

const perform = async (verb: Verb, invocation: Invocation): Promise<ExitCode> => {
  const ended = await verb(invocation)()
  if (ended._tag === 'Right') return ended.right
  const { tell } = await import('./failure/tell.js')
  return tell(invocation, ended.left)
}

const invocationOf = ({ store, json, process: slug }: GlobalOptions): Omit<Invocation, keyof Output> => ({
  store: store ?? process.env['ARDIYA_STORE'] ?? 'sqlite:./ardiya.db',
  json: json === true,
  process: slug,
  screen: screenOn({ stdout: process.stdout, stderr: process.stderr, env: process.env }),
  interruption
})

const interruption = (): AbortSignal => {
  const asked = new AbortController()
  process.once('SIGINT', () => asked.abort())
  return asked.signal
}

const bugReport = (error: unknown): string =>
  [
    `ardiya: a bug, not your mistake: ${error instanceof Error ? error.message : String(error)}`,
    ...(error instanceof Error && process.env['ARDIYA_TRACE'] === '1' ? [error.stack ?? ''] : []),
    'ardiya: what was acknowledged is kept. Run again with ARDIYA_TRACE=1 and report what it says.',
    ''
  ].join('\n')
