/** What the event store's contract runs on: one fresh store, other handles on it, and the faults that can be made. */
import type * as T from 'fp-ts/lib/Task'
import type * as TE from 'fp-ts/lib/TaskEither'
import { type EventStore } from '../kernel/event-store'
import { type StoreFault } from '../kernel/store-fault'

/** Brings the fault about in the data of a closed store, and opens it as a user would: a refusal is an answer too. */
export type MakeFault = TE.TaskEither<StoreFault, EventStore>

/** The faults that an adapter's test can bring about (law 9). What is left out is not tested. */
export interface Faults {
  /** Some of what was written is destroyed. */
  readonly damaged?: MakeFault
  readonly newer?: MakeFault
  readonly readOnly?: MakeFault
  /** The store has room for what is in it and for little more. */
  readonly full?: MakeFault
  /** Somebody else holds the store for writing, longer than an append waits. */
  readonly locked?: MakeFault
  readonly unreachable?: MakeFault
  /** Nothing is there any more. */
  readonly gone?: MakeFault
}

/** One fresh, empty store and what can be done with it. */
export interface StoreUnderTest {
  readonly store: EventStore
  /** Another handle on the same data, as another program on the machine has it. Absent where data lives in the handle. */
  readonly reopen?: TE.TaskEither<StoreFault, EventStore>
  readonly faults?: Faults
  /** Removes what was made for the case. */
  readonly release?: T.Task<void>
}
