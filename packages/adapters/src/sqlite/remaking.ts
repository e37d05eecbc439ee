/**
 * A file that can always be made again: when it is damaged or of another format it is removed and begun anew. Only a
 * file that bears the mark of views is ever removed, and on demand one that is no database at all: never a database of
 * another program. Programs take turns at it by a folder beside the file.
 */
import { closeSync, mkdirSync, openSync, readSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import * as E from 'fp-ts/lib/Either'
import * as TE from 'fp-ts/lib/TaskEither'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type Connection, openConnection, type OpenOptions, patiently } from './connection'
import { notOpen } from './fault'

/** A connection to views, which is made anew where it must be. */
export interface Remade {
  readonly use: <A>(step: (connection: Connection) => A) => TE.TaskEither<StoreFault, A>
  readonly close: TE.TaskEither<StoreFault, void>
}

interface Opened {
  readonly connection: Connection
  /** Which file it is, so that one that another program made anew is not removed again. */
  readonly file: string
}

const maxRemakes = 3

export interface RemadeOptions extends OpenOptions {
  /** A file that is no database is removed, too. */
  readonly evenNoDatabase: boolean
}

/** Opens the file, made anew where it must be. */
export const remade =
  (options: RemadeOptions): TE.TaskEither<StoreFault, Remade> =>
  () =>
    openedAnew(options)

const openedAnew = async (options: RemadeOptions): Promise<E.Either<StoreFault, Remade>> => {
  let opened: Opened | undefined
  let closed = false

  const open = async (left: number): Promise<E.Either<StoreFault, Opened>> => {
    const seen = identity(options.file)
    const answer = await openConnection(options)()
    if (E.isRight(answer)) {
      opened = { connection: answer.right, file: identity(options.file) }
      return E.right(opened)
    }
    if (left === 0 || !isForRemaking(answer.left, options)) return answer
    await removeUnlessChanged(options.file, seen)
    return open(left - 1)
  }

  const attempt = async <A>(
    step: (connection: Connection) => A,
    left: number
  ): Promise<E.Either<StoreFault, A>> => {
    if (closed) return E.left({ tag: 'StoreUnreachable', at: options.file, detail: 'the store is closed' })
    const now = opened === undefined ? await open(maxRemakes) : E.right(opened)
    if (E.isLeft(now)) return now
    const { connection, file } = now.right
    const answer = await patiently(options.file, options.lockWaitMs, () =>
      connection.db.isOpen ? step(connection) : notOpen()
    )()
    if (E.isRight(answer) || left === 0 || !isForRemaking(answer.left, options)) return answer
    opened = undefined
    connection.close()
    await removeUnlessChanged(options.file, file)
    return attempt(step, left - 1)
  }

  const close: TE.TaskEither<StoreFault, void> = TE.fromIO(() => {
    closed = true
    opened?.connection.close()
    opened = undefined
  })

  return E.map((): Remade => ({ use: step => () => attempt(step, maxRemakes), close }))(
    await open(maxRemakes)
  )
}

const isForRemaking = (fault: StoreFault, options: RemadeOptions): boolean =>
  fault.tag === 'StoreDamaged' ||
  fault.tag === 'StoreOfNewerFormat' ||
  (fault.tag === 'NotAStore' && isOfNobodyElse(options))

/** The mark is at offset 68; what does not begin as every database does is no program's database. */
const isOfNobodyElse = ({ file, format, evenNoDatabase }: RemadeOptions): boolean => {
  const head = headOf(file)
  return (
    head !== undefined &&
    (head.readInt32BE(68) === format.applicationId ||
      (evenNoDatabase && !head.toString('latin1').startsWith('SQLite format 3\0')))
  )
}

/** The first bytes, zeros where the file is shorter; nothing where it cannot be read. */
const headOf = (file: string): Buffer | undefined => {
  try {
    const bytes = Buffer.alloc(72)
    const opened = openSync(file, 'r')
    try {
      readSync(opened, bytes, 0, 72, 0)
    } finally {
      closeSync(opened)
    }
    return bytes
  } catch {
    return undefined
  }
}

const identity = (file: string): string => {
  const stat = statSync(file, { throwIfNoEntry: false, bigint: true })
  return stat === undefined ? 'none' : `${stat.ino} ${stat.birthtimeNs}`
}

const turnEndsAfterMs = 10_000

const removeUnlessChanged = async (file: string, seen: string): Promise<void> => {
  const turn = `${file}.remaking`
  while (!takesTurn(turn)) await pause(20)
  try {
    if (identity(file) === seen)
      for (const suffix of ['-wal', '-shm', '']) rmSync(file + suffix, { force: true })
  } finally {
    rmdirSync(turn)
  }
}

/** Whether it is this program's turn; a turn of a program that was killed ends after a while. */
const takesTurn = (turn: string): boolean => {
  try {
    mkdirSync(turn)
    return true
  } catch (error) {
    if (!isThere(error)) throw error
    const began = statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - began > turnEndsAfterMs) rmSync(turn, { recursive: true, force: true })
    return false
  }
}

const isThere = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST'
