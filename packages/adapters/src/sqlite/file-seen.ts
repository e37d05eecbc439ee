/** The file from outside, before SQLite opens it: whether it can be a store, and where SQLite is to find it. */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type OpenOptions } from './connection'

/** A read-only folder has no place for SQLite's shared memory: a file closed cleanly is read as it is. */
export const isSealed = (file: string): boolean =>
  existsSync(file) && !existsSync(`${file}-shm`) && sizeOf(`${file}-wal`) === 0 && !canWriteBeside(file)

/** Where SQLite is to find the file: a sealed one is opened as it stands. */
export const locationOf = ({ file, readOnly }: OpenOptions): string =>
  readOnly && isSealed(file)
    ? `file:${encodeURI(file).replace(/\?/g, '%3f').replace(/#/g, '%23')}?immutable=1`
    : file

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
export const flawOfFile = (options: OpenOptions): StoreFault | undefined => {
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
