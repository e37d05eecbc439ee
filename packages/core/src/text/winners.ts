/** Follows "this one stands" and "both, in this order" through several collisions at once. */
import * as E from 'fp-ts/lib/Either'
import { type Clash, clashKeys, type Voice } from './clash'
import { connected } from './connected'
import { type Operation } from './operation'
import { operationKeys } from './operation-key'
import { type Before, inCircles, inGivenOrder } from './orders'
import { type TextProblem } from './rejections'
import { type Resolution } from './resolution'

export type Matched = { readonly clash: Clash; readonly resolution: Resolution }

/** Some operations of one voice. */
export type Part = {
  readonly voice: number
  readonly ref: string
  readonly operations: ReadonlyArray<Operation>
}

const partsOf = (voices: ReadonlyArray<Voice>, clash: Clash): readonly [Part, Part] => [
  { voice: clash.first, ref: refOf(voices, clash.first), operations: clash.firstOperations },
  { voice: clash.second, ref: refOf(voices, clash.second), operations: clash.secondOperations }
]

const refOf = (voices: ReadonlyArray<Voice>, voice: number): string => voices[voice]?.ref ?? ''

/** A stands over B, B over C and C over A: then nothing would stand, and nobody decided that. */
export const circleOfWinners = (
  voices: ReadonlyArray<Voice>,
  matched: ReadonlyArray<Matched>
): TextProblem | undefined => {
  const over = new Map<string, Set<string>>()
  const refs = new Map<string, string>()
  const key = operationKeys()
  for (const { clash, resolution } of matched) {
    if (resolution.take !== 'one') continue
    const [first, second] = partsOf(voices, clash)
    const [winner, loser] = first.ref === resolution.ref ? [first, second] : [second, first]
    for (const won of winner.operations)
      for (const lost of loser.operations) {
        const from = key(winner.voice, won)
        refs.set(from, winner.ref)
        over.set(from, (over.get(from) ?? new Set()).add(key(loser.voice, lost)))
      }
  }
  const circle = inCircles(over)
  return circle.length === 0
    ? undefined
    : { tag: 'ResolutionsContradict', refs: [...new Set(circle.map(node => refs.get(node) ?? ''))].sort() }
}

type Fallen = { readonly voice: number; readonly operation: Operation }

/**
 * The operations that fall because another was taken over them. One that fell itself takes nothing with it: where A
 * stands over B and B over C, C stands. Winners must not go in a circle.
 */
export const fallen = (
  voices: ReadonlyArray<Voice>,
  matched: ReadonlyArray<Matched>,
  isDropped: (voice: number, operation: Operation) => boolean
): ReadonlyArray<Fallen> => {
  const key = operationKeys()
  const over = new Map<string, Part[]>()
  const losers = new Map<string, Fallen>()
  for (const { clash, resolution } of matched) {
    if (resolution.take !== 'one') continue
    const [first, second] = partsOf(voices, clash)
    const [winner, loser] = first.ref === resolution.ref ? [first, second] : [second, first]
    for (const operation of loser.operations) {
      const node = key(loser.voice, operation)
      losers.set(node, { voice: loser.voice, operation })
      const winners = over.get(node)
      if (winners === undefined) over.set(node, [winner])
      else winners.push(winner)
    }
  }
  const judged = new Map<string, boolean>()
  const stands = (voice: number, operation: Operation): boolean => {
    if (isDropped(voice, operation)) return false
    const node = key(voice, operation)
    const known = judged.get(node)
    if (known !== undefined) return known
    const winners = over.get(node) ?? []
    const standing = !winners.some(winner => winner.operations.some(won => stands(winner.voice, won)))
    judged.set(node, standing)
    return standing
  }
  return [...losers.values()].filter(({ voice, operation }) => !stands(voice, operation))
}

/**
 * The sides to be taken together, each group in its order. Left: the orders given go in a circle.
 */
export const bothInOrder = (
  voices: ReadonlyArray<Voice>,
  both: ReadonlyArray<Matched>,
  isDropped: (voice: number, operation: Operation) => boolean
): E.Either<TextProblem, ReadonlyArray<ReadonlyArray<Part>>> => {
  const lines: ReadonlyArray<Part>[] = []
  for (const group of groupsOf(both)) {
    const ordered = orderedVoices(voices, group)
    if (ordered === undefined)
      return E.left({
        tag: 'ResolutionsContradict',
        refs: [...new Set(group.flatMap(({ resolution }) => resolution.between))].sort()
      })
    const line = ordered.map(voice => ({
      voice,
      ref: refOf(voices, voice),
      operations: operationsIn(group, voice).filter(operation => !isDropped(voice, operation))
    }))
    lines.push(line.filter(part => part.operations.length > 0))
  }
  return E.right(lines.filter(line => line.length > 0))
}

const operationsIn = (group: ReadonlyArray<Matched>, voice: number): ReadonlyArray<Operation> => [
  ...new Set(
    group.flatMap(({ clash }) => [
      ...(clash.first === voice ? clash.firstOperations : []),
      ...(clash.second === voice ? clash.secondOperations : [])
    ])
  )
]

/** Collisions that share an operation of one amendment belong to one group. */
const groupsOf = (both: ReadonlyArray<Matched>): ReadonlyArray<ReadonlyArray<Matched>> => {
  const key = operationKeys()
  return connected(both, ({ clash }) => clashKeys(clash, key))
}

/** The voices of a group in the order the resolutions give; where they give none, by reference. */
const orderedVoices = (
  voices: ReadonlyArray<Voice>,
  group: ReadonlyArray<Matched>
): ReadonlyArray<number> | undefined => {
  const all = new Set(group.flatMap(({ clash }) => [clash.first, clash.second]))
  const befores = group.flatMap(({ clash, resolution }) =>
    resolution.take === 'both' ? [beforeOf(voices, clash, resolution.order[0])] : []
  )
  return inGivenOrder(
    [...all].sort((a, b) => a - b),
    befores
  )
}

const beforeOf = (voices: ReadonlyArray<Voice>, clash: Clash, early: string): Before =>
  refOf(voices, clash.first) === early ? [clash.first, clash.second] : [clash.second, clash.first]
