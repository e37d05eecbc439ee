/** `ardiya store backup`: a verified copy of the record and of the directory, while others go on. */
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type BackupReport, backupSqlite } from '@ardiya/adapters/sqlite/backup'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { exitCodes } from '../failure/exit-code'
import { type CliFailure } from '../failure/failure'
import { madeFolder } from '../machine/made-folder'
import { type Verb } from '../invocation'
import { type Place, placeOf, type SqlitePlace } from './place'

/** Persons are copied last: whoever the copied log names is then in the copied directory, or was erased. */
export const storeBackup =
  (folder: string): Verb =>
  ({ store, screen, json }) =>
    pipe(
      TE.fromEither(placeOf(store)),
      TE.flatMapEither(onDisk),
      TE.bindTo('place'),
      TE.tap(({ place }) => TE.fromEither(directoryThere(place))),
      TE.tap(() => TE.fromEither(madeFolder(folder))),
      TE.bind('events', ({ place }) => copy(place.file, folder)),
      TE.bind('persons', ({ place }) => copy(place.persons, folder)),
      TE.tapTask(({ events, persons }) => async () => {
        if (json) await screen.data(`${JSON.stringify({ events, persons })}\n`)
        for (const { kind, to, bytes } of [events, persons])
          screen.say(`ardiya: ${kind} in ${to} (${bytes} bytes)`)
        screen.say('ardiya: keep the persons where only those may read it who may read the directory')
      }),
      TE.map(() => exitCodes.done)
    )

const onDisk = (place: Place): E.Either<CliFailure, SqlitePlace> =>
  place.tag === 'Sqlite'
    ? E.right(place)
    : E.left({
        tag: 'OptionNotUnderstood',
        option: '--store',
        value: 'memory:',
        expected: 'a store that is kept, like sqlite:./coalition.db'
      })

/** A backup without it would be none: that is said before anything is copied. */
const directoryThere = ({ file, persons }: SqlitePlace): E.Either<CliFailure, void> =>
  existsSync(persons) || !existsSync(file)
    ? E.right(undefined)
    : E.left({ tag: 'StoreNotFound', at: persons, of: 'persons' })

const copy = (from: string, folder: string): TE.TaskEither<CliFailure, BackupReport> =>
  backupSqlite(from, join(resolve(folder), basename(from)))
