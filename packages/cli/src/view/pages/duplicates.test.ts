import pc from 'picocolors'
import { laidOut } from '../lay-out'
import { type Say } from '../say'
import { changedSince } from './changed-words'
import { duplicatesPage } from './duplicates'

const said = (parts: Parameters<typeof laidOut>[1]): string =>
  laidOut({ width: 100, terminal: false, colours: pc.createColors(false) }, parts).join('\n')

describe('The page of near-duplicates', () => {
  it('says of no texts that differ that they are 100 % alike', () => {
    const pair = {
      first: { submission: 'P1' },
      second: { submission: 'P2' },
      likeness: 0.998,
      shared: [],
      proposedIn: []
    }
    // a page reads no more of its view than is given here
    const page = duplicatesPage({ pairs: [pair] } as never, { name: () => '' } as unknown as Say)
    expect(said(page)).toContain('P1 and P2: 99 % alike')
  })
})

describe('What changed from a source', () => {
  it('names a block that was not taken over as it is named there', () => {
    const change = {
      source: 'P1',
      from: 1,
      to: 1,
      blocks: [{ id: 'b3-P1', tag: 'deleted', runs: [{ tag: 'deleted', words: 'ماء' }] }]
    }
    expect(said(changedSince(change as never, 'P4'))).toContain('- P1#b3')
  })
})
