/** Entries of the directory as rows, each read with its checksum: damaged is never taken for erased. */
import { type DirectoryEntry, type PersonDetails } from '@ardiya/core/kernel/directory'
import {
  type CommandId,
  type Hash,
  type PersonRef,
  type ProcessSlug,
  type UtcInstant
} from '@ardiya/core/kernel/primitives'
import { crc32, sumOf } from './checksum'
import { type Connection } from './connection'
import { damageFound } from './fault'

interface EntryRow {
  readonly process: ProcessSlug
  readonly person: PersonRef
  readonly command: CommandId
  readonly details: Uint8Array
  readonly salt: string
  readonly commitment: Hash
  readonly enteredAt: UtcInstant
  readonly sum: bigint
}

type Unsummed = Omit<EntryRow, 'sum'>

const entrySum = ({ process, person, command, details, salt, commitment, enteredAt }: Unsummed): number =>
  sumOf([process, person, command, salt, commitment, enteredAt], crc32(details))

export const erasedSum = (process: ProcessSlug, person: PersonRef): number => sumOf([process, person])

const toEntry = ({ sum, details, ...row }: EntryRow): DirectoryEntry =>
  ArrayBuffer.isView(details) && Number(sum) === entrySum({ ...row, details })
    ? { ...row, details: JSON.parse(Buffer.from(details).toString()) as PersonDetails }
    : damageFound(`an entry of command ${row.command} is not as it was written`)

/** The entries that a condition selects, in its order. */
export const entriesIn = (
  { sql }: Connection,
  where: string,
  ...given: ReadonlyArray<string | number>
): ReadonlyArray<DirectoryEntry> =>
  (
    sql(
      `SELECT process, person, command, details, salt, commitment, entered_at AS enteredAt, sum
       FROM entry WHERE ${where}`
    ).all(...given) as EntryRow[]
  ).map(toEntry)

/** Puts the entry where its command has none for that person yet. */
export const insertEntry = ({ sql }: Connection, entry: DirectoryEntry): void => {
  const { process, person, command, salt, commitment, enteredAt } = entry
  const details = Buffer.from(JSON.stringify(entry.details))
  const sum = entrySum({ process, person, command, details, salt, commitment, enteredAt })
  sql(
    `INSERT INTO entry (process, person, command, details, salt, commitment, entered_at, sum)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (process, command, person) DO NOTHING`
  ).run(process, person, command, details, salt, commitment, enteredAt, sum)
}
