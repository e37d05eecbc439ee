import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { eventStoreContract } from '@ardiya/core/testing/store-contract'
import { type StoreUnderTest } from '@ardiya/core/testing/store-under-test'
import { runContract } from '../../test/run-contract'
import { afterDoing, newFolder, removeFolder, runSql, scramble } from '../../test/sqlite-files'
import { openDatabase } from './driver'
import { openSqliteEventStore } from './event-store'

const open: TE.TaskEither<StoreFault, StoreUnderTest> = () => {
  const folder = newFolder()
  const file = join(folder, 'coalition.db')
  const reopen = openSqliteEventStore({ file, create: false })
  const locker = (): void => {
    const other = openDatabase(file, { readOnly: false, timeout: 0 })
    other.exec('BEGIN IMMEDIATE')
    release = () => other.close()
  }
  let release = (): void => undefined
  return pipe(
    openSqliteEventStore({ file, create: true }),
    TE.map(store => ({
      store,
      reopen,
      faults: {
        damaged: afterDoing(() => scramble(file), reopen),
        newer: afterDoing(() => runSql(file, 'PRAGMA user_version = 99'), reopen),
        gone: afterDoing(() => rmSync(file), reopen),
        unreachable: openSqliteEventStore({ file: join(folder, 'no-folder', 'coalition.db'), create: true }),
        readOnly: openSqliteEventStore({ file, create: false, readOnly: true }),
        locked: afterDoing(locker, openSqliteEventStore({ file, create: false, lockWaitMs: 50 })),
        full: openSqliteEventStore({ file, create: false, maxPages: 60 })
      },
      release: async () => {
        release()
        removeFolder(folder)
      }
    }))
  )()
}

runContract(
  'the event store on SQLite',
  eventStoreContract({
    name: 'SQLite',
    open,
    faults: ['damaged', 'newer', 'gone', 'unreachable', 'readOnly', 'locked', 'full']
  })
)
