import { mootWords } from './amendments'

describe('The desk of amendments', () => {
  const because = { kind: 'gaveWay', collisions: ['P3-X1'], revision: 2 } as never

  it('says to what an amendment gave way, in which collision, and since which text', () => {
    expect(mootWords({ because, gaveWay: [{ collision: 'P3-X1', to: 'P3-A1' }] })).toBe(
      'gave way to P3-A1 in P3-X1, in the text since @2'
    )
    expect(mootWords({ because, gaveWay: [{ collision: 'P3-X1' }] })).toBe(
      'gave way to a third text in P3-X1, in the text since @2'
    )
  })

  it('says where it was carried', () => {
    expect(mootWords({ because: { kind: 'carriedTo', amendment: 'P9-A1' } as never })).toBe(
      'carried to P9-A1'
    )
  })
})
