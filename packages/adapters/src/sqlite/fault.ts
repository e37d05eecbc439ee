/** What SQLite throws, as the faults of the port (law 9). What is not SQLite's is a bug and is thrown on. */
import { type StoreFault } from '@ardiya/core/kernel/store-fault'

/** Thrown inside a read or a transaction where a row is not what it must be; never leaves the adapter. */
export class DamageFound extends Error {}

/** Ends the reading: what is stored is not what was written. */
export const damageFound = (detail: string): never => {
  throw new DamageFound(detail)
}

class NotOpen extends Error {}

/** Ends what waits for a lock on a connection that was closed meanwhile. */
export const notOpen = (): never => {
  throw new NotOpen('the store is closed')
}

class StillBusy extends Error {}

/** Ends a step that another program keeps from being whole: it is tried again. */
export const stillBusy = (): never => {
  throw new StillBusy('another program reads or writes')
}

interface SqliteError {
  readonly errcode: number
  readonly message: string
}

/** Told by its number alone: the driver's errors may come from another realm, where `instanceof` says no. */
const isSqliteError = (error: unknown): error is SqliteError =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'

const primary = (error: unknown): number => (isSqliteError(error) ? error.errcode & 0xff : -1)

const busy = 5
const locked = 6
const constraint = 19

export const isBusy = (error: unknown): boolean =>
  error instanceof StillBusy || primary(error) === busy || primary(error) === locked

export const isConstraint = (error: unknown): boolean => primary(error) === constraint

/** A failed read or write of the disk: the connection may not go on, and the outcome of a commit is unknown. */
export const isDiskError = (error: unknown): boolean => primary(error) === 10

const movedAway = 1032
const shortRead = 522
const damagedFileSystem = 8458

/** The fault that an error means, in the store at that address. */
export const faultOf = (error: unknown, at: string, waitedMs: number): StoreFault => {
  if (error instanceof DamageFound || isOutOfRange(error))
    return { tag: 'StoreDamaged', at, detail: error.message }
  if (error instanceof StillBusy) return { tag: 'StoreLocked', at, waitedMs }
  if (error instanceof NotOpen) return { tag: 'StoreUnreachable', at, detail: error.message }
  if (!isSqliteError(error)) throw error
  return ofCode(error, at, waitedMs)
}

/** An integer in the file beyond what the format allows. */
const isOutOfRange = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_OUT_OF_RANGE'

const ofCode = ({ errcode, message: detail }: SqliteError, at: string, waitedMs: number): StoreFault => {
  if (errcode === shortRead || errcode === damagedFileSystem) return { tag: 'StoreDamaged', at, detail }
  if (errcode === movedAway) return { tag: 'StoreUnreachable', at, detail: 'the file was moved or replaced' }
  switch (errcode & 0xff) {
    case busy:
    case locked:
      return { tag: 'StoreLocked', at, waitedMs }
    case 8:
      return { tag: 'StoreReadOnly', at }
    case 13:
      return { tag: 'StoreFull', at }
    case 26:
      return { tag: 'NotAStore', at, detail }
    case 1:
    case 11:
    case 19:
    case 20:
    case 25:
      return { tag: 'StoreDamaged', at, detail }
    default:
      return { tag: 'StoreUnreachable', at, detail }
  }
}
