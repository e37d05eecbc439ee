/** `ardiya apply`: acts from lines of JSON, in order, one result a line (issue 2, E). */
import { type Receipt } from '@ardiya/core/intake/act'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Task } from 'fp-ts/lib/Task'
import * as TE from 'fp-ts/lib/TaskEither'
import { type ExitCode, exitCodes } from '../failure/exit-code'
import { type CliFailure } from '../failure/failure'
import { counted } from '../failure/words'
import { type Invocation, type Verb } from '../invocation'
import { type Stores, withAllToRead, withStores } from '../store/opened'
import { saidOfAlike, type Unnamed, withUnnamed } from './alike'
import { linesOf, untilUnreadable } from './lines'
import { rehearsalOf } from './rehearsal'
import { doLines, type Session, sessionOn } from './session'

export interface ApplyFlags {
  readonly keepGoing?: true
  readonly dryRun?: true
  readonly clock: 'own' | 'from-input'
}

export const apply =
  (file: string, flags: ApplyFlags): Verb =>
  invocation =>
    flags.dryRun === true
      ? withAllToRead(real => rehearse(real, invocation, file, flags))(invocation)
      : withStores(stores => applyTo(stores, invocation, file, flags))(invocation)

const rehearse = (
  real: Stores,
  invocation: Invocation,
  file: string,
  flags: ApplyFlags
): TE.TaskEither<CliFailure, ExitCode> => {
  const { stores, copy } = rehearsalOf(real)
  return pipe(
    copy,
    TE.flatMap(() => applyTo(stores, invocation, file, flags))
  )
}

const applyTo = (
  stores: Stores,
  invocation: Invocation,
  file: string,
  flags: ApplyFlags
): TE.TaskEither<CliFailure, ExitCode> => {
  const clock = flags.clock === 'own' ? 'own' : 'fromInput'
  return pipe(
    sessionOn(stores, invocation, clock),
    TE.flatMap(session => untilUnreadable(applyLines(session, invocation, file, flags)))
  )
}

const applyLines =
  (
    session: Session,
    invocation: Invocation,
    file: string,
    { keepGoing, dryRun }: ApplyFlags
  ): Task<ExitCode> =>
  async () => {
    const { screen } = invocation
    const until = invocation.interruption()
    const tally = new Map<string, number>()
    let code: ExitCode = exitCodes.done
    let stoppedAt: number | undefined
    let unnamed: Unnamed | undefined
    const count = (outcome: string): void => void tally.set(outcome, (tally.get(outcome) ?? 0) + 1)

    for await (const { number, result, asked } of doLines(session, linesOf(file, until))) {
      if (E.isRight(result)) {
        const told = tellReceipt(number, result.right, dryRun === true)
        count(told.outcome)
        if (asked !== undefined) unnamed = withUnnamed(unnamed, asked, result.right)
        await screen.data(`${JSON.stringify(told)}\n`)
      } else {
        const { render, sayOn } = await wordsForFailures()
        const failure = render(result.left)
        count('refused')
        if (code === exitCodes.done) code = failure.exit
        await screen.data(`${JSON.stringify({ line: number, outcome: 'refused', failure })}\n`)
        sayOn(screen, failure, `line ${number}`)
        if (keepGoing !== true || failure.exit === exitCodes.store) {
          stoppedAt = number
          break
        }
      }
      screen.progress(`${counted(number, 'line')} …`)
    }
    screen.say(summary(tally) + (stoppedAt === undefined ? '' : `; stopped at line ${stoppedAt}`))
    if (unnamed !== undefined) await sayOfAlike(session, invocation, unnamed)
    if (!until.aborted) return code
    screen.say('ardiya: stopped, as you asked; what was told is recorded')
    return exitCodes.interrupted
  }

/** Of what was recorded nothing is taken back where the record cannot be looked at now. */
const sayOfAlike = async (
  { capabilities }: Session,
  { screen }: Invocation,
  unnamed: Unnamed
): Promise<void> => {
  const said = await saidOfAlike(capabilities.store, unnamed)()
  if (E.isRight(said)) said.right.forEach(screen.say)
}

/** Loaded only on the way to a failure. */
const wordsForFailures = async () => ({
  ...(await import('../failure/render.js')),
  ...(await import('../failure/tell.js'))
})

/** A receipt as one line of the output. */
const tellReceipt = (line: number, receipt: Receipt, dryRun: boolean) => ({
  line,
  ...receipt,
  outcome: dryRun && receipt.outcome === 'recorded' ? ('wouldBeRecorded' as const) : receipt.outcome
})

const words: Readonly<Record<string, string>> = {
  recorded: 'recorded',
  repeated: 'recorded before',
  alreadySo: 'already so',
  wouldBeRecorded: 'would be recorded',
  refused: 'refused'
}

const summary = (tally: ReadonlyMap<string, number>): string =>
  tally.size === 0
    ? 'ardiya: no line to apply'
    : `ardiya: ${[...tally].map(([outcome, count]) => `${count} ${words[outcome] ?? outcome}`).join(', ')}`
