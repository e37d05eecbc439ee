/** Makes an open file ready: its marks checked before anything is changed, durable, and of the current format. */
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type OpenOptions } from './connection'
import { type Database } from './driver'
import { faultOf } from './fault'
import { knownVersion } from './format'

/** Checks the marks before anything is changed, then makes the connection durable and the format current. */
export const prepareFile = (db: Database, options: OpenOptions): StoreFault | undefined => {
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
