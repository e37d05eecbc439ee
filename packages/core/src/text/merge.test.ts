import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { runs } from '../../test/runs'
import { operationsOn, text } from '../testing/text-arbitraries'
import { applyOperations } from './apply'
import { type Amendment, collisions } from './collision'
import { mergeAmendments } from './merge'
import { type Operation } from './operation'
import { rebase } from './rebase'
import { type Text } from './text'
import { textHash } from './text-hash'

const right = <L, A>(outcome: E.Either<L, A>): A => {
  if (E.isLeft(outcome)) throw new Error(`refused: ${JSON.stringify(outcome.left)}`)
  return outcome.right
}

type Case = { readonly base: Text; readonly sides: ReadonlyArray<ReadonlyArray<Operation>> }

const amended = (sides: number, most = 3): fc.Arbitrary<Case> =>
  text(5).chain(base =>
    fc
      .tuple(...Array.from({ length: sides }, () => operationsOn(base, most)))
      .map(all => ({ base, sides: all }))
  )

const named = (sides: ReadonlyArray<ReadonlyArray<Operation>>): ReadonlyArray<Amendment> =>
  sides.map((operations, index) => ({ ref: `P1-A${index + 1}`, operations }))

describe('rule 8: a merge of amendments', () => {
  it('gives the same text and hash in any order of the amendments', () => {
    fc.assert(
      fc.property(
        amended(5).chain(one =>
          fc.record({
            one: fc.constant(one),
            shuffled: fc.shuffledSubarray([...named(one.sides)], { minLength: one.sides.length })
          })
        ),
        ({ one, shuffled }) => {
          const merged = mergeAmendments(one.base, named(one.sides), [], 100)
          expect(mergeAmendments(one.base, shuffled, [], 100)).toEqual(merged)
        }
      ),
      runs(400)
    )
  })

  it('of one amendment alone is that amendment', () => {
    fc.assert(
      fc.property(amended(1, 5), ({ base, sides }) => {
        const alone = right(applyOperations(base, sides[0] ?? [], 100))
        expect(right(mergeAmendments(base, named(sides), [], 100)).text).toEqual(alone.text)
      }),
      runs(400)
    )
  })

  it('counts equal amendments once', () => {
    fc.assert(
      fc.property(amended(1, 5), ({ base, sides }) => {
        const [only = []] = sides
        const once = right(mergeAmendments(base, named([only]), [], 100))
        const often = right(mergeAmendments(base, named([only, only, only]), [], 100))
        expect(often).toEqual(once)
      }),
      runs(400)
    )
  })

  it('has a rebased form: rebase then apply is apply then rebase', () => {
    let clean = 0
    fc.assert(
      fc.property(amended(2), ({ base, sides }) => {
        const [a, b] = named(sides)
        if (a === undefined || b === undefined) return
        const met = right(collisions(base, a, b))
        if (met.length > 0) {
          const next = right(applyOperations(base, a.operations, 100))
          expect(right(rebase(b, base, a, next.text)).tag).toBe('collides')
          return
        }
        clean++
        const merged = mergeAmendments(base, [a, b], [], 100)
        if (E.isLeft(merged)) return
        const hash = textHash(merged.right.text)
        for (const [first, second] of [[a, b] as const, [b, a] as const]) {
          const next = right(applyOperations(base, first.operations, 100))
          const derived = right(rebase(second, base, first, next.text))
          if (derived.tag === 'collides') throw new Error('collides only one way')
          const operations = derived.tag === 'clean' ? derived.operations : []
          const both = right(applyOperations(next.text, operations, next.nextBlock))
          expect(both.text.blocks.map(block => block.text)).toEqual(
            merged.right.text.blocks.map(block => block.text)
          )
          expect(textHash(both.text)).toBe(hash)
        }
      }),
      runs(400)
    )
    expect(clean).toBeGreaterThan(50)
  })

  it('of several that do not collide is adopted one by one in any order with the same hash', () => {
    let clean = 0
    fc.assert(
      fc.property(
        amended(4, 2).chain(one =>
          fc.record({
            base: fc.constant(one.base),
            line: fc.shuffledSubarray([...named(one.sides)], { minLength: one.sides.length })
          })
        ),
        ({ base, line }) => {
          const merged = mergeAmendments(base, line, [], 100)
          if (E.isLeft(merged) || merged.right.collisions.length > 0) return
          clean++
          expect(textHash(oneByOne(base, line, 100))).toBe(textHash(merged.right.text))
        }
      ),
      runs(800)
    )
    expect(clean).toBeGreaterThan(30)
  })
})

/** Adopts the first, rebases the others onto what it made, and so on. */
function oneByOne(base: Text, line: ReadonlyArray<Amendment>, nextBlock: number): Text {
  const [first, ...others] = line
  if (first === undefined) return base
  const next = right(applyOperations(base, first.operations, nextBlock))
  const derived = others.map(other => {
    const form = right(rebase(other, base, first, next.text))
    if (form.tag === 'collides') throw new Error('what does not collide on the base collides later')
    return { ref: other.ref, operations: form.tag === 'clean' ? form.operations : [] }
  })
  return oneByOne(next.text, derived, next.nextBlock)
}
