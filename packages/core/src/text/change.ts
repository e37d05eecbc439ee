/**
 * What a set of operations does to its base, in one normal form: the same whatever the order in which operations on
 * different places were written. Merging, collisions and rebase work on this form only. Nothing of it is stored.
 */
import { type BlockId } from './text'
import { type Operation } from './operation'

export type OperationOf<K extends Operation['op']> = Extract<Operation, { readonly op: K }>
export type Replacement = OperationOf<'replace'>
export type Placement = OperationOf<'insert'> | OperationOf<'move'>
/** Behind which block something is placed. */
export type Anchor = BlockId | 'start'

export type Change = {
  readonly recast: OperationOf<'recast'> | undefined
  readonly retitle: OperationOf<'retitle'> | undefined
  /** Per block, by position; none touches another. */
  readonly edits: ReadonlyMap<BlockId, ReadonlyArray<Replacement>>
  readonly splits: ReadonlyMap<BlockId, ReadonlyArray<OperationOf<'split'>>>
  readonly deletes: ReadonlyMap<BlockId, OperationOf<'delete'>>
  /** By the block that moves. */
  readonly moves: ReadonlyMap<BlockId, OperationOf<'move'>>
  /** By the second block, the one whose id goes. */
  readonly joins: ReadonlyMap<BlockId, OperationOf<'join'>>
  /** What is placed behind a block, in the order in which its author wrote it. */
  readonly placed: ReadonlyMap<Anchor, ReadonlyArray<Placement>>
}

/** All operations of a change, in one order: title, then block by block, then placements. */
export const operationsOf = (change: Change): ReadonlyArray<Operation> => [
  ...(change.recast === undefined ? [] : [change.recast]),
  ...(change.retitle === undefined ? [] : [change.retitle]),
  ...[...change.edits.values()].flat(),
  ...[...change.splits.values()].flat(),
  ...change.joins.values(),
  ...change.deletes.values(),
  ...[...change.placed.values()].flat()
]

/** A change without some of its operations (by identity). */
export const without = (change: Change, dropped: ReadonlySet<Operation>): Change => {
  if (dropped.size === 0) return change
  const stays = (operation: Operation): boolean => !dropped.has(operation)
  return {
    recast: kept(change.recast, stays),
    retitle: kept(change.retitle, stays),
    edits: keptLists(change.edits, stays),
    splits: keptLists(change.splits, stays),
    deletes: keptOnes(change.deletes, stays),
    moves: keptOnes(change.moves, stays),
    joins: keptOnes(change.joins, stays),
    placed: keptLists(change.placed, stays)
  }
}

type Stays = (operation: Operation) => boolean

const kept = <O extends Operation>(operation: O | undefined, stays: Stays): O | undefined =>
  operation !== undefined && stays(operation) ? operation : undefined

const keptOnes = <K, O extends Operation>(all: ReadonlyMap<K, O>, stays: Stays): ReadonlyMap<K, O> =>
  new Map([...all].filter(([, operation]) => stays(operation)))

const keptLists = <K, O extends Operation>(
  all: ReadonlyMap<K, ReadonlyArray<O>>,
  stays: Stays
): ReadonlyMap<K, ReadonlyArray<O>> =>
  new Map(
    [...all].map(([key, list]) => [key, list.filter(stays)] as const).filter(([, list]) => list.length > 0)
  )
