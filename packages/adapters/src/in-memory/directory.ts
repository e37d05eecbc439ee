/** The directory of persons in memory: for tests and for trying things out. */
import * as E from 'fp-ts/lib/Either'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Directory, type DirectoryAnswer, type DirectoryEntry } from '@ardiya/core/kernel/directory'
import { type PersonRef, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'

interface Shelf {
  readonly entries: ReadonlyArray<DirectoryEntry>
  /** `<process> <person>` of every erased person. */
  readonly erased: ReadonlySet<string>
}

/** A directory that lives as long as the program. */
export const inMemoryDirectory = (): Directory => {
  let shelf: Shelf = { entries: [], erased: new Set() }
  let open = true
  const whenOpen = <A>(read: () => A): TE.TaskEither<StoreFault, A> =>
    TE.fromIOEither(() => (open ? E.right(read()) : E.left(closed)))
  const change = (next: (before: Shelf) => Shelf): TE.TaskEither<StoreFault, void> =>
    whenOpen(() => {
      shelf = next(shelf)
    })

  return {
    put: entries => change(before => entries.reduce(entered, before)),
    byCommand: (process, command) =>
      whenOpen(() => shelf.entries.filter(entry => entry.process === process && entry.command === command)),
    lookup: (process, person) => whenOpen(() => answer(shelf, process, person)),
    erase: (process, persons) => change(before => persons.reduce(erasing(process), before)),
    enteredBefore: (process, query) => whenOpen(() => enteredBefore(shelf, process, query)),
    remove: (process, commands) =>
      change(before => ({
        ...before,
        entries: before.entries.filter(
          entry => entry.process !== process || !commands.includes(entry.command)
        )
      })),
    close: TE.fromIO(() => {
      open = false
    })
  }
}

const closed: StoreFault = { tag: 'StoreUnreachable', at: 'memory:', detail: 'the directory is closed' }

const keyOf = (process: ProcessSlug, person: PersonRef): string => `${process} ${person}`

/** The first entry of a command for a person stands (rule 17); an erased person stays erased (rule 20). */
const entered = (shelf: Shelf, entry: DirectoryEntry): Shelf =>
  shelf.erased.has(keyOf(entry.process, entry.person)) || shelf.entries.some(isSameEntry(entry))
    ? shelf
    : { ...shelf, entries: [...shelf.entries, entry] }

const isSameEntry =
  (entry: DirectoryEntry) =>
  ({ process, person, command }: DirectoryEntry): boolean =>
    process === entry.process && person === entry.person && command === entry.command

const answer = (shelf: Shelf, process: ProcessSlug, person: PersonRef): DirectoryAnswer => {
  if (shelf.erased.has(keyOf(process, person))) return { tag: 'Erased' }
  const entries = shelf.entries.filter(entry => entry.process === process && entry.person === person)
  return entries.length === 0 ? { tag: 'Missing' } : { tag: 'Known', entries }
}

const erasing =
  (process: ProcessSlug) =>
  (shelf: Shelf, person: PersonRef): Shelf => ({
    entries: shelf.entries.filter(entry => entry.process !== process || entry.person !== person),
    erased: new Set([...shelf.erased, keyOf(process, person)])
  })

/** The limit counts commands, so that no page cuts the entries of one command in two. */
const enteredBefore = (
  shelf: Shelf,
  process: ProcessSlug,
  { before, after, limit }: Parameters<Directory['enteredBefore']>[1]
): ReadonlyArray<DirectoryEntry> => {
  const old = shelf.entries.filter(
    entry =>
      entry.process === process && entry.enteredAt < before && (after === undefined || entry.command > after)
  )
  const commands = [...new Set(old.map(({ command }) => command))].sort().slice(0, Math.max(1, limit))
  return commands.flatMap(command => old.filter(entry => entry.command === command))
}
