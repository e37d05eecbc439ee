/** What every command gets beside its own arguments: the global options as understood, and the screen. */
import { type TaskEither } from 'fp-ts/lib/TaskEither'
import { type CliFailure } from './failure/failure'
import { type ExitCode } from './failure/exit-code'
import { type Screen } from './terminal/screen'

export interface Invocation {
  /** The store's URL: `--store`, else ARDIYA_STORE, else `sqlite:./ardiya.db`. */
  readonly store: string
  readonly json: boolean
  /** `--process` as typed. */
  readonly process: string | undefined
  readonly screen: Screen
  /**
   * Aborted when the user asks to stop (Ctrl-C): a command that asks for it ends after the act under way; asked a
   * second time, it ends at once. An act is one commit either way.
   */
  readonly interruption: () => AbortSignal
  /** A command that changes or judges something goes on to its end though nobody reads what it prints (`| head`). */
  readonly goOnUnread: () => void
}

/** A command of the command line, ready to run. */
export type Verb = (invocation: Invocation) => TaskEither<CliFailure, ExitCode>
