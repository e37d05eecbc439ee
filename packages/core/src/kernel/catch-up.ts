/** What is kept follows the log: brought up to its end before every look, and made again where it is not of this log. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type AnyCommand, type AnyEvent, type Domain } from './domain'
import { type EventStore, type LoggedRecord } from './event-store'
import {
  advance,
  logVersionOf,
  numbersKey,
  stateKey,
  timelineKey,
  type TimelineRow,
  unknownKey
} from './kept'
import { keptUnknown, type LogOfNewerSoftware, type Unknown } from './newer-log'
import { type ProcessSlug } from './primitives'
import { type StoreFault } from './store-fault'
import { logStart, type LogVersion, logVersionBefore, sameVersion, showVersion } from './version'
import { type Checkpoint, type KeptDocument, sameCheckpoint, type ViewStore } from './view-store'

/** How far what is kept is now, and what of the log this software does not know. */
export interface CaughtUp {
  readonly checkpoint: Checkpoint | undefined
  readonly unknown: Unknown
}

/** How many records are folded in one step of the ViewStore. */
const pageSize = 256

/**
 * Brings what is kept up to the end of the log. Where nothing was added, it reads no event. A log that is shorter than
 * what was kept of it, or another one, is told and not followed: events may have been lost, and nothing else shows it.
 */
export const catchUp = <C extends AnyCommand, S, E extends AnyEvent>(
  domain: Domain<C, S, E>,
  store: EventStore,
  views: ViewStore,
  process: ProcessSlug
): TE.TaskEither<StoreFault, CaughtUp> => {
  const follow: TE.TaskEither<StoreFault, CaughtUp> = pipe(
    TE.Do,
    TE.bind('kept', () => views.load(process, [unknownKey])),
    TE.bind('head', () => store.head(process)),
    TE.flatMap(({ kept: { checkpoint, documents }, head }) => {
      const at = logVersionOf(checkpoint)
      if (head.value < at.value)
        return TE.left(
          rolledBack(process, `it ends at ${showVersion(head)}, and what is kept is of ${showVersion(at)}`)
        )
      if (checkpoint !== undefined && checkpoint.code !== domain.code)
        return pipe(
          views.reset(process),
          TE.flatMap(() => follow)
        )
      return sameVersion(head, at)
        ? TE.right({ checkpoint, unknown: keptUnknown(documents[0]?.value) })
        : pipe(
            keepNextPage(domain, store, views, process, checkpoint),
            TE.flatMap(() => follow)
          )
    })
  )
  return follow
}

/** Catches up, and goes on only where everything in the log is known to this software. */
export const catchUpKnowing = <C extends AnyCommand, S, E extends AnyEvent>(
  domain: Domain<C, S, E>,
  store: EventStore,
  views: ViewStore,
  process: ProcessSlug
): TE.TaskEither<LogOfNewerSoftware | StoreFault, Checkpoint | undefined> =>
  pipe(
    catchUp(domain, store, views, process),
    TE.flatMapEither(({ checkpoint, unknown }) =>
      Object.keys(unknown).length === 0
        ? E.right(checkpoint)
        : E.left({ tag: 'LogOfNewerSoftware' as const, process, unknown })
    )
  )

const rolledBack = (process: ProcessSlug, detail: string): StoreFault => ({
  tag: 'LogRolledBack',
  at: process,
  detail
})

/** Keeps the next page of the log, which begins with the event that was kept last: it must still be that one. */
const keepNextPage = <C extends AnyCommand, S, E extends AnyEvent>(
  domain: Domain<C, S, E>,
  store: EventStore,
  views: ViewStore,
  process: ProcessSlug,
  checkpoint: Checkpoint | undefined
): TE.TaskEither<StoreFault, boolean> => {
  const at = logVersionOf(checkpoint)
  const isFirst = sameVersion(at, logStart)
  return pipe(
    TE.Do,
    TE.bind('row', () => views.load(process, [timelineKey(at)])),
    TE.bind('records', () => recordsAfter(store, process, isFirst ? at : logVersionBefore(at, 1))),
    TE.flatMap(({ row, records }) =>
      isFirst || !sameCheckpoint(row.checkpoint, checkpoint) || idOf(row.documents[0]) === records[0]?.id
        ? keepAppended(domain, views, process, checkpoint, isFirst ? records : records.slice(1))
        : TE.left(rolledBack(process, `its event ${showVersion(at)} is not the one that was kept`))
    )
  )
}

const idOf = (row: KeptDocument | undefined): string | undefined =>
  (row?.value as unknown as TimelineRow | undefined)?.id

const recordsAfter = (
  store: EventStore,
  process: ProcessSlug,
  after: LogVersion
): TE.TaskEither<StoreFault, ReadonlyArray<LoggedRecord>> =>
  pipe(
    store.readLog(process, { after, limit: pageSize }),
    TE.map(page => page.records),
    TE.orElse(fault => (fault.tag === 'NotInStore' ? TE.right([]) : TE.left(fault)))
  )

/**
 * Keeps records that follow the checkpoint, if it is still there; `false` where somebody else has moved on, which is
 * no harm.
 */
export const keepAppended = <C extends AnyCommand, S, E extends AnyEvent>(
  domain: Domain<C, S, E>,
  views: ViewStore,
  process: ProcessSlug,
  checkpoint: Checkpoint | undefined,
  records: ReadonlyArray<LoggedRecord>
): TE.TaskEither<StoreFault, boolean> =>
  pipe(
    // what stands there without a checkpoint is of nobody knows what
    checkpoint === undefined ? views.reset(process) : TE.right(undefined),
    TE.flatMap(() => views.load(process, touched(records))),
    TE.flatMap(kept =>
      sameCheckpoint(kept.checkpoint, checkpoint)
        ? pipe(
            TE.fromEither(advance(domain, kept, records)),
            TE.flatMap(puts => views.step(process, checkpoint, checkpointAfter(domain.code, records), puts))
          )
        : TE.right(false)
    )
  )

const checkpointAfter = (code: string, records: ReadonlyArray<LoggedRecord>): Checkpoint => ({
  at: records[records.length - 1]?.log ?? logStart,
  code
})

const touched = (records: ReadonlyArray<LoggedRecord>): ReadonlyArray<string> => [
  ...new Set(records.map(record => stateKey(record.stream))),
  numbersKey,
  unknownKey
]
