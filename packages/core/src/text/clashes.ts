/** Finds which amendments to one base cannot all be met, by looking only where they touch the same block or place. */
import { asksFor } from './asks-for'
import { type BaseText } from './base-text'
import { type Anchor, type Change, operationsOf } from './change'
import {
  type Claim,
  clashOf,
  COLLISION_KINDS,
  type CollisionKind,
  eachClaim,
  touches,
  type WordsClaim
} from './claims'
import { sameOperation } from './equal'
import { type Operation } from './operation'
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

type Held = { readonly voice: number; readonly claim: Claim }
type HeldWords = { readonly voice: number; readonly claim: WordsClaim }
type Report = (clash: Clash) => void

/** All clashes among the voices: each names two of them and one coherent place, in the order of the voices. */
export const clashesAmong = (base: BaseText, voices: ReadonlyArray<Voice>): ReadonlyArray<Clash> => {
  const found = new Map<string, Clash[]>()
  const report: Report = clash => {
    const pair = `${clash.first},${clash.second}`
    const known = found.get(pair)
    if (known === undefined) found.set(pair, [clash])
    else known.push(clash)
  }
  for (const [on, held] of heldByPlace(base, voices)) clashesAt(voices, on, held, report)
  titleClashes(voices, report)
  wholeTextClashes(base, voices, report)
  return [...found.values()].flatMap(clashes => coherent(base, clashes)).sort(byVoices)
}

const byVoices = (a: Clash, b: Clash): number => a.first - b.first || a.second - b.second

function heldByPlace(base: BaseText, voices: ReadonlyArray<Voice>): Map<Anchor, Held[]> {
  const places = new Map<Anchor, Held[]>()
  for (const [voice, { change }] of voices.entries())
    eachClaim(base, change, (on, claim) => {
      const held = places.get(on)
      if (held === undefined) places.set(on, [{ voice, claim }])
      else held.push({ voice, claim })
    })
  return places
}

function clashesAt(
  voices: ReadonlyArray<Voice>,
  on: Anchor,
  held: ReadonlyArray<Held>,
  report: Report
): void {
  const words = held.filter((one): one is HeldWords => one.claim.on === 'words')
  const others = held.filter(one => one.claim.on !== 'words')
  for (const [index, other] of others.entries()) {
    for (const one of words) judge(voices, on, one, other, report)
    for (const one of others.slice(0, index)) judge(voices, on, one, other, report)
  }
  touchingWords(words, (a, b) => {
    judge(voices, on, a, b, report)
  })
}

/** Calls `meet` for each two claims whose ranges touch: a sweep over positions, so untouched words cost nothing. */
function touchingWords(words: ReadonlyArray<HeldWords>, meet: (a: HeldWords, b: HeldWords) => void): void {
  let open: HeldWords[] = []
  for (const next of [...words].sort((a, b) => a.claim.from - b.claim.from)) {
    open = open.filter(one => touches(one.claim, next.claim))
    for (const one of open) meet(one, next)
    open.push(next)
  }
}

function judge(voices: ReadonlyArray<Voice>, on: Anchor, a: Held, b: Held, report: Report): void {
  if (a.voice === b.voice) return
  const kind = clashOf(a.claim, b.claim)
  if (kind === undefined || isAgreed(voices, a, b)) return
  const [first, second] = a.voice < b.voice ? [a, b] : [b, a]
  report({
    kind,
    blocks: on === 'start' ? [] : [on],
    first: first.voice,
    second: second.voice,
    firstOperations: first.claim.operations,
    secondOperations: second.claim.operations
  })
}

/** Where each of two amendments asks for both things, they do not disagree. */
const isAgreed = (voices: ReadonlyArray<Voice>, a: Held, b: Held): boolean => {
  const [mine, theirs] = [voices[a.voice]?.change, voices[b.voice]?.change]
  if (mine === undefined || theirs === undefined) return false
  return (
    a.claim.operations.every(operation => asksFor(theirs, operation, mine)) &&
    b.claim.operations.every(operation => asksFor(mine, operation, theirs))
  )
}

function titleClashes(voices: ReadonlyArray<Voice>, report: Report): void {
  const titled = voices.flatMap(({ change }, voice) =>
    change.retitle === undefined ? [] : [{ voice, operation: change.retitle }]
  )
  for (const [index, second] of titled.entries())
    for (const first of titled.slice(0, index))
      if (!sameOperation(first.operation, second.operation))
        report({
          kind: 'titles',
          blocks: [],
          first: first.voice,
          second: second.voice,
          firstOperations: [first.operation],
          secondOperations: [second.operation]
        })
}

function wholeTextClashes(base: BaseText, voices: ReadonlyArray<Voice>, report: Report): void {
  for (const [one, { change }] of voices.entries()) {
    if (change.recast === undefined) continue
    for (const [other, voice] of voices.entries()) {
      if (other === one || (voice.change.recast !== undefined && other < one)) continue
      const theirs = operationsOf(voice.change)
      const [operation] = theirs
      if (operation === undefined || sameOperation(change.recast, operation)) continue
      const blocks = blocksOf(base, voice.change)
      const [first, second] = one < other ? [[change.recast], theirs] : [theirs, [change.recast]]
      report({
        kind: 'wholeText',
        blocks,
        first: Math.min(one, other),
        second: Math.max(one, other),
        firstOperations: first,
        secondOperations: second
      })
    }
  }
}

function blocksOf(base: BaseText, change: Change): ReadonlyArray<BlockId> {
  const blocks = new Set<BlockId>()
  eachClaim(base, change, on => {
    if (on !== 'start') blocks.add(on)
  })
  return inReadingOrder(base, [...blocks])
}

const inReadingOrder = (base: BaseText, blocks: ReadonlyArray<BlockId>): ReadonlyArray<BlockId> =>
  [...new Set(blocks)].sort((a, b) => base.position(a) - base.position(b))

/** Clashes of one pair that share an operation are one matter: they are settled together or not at all. */
function coherent(base: BaseText, clashes: ReadonlyArray<Clash>): ReadonlyArray<Clash> {
  const matters: Clash[] = []
  for (const clash of clashes) {
    let matter = clash
    for (let i = matters.length - 1; i >= 0; i--) {
      const other = matters[i]
      if (other === undefined || !shares(other, matter)) continue
      matters.splice(i, 1)
      matter = together(base, other, matter)
    }
    matters.push(matter)
  }
  return matters
}

const shares = (a: Clash, b: Clash): boolean =>
  a.firstOperations.some(operation => b.firstOperations.includes(operation)) ||
  a.secondOperations.some(operation => b.secondOperations.includes(operation))

const together = (base: BaseText, a: Clash, b: Clash): Clash => ({
  kind: COLLISION_KINDS.indexOf(a.kind) <= COLLISION_KINDS.indexOf(b.kind) ? a.kind : b.kind,
  blocks: inReadingOrder(base, [...a.blocks, ...b.blocks]),
  first: a.first,
  second: a.second,
  firstOperations: [...new Set([...a.firstOperations, ...b.firstOperations])],
  secondOperations: [...new Set([...a.secondOperations, ...b.secondOperations])]
})
