import { differences } from './differences'

describe('what differs between two results of a view', () => {
  it('is nothing where they are the same, whatever the order of keys', () => {
    expect(differences({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toEqual([])
  })

  it('is named by the path, rows by their reference', () => {
    const was = {
      submissions: [
        { ref: 'P1', fate: 'open' },
        { ref: 'P2', fate: 'open' }
      ]
    }
    const is = {
      submissions: [
        { ref: 'P2', fate: 'open' },
        { ref: 'P1', fate: 'adopted' },
        { ref: 'P3', fate: 'open' }
      ]
    }
    expect(differences(was, is)).toEqual([
      { path: 'submissions.P1.fate', was: 'open', is: 'adopted' },
      { path: 'submissions.P3', is: { ref: 'P3', fate: 'open' } }
    ])
    expect(differences(is, was)).toContainEqual({ path: 'submissions.P3', was: { ref: 'P3', fate: 'open' } })
  })

  it('is a list as a whole where its rows have no names', () => {
    expect(differences({ a: [1, 2] }, { a: [1] })).toEqual([{ path: 'a', was: [1, 2], is: [1] }])
  })
})
