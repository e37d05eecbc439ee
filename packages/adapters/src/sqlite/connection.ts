/**
 * One connection to one file: opened only when the file is what it should be, durable before the first write, and
 * patient while another program holds the lock.
 */
import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either'
import type * as TE from 'fp-ts/lib/TaskEither'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type Database, openDatabase, type Statement } from './driver'
import { faultOf, isBusy } from './fault'
import { flawOfFile, locationOf } from './file-seen'
import { type FileFormat } from './format'
import { prepareFile } from './prepare-file'

export interface OpenOptions {
  readonly file: string
  readonly format: FileFormat
  /** Make the file where there is none. */
  readonly create: boolean
  readonly readOnly: boolean
  /** How long an append or a read waits for a lock that another program holds, in milliseconds. */
  readonly lockWaitMs: number
  /** FULL: an acknowledged commit survives a power cut. NORMAL only for what can be made again. */
  readonly synchronous: 'FULL' | 'NORMAL'
  /** Overwrite what is deleted, so that nothing of it is left in the file. */
  readonly secureDelete?: boolean
  /** The file may not grow beyond so many pages of 4 KiB. */
  readonly maxPages?: number
}

export interface Connection {
  readonly at: string
  readonly db: Database
  readonly lockWaitMs: number
  /** The statement for this SQL, prepared once; integers come as BigInt. */
  readonly sql: (text: string) => Statement
  /** The same, with rows as arrays. */
  readonly rows: (text: string) => Statement
  readonly close: () => void
}

/** Patience of SQLite itself, which blocks the program; the rest is waited outside of it. */
const nativeWaitMs = 8
export const defaultLockWaitMs = 10_000

/** Runs `step`, again and again while another program holds the lock, and gives what is wrong as a fault. */
export const patiently =
  <A>(at: string, lockWaitMs: number, step: () => A): TE.TaskEither<StoreFault, A> =>
  async () => {
    const began = Date.now()
    for (;;) {
      try {
        return E.right(step())
      } catch (error) {
        const waitedMs = Date.now() - began
        if (!isBusy(error) || waitedMs >= lockWaitMs) return E.left(faultOf(error, at, waitedMs))
        await pause(1 + Math.random() * 9)
      }
    }
  }

/** Opens the file, or says why it cannot be used; a file that is not ours is left as it is. */
export const openConnection = (options: OpenOptions): TE.TaskEither<StoreFault, Connection> => {
  const opened = patiently(options.file, options.lockWaitMs, () => attempt(options))
  return async () => E.mapLeft(naming(options))(E.flatten(await opened()))
}

/** Which of the three files was to stand there: the remedy is another for each. */
const naming =
  ({ format }: OpenOptions) =>
  (fault: StoreFault): StoreFault =>
    fault.tag === 'NotAStore' ? { ...fault, of: format.name } : fault

const attempt = (options: OpenOptions): E.Either<StoreFault, Connection> => {
  const flaw = flawOfFile(options)
  if (flaw !== undefined) return E.left(flaw)
  const db = openDatabase(locationOf(options), { readOnly: options.readOnly, timeout: nativeWaitMs })
  try {
    const refused = prepareFile(db, options)
    if (refused === undefined) return E.right(connected(db, options))
    db.close()
    return E.left(refused)
  } catch (error) {
    db.close()
    throw error
  }
}

const connected = (db: Database, { file, lockWaitMs }: OpenOptions): Connection => ({
  at: file,
  db,
  lockWaitMs,
  sql: preparedOnce(db, () => undefined),
  rows: preparedOnce(db, statement => statement.setReturnArrays(true)),
  close: () => {
    if (!db.isOpen) return
    leaveNothingInWal(db)
    db.close()
  }
})

/**
 * Brings everything into the file itself, so that a copy of it is whole. The packaged driver does not finalise its
 * statements on close, so SQLite does not do it by itself. Where others read or write, it is left to them.
 */
const leaveNothingInWal = (db: Database): void => {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch {
    // The commits are durable in the WAL: the next program that opens the file brings them in.
  }
}

const preparedOnce = (db: Database, shape: (statement: Statement) => void): ((text: string) => Statement) => {
  const prepared = new Map<string, Statement>()
  return text => {
    const known = prepared.get(text)
    if (known !== undefined) return known
    const statement = db.prepare(text)
    statement.setReadBigInts(true)
    shape(statement)
    prepared.set(text, statement)
    return statement
  }
}

/** One transaction for writing: committed when `step` gives a right, undone when it gives a left or throws. */
export const writing = <L, A>({ db, sql }: Connection, step: () => E.Either<L, A>): E.Either<L, A> => {
  sql('BEGIN IMMEDIATE').run()
  try {
    const answer = step()
    sql(E.isRight(answer) ? 'COMMIT' : 'ROLLBACK').run()
    return answer
  } finally {
    if (db.isOpen && db.isTransaction) db.exec('ROLLBACK')
  }
}

/** One transaction for reading: everything in `step` sees the same state of the file. */
export const reading = <A>({ db, sql }: Connection, step: () => A): A => {
  sql('BEGIN').run()
  try {
    return step()
  } finally {
    if (db.isTransaction) sql('COMMIT').run()
  }
}
