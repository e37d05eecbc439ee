/** A folder for a store: made where there is none. Where it cannot be, the store is out of reach. */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import * as E from 'fp-ts/lib/Either'
import { fileProblem } from './file-problem'

export const madeFolder = (folder: string): E.Either<StoreFault, void> =>
  E.tryCatch(
    () => void mkdirSync(folder, { recursive: true }),
    (error): StoreFault => ({
      tag: 'StoreUnreachable',
      at: resolve(folder),
      detail: `the folder cannot be made: ${fileProblem(error)}`
    })
  )
