/**
 * The contract of the event store (stores.md, laws 1–10), shipped so that every adapter, also other people's, proves
 * itself by it. It imports no test runner: loop over the cases, run each, and report what is on the left.
 */
import { pipe } from 'fp-ts/lib/function'
import * as T from 'fp-ts/lib/Task'
import type * as TE from 'fp-ts/lib/TaskEither'
import { type StoreFault } from '../kernel/store-fault'
import { casesOn, type ContractCase } from './contract'
import { atomicity } from './store-contract-atomicity'
import { bytesAsGiven } from './store-contract-bytes'
import { concurrency } from './store-contract-concurrency'
import { expectations } from './store-contract-expectations'
import { faultCases } from './store-contract-faults'
import { importing } from './store-contract-import'
import { isolation } from './store-contract-isolation'
import { liveReading } from './store-contract-live'
import { order } from './store-contract-order'
import { races } from './store-contract-races'
import { retries } from './store-contract-retries'
import { type Faults, type StoreUnderTest } from './store-under-test'

/** What an adapter declares to run the contract. */
export interface StoreContract {
  readonly name: string
  readonly open: TE.TaskEither<StoreFault, StoreUnderTest>
  /** The faults that `open` gives the means for; a case stands for each. */
  readonly faults?: ReadonlyArray<keyof Faults>
}

/** All cases of the ten laws for one store. */
export const eventStoreContract = ({ name, open, faults = [] }: StoreContract): ReadonlyArray<ContractCase> =>
  casesOn(name, { open, release }, [
    ...atomicity,
    ...expectations,
    ...races,
    ...retries,
    ...order,
    ...concurrency,
    ...liveReading,
    ...bytesAsGiven,
    ...importing,
    ...isolation,
    ...faultCases(faults)
  ])

const release = ({ store, release: remove }: StoreUnderTest): T.Task<unknown> =>
  pipe(
    store.close,
    T.flatMap(() => remove ?? T.of(undefined))
  )
