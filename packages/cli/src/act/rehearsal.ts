/**
 * A dry run: each process that the lines name is copied into memory as it is, and the acts are recorded there, so
 * that later lines see what earlier ones would have done. Of the real stores nothing is changed.
 */
import { type Directory } from '@ardiya/core/kernel/directory'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { logStart, type LogVersion } from '@ardiya/core/kernel/version'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type CliFailure } from '../failure/failure'
import { inMemoryStores, type Stores } from '../store/opened'

export interface Rehearsal {
  readonly stores: Stores
  /** Copies the processes of the real store; those that are copied already are left as they are by now. */
  readonly copy: TE.TaskEither<CliFailure, void>
}

export const rehearsalOf = (real: Stores): Rehearsal => {
  const memory = inMemoryStores()
  return {
    stores: { ...memory, directory: readThrough(real.directory, memory.directory) },
    copy: pipe(
      real.store.processes,
      TE.flatMap(TE.traverseSeqArray(process => copyLog(real.store, memory.store, process))),
      TE.map(() => undefined)
    )
  }
}

const copyLog =
  (from: EventStore, to: EventStore, process: ProcessSlug): TE.TaskEither<CliFailure, void> =>
  async () => {
    let after: LogVersion = logStart
    for (;;) {
      const page = await from.readLog(process, { after, limit: 500 })()
      if (page._tag === 'Left') return page
      const copied = await to.import(page.right.records)()
      if (copied._tag === 'Left') return E.left(notCopied(copied.left))
      if (page.right.end) return E.right(undefined)
      after = page.right.next
    }
  }

/** What is read from a store can be imported into an empty one, or the record is damaged. */
const notCopied = (refusal: { readonly tag: string }): StoreFault => ({
  tag: 'StoreDamaged',
  at: 'memory:',
  detail: `the log cannot be copied: ${refusal.tag}`
})

/** Persons are looked up in memory first, then in the real directory; changes stay in memory. */
const readThrough = (real: Directory, memory: Directory): Directory => ({
  ...memory,
  byCommand: (process, command) =>
    pipe(
      memory.byCommand(process, command),
      TE.flatMap(own => (own.length > 0 ? TE.right(own) : real.byCommand(process, command)))
    ),
  lookup: (process, person) =>
    pipe(
      memory.lookup(process, person),
      TE.flatMap(answer => (answer.tag === 'Missing' ? real.lookup(process, person) : TE.right(answer)))
    )
})
