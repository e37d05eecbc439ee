/**
 * Documents that one handle has read or put, parsed once. They hold as long as the checkpoint that they are of is the
 * one in the file, which every load reads in its transaction: a state is read by most acts and changed by few.
 */
import { type Json, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type Checkpoint, sameCheckpoint } from '@ardiya/core/kernel/view-store'

interface Document {
  readonly value: Json
  /** Of its JSON. */
  readonly bytes: number
}

interface Shelf {
  readonly checkpoint: Checkpoint
  /** In the order of their last use. */
  readonly documents: Map<string, Document>
}

export interface Remembered {
  /** The document, if it is remembered of that checkpoint. */
  readonly recall: (process: ProcessSlug, at: Checkpoint | undefined, key: string) => Json | undefined
  readonly remember: (
    process: ProcessSlug,
    at: Checkpoint | undefined,
    key: string,
    document: Document
  ) => void
  /** After a step: what is remembered follows it; what was put and not remembered stays so. */
  readonly follow: (
    process: ProcessSlug,
    from: Checkpoint | undefined,
    to: Checkpoint,
    puts: ReadonlyArray<Document & { readonly key: string }>
  ) => void
}

/** Remembers at most so many bytes of JSON; what was not used for longest goes first. */
export const remembering = (atMostBytes: number): Remembered => {
  const shelves = new Map<ProcessSlug, Shelf>()
  let bytes = 0

  const clear = (process: ProcessSlug): void => {
    for (const document of shelves.get(process)?.documents.values() ?? []) bytes -= document.bytes
    shelves.delete(process)
  }

  const shelfAt = (process: ProcessSlug, at: Checkpoint | undefined): Shelf | undefined => {
    const shelf = shelves.get(process)
    if (shelf === undefined || sameCheckpoint(shelf.checkpoint, at)) return shelf
    clear(process)
    return undefined
  }

  const drop = ({ documents }: Shelf, key: string): void => {
    bytes -= documents.get(key)?.bytes ?? 0
    documents.delete(key)
  }

  const add = (shelf: Shelf, key: string, document: Document): void => {
    drop(shelf, key)
    shelf.documents.set(key, document)
    bytes += document.bytes
    for (const oldest of shelf.documents.keys()) {
      if (bytes <= atMostBytes) return
      drop(shelf, oldest)
    }
  }

  return {
    recall: (process, at, key) => {
      const shelf = shelfAt(process, at)
      const document = shelf?.documents.get(key)
      if (shelf === undefined || document === undefined) return undefined
      shelf.documents.delete(key)
      shelf.documents.set(key, document)
      return document.value
    },
    remember: (process, at, key, document) => {
      if (at === undefined) return
      const shelf = shelfAt(process, at) ?? { checkpoint: at, documents: new Map<string, Document>() }
      shelves.set(process, shelf)
      add(shelf, key, document)
    },
    follow: (process, from, to, puts) => {
      const shelf = shelfAt(process, from)
      if (shelf === undefined) return
      const moved: Shelf = { checkpoint: to, documents: shelf.documents }
      shelves.set(process, moved)
      for (const { key, value, bytes: size } of puts)
        if (moved.documents.has(key)) add(moved, key, { value, bytes: size })
    }
  }
}
