/** The directory of persons in its own SQLite file: durable like the events, and with nothing left of the erased. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Directory, type DirectoryAnswer, type DirectoryEntry } from '@ardiya/core/kernel/directory'
import { type CommandId, type PersonRef, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type Connection, defaultLockWaitMs, openConnection, reading, writing } from './connection'
import { entriesIn, erasedSum, insertEntry } from './directory-rows'
import { damageFound, stillBusy } from './fault'
import { personsFormat } from './format'
import { held, type Held, type OnConnection } from './held'

export interface SqliteDirectoryOptions {
  readonly file: string
  /** Open an existing one as it is: changes are refused. */
  readonly readOnly?: boolean
  /** How long a change waits for other programs, in milliseconds, before it answers `StoreLocked`. */
  readonly lockWaitMs?: number
}

/** Opens the directory of a coalition, or begins it. */
export const openSqliteDirectory = ({
  file,
  readOnly = false,
  lockWaitMs = defaultLockWaitMs
}: SqliteDirectoryOptions): TE.TaskEither<StoreFault, Directory> =>
  pipe(
    held(
      file,
      openConnection({
        file,
        format: personsFormat,
        create: !readOnly,
        readOnly,
        lockWaitMs,
        synchronous: 'FULL',
        secureDelete: true
      }),
      (connection): OnConnection => ({ connection })
    ),
    TE.map(directoryOn)
  )

const directoryOn = (store: Held<OnConnection>): Directory => {
  const read = <A>(step: (connection: Connection) => A): TE.TaskEither<StoreFault, A> =>
    store.use(({ connection }) => reading(connection, () => step(connection)))
  const change = (step: (connection: Connection) => void): TE.TaskEither<StoreFault, void> =>
    store.use(({ connection }) => {
      writing(connection, () => E.right(step(connection)))
    })

  return {
    put: entries => change(connection => entries.forEach(entry => put(connection, entry))),
    byCommand: (process, command) =>
      read(connection =>
        entriesIn(connection, 'process = ? AND command = ? ORDER BY number', process, command)
      ),
    lookup: (process, person) => read(connection => answer(connection, process, person)),
    erase: (process, persons) =>
      store.use(({ connection }) => {
        writing(connection, () => E.right(persons.forEach(person => erase(connection, process, person))))
        leaveNoTrace(connection)
      }),
    enteredBefore: (process, query) => read(connection => enteredBefore(connection, process, query)),
    remove: (process, commands) =>
      change(connection => commands.forEach(command => remove(connection, process, command))),
    close: store.close
  }
}

const isErased = ({ sql }: Connection, process: ProcessSlug, person: PersonRef): boolean => {
  const row = sql('SELECT sum FROM erased WHERE process = ? AND person = ?').get(process, person)
  if (row === undefined) return false
  if (Number((row as { readonly sum: bigint }).sum) !== erasedSum(process, person))
    damageFound(`the mark of an erased person is not as it was written`)
  return true
}

/** The first entry of a command for a person stands (rule 17); an erased person stays erased (rule 20). */
const put = (connection: Connection, entry: DirectoryEntry): void => {
  if (!isErased(connection, entry.process, entry.person)) insertEntry(connection, entry)
}

const answer = (connection: Connection, process: ProcessSlug, person: PersonRef): DirectoryAnswer => {
  if (isErased(connection, process, person)) return { tag: 'Erased' }
  const entries = entriesIn(connection, 'process = ? AND person = ? ORDER BY number', process, person)
  return entries.length === 0 ? { tag: 'Missing' } : { tag: 'Known', entries }
}

const erase = ({ sql }: Connection, process: ProcessSlug, person: PersonRef): void => {
  sql('DELETE FROM entry WHERE process = ? AND person = ?').run(process, person)
  sql('INSERT INTO erased (process, person, sum) VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    process,
    person,
    erasedSum(process, person)
  )
}

/** The WAL still holds what was there before: it is brought into the file and emptied, or the erasure is tried again. */
const leaveNoTrace = ({ sql }: Connection): void => {
  const { busy } = sql('PRAGMA wal_checkpoint(TRUNCATE)').get() as { readonly busy: bigint }
  if (busy !== 0n) stillBusy()
}

/** The limit counts commands, so that no page cuts the entries of one command in two. */
const enteredBefore = (
  connection: Connection,
  process: ProcessSlug,
  { before, after, limit }: Parameters<Directory['enteredBefore']>[1]
): ReadonlyArray<DirectoryEntry> =>
  entriesIn(
    connection,
    `process = ? AND entered_at < ? AND command IN (
       SELECT DISTINCT command FROM entry
       WHERE process = ? AND entered_at < ? AND command > ? ORDER BY command LIMIT ?
     ) ORDER BY command, number`,
    process,
    before,
    process,
    before,
    after ?? '',
    Math.max(1, limit)
  )

const remove = ({ sql }: Connection, process: ProcessSlug, command: CommandId): void => {
  sql('DELETE FROM entry WHERE process = ? AND command = ?').run(process, command)
}
