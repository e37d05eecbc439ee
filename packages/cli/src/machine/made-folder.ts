/** A folder for a store: made where there is none. Where it cannot be, the store is out of reach. */
import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import * as E from 'fp-ts/lib/Either'
import { fileProblem } from './file-problem'

export const madeFolder = (folder: string): E.Either<StoreFault, void> =>
  E.tryCatch(
    () => make(folder),
    (error): StoreFault => ({
      tag: 'StoreUnreachable',
      at: resolve(folder),
      detail: `the folder cannot be made: ${fileProblem(error)}`
    })
  )

/** Step by step: `recursive` of Node 20 never ends where a folder that is there takes none, as under /proc. */
const make = (folder: string): void => {
  if (isFolder(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) make(parent)
  try {
    mkdirSync(folder)
  } catch (error) {
    /** Another program may have made it meanwhile. */
    if (!isFolder(folder)) throw error
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
