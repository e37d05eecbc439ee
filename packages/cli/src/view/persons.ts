/**
 * The names of the persons that a result mentions, from the directory: they are in no event and in no view. Erased shows
 * as erased, also where a restored directory has details again; missing is never taken for erased (guarantees.md §6).
 */
import { lookIn } from '@ardiya/core/intake/look'
import { type DirectoryAnswer } from '@ardiya/core/kernel/directory'
import { type Json, PersonRef, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type PersonEntry } from '@ardiya/core/process/state'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Stores } from '../store/opened'

export type PersonNames = ReadonlyMap<string, string>

export const erased = '[erased]'

export const namesIn = (
  stores: Stores,
  process: ProcessSlug,
  data: Json
): TE.TaskEither<StoreFault, PersonNames> => {
  const mentioned = [...new Set(JSON.stringify(data).match(/\bp_[a-z2-7]{26}\b/g) ?? [])].filter(ref =>
    PersonRef.is(ref)
  )
  return mentioned.length === 0
    ? TE.right(new Map())
    : pipe(
        lookIn(stores, process).process,
        TE.flatMap(state =>
          pipe(
            mentioned,
            TE.traverseSeqArray(ref =>
              pipe(
                stores.directory.lookup(process, ref),
                TE.map((answer): [string, string] => [ref, nameFrom(answer, state?.persons[ref], ref)])
              )
            )
          )
        ),
        TE.map(names => new Map(names))
      )
}

/** Of several versions of the details, the one whose commitment the log names last. */
const nameFrom = (answer: DirectoryAnswer, person: PersonEntry | undefined, ref: string): string => {
  if (person?.erasure !== undefined || answer.tag === 'Erased') return erased
  const entry =
    answer.tag === 'Known'
      ? answer.entries.find(({ commitment }) => commitment === person?.commitment)
      : undefined
  return entry?.details.name ?? `[not in the directory: ${ref}]`
}
