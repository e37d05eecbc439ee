/** Where the store of a command is: `--store`, else ARDIYA_STORE, else `sqlite:./ardiya.db`. */
import { parseStoreUrl, type StoreUrl } from '@ardiya/adapters/store-url'
import type * as E from 'fp-ts/lib/Either'
import { type UsageFault } from '../failure/failure'

export type Place = StoreUrl

export type SqlitePlace = Extract<StoreUrl, { readonly tag: 'Sqlite' }>

/** Files are taken from the folder in which the command runs. */
export const placeOf = (url: string): E.Either<UsageFault, Place> => parseStoreUrl(url, process.cwd())
