import { join } from 'node:path'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { directoryContract, type DirectoryUnderTest } from '@ardiya/core/testing/directory-contract'
import { runContract } from '../../test/run-contract'
import { afterDoing, newFolder, removeFolder, scramble, textOf } from '../../test/sqlite-files'
import { openSqliteDirectory } from './directory'

const open: TE.TaskEither<StoreFault, DirectoryUnderTest> = () => {
  const folder = newFolder()
  const file = join(folder, 'coalition.persons.db')
  const reopen = openSqliteDirectory({ file })
  return pipe(
    reopen,
    TE.map(directory => ({
      directory,
      reopen,
      damaged: afterDoing(() => scramble(file), reopen),
      traces: TE.fromIO(() => textOf(file)),
      release: async () => removeFolder(folder)
    }))
  )()
}

runContract('the directory on SQLite', directoryContract({ name: 'SQLite', open, damaging: true }))
