/** `ardiya audit replay`: decides every recorded command again and compares the events byte for byte (rule 18). */
import { replay, type ReplayReport } from '@ardiya/core/ledger/replay'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type ExitCode, exitCodes } from '../failure/exit-code'
import { type CliFailure } from '../failure/failure'
import { counted } from '../failure/words'
import { type Invocation, type Verb } from '../invocation'
import { withEvents } from '../store/opened'
import { watched } from '../terminal/watched'
import { allProcesses } from '../store/process'
import { replayFile } from './replay-file'

/** Of the store, or of a file that `ardiya export events` wrote. */
export const auditReplay =
  (file: string | undefined): Verb =>
  invocation => {
    invocation.goOnUnread()
    return pipe(
      file === undefined ? replayStore(invocation) : replayFile(file, invocation),
      TE.tapTask(reports => () => tellReports(invocation, reports)),
      TE.flatMap(verdict)
    )
  }

const replayStore = (invocation: Invocation): TE.TaskEither<CliFailure, ReadonlyArray<ReplayReport>> =>
  pipe(
    invocation,
    withEvents(store =>
      pipe(
        allProcesses(store, invocation),
        TE.flatMap(TE.traverseSeqArray(process => replay(watched(store, invocation.screen), process)))
      )
    )
  )

const tellReports = async (
  { screen, json }: Invocation,
  reports: ReadonlyArray<ReplayReport>
): Promise<void> => {
  for (const report of reports)
    await screen.data(json ? `${JSON.stringify(report)}\n` : `${sentence(report)}\n`)
}

const sentence = ({ process, events, acts, onBehalf, corrections, difference }: ReplayReport): string =>
  difference === undefined
    ? `${process}: ${counted(events, 'event')} of ${counted(acts, 'act')} decided again, all the same byte for byte; ${onBehalf.length} on behalf, ${counted(corrections.length, 'correction')}`
    : `${process}: the same until ${difference.type} ${difference.id}, log version ${difference.log}`

const verdict = (reports: ReadonlyArray<ReplayReport>): TE.TaskEither<CliFailure, ExitCode> => {
  const failed = reports.find(({ difference }) => difference !== undefined)
  return failed?.difference === undefined
    ? TE.right(exitCodes.done)
    : TE.left({ tag: 'ReplayDiffers', process: failed.process, difference: failed.difference })
}
