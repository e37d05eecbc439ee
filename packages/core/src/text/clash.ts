/** Two amendments that cannot both be met, before it is known how people settle it. */
import { type Change } from './change'
import { type CollisionKind } from './claims'
import { type Operation } from './operation'
import { type OperationKey } from './operation-key'
import { type BlockId } from './text'

/** An amendment in normal form under its reference. */
export type Voice = { readonly ref: string; readonly change: Change }

/** Two voices (by index) that clash, with the operations of each that take part. */
export type Clash = {
  readonly kind: CollisionKind
  readonly blocks: ReadonlyArray<BlockId>
  readonly first: number
  readonly second: number
  readonly firstOperations: ReadonlyArray<Operation>
  readonly secondOperations: ReadonlyArray<Operation>
}

/** The operations that take part in a clash, each as its own amendment's. */
export const clashKeys = (clash: Clash, key: OperationKey): ReadonlyArray<string> => [
  ...clash.firstOperations.map(operation => key(clash.first, operation)),
  ...clash.secondOperations.map(operation => key(clash.second, operation))
]
