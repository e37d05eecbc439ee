/** Puts resolutions to the collisions they name, and leaves out what is still open (rules 8 and 9). */
import * as E from 'fp-ts/lib/Either'
import { type BaseText } from './base-text'
import { without } from './change'
import { type Clash, type Voice } from './clash'
import { clashesAmong } from './clashes'
import { type Collision, collisionHash } from './collision'
import { collisionOf } from './collision-words'
import { takenInOrder } from './in-order'
import { type Matter } from './matter'
import { normalForm } from './normal-form'
import { type Operation } from './operation'
import { type TextProblem } from './rejections'
import { type Resolution } from './resolution'
import { withWholeSides } from './whole-sides'
import { bothInOrder, circleOfWinners, fallen, type Matched } from './winners'

export type Settled = {
  /** Voices that no longer clash: what is left of the amendments, third texts, and sides taken in an order. */
  readonly voices: ReadonlyArray<Voice>
  /** Collisions that nobody has settled: neither side of them is in the voices. */
  readonly open: ReadonlyArray<Matter>
  readonly unused: ReadonlyArray<Resolution>
}

/**
 * Settles what the resolutions settle; a third text may itself collide, so it goes on until no resolution fits.
 * Left: resolutions that contradict each other, a third text that does not fit, or sides that cannot both be taken.
 */
export const settle = (
  base: BaseText,
  voices: ReadonlyArray<Voice>,
  resolutions: ReadonlyArray<Resolution>
): E.Either<TextProblem, Settled> => {
  let settled: Settled = { voices, open: [], unused: resolutions }
  for (let round = 0; round <= resolutions.length; round++) {
    const clashes = clashesAmong(base, settled.voices)
    if (clashes.length === 0) return E.right(settled)
    const next = settleRound(base, settled, clashes)
    if (E.isLeft(next)) return next
    settled = next.right
  }
  return E.right(settled)
}

function settleRound(
  base: BaseText,
  { voices, open, unused }: Settled,
  clashes: ReadonlyArray<Clash>
): E.Either<TextProblem, Settled> {
  const seen = clashes.map(clash => ({ clash, collision: collisionOf(base, voices, clash) }))
  const byHash = new Map(unused.filter(isCoherent).map(resolution => [resolution.of, resolution] as const))
  const judged = seen.map(one => ({ ...one, resolution: resolutionOf(byHash, one.collision) }))
  const matched = judged.flatMap(({ clash, resolution }): ReadonlyArray<Matched> =>
    resolution === undefined ? [] : [{ clash, resolution }]
  )
  const unmatched = judged.filter(({ resolution }) => resolution === undefined)
  const used = new Set(matched.map(({ resolution }) => resolution.of))
  const left = withoutLosers(
    base,
    voices,
    matched,
    unmatched.map(({ clash }) => clash)
  )
  return E.isLeft(left)
    ? left
    : E.right({
        voices: left.right,
        open: [...open, ...unmatched.map(matterOf)],
        unused: unused.filter(resolution => !used.has(resolution.of))
      })
}

const matterOf = ({ clash, collision }: { clash: Clash; collision: Collision }): Matter => ({
  collision,
  first: clash.firstOperations,
  second: clash.secondOperations
})

/** A resolution that takes, or orders, what it says it is between. */
const isCoherent = (resolution: Resolution): boolean => {
  if (resolution.take === 'third') return true
  const named = resolution.take === 'one' ? [resolution.ref] : resolution.order
  const inAll = new Set([...named, ...resolution.between])
  return inAll.size === 2 && (resolution.take === 'one' || new Set(named).size === 2)
}

const resolutionOf = (
  byHash: ReadonlyMap<string, Resolution>,
  collision: Collision
): Resolution | undefined => {
  if (byHash.size === 0) return undefined
  const found = byHash.get(collisionHash(collision))
  const [first, second] = found?.between ?? []
  return first === collision.first.ref && second === collision.second.ref ? found : undefined
}

type Dropped = ReadonlyArray<Set<Operation>>

function withoutLosers(
  base: BaseText,
  voices: ReadonlyArray<Voice>,
  matched: ReadonlyArray<Matched>,
  open: ReadonlyArray<Clash>
): E.Either<TextProblem, ReadonlyArray<Voice>> {
  const circle = circleOfWinners(voices, matched)
  if (circle !== undefined) return E.left(circle)
  const dropped: Dropped = voices.map(() => new Set<Operation>())
  for (const clash of open) dropBoth(dropped, clash)
  for (const { clash, resolution } of matched) if (resolution.take === 'third') dropBoth(dropped, clash)
  for (const { voice, operation } of fallen(voices, matched, (of, one) => dropped[of]?.has(one) === true))
    dropped[voice]?.add(operation)
  const together = inOrder(base, voices, matched, dropped)
  if (E.isLeft(together)) return together
  const thirds = thirdTexts(base, matched)
  if (E.isLeft(thirds)) return thirds
  const rest = voices.map((voice, index) => ({
    ref: voice.ref,
    change: without(voice.change, dropped[index] ?? new Set())
  }))
  return E.right([...rest, ...together.right, ...thirds.right])
}

function dropBoth(dropped: Dropped, clash: Clash): void {
  for (const operation of clash.firstOperations) dropped[clash.first]?.add(operation)
  for (const operation of clash.secondOperations) dropped[clash.second]?.add(operation)
}

/** Sides taken together become voices of their own; their operations leave the voices they came from. */
function inOrder(
  base: BaseText,
  voices: ReadonlyArray<Voice>,
  matched: ReadonlyArray<Matched>,
  dropped: Dropped
): E.Either<TextProblem, ReadonlyArray<Voice>> {
  const both = matched
    .filter(({ resolution }) => resolution.take === 'both')
    .map(one => ({ ...one, clash: withWholeSides(base, voices, one.clash) }))
  const lines = bothInOrder(voices, both, (voice, operation) => dropped[voice]?.has(operation) === true)
  if (E.isLeft(lines)) return lines
  const together: Voice[] = []
  for (const line of lines.right) {
    const change = takenInOrder(
      base,
      line.map(side => side.operations)
    )
    const refs = line.map(side => side.ref)
    if (E.isLeft(change)) return E.left({ tag: 'CannotTakeBoth', refs, because: change.left })
    for (const side of line) for (const operation of side.operations) dropped[side.voice]?.add(operation)
    together.push({ ref: refs.join('+'), change: change.right })
  }
  return E.right(together)
}

function thirdTexts(
  base: BaseText,
  matched: ReadonlyArray<Matched>
): E.Either<TextProblem, ReadonlyArray<Voice>> {
  const thirds: Voice[] = []
  for (const { resolution } of matched) {
    if (resolution.take !== 'third') continue
    const change = normalForm(base, resolution.operations)
    if (E.isLeft(change))
      return E.left({ tag: 'ThirdTextDoesNotFit', of: resolution.of, because: change.left })
    thirds.push({ ref: resolution.of, change: change.right })
  }
  return E.right(thirds)
}
