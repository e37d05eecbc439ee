import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { runs } from '../../test/runs'
import { newText, text } from '../testing/text-arbitraries'
import { withBlockIds } from './apply'
import { operationsBetween } from './diff'
import { NewText, type Text } from './text'
import { cutLetter } from './whole-letters'

const textOf = (words: string): Text => {
  const given = NewText.decode({
    language: 'ar',
    title: 'مطلب',
    blocks: [{ kind: 'paragraph', text: words }]
  })
  if (E.isLeft(given)) throw new Error('not a text')
  return withBlockIds(given.right, 1).text
}

const replaces = (at: number, old: string, wanted: string) =>
  [{ op: 'replace', block: 'b1', at, old, new: wanted }] as never

describe('an operation written by hand', () => {
  it.each([
    ['takes a letter and leaves its vowel mark', 'المُجال', replaces(2, 'م', 'ن')],
    ['begins with the mark of a letter that stays', 'المُجال', replaces(3, '\u064f', '\u064e')],
    ['puts a mark on a letter that stays', 'المجال', replaces(3, '', '\u064f')],
    ['takes one of a family', '👨‍👩‍👧 هنا', replaces(2, '👩', '👨')],
    ['takes a skin tone', 'حي 👍🏽', replaces(4, '🏽', '🏿')],
    ['takes half a flag', 'حي 🇲🇦 هنا', replaces(4, '🇦', '🇨')],
    ['splits a word in a letter', 'المُجال', [{ op: 'split', block: 'b1', at: 3, old: 'المُجال' }] as never]
  ])('that %s is seen', (_, words, operations) => {
    expect(cutLetter(textOf(words), operations)).toBe(0)
  })

  it.each([
    ['takes a letter with its mark', 'المُجال', replaces(2, 'مُ', 'مَ')],
    ['takes a whole flag out of two', '🇲🇦🇵🇸', replaces(2, '🇵🇸', '🇹🇳')],
    ['comes behind a joiner inside a word', 'می\u200cخواهیم', replaces(3, 'خواهیم', 'روم')],
    ['replaces words', 'توفير الماء', replaces(6, 'الماء', 'الغاز')],
    ['is of another base (rule 7 will say so)', 'توفير', replaces(60, 'الماء', 'الغاز')]
  ])('that %s is left alone', (_, words, operations) => {
    expect(cutLetter(textOf(words), operations)).toBeUndefined()
  })

  it('is never needed to be mended where intake wrote it', () => {
    fc.assert(
      fc.property(text(4), newText(4), (base, wanted) => {
        expect(cutLetter(base, operationsBetween(base, wanted))).toBeUndefined()
      }),
      runs(300)
    )
  })
})
