/**
 * The port to the truth (stores.md). A process is one log, the unit of atomic append; its streams are the unit of
 * conflict. Reads are pulled page by page, so that memory is constant and the reader sets the pace.
 */
import { type TaskEither } from 'fp-ts/lib/TaskEither'
import { type EventId, type ProcessSlug } from './primitives'
import { type NotInStore, type StoreFault } from './store-fault'
import { type StreamName } from './stream-name'
import { type LogVersion, type StreamVersion } from './version'

/** One event as it is stored: the exact bytes, and what the store needs to index beside them. */
export interface StoredRecord {
  readonly process: ProcessSlug
  readonly stream: StreamName
  readonly version: StreamVersion
  readonly id: EventId
  readonly type: string
  /** The envelope's JCS bytes; at most `maxAppendBytes` for the whole append. */
  readonly bytes: Uint8Array
}

/** A stored event with its place in the log of its process, from 1. */
export interface LoggedRecord extends StoredRecord {
  readonly log: LogVersion
}

/** A stream must not exist yet, or must be at an exact version. There is no "any". */
export type ExpectedVersion =
  { readonly tag: 'NoStream' } | { readonly tag: 'Exact'; readonly version: StreamVersion }

export const noStream: ExpectedVersion = { tag: 'NoStream' }
export const exactly = (version: StreamVersion): ExpectedVersion => ({ tag: 'Exact', version })

/** What a decision relied on: every stream that it read or writes, or the whole log. */
export type Expectation =
  | { readonly tag: 'Streams'; readonly streams: ReadonlyArray<ExpectedStream> }
  | { readonly tag: 'Log'; readonly version: LogVersion }

export interface ExpectedStream {
  readonly stream: StreamName
  readonly expected: ExpectedVersion
}

/** What moved: the streams whose actual version is another, `0` where there is no stream (law 2). */
export interface Conflict {
  readonly tag: 'Conflict'
  readonly moved: ReadonlyArray<{ readonly stream: StreamName; readonly actual: StreamVersion }>
  /** The log's version when the append was refused. */
  readonly log: LogVersion
}

/** An event id of the append is in the log already, and the append is not the same one sent again (law 3). */
export interface IdTaken {
  readonly tag: 'IdTaken'
  readonly id: EventId
}

/** One append is at most 1 MiB in all; checked in core before any store (law 6). */
export interface AppendTooLarge {
  readonly tag: 'AppendTooLarge'
  readonly bytes: number
  readonly limit: number
}

/** Records whose versions do not follow those of their stream, or of another process: a mistake of the caller. */
export interface MalformedAppend {
  readonly tag: 'MalformedAppend'
  readonly detail: string
  /** The version that a stream lacks, where one is left out before a record. */
  readonly missing?: { readonly stream: StreamName; readonly version: string }
}

export type AppendRefusal = Conflict | IdTaken | AppendTooLarge | MalformedAppend | StoreFault

export const maxAppendBytes = 1024 * 1024

/** A page of a log in its order; `end` when there was nothing after it at the time of reading. */
export interface LogPage {
  readonly records: ReadonlyArray<LoggedRecord>
  /** Where the next page begins: pass it as `after`. Also set on a page without records. */
  readonly next: LogVersion
  readonly end: boolean
}

export interface StreamPage {
  readonly records: ReadonlyArray<LoggedRecord>
  readonly next: StreamVersion
  readonly end: boolean
}

/** A page over all processes; the cursor is opaque, the order inside a process is the log's. */
export interface AllPage {
  readonly records: ReadonlyArray<LoggedRecord>
  readonly next: string
  readonly end: boolean
}

export interface LogQuery {
  /** Exclusive. */
  readonly after: LogVersion
  readonly streams?: ReadonlyArray<StreamName>
  readonly types?: ReadonlyArray<string>
  /** At most so many records on the page; a store may give fewer to bound a page's bytes. */
  readonly limit: number
}

/** What a subscription hands out, one at a time: a page of new events, or the signal that it has caught up. */
export type Delivery =
  { readonly tag: 'Events'; readonly page: LogPage } | { readonly tag: 'CaughtUp'; readonly at: LogVersion }

/** Catch-up, then live. `next` waits; it is asked again only when the last delivery was dealt with. */
export interface Subscription {
  readonly next: TaskEither<StoreFault, Delivery>
  readonly close: TaskEither<StoreFault, void>
}

/**
 * The port to the record: appends that are all or nothing, reads in order, subscriptions. An adapter knows bytes, stream
 * names and versions, and no rule. `testing/store-contract` holds it to ten laws (docs/how-to/write-a-store.md).
 */
export interface EventStore {
  /** Appends all or nothing, durably; the log's version after it. The same append sent again gives the same answer. */
  readonly append: (
    process: ProcessSlug,
    expectation: Expectation,
    records: ReadonlyArray<StoredRecord>
  ) => TaskEither<AppendRefusal, LogVersion>
  /** `after` is exclusive: version 0 reads from the first event. */
  readonly readStream: (
    process: ProcessSlug,
    stream: StreamName,
    query: { readonly after: StreamVersion; readonly limit: number }
  ) => TaskEither<NotInStore | StoreFault, StreamPage>
  readonly readLog: (process: ProcessSlug, query: LogQuery) => TaskEither<NotInStore | StoreFault, LogPage>
  /** Absent cursor: from the beginning. */
  readonly readAll: (query: {
    readonly after?: string
    readonly limit: number
  }) => TaskEither<StoreFault, AllPage>
  /** The log's version now: 0 where there is no such process. */
  readonly head: (process: ProcessSlug) => TaskEither<StoreFault, LogVersion>
  /** The processes in the store, by slug. */
  readonly processes: TaskEither<StoreFault, ReadonlyArray<ProcessSlug>>
  /** Live and catch-up reading of one process; resumes exclusively after `after`, also before its first event. */
  readonly subscribe: (
    process: ProcessSlug,
    query: { readonly after: LogVersion }
  ) => TaskEither<StoreFault, Subscription>
  /** Stored records as they are, in their order, at the end of each process's log: for restore and moving. */
  readonly import: (records: ReadonlyArray<StoredRecord>) => TaskEither<AppendRefusal, void>
  readonly close: TaskEither<StoreFault, void>
}
