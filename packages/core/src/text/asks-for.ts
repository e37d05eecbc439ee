/** Whether a change asks for what an operation of another asks for, too. */
import { type Change, type Placement } from './change'
import { sameOperation, sameOperations } from './equal'
import { type Operation } from './operation'

/**
 * Whether `change` asks for the very same as `operation`, which is one of `whole`. Things placed behind one block are
 * the same only if all that is placed there is: their order is part of what is asked.
 */
export const asksFor = (change: Change, operation: Operation, whole: Change): boolean => {
  switch (operation.op) {
    case 'replace':
      return hasSame(change.edits.get(operation.block) ?? [], operation)
    case 'split':
      return hasSame(change.splits.get(operation.block) ?? [], operation)
    case 'delete':
      return hasSame([change.deletes.get(operation.block)], operation)
    case 'join':
      return hasSame([change.joins.get(operation.second)], operation)
    case 'recast':
      return hasSame([change.recast], operation)
    case 'retitle':
      return hasSame([change.retitle], operation)
    case 'insert':
    case 'move':
      return placesTheSame(change, whole, operation.after)
  }
}

const hasSame = (all: ReadonlyArray<Operation | undefined>, operation: Operation): boolean =>
  all.some(other => other !== undefined && sameOperation(other, operation))

const placesTheSame = (a: Change, b: Change, behind: Placement['after']): boolean =>
  sameOperations(a.placed.get(behind) ?? [], b.placed.get(behind) ?? [])
