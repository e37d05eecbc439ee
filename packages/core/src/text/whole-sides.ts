/** What one amendment says in one breath is not torn apart when its side of a collision is taken together with another. */
import { type BaseText } from './base-text'
import { type Change, operationsOf, without } from './change'
import { type Clash, type Voice } from './clash'
import { clashesAmong } from './clashes'
import { type Operation } from './operation'

/** The clash with all that hangs together with either side in its own amendment. */
export const withWholeSides = (base: BaseText, voices: ReadonlyArray<Voice>, clash: Clash): Clash => ({
  ...clash,
  firstOperations: hangingTogether(base, voices[clash.first]?.change, clash.firstOperations),
  secondOperations: hangingTogether(base, voices[clash.second]?.change, clash.secondOperations)
})

/**
 * The operations, and those of the same change that would clash with them if another had said them. Left behind, they
 * would collide with the sides taken together, and taking both again would tear them apart again, without an end.
 */
function hangingTogether(
  base: BaseText,
  change: Change | undefined,
  operations: ReadonlyArray<Operation>
): ReadonlyArray<Operation> {
  if (change === undefined) return operations
  const taken = new Set(operations)
  const others = new Set(operationsOf(change).filter(operation => !taken.has(operation)))
  if (others.size === 0) return operations
  const apart = [
    { ref: 'taken', change: without(change, others) },
    { ref: 'left', change: without(change, taken) }
  ]
  const more = clashesAmong(base, apart).flatMap(clash => clash.secondOperations)
  return more.length === 0
    ? operations
    : hangingTogether(base, change, [...new Set([...operations, ...more])])
}
