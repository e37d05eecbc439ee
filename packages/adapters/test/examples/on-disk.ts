import { openSqliteDirectory } from '@ardiya/adapters/sqlite/directory'
import { openSqliteEventStore } from '@ardiya/adapters/sqlite/event-store'
import { openSqliteViewStore } from '@ardiya/adapters/sqlite/view-store'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'

/** The three stores of a coalition in a folder, begun where they are not there yet. Each has `close`. */
export const openedIn = (folder: string) =>
  pipe(
    TE.Do,
    TE.bind('store', () => openSqliteEventStore({ file: `${folder}/coalition.db`, create: true })),
    TE.bind('views', () => openSqliteViewStore({ file: `${folder}/coalition.views.db` })),
    TE.bind('directory', () => openSqliteDirectory({ file: `${folder}/coalition.persons.db` }))
  )
