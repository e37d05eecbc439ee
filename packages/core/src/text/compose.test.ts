import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { runs } from '../../test/runs'
import { operationsOn, text } from '../testing/text-arbitraries'
import { applyOperations } from './apply'
import { modifiedBy } from './compose'
import { textHash } from './text-hash'

describe('an amendment to an amendment', () => {
  it('gives a form of the first on the base that makes what both, one after the other, make', () => {
    const pairs = text(5).chain(base =>
      operationsOn(base, 3).chain(first => {
        const made = applyOperations(base, first, 100)
        const next = E.isRight(made) ? made.right : { text: base, nextBlock: 100 }
        return operationsOn(next.text, 3).map(second => ({ base, first, next, second }))
      })
    )
    fc.assert(
      fc.property(pairs, ({ base, first, next, second }) => {
        const modified = modifiedBy(base, first, second, 100)
        const both = applyOperations(next.text, second, next.nextBlock)
        if (E.isLeft(modified) || E.isLeft(both)) throw new Error('does not fit')
        const made = applyOperations(base, modified.right, 100)
        if (E.isLeft(made)) throw new Error(JSON.stringify(made.left))
        expect(textHash(made.right.text)).toBe(textHash(both.right.text))
      }),
      runs(400)
    )
  })

  it('that takes all of it back leaves nothing to adopt', () => {
    fc.assert(
      fc.property(
        text(3).chain(base => operationsOn(base, 2).map(first => ({ base, first }))),
        ({ base, first }) => {
          const made = applyOperations(base, first, 100)
          if (E.isLeft(made) || first.length === 0) return
          const back = {
            op: 'recast',
            old: textHash(made.right.text),
            title: base.title,
            blocks: base.blocks
          } as const
          if (textHash(made.right.text) === textHash(base)) return
          expect(modifiedBy(base, first, [back], 100)).toEqual(E.right([]))
        }
      ),
      runs(200)
    )
  })
})
