import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { runs } from '../../test/runs'
import { crowd } from '../testing/text-arbitraries'
import { applyOperations } from './apply'
import { COLLISION_KINDS, type CollisionKind } from './claims'
import { type Amendment, type Collision, collisionHash } from './collision'
import { mergeAmendments, type Merged } from './merge'
import { type Operation } from './operation'
import { rebase } from './rebase'
import { type Resolution } from './resolution'
import { type Text } from './text'
import { textHash } from './text-hash'

const right = <A>(outcome: E.Either<unknown, A>): A => {
  if (E.isLeft(outcome)) throw new Error(`refused: ${JSON.stringify(outcome.left)}`)
  return outcome.right
}

type Case = {
  readonly base: Text
  readonly line: ReadonlyArray<Amendment>
  readonly shuffled: ReadonlyArray<Amendment>
}

/** Amendments that get in each other's way, in the order of their references and in another. */
const crowded = (sides: number, most = 2): fc.Arbitrary<Case> =>
  crowd(sides, most).chain(one => {
    const line = one.sides.map((operations, index) => ({ ref: `P1-A${index + 1}`, operations }))
    return fc
      .shuffledSubarray(line, { minLength: sides })
      .map(shuffled => ({ base: one.base, line, shuffled }))
  })

const merge = ({ base, line }: Pick<Case, 'base' | 'line'>, resolutions: ReadonlyArray<Resolution> = []) =>
  mergeAmendments(base, line, resolutions, 100)

/** A way to settle: one side, the other, both in either order, or a third text in which nothing is asked for. */
const settledAs = (collision: Collision, choice: number): Resolution => {
  const between: [string, string] = [collision.first.ref, collision.second.ref]
  const settled = { of: collisionHash(collision), between } as const
  if (choice < 2) return { take: 'one', ...settled, ref: between[choice] ?? '' }
  if (choice < 4)
    return { take: 'both', ...settled, order: choice === 2 ? between : [between[1], between[0]] }
  return { take: 'third', ...settled, operations: [] }
}

/** Settles collision after collision as chosen; where that cannot be, takes the second side. */
function settledAll(one: Case, choices: ReadonlyArray<number>): ReadonlyArray<Resolution> {
  let resolutions: ReadonlyArray<Resolution> = []
  for (let round = 0; round < 60; round++) {
    const merged = merge(one, resolutions)
    if (E.isLeft(merged)) return resolutions.slice(0, -1)
    const [open] = merged.right.collisions
    if (open === undefined) return resolutions
    const chosen = [...resolutions, settledAs(open, choices[round % choices.length] ?? 0)]
    resolutions = E.isRight(merge(one, chosen)) ? chosen : [...resolutions, settledAs(open, 4)]
  }
  return resolutions
}

const choices = fc.array(fc.nat(4), { minLength: 6, maxLength: 6 })

