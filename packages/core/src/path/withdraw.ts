/** A submission withdrawn by who brought it: its open amendments become moot, not rejected (rule 11). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { withdrawSubmission } from '../submission/admit'
import { closeAmendments } from './carry-amendments'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { type DecidedEvent } from './event-table'
import { type SubmissionStream } from './states'

export const withdraw = (
  command: CommandNamed<'WithdrawSubmission'>,
  stream: SubmissionStream
): PathDecision =>
  pipe(
    withdrawSubmission(command)(stream.submission),
    E.map((events): ReadonlyArray<DecidedEvent> =>
      events.length === 0 ? [] : [...events, ...closeAmendments(stream, { kind: 'withdrawn' }, command)]
    )
  )
