/**
 * What can be wrong with a store, as tagged data (law 9). `at` names the file or address; the remedy is rendered at
 * the edge from the tag. A store never answers with less data than there is.
 */
export type StoreFault =
  | { readonly tag: 'StoreUnreachable'; readonly at: string; readonly detail: string }
  | { readonly tag: 'StoreDamaged'; readonly at: string; readonly detail: string }
  | {
      readonly tag: 'StoreOfNewerFormat'
      readonly at: string
      readonly found: number
      readonly known: number
    }
  /** What is kept was made of events that the log does not have, or has no more: `at` is the process. */
  | { readonly tag: 'LogRolledBack'; readonly at: string; readonly detail: string }
  | { readonly tag: 'StoreReadOnly'; readonly at: string }
  | { readonly tag: 'StoreFull'; readonly at: string }
  | { readonly tag: 'StoreLocked'; readonly at: string; readonly waitedMs: number }
  /** There is no such file; `of` says which of the three is missing, where it is not the record itself. */
  | { readonly tag: 'StoreNotFound'; readonly at: string; readonly of?: 'persons' }
  /** The file is none of ours, or not the one of the three that was to stand there: `of` says which was. */
  | {
      readonly tag: 'NotAStore'
      readonly at: string
      readonly detail: string
      readonly of?: 'events' | 'views' | 'persons'
    }

/** A read of a process or stream that is not there says so in this one way (law 8). */
export interface NotInStore {
  readonly tag: 'NotInStore'
  readonly process: string
  readonly stream?: string
}
