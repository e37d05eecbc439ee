/** Opens the stores that a command needs, and closes them however it ends. */
import { existsSync } from 'node:fs'
import { inMemoryDirectory } from '@ardiya/adapters/in-memory/directory'
import { inMemoryEventStore } from '@ardiya/adapters/in-memory/event-store'
import { inMemoryViewStore } from '@ardiya/adapters/in-memory/view-store'
import { openSqliteDirectory } from '@ardiya/adapters/sqlite/directory'
import { openSqliteEventStore } from '@ardiya/adapters/sqlite/event-store'
import { openSqliteViewStore } from '@ardiya/adapters/sqlite/view-store'
import { type Directory } from '@ardiya/core/kernel/directory'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type ViewStore } from '@ardiya/core/kernel/view-store'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type CliFailure } from '../failure/failure'
import { type Invocation } from '../invocation'
import { type Place, placeOf, type SqlitePlace } from './place'

export interface Stores {
  readonly store: EventStore
  readonly views: ViewStore
  readonly directory: Directory
  /** The file of the directory, where there is none: `directory` is then empty, and knows nobody. */
  readonly personsMissing?: string
}

/** Runs a command on the events alone, read only: nothing else is opened. */
export const withEvents =
  <A>(use: (store: EventStore, place: Place) => TE.TaskEither<CliFailure, A>) =>
  (invocation: Invocation): TE.TaskEither<CliFailure, A> =>
    pipe(
      TE.fromEither(placeOf(invocation.store)),
      TE.flatMap(place =>
        TE.bracket<CliFailure, EventStore, A>(openEvents(place), store => use(store, place), closeEvents)
      )
    )

/** Runs a command that records: the log and the directory are there and can be written. */
export const withStores =
  <A>(use: (stores: Stores, place: Place) => TE.TaskEither<CliFailure, A>) =>
  (invocation: Invocation): TE.TaskEither<CliFailure, A> => {
    invocation.goOnUnread()
    return withOpened(openForWriting, use)(invocation)
  }

/**
 * Runs `store rebuild`: views are begun anew, whatever stands in their place that is nobody's database. The directory is
 * not asked for: views name persons by reference.
 */
export const withStoresRemade =
  <A>(use: (stores: Stores, place: Place) => TE.TaskEither<CliFailure, A>) =>
  (invocation: Invocation): TE.TaskEither<CliFailure, A> => {
    invocation.goOnUnread()
    return withOpened(openForRebuilding, use)(invocation)
  }

/** Runs a command that only shows: what cannot be written is read as it is, and views are then kept in memory. */
export const withViews =
  <A>(use: (stores: Stores, place: Place) => TE.TaskEither<CliFailure, A>) =>
  (invocation: Invocation): TE.TaskEither<CliFailure, A> =>
    withOpened(openForReading, use)(invocation)

/** Runs a rehearsal of what records: nothing is written, and what would be asked for is there. */
export const withAllToRead =
  <A>(use: (stores: Stores, place: Place) => TE.TaskEither<CliFailure, A>) =>
  (invocation: Invocation): TE.TaskEither<CliFailure, A> =>
    withViews((stores, place) =>
      stores.personsMissing === undefined ? use(stores, place) : TE.left(noDirectory(stores.personsMissing))
    )(invocation)

const withOpened =
  <A>(
    open: (place: Place) => TE.TaskEither<StoreFault, Stores>,
    use: (stores: Stores, place: Place) => TE.TaskEither<CliFailure, A>
  ) =>
  (invocation: Invocation): TE.TaskEither<CliFailure, A> =>
    pipe(
      TE.fromEither(placeOf(invocation.store)),
      TE.flatMap(place =>
        TE.bracket<CliFailure, Stores, A>(open(place), stores => use(stores, place), closeAll)
      )
    )

/** Stores that live as long as the command. */
export const inMemoryStores = (): Stores => ({
  store: inMemoryEventStore(),
  views: inMemoryViewStore(),
  directory: inMemoryDirectory()
})

const openEvents = (place: Place): TE.TaskEither<StoreFault, EventStore> =>
  place.tag === 'Memory'
    ? TE.fromIO(inMemoryEventStore)
    : openSqliteEventStore({ file: place.file, create: false, readOnly: true })

const openForWriting = (place: Place): TE.TaskEither<StoreFault, Stores> =>
  place.tag === 'Memory'
    ? TE.fromIO(inMemoryStores)
    : openTogether(
        openSqliteEventStore({ file: place.file, create: false }),
        openSqliteViewStore({ file: place.views }),
        directoryOf(place)
      )

const openForRebuilding = (place: Place): TE.TaskEither<StoreFault, Stores> =>
  place.tag === 'Memory'
    ? TE.fromIO(inMemoryStores)
    : openTogether(
        openSqliteEventStore({ file: place.file, create: false }),
        openSqliteViewStore({ file: place.views, evenNoDatabase: true }),
        TE.fromIO(inMemoryDirectory)
      )

const openForReading = (place: Place): TE.TaskEither<StoreFault, Stores> =>
  place.tag === 'Memory'
    ? TE.fromIO(inMemoryStores)
    : pipe(
        openTogether(
          openSqliteEventStore({ file: place.file, create: false, readOnly: true }),
          pipe(
            openSqliteViewStore({ file: place.views }),
            TE.orElse(() => TE.fromIO(inMemoryViewStore))
          ),
          existsSync(place.persons)
            ? openSqliteDirectory({ file: place.persons, readOnly: true })
            : TE.fromIO(inMemoryDirectory)
        ),
        TE.map(stores => (existsSync(place.persons) ? stores : { ...stores, personsMissing: place.persons }))
      )

/** Makes the three files of a new store. */
export const makeStores = (place: SqlitePlace): TE.TaskEither<StoreFault, Stores> =>
  openTogether(
    openSqliteEventStore({ file: place.file, create: true }),
    openSqliteViewStore({ file: place.views }),
    openSqliteDirectory({ file: place.persons })
  )

/** A directory that is gone is not begun anew beside a log that may name persons (guarantees.md §6). */
const directoryOf = ({ persons }: SqlitePlace): TE.TaskEither<StoreFault, Directory> =>
  existsSync(persons) ? openSqliteDirectory({ file: persons }) : TE.left(noDirectory(persons))

const noDirectory = (at: string): StoreFault => ({ tag: 'StoreNotFound', at, of: 'persons' })

const openTogether = (
  events: TE.TaskEither<StoreFault, EventStore>,
  views: TE.TaskEither<StoreFault, ViewStore>,
  directory: TE.TaskEither<StoreFault, Directory>
): TE.TaskEither<StoreFault, Stores> =>
  pipe(
    TE.Do,
    TE.bind('store', () => events),
    TE.bind('directory', ({ store }) => closingOnFault(store, directory)),
    TE.bind('views', ({ store, directory }) => closingOnFault(store, closingOnFault(directory, views)))
  )

const closingOnFault = <A>(
  { close }: { readonly close: TE.TaskEither<StoreFault, void> },
  next: TE.TaskEither<StoreFault, A>
): TE.TaskEither<StoreFault, A> =>
  pipe(
    next,
    TE.orElse(fault =>
      pipe(
        close,
        TE.flatMap(() => TE.left<StoreFault, A>(fault))
      )
    )
  )

const closeEvents = ({ close }: EventStore): TE.TaskEither<StoreFault, void> => close

export const closeAll = ({ store, views, directory }: Stores): TE.TaskEither<StoreFault, void> =>
  pipe(
    views.close,
    TE.flatMap(() => directory.close),
    TE.flatMap(() => store.close)
  )
