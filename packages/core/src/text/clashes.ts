/** Finds which amendments to one base cannot all be met, by looking only where they touch the same block or place. */
import { type BaseText } from './base-text'
import { type Change } from './change'
import { COLLISION_KINDS, type CollisionKind } from './claims'
import { connected } from './connected'
import { grouped, type NonEmpty } from './grouped'
import { type Operation } from './operation'
import { type OperationKey, operationKeys } from './operation-key'
import { placeClashes } from './place-clashes'
import { type BlockId } from './text'
import { titleClashes, wholeTextClashes } from './whole-clashes'

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

/** All clashes among the voices: each names two of them and one coherent place, in the order of the voices. */
export const clashesAmong = (base: BaseText, voices: ReadonlyArray<Voice>): ReadonlyArray<Clash> => {
  const found = [
    ...placeClashes(base, voices),
    ...titleClashes(voices),
    ...wholeTextClashes(base, voices)
  ].sort(byVoices)
  const byPair = grouped(found, clash => `${clash.first},${clash.second}`)
  return [...byPair.values()].flatMap(clashes => coherent(base, clashes))
}

const byVoices = (a: Clash, b: Clash): number => a.first - b.first || a.second - b.second

/** Clashes of one pair that share an operation are one matter: they are settled together or not at all. */
function coherent(base: BaseText, clashes: ReadonlyArray<Clash>): ReadonlyArray<Clash> {
  if (clashes.length === 1) return clashes
  const key = operationKeys()
  return connected(clashes, clash => clashKeys(clash, key)).map(matters => oneMatter(base, matters))
}

/** The operations that take part in a clash, each as its own amendment's. */
export const clashKeys = (clash: Clash, key: OperationKey): ReadonlyArray<string> => [
  ...clash.firstOperations.map(operation => key(clash.first, operation)),
  ...clash.secondOperations.map(operation => key(clash.second, operation))
]

function oneMatter(base: BaseText, [clash, ...others]: NonEmpty<Clash>): Clash {
  if (others.length === 0) return clash
  const all = [clash, ...others]
  return {
    ...clash,
    kind: COLLISION_KINDS.find(kind => all.some(one => one.kind === kind)) ?? clash.kind,
    blocks: base.inOrder(all.flatMap(one => one.blocks)),
    firstOperations: [...new Set(all.flatMap(one => one.firstOperations))],
    secondOperations: [...new Set(all.flatMap(one => one.secondOperations))]
  }
}
