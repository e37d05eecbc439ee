/**
 * The port to the details of persons, apart from the log (guarantees.md §6): own file or table, own backups, own
 * access. Not rebuildable. An event holds only the random reference and the commitment.
 */
import * as t from 'io-ts'
import { type TaskEither } from 'fp-ts/lib/TaskEither'
import {
  type CommandId,
  type Hash,
  type PersonRef,
  type ProcessSlug,
  type UtcInstant,
  Words
} from './primitives'
import { type StoreFault } from './store-fault'

/** What is known of a person; canonical bytes of it and the salt make the commitment. */
export const PersonDetails = t.readonly(
  t.intersection([t.type({ name: Words }), t.partial({ phone: Words, mail: Words, note: Words })])
)
export type PersonDetails = t.TypeOf<typeof PersonDetails>

/** One version of a person's details: the one whose commitment the log names last is the current one. */
export interface DirectoryEntry {
  readonly process: ProcessSlug
  readonly person: PersonRef
  /** The command that brought these details: a retry finds its own entry by it. */
  readonly command: CommandId
  readonly details: PersonDetails
  /** 32 bytes in lower-case hexadecimal. */
  readonly salt: string
  readonly commitment: Hash
  readonly enteredAt: UtcInstant
}

/** What a lookup says: erased shows as erased; missing is an error, never taken for erased. */
export type DirectoryAnswer =
  | { readonly tag: 'Known'; readonly entries: ReadonlyArray<DirectoryEntry> }
  | { readonly tag: 'Erased' }
  | { readonly tag: 'Missing' }

/**
 * Where details and salts of persons are kept (guarantees.md §6). Entries are put before the append of their command; a
 * retry finds its own by the command's id. Whoever was erased stays erased. `testing/directory-contract` holds adapters
 * to it.
 */
export interface Directory {
  readonly put: (entries: ReadonlyArray<DirectoryEntry>) => TaskEither<StoreFault, void>
  readonly byCommand: (
    process: ProcessSlug,
    command: CommandId
  ) => TaskEither<StoreFault, ReadonlyArray<DirectoryEntry>>
  readonly lookup: (process: ProcessSlug, person: PersonRef) => TaskEither<StoreFault, DirectoryAnswer>
  /** Deletes details and salts for good and remembers the bare reference as erased. Again is no error. */
  readonly erase: (process: ProcessSlug, persons: ReadonlyArray<PersonRef>) => TaskEither<StoreFault, void>
  /** Entries older than `before` by command id, for the sweep; page by page in id order after `after`. */
  readonly enteredBefore: (
    process: ProcessSlug,
    query: { readonly before: UtcInstant; readonly after?: CommandId; readonly limit: number }
  ) => TaskEither<StoreFault, ReadonlyArray<DirectoryEntry>>
  /** Removes the entries of commands that never came into the log. */
  readonly remove: (process: ProcessSlug, commands: ReadonlyArray<CommandId>) => TaskEither<StoreFault, void>
  readonly close: TaskEither<StoreFault, void>
}
