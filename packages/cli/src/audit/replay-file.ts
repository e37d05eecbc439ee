/** Replays what `ardiya export events` printed, line by line: no store is opened, so none has to be trusted. */
import { type LoggedRecord } from '@ardiya/core/kernel/event-store'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { logVersion, type LogVersion } from '@ardiya/core/kernel/version'
import { exportedRecord } from '@ardiya/core/ledger/exported'
import {
  beginReplay,
  endReplay,
  replayRecord,
  type Replaying,
  type ReplayReport
} from '@ardiya/core/ledger/replay'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Line, linesOf, untilUnreadable } from '../act/lines'
import { readJson } from '../act/strict-json'
import { type CliFailure } from '../failure/failure'
import { type Invocation } from '../invocation'

/** The reports of a file's processes by slug, or of the one that `--process` names. */
export const replayFile = (
  file: string,
  { process, screen }: Pick<Invocation, 'process' | 'screen'>
): TE.TaskEither<CliFailure, ReadonlyArray<ReplayReport>> =>
  pipe(
    untilUnreadable(() => replayLines(file, linesOf(file), screen.progress)),
    TE.flatMapEither(replayed => replayed),
    TE.map(reports => reports.filter(report => process === undefined || report.process === process)),
    TE.filterOrElse(
      reports => reports.length > 0,
      (): CliFailure => ({
        tag: 'FileUnreadable',
        file,
        detail: `there is no event${process === undefined ? '' : ` of ${process}`} in it`
      })
    )
  )

type Replays = Map<ProcessSlug, { readonly so: Replaying; readonly lines: number }>

/** One line is in memory at a time; what is kept are the states of what was decided again. */
export const replayLines = async (
  file: string,
  lines: AsyncIterable<Line>,
  progress: (text: string) => void = () => undefined
): Promise<E.Either<CliFailure, ReadonlyArray<ReplayReport>>> => {
  const replays: Replays = new Map()
  for await (const line of lines) {
    const replayed = await replayLine(file, line, replays)()
    if (E.isLeft(replayed)) return replayed
    if (line.number % 250 === 0) progress(`${file}: ${line.number} events …`)
  }
  return E.right([...replays.values()].map(({ so }) => endReplay(so)).sort(bySlug))
}

const bySlug = (a: ReplayReport, b: ReplayReport): number => (a.process < b.process ? -1 : 1)

const replayLine = (
  file: string,
  { number: line, bytes }: Line,
  replays: Replays
): TE.TaskEither<CliFailure, void> =>
  pipe(
    readJson(bytes),
    TE.mapLeft((because): CliFailure => ({ tag: 'LineIsNoEvent', file, line, because })),
    TE.flatMapEither(() =>
      pipe(
        exportedRecord(bytes, placeIn(replays), `${file} line ${line}`),
        E.flatMap(record => replayNext(replays, record)),
        E.mapLeft((because): CliFailure =>
          because.tag === 'StoreDamaged' ? { tag: 'LineIsNoEvent', file, line, because } : because
        )
      )
    )
  )

const placeIn =
  (replays: Replays) =>
  (process: ProcessSlug): LogVersion =>
    logVersion((replays.get(process)?.lines ?? 0) + 1)

const replayNext = (replays: Replays, record: LoggedRecord): E.Either<StoreFault, void> => {
  const { so, lines } = replays.get(record.process) ?? { so: beginReplay(record.process), lines: 0 }
  return pipe(
    replayRecord(so, record),
    E.map(next => void replays.set(record.process, { so: next, lines: lines + 1 }))
  )
}
