/**
 * One connection to one file: opened only when the file is what it should be, durable before the first write, and
 * patient while another program holds the lock.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either'
import type * as TE from 'fp-ts/lib/TaskEither'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type Database, openDatabase, type Statement } from './driver'
import { faultOf, isBusy } from './fault'
import { type FileFormat, knownVersion } from './format'

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
  return async () => E.flatten(await opened())
}

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

const locationOf = ({ file, readOnly }: OpenOptions): string =>
  readOnly && isSealed(file)
    ? `file:${encodeURI(file).replace(/\?/g, '%3f').replace(/#/g, '%23')}?immutable=1`
    : file

/** A read-only folder has no place for SQLite's shared memory: a file closed cleanly is read as it is. */
export const isSealed = (file: string): boolean =>
  existsSync(file) && !existsSync(`${file}-shm`) && sizeOf(`${file}-wal`) === 0 && !canWriteBeside(file)

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

const canWriteBeside = (file: string): boolean => {
  try {
    accessSync(dirname(file), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Looks at the file from outside only. It is never opened here: closing it would drop this program's locks on it, and
 * with them what keeps other programs from removing the WAL under it (sqlite.org/howtocorrupt.html, 2.2).
 */
const flawOfFile = (options: OpenOptions): StoreFault | undefined => {
  try {
    return flawSeen(options)
  } catch (error) {
    return { tag: 'StoreUnreachable', at: options.file, detail: String(error) }
  }
}

const flawSeen = ({ file, create, readOnly }: OpenOptions): StoreFault | undefined => {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (stat === undefined) return create && !readOnly ? flawOfFolder(file) : { tag: 'StoreNotFound', at: file }
  if (!stat.isFile()) return { tag: 'NotAStore', at: file, detail: 'it is not a file' }
  if (stat.size === 0) return create ? undefined : { tag: 'NotAStore', at: file, detail: 'the file is empty' }
  return undefined
}

const flawOfFolder = (file: string): StoreFault | undefined =>
  existsSync(dirname(file))
    ? undefined
    : { tag: 'StoreUnreachable', at: file, detail: `there is no folder ${dirname(file)}` }

/** Checks the marks before anything is changed, then makes the connection durable and the format current. */
const prepareFile = (db: Database, options: OpenOptions): StoreFault | undefined => {
  const { file: at, format, create } = options
  const { found, mark, isEmpty } = marksOf(db)
  if (isEmpty && !create) return { tag: 'NotAStore', at, detail: 'the database is empty' }
  if (!isEmpty && mark !== format.applicationId)
    return { tag: 'NotAStore', at, detail: `it is not a file of ${format.name}` }
  if (found > knownVersion(format))
    return { tag: 'StoreOfNewerFormat', at, found, known: knownVersion(format) }
  if (options.readOnly) return found < knownVersion(format) ? { tag: 'StoreReadOnly', at } : undefined
  if (isEmpty) db.exec(`PRAGMA encoding = '${format.encoding}'`)
  return makeDurable(db, options) ?? migrate(db, options)
}

/** Read in one transaction: another program may be making the file at this moment. */
const marksOf = (db: Database) => {
  db.exec('BEGIN')
  try {
    const found = Number(pragma(db, 'user_version'))
    const mark = Number(pragma(db, 'application_id'))
    return { found, mark, isEmpty: mark === 0 && found === 0 && hasNoTable(db) }
  } finally {
    if (db.isTransaction) db.exec('COMMIT')
  }
}

const pragma = (db: Database, name: string): unknown =>
  Object.values((db.prepare(`PRAGMA ${name}`).get() ?? {}) as Record<string, unknown>)[0]

const hasNoTable = (db: Database): boolean =>
  db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined

const levels = { NORMAL: 1, FULL: 2 } as const

/** Refuses to go on where the file system does not give WAL, or SQLite does not sync as asked. */
const makeDurable = (
  db: Database,
  { file: at, synchronous, secureDelete, maxPages }: OpenOptions
): StoreFault | undefined => {
  const mode = pragma(db, 'journal_mode = WAL')
  if (mode !== 'wal')
    return isReadOnlyFile(db)
      ? undefined
      : { tag: 'StoreUnreachable', at, detail: `the journal mode is ${String(mode)}, not WAL` }
  db.exec(`PRAGMA synchronous = ${synchronous}; PRAGMA fullfsync = ON; PRAGMA trusted_schema = OFF`)
  if (secureDelete === true) db.exec('PRAGMA secure_delete = ON')
  if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`)
  return Number(pragma(db, 'synchronous')) === levels[synchronous]
    ? undefined
    : { tag: 'StoreUnreachable', at, detail: `SQLite does not take synchronous=${synchronous}` }
}

const isReadOnlyFile = (db: Database): boolean => {
  try {
    db.exec('BEGIN IMMEDIATE; ROLLBACK')
    return false
  } catch (error) {
    return faultOf(error, '', 0).tag === 'StoreReadOnly'
  }
}

/** All steps in one transaction; another program may have taken them while this one waited for the lock. */
const migrate = (db: Database, { file: at, format }: OpenOptions): StoreFault | undefined => {
  if (Number(pragma(db, 'user_version')) === knownVersion(format)) return undefined
  db.exec('BEGIN IMMEDIATE')
  try {
    const found = Number(pragma(db, 'user_version'))
    if (found > knownVersion(format))
      return { tag: 'StoreOfNewerFormat', at, found, known: knownVersion(format) }
    for (const step of format.migrations.slice(found)) db.exec(step)
    db.exec(
      `PRAGMA application_id = ${format.applicationId}; PRAGMA user_version = ${knownVersion(format)}; COMMIT`
    )
    return undefined
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK')
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
