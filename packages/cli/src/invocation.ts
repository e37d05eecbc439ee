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
  /** Whether the user has asked to stop: acts end after the one under way. */
  readonly interrupted: () => boolean
}

/** A command of the command line, ready to run. */
export type Verb = (invocation: Invocation) => TaskEither<CliFailure, ExitCode>
