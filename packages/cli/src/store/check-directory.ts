/** Whether the directory holds what the log commits to, and nothing of those who were erased (guarantees.md §6). */
import { lookIn } from '@ardiya/core/intake/look'
import { type PersonRef, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type DirectoryAnswer } from '@ardiya/core/kernel/directory'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { opensCommitment } from '@ardiya/core/process/person'
import { type PersonEntry } from '@ardiya/core/process/state'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Stores } from './opened'

export const directoryFlaws = (
  stores: Stores,
  process: ProcessSlug
): TE.TaskEither<StoreFault, ReadonlyArray<string>> =>
  pipe(
    personsOf(stores, process),
    TE.flatMap(persons =>
      stores.personsMissing === undefined || persons.length === 0
        ? flawsOfEach(stores, process, persons)
        : TE.right([`the directory of persons ${stores.personsMissing} is missing`])
    )
  )

const flawsOfEach = (
  { directory }: Stores,
  process: ProcessSlug,
  persons: ReadonlyArray<PersonEntry>
): TE.TaskEither<StoreFault, ReadonlyArray<string>> =>
  pipe(
    persons,
    TE.traverseSeqArray(person =>
      pipe(
        directory.lookup(process, person.ref),
        TE.map(answer => directoryFlawsOf(person, answer))
      )
    ),
    TE.map(flaws => flaws.flat())
  )

const personsOf = (
  stores: Stores,
  process: ProcessSlug
): TE.TaskEither<StoreFault, ReadonlyArray<PersonEntry>> =>
  pipe(
    lookIn(stores, process).process,
    TE.map(state => Object.values(state?.persons ?? {}))
  )

/** Erases again whom the log says was erased: a restored backup of the directory may have brought them back. */
export const eraseAgain = (stores: Stores, process: ProcessSlug): TE.TaskEither<StoreFault, void> =>
  pipe(
    personsOf(stores, process),
    TE.map(persons => persons.filter(isErased).map(({ ref }) => ref)),
    TE.flatMap(erased =>
      erased.length === 0 ? TE.right(undefined) : stores.directory.erase(process, erased)
    )
  )

const isErased = ({ erasure }: PersonEntry): boolean => erasure?.done !== undefined

/** What the directory's answer on a person has that the log does not give, in words; also what `audit person` finds. */
export const directoryFlawsOf = (person: PersonEntry, answer: DirectoryAnswer): ReadonlyArray<string> => {
  const asked = person.erasure !== undefined
  switch (answer.tag) {
    case 'Erased':
      return asked ? [] : [`the directory says that ${person.ref} was erased, and the log does not`]
    case 'Missing':
      return asked ? [] : [`the directory knows nothing of ${person.ref}`]
    case 'Known':
      return isErased(person)
        ? [
            `${person.ref} was erased, and the directory holds details again: ardiya store check --sweep erases them`
          ]
        : person.details
            .filter(({ commitment }) => !answer.entries.some(entry => opens(commitment, entry)))
            .map(({ commitment }) => missingVersion(person.ref, commitment))
  }
}

const opens = (
  commitment: Parameters<typeof opensCommitment>[0],
  { salt, details }: { readonly salt: string; readonly details: Parameters<typeof opensCommitment>[2] }
): boolean => opensCommitment(commitment, salt, details)

const missingVersion = (person: PersonRef, commitment: string): string =>
  `the directory has no details of ${person} that open the commitment ${commitment}`
