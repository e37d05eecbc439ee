import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { operationsOn, text } from '../testing/text-arbitraries'
import { applyOperations, withBlockIds } from './apply'
import { Operation } from './operation'
import { provenance, type SourcedRevision } from './provenance'
import { NewText, type Text } from './text'

const textOf = (...paragraphs: ReadonlyArray<string>): Text => {
  const decoded = NewText.decode({
    language: 'ar',
    title: 'الماء',
    blocks: paragraphs.map(words => ({ kind: 'paragraph', text: words }))
  })
  if (E.isLeft(decoded)) throw new Error('not a text')
  return withBlockIds(decoded.right, 1).text
}

const amended = (base: Text, operations: ReadonlyArray<unknown>): Text => {
  const decoded = operations.map(operation => Operation.decode(operation))
  const outcome = applyOperations(
    base,
    decoded.flatMap(one => (E.isRight(one) ? [one.right] : [])),
    50
  )
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right.text
}

const history = (...texts: ReadonlyArray<Text>): ReadonlyArray<SourcedRevision<string>> =>
  texts.map((one, index) => ({ revision: index + 1, text: one, source: `A${index + 1}` }))

const said = (revisions: ReadonlyArray<SourcedRevision<string>>) =>
  provenance(revisions).blocks.map(block => block.runs.map(run => `${run.source}:${run.words}`))

describe('provenance of words', () => {
  const first = textOf('توفير الماء لجميع الأحياء', 'إنارة الطريق العمومية')

  it('names the revision that brought each run of words', () => {
    const second = amended(first, [{ op: 'replace', block: 'b1', at: 12, old: '', new: 'الشروب ' }])
    expect(said(history(first, second))).toEqual([
      ['A1:توفير الماء ', 'A2:الشروب ', 'A1:لجميع الأحياء'],
      ['A1:إنارة الطريق العمومية']
    ])
  })

  it('follows a block that moved, then was split, then joined', () => {
    const moved = amended(first, [{ op: 'move', block: 'b2', after: 'start', old: 'إنارة الطريق العمومية' }])
    const edited = amended(moved, [{ op: 'replace', block: 'b2', at: 6, old: 'الطريق', new: 'الأزقة' }])
    const split = amended(edited, [{ op: 'split', block: 'b2', at: 12, old: 'إنارة الأزقة العمومية' }])
    expect(said(history(first, moved, edited, split))).toEqual([
      ['A1:إنارة ', 'A3:الأزقة'],
      ['A1:العمومية'],
      ['A1:توفير الماء لجميع الأحياء']
    ])
    const joined = amended(split, [
      { op: 'join', first: 'b50', second: 'b1', old: ['العمومية', 'توفير الماء لجميع الأحياء'] }
    ])
    expect(said(history(first, moved, edited, split, joined))[1]).toEqual([
      'A1:العمومية',
      'A5: ',
      'A1:توفير الماء لجميع الأحياء'
    ])
  })

  it('keeps the origin that words had before their submissions were merged', () => {
    const merged: SourcedRevision<string> = {
      revision: 1,
      text: first,
      source: 'merge',
      carried: {
        b1: [
          [
            { words: 'توفير الماء ', revision: 1, source: 'P1' },
            { words: 'لجميع الأحياء', revision: 2, source: 'P1-A1' }
          ]
        ]
      }
    }
    expect(said([merged])).toEqual([
      ['P1:توفير الماء ', 'P1-A1:لجميع الأحياء'],
      ['merge:إنارة الطريق العمومية']
    ])
  })

  it('lets no space stand alone: between words of others it goes with the word that follows', () => {
    const [said2] = said([
      {
        revision: 1,
        text: textOf('خط حافلة يومي للأحياء.'),
        source: 'merge',
        carried: {
          b1: [
            [{ words: 'خط حافلة يومي.', revision: 1, source: 'P1' }],
            [{ words: 'خط حافلة كل يوم.', revision: 1, source: 'P2' }]
          ]
        }
      }
    ])
    expect(said2).toEqual(['P1:خط حافلة يومي', 'merge: للأحياء', 'P1:.'])
  })

  it('gives each run of a merged block to whichever source it stands in, wherever it stands there', () => {
    const [said2] = said([
      {
        revision: 1,
        text: textOf('توفير الماء الصالح للشرب لجميع الأحياء فورا'),
        source: 'merge',
        carried: {
          b1: [
            [{ words: 'توفير الماء الصالح لجميع الأحياء', revision: 1, source: 'A2' }],
            [{ words: 'ربط الدواوير بالماء الصالح للشرب', revision: 1, source: 'A3' }]
          ]
        }
      }
    ])
    expect(said2).toEqual(['A2:توفير الماء الصالح ', 'A3:للشرب', 'A2: لجميع الأحياء', 'merge: فورا'])
  })

  it('gives the words of a block that went and comes back to whoever brought them first', () => {
    const gone = amended(first, [{ op: 'delete', block: 'b2', old: 'إنارة الطريق العمومية' }])
    const back = amended(gone, [
      { op: 'insert', after: 'b1', blocks: [{ kind: 'paragraph', text: 'إنارة الأزقة العمومية' }] }
    ])
    expect(said(history(first, gone, back))[1]).toEqual(['A1:إنارة ', 'A3:الأزقة', 'A1: العمومية'])
    const other = amended(gone, [
      { op: 'insert', after: 'b1', blocks: [{ kind: 'paragraph', text: 'بناء مدرسة' }] }
    ])
    expect(said(history(first, gone, other))[1]).toEqual(['A3:بناء مدرسة'])
  })

  it('leaves no word out and adds none, whatever happened to the text', () => {
    const revisions = text(5).chain(base =>
      fc.tuple(fc.constant(base), operationsOn(base, 4)).chain(([start, operations]) => {
        const second = amended(start, operations)
        return operationsOn(second, 4).map(more => {
          const third = applyOperations(second, more, 80)
          return history(start, second, E.isRight(third) ? third.right.text : second)
        })
      })
    )
    fc.assert(
      fc.property(revisions, all => {
        const words = provenance(all).blocks.map(block => block.runs.map(run => run.words).join(''))
        expect(words).toEqual(all[2]?.text.blocks.map(block => block.text))
      }),
      { numRuns: 500 }
    )
  })
})
