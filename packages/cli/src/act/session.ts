/** One line after another: read, filled in, done, told. What a line got is known to the lines after it. */
import { act, type Receipt } from '@ardiya/core/intake/act'
import { type Capabilities } from '@ardiya/core/intake/capabilities'
import { type CommandId, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type CliFailure } from '../failure/failure'
import { type Invocation } from '../invocation'
import { machine } from '../container'
import { finishAllErasures, finishErasuresOf } from '../store/erasures'
import { type Stores } from '../store/opened'
import { fillIn } from './got'
import { clockAllowed, peek, processOfLine } from './line-process'
import { type Line } from './lines'
import { readJson } from './strict-json'

export interface Session {
  readonly capabilities: Capabilities
  readonly invocation: Pick<Invocation, 'process' | 'store'>
  /** Grows with each line that got a reference. */
  readonly got: Map<CommandId, string>
  /** Erases at once what a line asks to be erased. */
  readonly erase: (process: ProcessSlug) => TE.TaskEither<CliFailure, void>
}

/** What a line asked, with the references that lines before it got, and what came of it. */
interface Answered {
  readonly line: unknown
  readonly process: ProcessSlug
  readonly receipt: Receipt
}

/** Does what one line asks. */
const doLine =
  ({ capabilities, invocation, got, erase }: Session) =>
  (bytes: Uint8Array): TE.TaskEither<CliFailure, Answered> =>
    pipe(
      readJson(bytes),
      TE.flatMapEither(value => fillIn(got)(value)),
      TE.bindTo('line'),
      TE.let('peeked', ({ line }) => peek(line)),
      TE.bindW('process', ({ peeked }) => processOfLine(capabilities.store, invocation, peeked)),
      TE.tap(({ process, peeked }) => clockAllowed(capabilities.store, process, capabilities.clock, peeked)),
      TE.bindW('receipt', ({ line, process }) => act(capabilities)(process, line)),
      TE.tap(({ receipt, process }) =>
        receipt.name === 'AskPersonErasure' ? erase(process) : TE.right(undefined)
      ),
      TE.tapIO(({ receipt: { id, ref } }) => () => {
        if (ref !== undefined) got.set(id, ref)
      })
    )

/** What came of one line. */
export interface Done {
  readonly number: number
  readonly result: E.Either<CliFailure, Receipt>
  /** The line itself, where it was done. */
  readonly asked?: Omit<Answered, 'receipt'>
}

/** Does one line after another, each when the one before is told. */
export async function* doLines(session: Session, lines: AsyncIterable<Line>): AsyncGenerator<Done> {
  for await (const { number, bytes } of lines) {
    const answer = await doLine(session)(bytes)()
    yield E.isLeft(answer)
      ? { number, result: answer }
      : { number, result: E.right(answer.right.receipt), asked: answer.right }
  }
}

/** A session over stores: the machine's capabilities, nothing got yet. */
export const sessionOn = (
  stores: Stores,
  invocation: Invocation,
  clock: Capabilities['clock']
): TE.TaskEither<CliFailure, Session> => {
  const capabilities: Capabilities = { ...machine(clock), ...stores }
  const erase = (process: ProcessSlug): TE.TaskEither<CliFailure, void> =>
    finishErasuresOf(capabilities, invocation.screen, process)
  return pipe(
    finishAllErasures(capabilities, invocation.screen),
    TE.map(() => ({ capabilities, invocation, got: new Map(), erase }))
  )
}
