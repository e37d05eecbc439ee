/**
 * The port to what is kept up from the log and can always be made again (stores.md): states of streams, indexes and
 * rows of views, as JSON documents by key, with one checkpoint a process. Never the truth.
 */
import { type TaskEither } from 'fp-ts/lib/TaskEither'
import { type Json, type ProcessSlug } from './primitives'
import { type StoreFault } from './store-fault'
import { type LogVersion, sameVersion } from './version'

/** How far the documents of a process are, and which version of the code made them. */
export interface Checkpoint {
  readonly at: LogVersion
  readonly code: string
}

/** None is the same as none. */
export const sameCheckpoint = (a: Checkpoint | undefined, b: Checkpoint | undefined): boolean =>
  a === undefined || b === undefined ? a === b : a.code === b.code && sameVersion(a.at, b.at)

/** Whether less is kept than was before: what turns out damaged is forgotten under way, and made again from the record. */
export const isForgotten = (before: Checkpoint | undefined, now: Checkpoint | undefined): boolean =>
  before !== undefined && (now === undefined || now.at.value < before.at.value)

export interface KeptDocument {
  readonly key: string
  readonly value: Json
}

/** Documents at one checkpoint, read in one transaction; keys that are not there are left out. */
export interface Kept {
  readonly checkpoint: Checkpoint | undefined
  readonly documents: ReadonlyArray<KeptDocument>
}

/**
 * The port to what is kept from the record: JSON documents by key, under one checkpoint a process. Never the truth: it
 * may be lost or forgotten at any time, and is made again. `testing/view-store-contract` holds adapters to it.
 */
export interface ViewStore {
  readonly load: (process: ProcessSlug, keys: ReadonlyArray<string>) => TaskEither<StoreFault, Kept>
  /**
   * Documents whose key begins with `prefix`, in key order (by code unit), after `after` exclusively: at most `limit`,
   * or all of them, in one transaction.
   */
  readonly scan: (
    process: ProcessSlug,
    query: { readonly prefix: string; readonly after?: string; readonly limit?: number }
  ) => TaskEither<StoreFault, Kept>
  /** One transaction: if the checkpoint is still `from`, the documents are put and it becomes `to`; else `false`. */
  readonly step: (
    process: ProcessSlug,
    from: Checkpoint | undefined,
    to: Checkpoint,
    puts: ReadonlyArray<KeptDocument>
  ) => TaskEither<StoreFault, boolean>
  /** Forgets all of a process, to be made again. */
  readonly reset: (process: ProcessSlug) => TaskEither<StoreFault, void>
  readonly close: TaskEither<StoreFault, void>
}
