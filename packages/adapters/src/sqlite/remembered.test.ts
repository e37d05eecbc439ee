import { logVersion } from '@ardiya/core/kernel/version'
import { khemisset, tiflet } from '@ardiya/core/testing/store-contract-acts'
import { remembering } from './remembered'

const at = (n: number, code = 'c') => ({ at: logVersion(n), code })

describe('What a handle remembers of kept documents', () => {
  it('is of one checkpoint: at another, and of other code, nothing is known', () => {
    const { recall, remember } = remembering(100)
    remember(khemisset, at(1), 'a', { value: 'x', bytes: 3 })
    expect(recall(khemisset, at(1), 'a')).toBe('x')
    expect(recall(tiflet, at(1), 'a')).toBeUndefined()
    expect(recall(khemisset, at(1, 'other'), 'a')).toBeUndefined()
    expect(recall(khemisset, at(1), 'a')).toBeUndefined()
  })

  it('follows a step from that checkpoint, and no other', () => {
    const { recall, remember, follow } = remembering(100)
    remember(khemisset, at(1), 'a', { value: 1, bytes: 1 })
    remember(khemisset, at(1), 'b', { value: 1, bytes: 1 })
    follow(khemisset, at(1), at(2), [
      { key: 'a', value: 2, bytes: 1 },
      { key: 'c', value: 2, bytes: 1 }
    ])
    expect(['a', 'b', 'c'].map(key => recall(khemisset, at(2), key))).toEqual([2, 1, undefined])
    follow(khemisset, at(7), at(8), [{ key: 'a', value: 8, bytes: 1 }])
    expect(recall(khemisset, at(8), 'a')).toBeUndefined()
  })

  it('is bounded: what was not used for longest is let go, and a document larger than all room is not held', () => {
    const { recall, remember, follow } = remembering(10)
    for (const key of ['a', 'b', 'c']) remember(khemisset, at(1), key, { value: key, bytes: 4 })
    expect(['a', 'b', 'c'].map(key => recall(khemisset, at(1), key))).toEqual([undefined, 'b', 'c'])
    recall(khemisset, at(1), 'b')
    remember(khemisset, at(1), 'd', { value: 'd', bytes: 4 })
    expect(['b', 'c', 'd'].map(key => recall(khemisset, at(1), key))).toEqual(['b', undefined, 'd'])
    follow(khemisset, at(1), at(2), [{ key: 'b', value: 'large', bytes: 11 }])
    expect(['b', 'd'].map(key => recall(khemisset, at(2), key))).toEqual([undefined, undefined])
    remember(khemisset, at(2), 'e', { value: 'e', bytes: 10 })
    expect(recall(khemisset, at(2), 'e')).toBe('e')
  })
})
