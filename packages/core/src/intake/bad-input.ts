import { type CommandName } from '../path/command-table'
import { type InputProblem } from './conform'

/** Input that is not understood: every field that is amiss, with its value and what is expected there. */
export interface BadInput {
  readonly tag: 'BadInput'
  readonly problems: ReadonlyArray<InputProblem>
  /** The command that was asked for, where its name is known. */
  readonly command?: CommandName
}
