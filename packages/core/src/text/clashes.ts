/** Finds which amendments to one base cannot all be met, by looking only where they touch the same block or place. */
import { grouped, type NonEmpty } from '../kernel/grouped'
import { type BaseText } from './base-text'
import { type Clash, clashKeys, type Voice } from './clash'
import { COLLISION_KINDS } from './claims'
import { connected } from './connected'
import { operationKeys } from './operation-key'
import { placeClashes } from './place-clashes'
import { titleClashes, wholeTextClashes } from './whole-clashes'

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
