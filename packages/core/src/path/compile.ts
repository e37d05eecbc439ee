/** Compiling reads every submission of the process: each has its place in the platform, or a fate beside it (rule 12). */
import { openCollisions } from '../amendment/queries'
import { type Instant, millis } from '../kernel/primitives'
import { type CompilableSubmission } from '../platform/compilable'
import { compilePlatform } from '../platform/compile'
import { initialPlatformState } from '../platform/state'
import { type Coalition } from '../process/coalition'
import { settledFate } from '../submission/fate'
import { beganAt, currentRevision, revisionsOf } from '../submission/queries'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { type States, type SubmissionStream } from './states'

export const compile = (
  command: CommandNamed<'CompilePlatform'>,
  states: States,
  coalition: Coalition
): PathDecision =>
  compilePlatform(command, coalition, {
    submissions: compilableSubmissions(states, coalition),
    log: states.log,
    platforms: states.platforms
  })(states.platforms[command.payload.ref] ?? initialPlatformState)

/** Every submission with what a platform needs to know of it; a merge only proposed or dropped is not one yet. */
export const compilableSubmissions = (
  { submissions }: Pick<States, 'submissions'>,
  coalition: Pick<Coalition, 'stage'>
): ReadonlyArray<CompilableSubmission> =>
  Object.values(submissions).flatMap(stream => (stream === undefined ? [] : compilable(stream, coalition)))

const compilable = (
  { submission, amendments }: SubmissionStream,
  { stage }: Pick<Coalition, 'stage'>
): ReadonlyArray<CompilableSubmission> => {
  const { ref, kind, classification } = submission
  const { fate, into, reason, accepted } = settledFate(submission, stage)
  const current = currentRevision(submission)
  if (ref === undefined || kind === undefined || current === undefined) return []
  if (fate === 'proposed' || fate === 'dropped') return []
  return [
    {
      ref,
      kind,
      ...(fate === 'open' ? {} : { fate }),
      ...(into === undefined ? {} : { into }),
      ...(reason === undefined ? {} : { reason }),
      ...(accepted === undefined ? {} : { accepted }),
      current: { revision: current.revision, textHash: current.textHash },
      themes: classification.themes,
      areas: classification.areas,
      levels: classification.levels,
      openCollisions: openCollisions(amendments).map(collision => collision.ref),
      since: lastChanged(submission, current.at)
    }
  ]
}

/** When its last text or fate happened. */
const lastChanged = (submission: SubmissionStream['submission'], text: Instant): Instant =>
  [
    text,
    ...(beganAt(submission) === undefined ? [] : [beganAt(submission) ?? text]),
    ...revisionsOf(submission).map(({ at }) => at),
    ...submission.turns.map(({ at }) => at)
  ].reduce((last, at) => (millis(at) > millis(last) ? at : last))
