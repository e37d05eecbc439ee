/**
 * How a collision was settled, in the open, by people (rule 9). It is stored in CollisionResolved: a change of shape
 * needs an upcaster and a fixture.
 */
import * as t from 'io-ts'
import { Hash } from '../kernel/primitives'
import { Operation } from './operation'

const Pair = t.readonly(t.tuple([t.string, t.string]))

/** `of`: the collision's hash. `between`: its two amendments, lower reference first. */
const settled = { of: Hash, between: Pair }

/** One side stands, the other's colliding operations fall; what else the other asks for still stands. */
export const TakeOne = t.readonly(t.type({ take: t.literal('one'), ...settled, ref: t.string }))
/** Both stand: what either takes away is gone, what both bring stands in the given order. */
export const TakeBoth = t.readonly(t.type({ take: t.literal('both'), ...settled, order: Pair }))
/** Neither stands as it was: the operations on the base put a third text in their place. */
export const TakeThird = t.readonly(
  t.type({ take: t.literal('third'), ...settled, operations: t.readonlyArray(Operation) })
)

export const Resolution = t.union([TakeOne, TakeBoth, TakeThird])
export type Resolution = t.TypeOf<typeof Resolution>
