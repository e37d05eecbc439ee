/**
 * A copy of a live store, made while others go on: one state of it, verified before it gets its name, so that there is
 * never a half file under that name. Nothing is ever overwritten.
 */
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type Connection, defaultLockWaitMs, openConnection, patiently } from './connection'
import { eventsFormat, type FileFormat, personsFormat } from './format'
import { checkSqliteIntegrity, checkSqliteStructure } from './integrity'

/** There is a file under the name of the backup already: it is left as it is. */
export interface BackupTaken {
  readonly tag: 'BackupTaken'
  readonly at: string
}

export interface BackupReport {
  readonly from: string
  readonly to: string
  readonly kind: 'events' | 'persons'
  readonly bytes: number
}

/** Copies the events or the persons of a coalition to a new file. The copy is verified and on the disk. */
export const backupSqlite = (
  from: string,
  to: string
): TE.TaskEither<StoreFault | BackupTaken, BackupReport> =>
  pipe(
    copied(from, to, eventsFormat),
    TE.orElse(fault => (isOfOtherKind(fault) ? copied(from, to, personsFormat) : TE.left(fault)))
  )

const isOfOtherKind = (fault: StoreFault | BackupTaken): boolean => fault.tag === 'NotAStore'

const copied = (
  from: string,
  to: string,
  format: FileFormat
): TE.TaskEither<StoreFault | BackupTaken, BackupReport> => {
  const partial = `${to}.partial-${process.pid}`
  return pipe(
    openConnection({
      file: from,
      format,
      create: false,
      readOnly: false,
      lockWaitMs: defaultLockWaitMs,
      synchronous: 'FULL'
    }),
    TE.flatMap((connection): TE.TaskEither<StoreFault | BackupTaken, void> =>
      existsSync(to)
        ? closing(connection, TE.left<StoreFault | BackupTaken>({ tag: 'BackupTaken', at: to }))
        : closing(connection, written(connection, partial, to))
    ),
    TE.flatMap(() =>
      format === eventsFormat ? asVoid(checkSqliteIntegrity(partial)) : checkSqliteStructure(partial, format)
    ),
    TE.flatMap(() => named(partial, to)),
    TE.bimap(
      refusal => {
        rmSync(partial, { force: true })
        return refusal
      },
      () => ({ from, to, kind: format === eventsFormat ? 'events' : 'persons', bytes: statSync(to).size })
    )
  )
}

const asVoid = <L, A>(task: TE.TaskEither<L, A>): TE.TaskEither<L, void> => TE.map(() => undefined)(task)

const closing =
  <L, A>(connection: Connection, task: TE.TaskEither<L, A>): TE.TaskEither<L, A> =>
  async () => {
    const answer = await task()
    connection.close()
    return answer
  }

/** One state of the store, compacted, in a file that nobody looks for yet. */
const written = (connection: Connection, partial: string, to: string): TE.TaskEither<StoreFault, void> =>
  pipe(
    patiently(to, connection.lockWaitMs, () => {
      rmSync(partial, { force: true })
      connection.sql('VACUUM INTO ?').run(partial)
    }),
    TE.flatMapEither(() => onDisk(partial, to))
  )

/** The whole copy under its name, on the disk; refused where somebody else has taken the name meanwhile. */
const named =
  (partial: string, to: string): TE.TaskEither<StoreFault | BackupTaken, void> =>
  async () => {
    try {
      linkSync(partial, to)
      rmSync(partial)
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return E.left({ tag: 'BackupTaken', at: to })
      return namedWithoutLinks(partial, to)
    }
    return onDisk(dirname(to), to)
  }

/** A file system without links, as on many memory sticks: the name is taken first, then given the whole copy. */
const namedWithoutLinks = (partial: string, to: string): E.Either<StoreFault | BackupTaken, void> => {
  try {
    if (existsSync(to)) return E.left({ tag: 'BackupTaken', at: to })
    renameSync(partial, to)
    return onDisk(dirname(to), to)
  } catch (error) {
    return E.left({ tag: 'StoreUnreachable', at: to, detail: String(error) })
  }
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

const onDisk = (path: string, at: string): E.Either<StoreFault, void> => {
  try {
    const opened = openSync(path, 'r')
    fsyncSync(opened)
    closeSync(opened)
    return E.right(undefined)
  } catch (error) {
    return E.left({ tag: 'StoreUnreachable', at, detail: String(error) })
  }
}
