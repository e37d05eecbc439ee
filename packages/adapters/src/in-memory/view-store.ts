/** The view store in memory. Values are held as JSON text, so that what goes in is what any store could keep. */
import * as E from 'fp-ts/lib/Either'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Json, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import {
  type Checkpoint,
  type Kept,
  type KeptDocument,
  sameCheckpoint,
  type ViewStore
} from '@ardiya/core/kernel/view-store'

interface Shelf {
  readonly checkpoint: Checkpoint
  readonly texts: Map<string, string>
}

/** A view store that lives as long as the program. */
export const inMemoryViewStore = (): ViewStore => {
  const shelves = new Map<ProcessSlug, Shelf>()
  let open = true
  const whenOpen = <A>(read: () => A): TE.TaskEither<StoreFault, A> =>
    TE.fromIOEither(() => (open ? E.right(read()) : E.left(closed)))

  return {
    load: (process, keys) => whenOpen(() => kept(shelves.get(process), keys)),
    scan: (process, query) => whenOpen(() => scanned(shelves.get(process), query)),
    step: (process, from, to, puts) =>
      whenOpen(() => {
        const shelf = shelves.get(process)
        if (!sameCheckpoint(shelf?.checkpoint, from)) return false
        const texts = shelf?.texts ?? new Map<string, string>()
        for (const { key, value } of puts) texts.set(key, JSON.stringify(value))
        shelves.set(process, { checkpoint: to, texts })
        return true
      }),
    reset: process => whenOpen(() => void shelves.delete(process)),
    close: TE.fromIO(() => {
      open = false
    })
  }
}

const closed: StoreFault = { tag: 'StoreUnreachable', at: 'memory:', detail: 'the store is closed' }

const kept = (shelf: Shelf | undefined, keys: ReadonlyArray<string>): Kept => ({
  checkpoint: shelf?.checkpoint,
  documents: keys.flatMap((key): ReadonlyArray<KeptDocument> => {
    const text = shelf?.texts.get(key)
    return text === undefined ? [] : [{ key, value: JSON.parse(text) as Json }]
  })
})

const scanned = (
  shelf: Shelf | undefined,
  { prefix, after, limit }: Parameters<ViewStore['scan']>[1]
): Kept => {
  const keys = [...(shelf?.texts.keys() ?? [])]
    .filter(key => key.startsWith(prefix) && (after === undefined || key > after))
    .sort(byCodeUnit)
  return kept(shelf, keys.slice(0, limit))
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
