import * as fc from 'fast-check'
import { connected } from './connected'

const groups = (things: ReadonlyArray<ReadonlyArray<number>>) => connected(things, keys => keys)

describe('what hangs together', () => {
  it('is gathered through others, in the order of the first', () => {
    expect(groups([[1], [2], [3], [2, 1]])).toEqual([[[1], [2], [2, 1]], [[3]]])
    expect(groups([])).toEqual([])
  })

  it('is the same in whatever order it comes', () => {
    const things = fc.array(fc.uniqueArray(fc.nat(12), { minLength: 1, maxLength: 3 }), { maxLength: 10 })
    const sets = (all: ReadonlyArray<ReadonlyArray<number>>) =>
      groups(all)
        .map(group =>
          group
            .map(keys => keys.join())
            .sort()
            .join(' ')
        )
        .sort()
    fc.assert(
      fc.property(things, all => {
        const found = groups(all)
        expect(sets([...all].reverse())).toEqual(sets(all))
        const keysOf = found.map(group => new Set(group.flat()))
        for (const [index, keys] of keysOf.entries())
          for (const other of keysOf.slice(index + 1))
            expect([...keys].filter(key => other.has(key))).toEqual([])
      })
    )
  })
})
