import * as fc from 'fast-check'
import { diffArrays } from 'diff'
import { runs } from '../../test/runs'
import { differences, type Stretch } from './edit-script'

const rebuilt = (a: ReadonlyArray<string>, b: ReadonlyArray<string>, stretches: ReadonlyArray<Stretch>) => {
  const out: string[] = []
  let from = 0
  for (const stretch of stretches) {
    out.push(...a.slice(from, stretch.aFrom), ...b.slice(stretch.bFrom, stretch.bTo))
    from = stretch.aTo
  }
  return [...out, ...a.slice(from)]
}

const cost = (stretches: ReadonlyArray<Stretch>): number =>
  stretches.reduce((sum, one) => sum + one.aTo - one.aFrom + one.bTo - one.bFrom, 0)

const letters = fc.array(fc.constantFrom('ا', 'ب', 'a', 'b', ' '), { maxLength: 40 })

describe('the differences of two sequences', () => {
  it('turn the first into the second', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(rebuilt(a, b, differences(a, b))).toEqual(b)
      }),
      runs(2000)
    )
  })

  it('are as few as those that jsdiff finds', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const theirs = diffArrays(a, b).reduce(
          (sum, part) => sum + (part.added || part.removed ? part.value.length : 0),
          0
        )
        expect(cost(differences(a, b))).toBe(theirs)
      }),
      runs(2000)
    )
  })

  it('of two long texts with nothing in common are found in a moment, and still turn one into the other', () => {
    const a = Array.from({ length: 30000 }, (_, i) => `a${(i * 7919) % 5000}`)
    const b = Array.from({ length: 30000 }, (_, i) => `a${(i * 104729 + 3) % 5000}`)
    const began = performance.now()
    const found = differences(a, b)
    expect(performance.now() - began).toBeLessThan(5000)
    expect(rebuilt(a, b, found)).toEqual(b)
  })
})
