/** Follows "this one stands" and "both, in this order" through several collisions at once. */
import * as E from 'fp-ts/lib/Either'
import { type Clash, type Voice } from './clashes'
import { type Operation } from './operation'
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

/** A node for each operation of each voice: amendments may hold the very same operation. */
const keyMaker = (): ((voice: number, operation: Operation) => string) => {
  const numbers = new Map<Operation, number>()
  return (voice, operation) => {
    const number = numbers.get(operation) ?? numbers.size
    numbers.set(operation, number)
    return `${voice}:${number}`
  }
}

/** A stands over B, B over C and C over A: then nothing would stand, and nobody decided that. */
export const circleOfWinners = (
  voices: ReadonlyArray<Voice>,
  matched: ReadonlyArray<Matched>
): TextProblem | undefined => {
  const over = new Map<string, Set<string>>()
  const refs = new Map<string, string>()
  const key = keyMaker()
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
  const circle = circleIn(over)
  return circle === undefined
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
  const key = keyMaker()
  const over = new Map<string, Part[]>()
  const losers = new Map<string, Fallen>()
  for (const { clash, resolution } of matched) {
    if (resolution.take !== 'one') continue
    const [first, second] = partsOf(voices, clash)
    const [winner, loser] = first.ref === resolution.ref ? [first, second] : [second, first]
    for (const operation of loser.operations) {
      const node = key(loser.voice, operation)
      losers.set(node, { voice: loser.voice, operation })
      over.set(node, [...(over.get(node) ?? []), winner])
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

/** The nodes that stay when all that nothing leads to, or that lead nowhere, are taken off again and again. */
function circleIn(over: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyArray<string> | undefined {
  const left = new Map([...over].map(([from, to]) => [from, new Set(to)] as const))
  for (let shrunk = true; shrunk;) {
    shrunk = false
    for (const [from, to] of left) {
      for (const node of to) if (!left.has(node)) to.delete(node)
      if (to.size > 0) continue
      left.delete(from)
      shrunk = true
    }
  }
  return left.size === 0 ? undefined : [...left.keys()]
}

/**
 * The sides to be taken together, each group in its order. Left: the orders given go in a circle.
 */
export const bothInOrder = (
  voices: ReadonlyArray<Voice>,
  matched: ReadonlyArray<Matched>,
  isDropped: (voice: number, operation: Operation) => boolean
): E.Either<TextProblem, ReadonlyArray<ReadonlyArray<Part>>> => {
  const both = matched.filter(({ resolution }) => resolution.take === 'both')
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
function groupsOf(both: ReadonlyArray<Matched>): ReadonlyArray<ReadonlyArray<Matched>> {
  const key = keyMaker()
  const groups: Array<{ readonly members: Matched[]; readonly keys: Set<string> }> = []
  for (const one of both) {
    const { clash } = one
    const keys = [
      ...clash.firstOperations.map(operation => key(clash.first, operation)),
      ...clash.secondOperations.map(operation => key(clash.second, operation))
    ]
    const joined = { members: [one], keys: new Set(keys) }
    for (let i = groups.length - 1; i >= 0; i--) {
      const group = groups[i]
      if (group === undefined || !keys.some(node => group.keys.has(node))) continue
      joined.members.unshift(...group.members)
      for (const node of group.keys) joined.keys.add(node)
      groups.splice(i, 1)
    }
    groups.push(joined)
  }
  return groups.map(group => group.members)
}

/** The voices of a group in the order the resolutions give; where they give none, by reference. */
function orderedVoices(
  voices: ReadonlyArray<Voice>,
  group: ReadonlyArray<Matched>
): ReadonlyArray<number> | undefined {
  const waiting = new Set(group.flatMap(({ clash }) => [clash.first, clash.second]))
  const befores = group.flatMap(({ clash, resolution }) =>
    resolution.take === 'both' ? [beforeOf(voices, clash, resolution.order[0])] : []
  )
  const ordered: number[] = []
  while (waiting.size > 0) {
    const next = [...waiting]
      .sort((a, b) => a - b)
      .find(voice => !befores.some(([early, late]) => late === voice && waiting.has(early)))
    if (next === undefined) return undefined
    waiting.delete(next)
    ordered.push(next)
  }
  return ordered
}

const beforeOf = (voices: ReadonlyArray<Voice>, clash: Clash, early: string): readonly [number, number] =>
  refOf(voices, clash.first) === early ? [clash.first, clash.second] : [clash.second, clash.first]
