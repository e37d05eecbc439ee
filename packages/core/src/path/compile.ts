/** Compiling reads every submission of the process: each has its place in the platform, or a fate beside it (rule 12). */
import { openCollisions } from '../amendment/queries'
import { type SubmissionRef } from '../submission/ids'
import { type CompilableSubmission } from '../platform/compilable'
import { compilePlatform } from '../platform/compile'
import { initialPlatformState } from '../platform/state'
import { type Coalition } from '../process/coalition'
import { compilable } from '../submission/compilable'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decide'
import { type States } from './states'

export const compile = (
  command: CommandNamed<'CompilePlatform'>,
  states: States,
  coalition: Coalition
): PathDecision =>
  compilePlatform(command, coalition, {
    submissions: compilableSubmissions(states),
    log: states.log,
    platforms: states.platforms
  })(states.platforms[command.payload.ref] ?? initialPlatformState)

/** Every submission with what a platform needs to know of it; a merge only proposed or dropped is not one yet. */
export const compilableSubmissions = ({ submissions }: States): ReadonlyArray<CompilableSubmission> =>
  Object.entries(submissions).flatMap(([ref, stream]) => {
    const known = stream === undefined ? undefined : compilable(ref as SubmissionRef, stream.submission)
    return stream === undefined || known === undefined
      ? []
      : [{ ...known, openCollisions: openCollisions(stream.amendments).map(collision => collision.ref) }]
  })
