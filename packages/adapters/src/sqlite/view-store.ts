/** The view store on one SQLite file beside the events: disposable, made anew where it is damaged or of another format. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Json, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { logVersion } from '@ardiya/core/kernel/version'
import { type Checkpoint, type KeptDocument, type ViewStore } from '@ardiya/core/kernel/view-store'
import { crc32, sumOf } from './checksum'
import { type Connection, defaultLockWaitMs, reading, writing } from './connection'
import { damageFound } from './fault'
import { viewsFormat } from './format'
import { type Remade, remade } from './remaking'

export interface SqliteViewStoreOptions {
  readonly file: string
  /** How long a step waits for other programs, in milliseconds, before it answers `StoreLocked`. */
  readonly lockWaitMs?: number
}

/** Opens the kept views, or begins them. */
export const openSqliteViewStore = ({
  file,
  lockWaitMs = defaultLockWaitMs
}: SqliteViewStoreOptions): TE.TaskEither<StoreFault, ViewStore> =>
  pipe(
    remade({
      file,
      format: viewsFormat,
      create: true,
      readOnly: false,
      lockWaitMs,
      synchronous: 'NORMAL'
    }),
    TE.map(storeOn)
  )

const storeOn = (views: Remade): ViewStore => ({
  load: (process, keys) =>
    views.use(connection =>
      reading(connection, () => ({
        checkpoint: checkpointOf(connection, process),
        documents: keys.flatMap(key => documentAt(connection, process, key))
      }))
    ),
  scan: (process, query) =>
    views.use(connection =>
      reading(connection, () => ({
        checkpoint: checkpointOf(connection, process),
        documents: scanned(connection, process, query)
      }))
    ),
  step: (process, from, to, puts) => {
    const encoded = puts.map(encode(process))
    return views.use(connection => stepTaken(connection, process, from, to, encoded))
  },
  reset: process => views.use(connection => forget(connection, process)),
  close: views.close
})

interface Encoded {
  readonly key: string
  readonly value: Buffer
  readonly sum: number
}

const encode =
  (process: ProcessSlug) =>
  ({ key, value }: KeptDocument): Encoded => {
    const bytes = Buffer.from(JSON.stringify(value))
    return { key, value: bytes, sum: documentSum(process, key, bytes) }
  }

const documentSum = (process: ProcessSlug, key: string, value: Uint8Array): number =>
  sumOf([process, key], crc32(value))

interface DocumentRow {
  readonly key: string
  readonly sum: bigint
  readonly value: Uint8Array
}

const decode = (process: ProcessSlug, { key, sum, value }: DocumentRow): KeptDocument =>
  ArrayBuffer.isView(value) && Number(sum) === documentSum(process, key, value)
    ? { key, value: JSON.parse(Buffer.from(value).toString()) as Json }
    : damageFound(`the document ${key} is not as it was written`)

const documentAt = ({ sql }: Connection, process: ProcessSlug, key: string): ReadonlyArray<KeptDocument> => {
  const row = sql('SELECT key, sum, value FROM document WHERE process = ? AND key = ?').get(process, key)
  return row === undefined ? [] : [decode(process, row as DocumentRow)]
}

const scanned = (
  { sql }: Connection,
  process: ProcessSlug,
  { prefix, after, limit }: Parameters<ViewStore['scan']>[1]
): ReadonlyArray<KeptDocument> => {
  const isPast = after !== undefined && after >= prefix
  const rows = sql(
    `SELECT key, sum, value FROM document WHERE process = ? AND key ${isPast ? '>' : '>='} ? ORDER BY key LIMIT ?`
  ).iterate(process, isPast ? after : prefix, Math.max(1, limit))
  const documents: KeptDocument[] = []
  for (const row of rows as Iterable<DocumentRow>) {
    if (!row.key.startsWith(prefix)) break
    documents.push(decode(process, row))
  }
  return documents
}

interface CheckpointRow {
  readonly at: string
  readonly code: string
  readonly sum: bigint
}

const checkpointOf = ({ sql }: Connection, process: ProcessSlug): Checkpoint | undefined => {
  const row = sql('SELECT at, code, sum FROM checkpoint WHERE process = ?').get(process)
  if (row === undefined) return undefined
  const { at, code, sum } = row as CheckpointRow
  if (Number(sum) !== sumOf([process, at, code])) damageFound('a checkpoint is not as it was written')
  return { at: logVersion(BigInt(at)), code }
}

const isAt = (now: Checkpoint | undefined, from: Checkpoint | undefined): boolean =>
  now === undefined || from === undefined
    ? now === from
    : now.at.value === from.at.value && now.code === from.code

const stepTaken = (
  connection: Connection,
  process: ProcessSlug,
  from: Checkpoint | undefined,
  to: Checkpoint,
  puts: ReadonlyArray<Encoded>
): boolean =>
  E.isRight(
    writing(connection, () => {
      if (!isAt(checkpointOf(connection, process), from)) return E.left('moved')
      for (const put of puts) putDocument(connection, process, put)
      putCheckpoint(connection, process, to)
      return E.right('taken')
    })
  )

const putDocument = ({ sql }: Connection, process: ProcessSlug, { key, value, sum }: Encoded): void => {
  sql(
    `INSERT INTO document (process, key, sum, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (process, key) DO UPDATE SET sum = excluded.sum, value = excluded.value`
  ).run(process, key, sum, value)
}

const putCheckpoint = ({ sql }: Connection, process: ProcessSlug, { at, code }: Checkpoint): void => {
  const text = at.value.toString()
  sql(
    `INSERT INTO checkpoint (process, at, code, sum) VALUES (?, ?, ?, ?)
     ON CONFLICT (process) DO UPDATE SET at = excluded.at, code = excluded.code, sum = excluded.sum`
  ).run(process, text, code, sumOf([process, text, code]))
}

const forget = (connection: Connection, process: ProcessSlug): void => {
  writing(connection, () => {
    connection.sql('DELETE FROM document WHERE process = ?').run(process)
    connection.sql('DELETE FROM checkpoint WHERE process = ?').run(process)
    return E.right(undefined)
  })
}
