import { type Verb } from '../invocation'

/** The options that every command takes. */
export interface GlobalOptions {
  readonly store?: string
  readonly json?: boolean
  readonly process?: string
}

/** Runs a verb with the global options of the command line. */
export type Perform = (verb: Verb, options: GlobalOptions) => Promise<void>
