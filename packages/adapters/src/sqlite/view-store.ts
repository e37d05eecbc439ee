/** The view store on one SQLite file beside the events: disposable, made anew where it is damaged or of another format. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Json, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { logVersion } from '@ardiya/core/kernel/version'
import {
  type Checkpoint,
  type Kept,
  type KeptDocument,
  sameCheckpoint,
  type ViewStore
} from '@ardiya/core/kernel/view-store'
import { crc32, sumOf } from './checksum'
import { type Connection, defaultLockWaitMs, reading, writing } from './connection'
import { damageFound } from './fault'
import { viewsFormat } from './format'
import { type Remade, remade } from './remaking'
import { type Remembered, remembering } from './remembered'

export interface SqliteViewStoreOptions {
  readonly file: string
  /** How long a step waits for other programs, in milliseconds, before it answers `StoreLocked`. */
  readonly lockWaitMs?: number
  /** Views are begun anew even where a file stands that is no database (`ardiya store rebuild`). */
  readonly evenNoDatabase?: boolean
}

/** Opens the kept views, or begins them. */
export const openSqliteViewStore = ({
  file,
  lockWaitMs = defaultLockWaitMs,
  evenNoDatabase = false
}: SqliteViewStoreOptions): TE.TaskEither<StoreFault, ViewStore> =>
  pipe(
    remade({
      file,
      format: viewsFormat,
      create: true,
      readOnly: false,
      lockWaitMs,
      evenNoDatabase,
      synchronous: 'NORMAL'
    }),
    TE.map(storeOn)
  )

/** So much JSON of documents is remembered by a handle. */
const rememberedBytes = 32 * 1024 * 1024

const storeOn = (views: Remade): ViewStore => {
  const remembered = remembering(rememberedBytes)
  return {
    load: (process, keys) =>
      views.use(connection => reading(connection, () => loaded(connection, remembered, process, keys))),
    scan: (process, query) =>
      views.use(connection =>
        reading(connection, () => ({
          checkpoint: checkpointOf(connection, process),
          documents: scanned(connection, process, query)
        }))
      ),
    step: (process, from, to, puts) => {
      const encoded = puts.map(encode(process))
      return pipe(
        views.use(connection => stepTaken(connection, process, from, to, encoded)),
        TE.tapIO(taken => () => {
          if (taken) remembered.follow(process, from, to, encoded.map(asDocument))
        })
      )
    },
    reset: process => views.use(connection => forget(connection, process)),
    close: views.close
  }
}

const loaded = (
  connection: Connection,
  remembered: Remembered,
  process: ProcessSlug,
  keys: ReadonlyArray<string>
): Kept => {
  const checkpoint = checkpointOf(connection, process)
  const documents = keys.flatMap((key): ReadonlyArray<KeptDocument> => {
    const known = remembered.recall(process, checkpoint, key)
    if (known !== undefined) return [{ key, value: known }]
    const row = rowAt(connection, process, key)
    if (row === undefined) return []
    const document = decode(process, row)
    remembered.remember(process, checkpoint, key, { value: document.value, bytes: row.value.length })
    return [document]
  })
  return { checkpoint, documents }
}

interface Encoded {
  readonly key: string
  readonly value: Json
  readonly text: Buffer
  readonly sum: number
}

const encode =
  (process: ProcessSlug) =>
  ({ key, value }: KeptDocument): Encoded => {
    const text = Buffer.from(JSON.stringify(value))
    return { key, value, text, sum: documentSum(process, key, text) }
  }

const asDocument = ({ key, value, text }: Encoded) => ({ key, value, bytes: text.length })

const documentSum = (process: ProcessSlug, key: string, value: Uint8Array): number =>
  sumOf([process, key], crc32(value))

interface DocumentRow {
  readonly key: string
  readonly sum: bigint
  readonly value: Uint8Array
}

const decode = (process: ProcessSlug, { key, sum, value }: DocumentRow): KeptDocument =>
  ArrayBuffer.isView(value) && Number(sum) === documentSum(process, key, value)
    ? { key, value: parsed(key, value) }
    : damageFound(notAsWritten(key))

/** The checksum is against decay: who forges a row can give it the right one. */
const parsed = (key: string, value: Uint8Array): Json => {
  try {
    return JSON.parse(Buffer.from(value).toString()) as Json
  } catch {
    return damageFound(notAsWritten(key))
  }
}

const notAsWritten = (key: string): string => `the document ${key} is not as it was written`

const rowAt = ({ sql }: Connection, process: ProcessSlug, key: string): DocumentRow | undefined =>
  sql('SELECT key, sum, value FROM document WHERE process = ? AND key = ?').get(process, key) as
    DocumentRow | undefined

const scanned = (
  { sql }: Connection,
  process: ProcessSlug,
  { prefix, after, limit = -1 }: Parameters<ViewStore['scan']>[1]
): ReadonlyArray<KeptDocument> => {
  const isPast = after !== undefined && after >= prefix
  const rows = sql(
    `SELECT key, sum, value FROM document WHERE process = ? AND key ${isPast ? '>' : '>='} ? ORDER BY key LIMIT ?`
  ).iterate(process, isPast ? after : prefix, limit)
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

const stepTaken = (
  connection: Connection,
  process: ProcessSlug,
  from: Checkpoint | undefined,
  to: Checkpoint,
  puts: ReadonlyArray<Encoded>
): boolean =>
  E.isRight(
    writing(connection, () => {
      if (!sameCheckpoint(checkpointOf(connection, process), from)) return E.left('moved')
      for (const put of puts) putDocument(connection, process, put)
      putCheckpoint(connection, process, to)
      return E.right('taken')
    })
  )

const putDocument = ({ sql }: Connection, process: ProcessSlug, { key, text, sum }: Encoded): void => {
  sql(
    `INSERT INTO document (process, key, sum, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (process, key) DO UPDATE SET sum = excluded.sum, value = excluded.value`
  ).run(process, key, sum, text)
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
