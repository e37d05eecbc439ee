import { inCircles, inGivenOrder } from './orders'

describe('orders that people gave', () => {
  it('are kept, and where none was given the lowest is first', () => {
    expect(
      inGivenOrder(
        [1, 2, 3, 4],
        [
          [3, 1],
          [4, 3]
        ]
      )
    ).toEqual([2, 4, 3, 1])
    expect(inGivenOrder([1, 2], [])).toEqual([1, 2])
  })

  it('that go in a circle give none', () => {
    expect(
      inGivenOrder(
        [1, 2, 3],
        [
          [1, 2],
          [2, 1]
        ]
      )
    ).toBeUndefined()
  })

  it('have circles only where one follows the arrows back', () => {
    const arrows = (...all: ReadonlyArray<readonly [string, ...ReadonlyArray<string>]>) =>
      new Map(all.map(([from, ...to]) => [from, new Set(to)] as const))
    expect(inCircles(arrows(['a', 'b', 'c'], ['b', 'c']))).toEqual([])
    expect([...inCircles(arrows(['a', 'b'], ['b', 'c', 'x'], ['c', 'a']))].sort()).toEqual(['a', 'b', 'c'])
  })
})
