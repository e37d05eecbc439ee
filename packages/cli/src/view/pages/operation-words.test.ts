import { type Operation } from '@ardiya/core/text/operation'
import { operationsWords } from './operation-words'

const said = (operations: ReadonlyArray<object>): ReadonlyArray<string> =>
  operationsWords(operations as unknown as ReadonlyArray<Operation>).map(words =>
    words.replace(/[\ufdd0-\ufdef]/g, '')
  )

const deleted = { op: 'delete', block: 'b2', old: 'بناء مدرسة' }
const inserted = (text: string) => ({ op: 'insert', after: 'b2', blocks: [{ kind: 'item', level: 1, text }] })

describe('What an amendment asks for', () => {
  it('is another kind where a block comes again with the very same words', () => {
    expect(said([deleted, inserted('بناء مدرسة')])).toEqual([
      'b2: becomes an item of level 1, behind b2: «بناء مدرسة»'
    ])
  })

  it('is to delete and to insert where the words are others', () => {
    expect(said([deleted, inserted('فتح مكتبة')])).toEqual([
      'b2: delete «بناء مدرسة»',
      'new behind b2: «فتح مكتبة»'
    ])
  })
})