describe('amendments that get in each other’s way', () => {
  it('reach every kind of collision (so the properties below speak of all of them)', () => {
    const met = new Map<CollisionKind, number>(COLLISION_KINDS.map(kind => [kind, 0]))
    for (const one of fc.sample(crowded(3), { numRuns: 1000, seed: 1 })) {
      const merged = merge(one)
      if (E.isRight(merged))
        for (const { kind } of merged.right.collisions) met.set(kind, (met.get(kind) ?? 0) + 1)
    }
    for (const [kind, count] of met) expect([kind, count > 20]).toEqual([kind, true])
  })

  it('come to one text, hash and register in any order of adoption and of settling (rule 8)', () => {
    const took = new Set<string>()
    fc.assert(
      fc.property(crowded(4), choices, (one, choice) => {
        const resolutions = settledAll(one, choice)
        for (const { take } of resolutions) took.add(take)
        const all = merge(one, resolutions)
        const again = merge({ base: one.base, line: one.shuffled }, [...resolutions].reverse())
        expect(again).toEqual(all)
        if (E.isRight(all) && E.isRight(again))
          expect(textHash(again.right.text)).toBe(textHash(all.right.text))
      }),
      runs(500)
    )
    expect([...took].sort()).toEqual(['both', 'one', 'third'])
  })

  it('bring in nothing of either side where they collide, until people settle it (rule 9)', () => {
    fc.assert(
      fc.property(crowded(2, 1), one => {
        const merged = merge(one)
        if (E.isLeft(merged) || merged.right.collisions.length === 0) return
        expect(merged.right).toMatchObject({ text: one.base, operations: [] })
        const [{ first, second }] = merged.right.collisions as [Collision]
        expect([first.ref, second.ref]).toEqual(one.line.map(({ ref }) => ref))
      }),
      runs(500)
    )
  })

  it('where one side of all is taken, give that side whole and of the other what does not collide', () => {
    fc.assert(
      fc.property(crowded(2), fc.nat(1), (one, side) => {
        const merged = merge(one)
        if (E.isLeft(merged) || merged.right.collisions.length === 0) return
        const took = merged.right.collisions.map(collision => settledAs(collision, side))
        const settled = merge(one, took)
        if (E.isLeft(settled)) return
        expect(settled.right.collisions).toEqual([])
        const whole = asked(one.base, one.line[side])
        expect(settled.right.operations).toEqual(expect.arrayContaining([...whole]))
      }),
      runs(500)
    )
  })

  it('that do not collide are rebased: rebase then apply is apply then rebase, for two and for several', () => {
    let clean = 0
    fc.assert(
      fc.property(fc.oneof(crowded(2), crowded(3)), one => {
        const merged = merge(one)
        if (E.isLeft(merged) || merged.right.collisions.length > 0) return
        clean++
        const made = oneByOne(one.base, one.shuffled, 100)
        if (made !== undefined) expect(textHash(made)).toBe(textHash(merged.right.text))
      }),
      runs(800)
    )
    expect(clean).toBeGreaterThan(200)
  })

  it('collide after one is adopted where they collided before', () => {
    fc.assert(
      fc.property(crowded(2), ({ base, line }) => {
        const [a, b] = line as [Amendment, Amendment]
        const merged = merge({ base, line })
        const next = applyOperations(base, a.operations, 100)
        if (E.isLeft(merged) || E.isLeft(next)) return
        const derived = right(rebase(b, base, a, next.right.text))
        expect(derived.tag === 'collides').toBe(merged.right.collisions.length > 0)
        if (derived.tag === 'collides') expect(derived.collisions).toEqual(merged.right.collisions)
      }),
      runs(500)
    )
  })

  it('say the same in whatever order their operations on different places are written', () => {
    fc.assert(
      fc.property(crowded(2), one => {
        const line = one.line.map(({ ref, operations }) => ({ ref, operations: rearranged(operations) }))
        expect(merge({ base: one.base, line })).toEqual(merge(one))
      }),
      runs(500)
    )
  })
})

const asked = (base: Text, amendment: Amendment | undefined): Merged['operations'] =>
  amendment === undefined ? [] : right(mergeAmendments(base, [amendment], [], 100)).operations

/** Backwards, save what is placed: there the order is part of what is asked. */
const rearranged = (operations: ReadonlyArray<Operation>): ReadonlyArray<Operation> => {
  const isPlaced = ({ op }: Operation): boolean => op === 'insert' || op === 'move'
  return [
    ...operations.filter(isPlaced),
    ...[...operations].reverse().filter(operation => !isPlaced(operation))
  ]
}

/** Adopts the first, rebases the others onto what it made, and so on; undefined where nothing would be left on the way. */
function oneByOne(base: Text, line: ReadonlyArray<Amendment>, nextBlock: number): Text | undefined {
  const [first, ...others] = line
  if (first === undefined) return base
  const next = applyOperations(base, first.operations, nextBlock)
  if (E.isLeft(next)) return undefined
  const derived = others.map(other => {
    const form = right(rebase(other, base, first, next.right.text))
    if (form.tag === 'collides') throw new Error('what does not collide on the base collides later')
    return { ref: other.ref, operations: form.tag === 'clean' ? form.operations : [] }
  })
  return oneByOne(next.right.text, derived, next.right.nextBlock)
}
