import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { operationsOn, text } from '../testing/text-arbitraries'
import { applyOperations } from './apply'
import { touchedBlocks } from './touched-blocks'

describe('what a stand must look at again (rule 10)', () => {
  const revisions = text(5).chain(base => operationsOn(base, 4).map(operations => ({ base, operations })))

  it('names every block of both revisions once', () => {
    fc.assert(
      fc.property(revisions, ({ base, operations }) => {
        const next = applyOperations(base, operations, 100)
        if (E.isLeft(next)) return
        const { kept, changed, gone, come } = touchedBlocks(base, next.right.text)
        const ids = (all: ReadonlyArray<{ readonly id: string }>) => all.map(block => block.id).sort()
        expect([...kept, ...changed, ...gone].sort()).toEqual(ids(base.blocks))
        expect([...kept, ...changed, ...come].sort()).toEqual(ids(next.right.text.blocks))
      }),
      { numRuns: 300 }
    )
  })

  it('keeps a block that nothing but replacements elsewhere touched', () => {
    fc.assert(
      fc.property(revisions, ({ base, operations }) => {
        const replacements = operations.filter(operation => operation.op === 'replace')
        const next = applyOperations(base, replacements, 100)
        if (E.isLeft(next)) return
        const touched = new Set(replacements.map(operation => operation.block))
        const { kept, moved, title } = touchedBlocks(base, next.right.text)
        expect(kept).toEqual(base.blocks.map(block => block.id).filter(id => !touched.has(id)))
        expect([moved, title]).toEqual([false, false])
      }),
      { numRuns: 300 }
    )
  })
})
