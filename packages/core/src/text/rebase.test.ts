import * as E from 'fp-ts/lib/Either'
import { applyOperations, withBlockIds } from './apply'
import { Operation } from './operation'
import { rebase } from './rebase'
import { NewText, type Text } from './text'

const right = <A>(outcome: E.Either<unknown, A>): A => {
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

const base: Text = withBlockIds(
  right(
    NewText.decode({
      language: 'ar',
      title: 'مطلب',
      blocks: ['توفير الماء. إنارة الطرق.', 'بناء مدرسة'].map(text => ({ kind: 'paragraph', text }))
    })
  ),
  1
).text

const amendment = (ref: string, ...operations: ReadonlyArray<unknown>) => ({
  ref,
  operations: operations.map(operation => right(Operation.decode(operation)))
})

const adopted = amendment(
  'P1-A1',
  { op: 'split', block: 'b1', at: 12, old: 'توفير الماء. إنارة الطرق.' },
  { op: 'replace', block: 'b1', at: 6, old: 'الماء', new: 'الماء الشروب' }
)
const next = right(applyOperations(base, adopted.operations, 3)).text

describe('an open amendment, once another was adopted', () => {
  it('goes along with its words into the block where they stand now', () => {
    const open = amendment('P1-A2', { op: 'replace', block: 'b1', at: 19, old: 'الطرق', new: 'الأزقة' })
    expect(rebase(open, base, adopted, next)).toEqual(
      E.right({
        tag: 'clean',
        operations: [{ op: 'replace', block: 'b3', at: 6, old: 'الطرق', new: 'الأزقة' }]
      })
    )
  })

  it('moves every part of a block that was split, in their order', () => {
    const open = amendment('P1-A2', {
      op: 'move',
      block: 'b1',
      after: 'b2',
      old: 'توفير الماء. إنارة الطرق.'
    })
    const derived = right(rebase(open, base, adopted, next))
    const operations = derived.tag === 'clean' ? derived.operations : []
    expect(right(applyOperations(next, operations, 4)).text.blocks.map(({ id }) => id)).toEqual([
      'b2',
      'b1',
      'b3'
    ])
  })

  it('is already contained where all it asks for is there', () => {
    const open = amendment('P1-A2', adopted.operations[1])
    expect(rebase(open, base, adopted, next)).toEqual(E.right({ tag: 'alreadyContained' }))
  })

  it('is not brought to a text that the adopted one does not make of the base', () => {
    const open = amendment('P1-A2', { op: 'delete', block: 'b2', old: 'بناء مدرسة' })
    expect(rebase(open, base, adopted, base)).toEqual(E.left({ tag: 'NextTextDiffers' }))
  })
})
