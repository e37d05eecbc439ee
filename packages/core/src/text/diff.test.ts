import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { runs } from '../../test/runs'
import { newText, operationsOn, text } from '../testing/text-arbitraries'
import { applyOperations } from './apply'
import { changeBetween, operationsBetween } from './diff'
import { type NewText, type Text } from './text'
import { textHash } from './text-hash'
import { plainWords } from './words'

const made = (base: Text, wanted: NewText, how = operationsBetween(base, wanted)): Text => {
  const outcome = applyOperations(base, how, 1000)
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right.text
}

const revisions = text(7).chain(base =>
  operationsOn(base, 6).map(operations => {
    const next = applyOperations(base, operations, 1000)
    return { base, operations, next: E.isRight(next) ? next.right.text : base }
  })
)

describe('an amendment written as a new text', () => {
  it('becomes operations that give exactly that text, whatever it is', () => {
    fc.assert(
      fc.property(text(6), newText(6), (base, wanted) => {
        expect(textHash(made(base, wanted))).toBe(textHash(wanted))
      }),
      runs(400)
    )
  })

  it('becomes operations that give exactly that text, where it is an amended form of the base', () => {
    fc.assert(
      fc.property(revisions, ({ base, next }) => {
        expect(textHash(made(base, next))).toBe(textHash(next))
        expect(textHash(made(base, next, operationsBetween(base, next, plainWords)))).toBe(textHash(next))
      }),
      runs(400)
    )
  })

  it('asks for nothing where nothing differs', () => {
    fc.assert(
      fc.property(text(6), base => {
        expect(operationsBetween(base, base)).toEqual([])
      })
    )
  })

  it('keeps the ids of the blocks that survive', () => {
    fc.assert(
      fc.property(revisions, ({ base, next }) => {
        const again = made(base, next, changeBetween(base, next))
        const known = new Set(base.blocks.map(block => block.id))
        const surviving = (one: Text) => one.blocks.map(block => block.id).filter(id => known.has(id))
        if (changeBetween(base, next).some(operation => operation.op === 'recast')) return
        expect(surviving(again)).toEqual(expect.arrayContaining(surviving(next)))
      }),
      runs(1000)
    )
  })
})
