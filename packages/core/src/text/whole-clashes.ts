/** Clashes about the whole: two titles, and a whole other text against anything else. */
import { grouped } from '../kernel/grouped'
import { canonicalText } from '../kernel/canonical'
import { type BaseText } from './base-text'
import { operationsOf } from './change'
import { eachClaim } from './claims'
import { type Clash, type Voice } from './clash'
import { type Operation } from './operation'
import { type BlockId } from './text'

/** What an amendment asks for, where that is about the whole. */
type Said = {
  readonly voice: number
  readonly operations: ReadonlyArray<Operation>
  readonly blocks: ReadonlyArray<BlockId>
}

/** Two amendments that want two titles. */
export const titleClashes = (voices: ReadonlyArray<Voice>): ReadonlyArray<Clash> => {
  const titles = voices.flatMap(({ change: { retitle } }, voice) =>
    retitle === undefined ? [] : [{ voice, operations: [retitle], blocks: [], title: retitle.new }]
  )
  return eachTwo([...grouped(titles, ({ title }) => title).values()], (a, b) => clash('titles', a, b))
}

/** An amendment that wants a whole other text, and each that wants anything else. */
export const wholeTextClashes = (base: BaseText, voices: ReadonlyArray<Voice>): ReadonlyArray<Clash> => {
  if (voices.every(({ change }) => change.recast === undefined)) return []
  const said = voices.map((one, voice) => saidBy(base, one, voice)).filter(one => one.operations.length > 0)
  const recasts = grouped(said.filter(isRecast), ({ operations }) => canonicalText(operations))
  const others = said.filter(one => !isRecast(one))
  return [
    ...eachTwo([...recasts.values()], (a, b) => clash('wholeText', a, b)),
    ...[...recasts.values()].flat().flatMap(recast => others.map(other => clash('wholeText', recast, other)))
  ]
}

const isRecast = ({ operations }: Said): boolean => operations[0]?.op === 'recast'

function saidBy(base: BaseText, { change }: Voice, voice: number): Said {
  const blocks = new Set<BlockId>()
  eachClaim(base, change, on => {
    if (on !== 'start') blocks.add(on)
  })
  return { voice, operations: operationsOf(change), blocks: base.inOrder([...blocks]) }
}

/** Those of one group ask for the same, so only members of two groups meet. */
const eachTwo = <A>(
  groups: ReadonlyArray<ReadonlyArray<A>>,
  meet: (a: A, b: A) => Clash
): ReadonlyArray<Clash> =>
  groups.flatMap((group, index) =>
    groups.slice(0, index).flatMap(earlier => earlier.flatMap(a => group.map(b => meet(a, b))))
  )

function clash(kind: Clash['kind'], a: Said, b: Said): Clash {
  const [first, second] = a.voice < b.voice ? [a, b] : [b, a]
  return {
    kind,
    blocks: first.blocks.length > 0 ? first.blocks : second.blocks,
    first: first.voice,
    second: second.voice,
    firstOperations: first.operations,
    secondOperations: second.operations
  }
}
