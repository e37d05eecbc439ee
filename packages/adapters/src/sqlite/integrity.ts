/** Whether a file is as it was written: SQLite's own check of structure and indexes, then every row of the log. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { logStart, type LogVersion, logVersion } from '@ardiya/core/kernel/version'
import { type Connection, defaultLockWaitMs, openConnection, patiently } from './connection'
import { allProcesses, checkEveryStream, type ProcessRow, streamNames } from './event-index'
import { readLog, type Reader } from './event-reads'
import { damageFound } from './fault'
import { eventsFormat, type FileFormat } from './format'

/** What a sound store of events holds. */
export interface IntegrityReport {
  readonly file: string
  readonly processes: ReadonlyArray<{ readonly process: ProcessSlug; readonly events: LogVersion }>
}

/** Reads the whole store of events and says what it holds, or the first damage. It changes nothing. */
export const checkSqliteIntegrity = (file: string): TE.TaskEither<StoreFault, IntegrityReport> =>
  onReader(file, eventsFormat, connection =>
    pipe(
      patiently(file, connection.lockWaitMs, () => {
        checkStructure(connection)
        checkEveryStream(connection)
        return allProcesses(connection)
      }),
      TE.tap(processes => checkLogs({ connection, nameOf: streamNames(connection) }, processes)),
      TE.map(processes => ({
        file,
        processes: processes.map(({ slug, head }) => ({ process: slug, events: logVersion(head) }))
      }))
    )
  )

/** Checks the structure of a file of any of our formats; for the events, `checkSqliteIntegrity` says more. */
export const checkSqliteStructure = (file: string, format: FileFormat): TE.TaskEither<StoreFault, void> =>
  onReader(file, format, connection =>
    patiently(file, connection.lockWaitMs, () => checkStructure(connection))
  )

const onReader = <A>(
  file: string,
  format: FileFormat,
  step: (connection: Connection) => TE.TaskEither<StoreFault, A>
): TE.TaskEither<StoreFault, A> =>
  pipe(
    openConnection({
      file,
      format,
      create: false,
      readOnly: true,
      lockWaitMs: defaultLockWaitMs,
      synchronous: 'FULL'
    }),
    TE.flatMap(connection => async () => {
      const answer = await step(connection)()
      connection.close()
      return answer
    })
  )

const checkStructure = ({ sql }: Connection): void => {
  const row = sql('PRAGMA integrity_check(1)').get() as { readonly integrity_check: string }
  if (row.integrity_check !== 'ok') damageFound(row.integrity_check)
}

const pageRecords = 1000

const checkLogs = (
  reader: Reader,
  processes: ReadonlyArray<ProcessRow>
): TE.TaskEither<StoreFault, unknown> =>
  TE.traverseSeqArray(({ slug }: ProcessRow) => checkLog(reader, slug, logStart))(processes)

/** Page by page, each with its checksums and its density; between pages others may write. */
const checkLog =
  (reader: Reader, process: ProcessSlug, from: LogVersion): TE.TaskEither<StoreFault, void> =>
  async () => {
    let after = from
    for (;;) {
      const page = await patiently(reader.connection.at, reader.connection.lockWaitMs, () =>
        readLog(reader, process, { after, limit: pageRecords })
      )()
      if (E.isLeft(page)) return page
      if (E.isLeft(page.right) || page.right.right.end) return E.right(undefined)
      after = page.right.right.next
    }
  }
