/** Where the demonstration is kept: a folder of its own. One that is there already is begun anew, nothing else is. */
import { existsSync, rmSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { openSqliteEventStore } from '@ardiya/adapters/sqlite/event-store'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { isDemonstration } from '../act/line-process'
import { type CliFailure } from '../failure/failure'
import { madeFolder } from '../machine/made-folder'
import { type SqlitePlace } from '../store/place'
import { type Screen } from '../terminal/screen'

export interface Fresh {
  readonly place: SqlitePlace
  /** As one types it from the folder in which the command runs. */
  readonly url: string
}

export const freshPlace = (folder: string, screen: Screen): TE.TaskEither<CliFailure, Fresh> => {
  const place: SqlitePlace = {
    tag: 'Sqlite',
    file: resolve(folder, 'khemisset.db'),
    views: resolve(folder, 'khemisset.views.db'),
    persons: resolve(folder, 'khemisset.persons.db')
  }
  const near = relative(process.cwd(), place.file)
  const url = `sqlite:${near.startsWith('..') ? place.file : `./${near}`}`
  return pipe(
    existsSync(place.file)
      ? beginAnew(place, url, screen)
      : pipe(
          TE.fromEither(madeFolder(folder)),
          TE.tapIO(() => () => removed(place.views))
        ),
    TE.map(() => ({ place, url }))
  )
}

/** Only a store that holds demonstrations and nothing else is removed. */
const beginAnew = (place: SqlitePlace, url: string, screen: Screen): TE.TaskEither<CliFailure, void> =>
  pipe(
    onlyDemonstrations(place),
    TE.flatMap(only =>
      only ? TE.fromIO(() => removeFiles(place)) : TE.left<CliFailure>({ tag: 'StoreExists', at: place.file })
    ),
    TE.tapIO(() => () => screen.say(`ardiya: the demonstration of an earlier run in ${url} is begun anew`))
  )

const onlyDemonstrations = ({ file }: SqlitePlace): TE.TaskEither<CliFailure, boolean> =>
  pipe(
    openSqliteEventStore({ file, create: false, readOnly: true }),
    TE.mapLeft((fault): CliFailure => fault),
    TE.flatMap(store =>
      pipe(
        store.processes,
        TE.flatMap(TE.traverseSeqArray(process => isDemonstration(store, process))),
        TE.map(answers => answers.every(answer => answer === true)),
        TE.tap(() => store.close)
      )
    )
  )

const removeFiles = ({ file, views, persons }: SqlitePlace): void => [file, views, persons].forEach(removed)

/** The views that a removed log left behind are of no other log. */
const removed = (name: string): void => {
  for (const part of ['', '-wal', '-shm']) rmSync(`${name}${part}`, { force: true })
}
