/** What is in question in a collision: its words as they are shown and stored, and what each side asks for there. */
import { type Collision } from './collision'
import { sameOperations } from './equal'
import { type Operation } from './operation'

export type Matter = {
  readonly collision: Collision
  readonly first: ReadonlyArray<Operation>
  readonly second: ReadonlyArray<Operation>
}

/**
 * Whether two collisions on one base are between the very same wishes, whoever has them: side by side, or `crossed`,
 * the first of one being the second of the other.
 */
export const sameWishes = (a: Matter, b: Matter): 'sideBySide' | 'crossed' | undefined => {
  if (a.collision.kind !== b.collision.kind) return undefined
  if (sameOperations(a.first, b.first) && sameOperations(a.second, b.second)) return 'sideBySide'
  return sameOperations(a.first, b.second) && sameOperations(a.second, b.first) ? 'crossed' : undefined
}
