/**
 * The details of persons go to the directory; the command gets a random reference and a commitment (guarantees.md §6).
 * Entries are keyed by the command's id, so that a retry finds its own.
 */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type DirectoryEntry, PersonDetails } from '../kernel/directory'
import { type CommandId, PersonRef, type ProcessSlug, type UtcInstant } from '../kernel/primitives'
import { type StoreFault } from '../kernel/store-fault'
import { commitment } from '../process/person'
import { type Capabilities } from './capabilities'

/** The person of a payload as people give it: details, and whose they are where that is known. */
export interface GivenPerson {
  readonly details: PersonDetails
  readonly person?: PersonRef
}

/** The details in a payload, wherever its command has them. */
export const personIn = (
  name: string,
  payload: Readonly<Record<string, unknown>>
): GivenPerson | undefined => {
  switch (name) {
    case 'OpenProcess': {
      const mandate = payload['mandate']
      return isRecord(mandate) ? detailsOnly(mandate['person']) : undefined
    }
    case 'GrantMandate':
      return detailsOnly(payload['person'])
    case 'ChangePersonDetails': {
      const { person, details } = payload
      return PersonDetails.is(details) && PersonRef.is(person) ? { details, person } : undefined
    }
    default:
      return undefined
  }
}

const detailsOnly = (value: unknown): GivenPerson | undefined =>
  PersonDetails.is(value) ? { details: value } : undefined

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** The field in which a command has the details of a person: the one place where they belong. */
export const detailsField = (name: unknown): string | undefined => {
  switch (name) {
    case 'OpenProcess':
      return 'payload.mandate.person'
    case 'GrantMandate':
      return 'payload.person'
    case 'ChangePersonDetails':
      return 'payload.details'
    default:
      return undefined
  }
}

/** The directory entry for a person of this command: its own from an earlier try, or a new one (not yet put). */
export const entryFor = (
  { directory, newPerson }: Pick<Capabilities, 'directory' | 'newPerson'>,
  process: ProcessSlug,
  command: CommandId,
  enteredAt: UtcInstant,
  given: GivenPerson
): TE.TaskEither<StoreFault, DirectoryEntry> =>
  pipe(
    directory.byCommand(process, command),
    TE.flatMap(([own]) =>
      own !== undefined
        ? TE.right(own)
        : pipe(
            TE.fromIO<ReturnType<ReturnType<typeof newPerson>>, StoreFault>(newPerson(command)),
            TE.map(({ person, salt }) => ({
              process,
              person: given.person ?? person,
              command,
              details: given.details,
              salt,
              commitment: commitment(salt, given.details),
              enteredAt
            }))
          )
    )
  )
