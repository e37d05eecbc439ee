import * as fc from 'fast-check'
import { runs } from '../../test/runs'
import { sentence } from '../testing/text-arbitraries'
import { plainWords, type Tokenizer, wordsOf } from './words'

const wordsIn = (cut: Tokenizer, words: string) => cut(words).filter(token => token.trim() !== '')

describe.each([
  ['the engine’s words', wordsOf('ar')],
  ['the plain words', plainWords]
])('%s', (_, cut) => {
  it('put together give back what was cut', () => {
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ unit: 'binary' })), words => {
        expect(cut(words).join('')).toBe(words)
      })
    )
  })

  it.each([
    ['tashkeel stays with its letter', 'بِالمَدِينَةِ الترابيّة', ['بِالمَدِينَةِ', 'الترابيّة']],
    ['tatweel does not cut a word', 'المجــــال هنا', ['المجــــال', 'هنا']],
    ['clitics stay whole', 'وبالمدارس فسيكتبونها', ['وبالمدارس', 'فسيكتبونها']],
    ['Arabic punctuation is apart', 'الماء، والطريق؛ لماذا؟', ['الماء', '،', 'والطريق', '؛', 'لماذا', '؟']],
    ['Arabic digits are one number', 'سنة ٢٠٢٥', ['سنة', '٢٠٢٥']],
    ['a joiner that is not seen is inside its word', 'می\u200cخواهیم آب', ['می\u200cخواهیم', 'آب']],
    ['French elisions and hyphens', 'aujourd’hui l’école', ['aujourd’hui', 'l’école']],
    ['mixed directions', 'خط ONCF جديد', ['خط', 'ONCF', 'جديد']],
    ['an emoji of several code points is one', 'حديقة 👨‍👩‍👧 جميلة', ['حديقة', '👨‍👩‍👧', 'جميلة']],
    ['Tifinagh', 'ⵜⴰⵎⴰⵣⵉⵖⵜ ⵏⵖ', ['ⵜⴰⵎⴰⵣⵉⵖⵜ', 'ⵏⵖ']]
  ])('%s', (_title, words, expected) => {
    expect(wordsIn(cut, words)).toEqual(expected)
  })

  it('never cut a mark, a joiner, a skin tone or half a flag from what it belongs to', () => {
    const pieces = fc.constantFrom(
      ...['م', 'ا', 'e', 'ⵜ', '١', '1', '#', '!', '«', '،', ' ', '👍', '👨', '🇲', '❤', 'ـ'],
      ...['\u064e', '\u0651', '\u0301', '\u200d', '\u200c', '\ufe0f', '\u{1f3fd}', '\u20e3']
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), parts => {
        const words = parts.join('')
        const starts = cut(words).slice(1)
        expect(starts.filter(token => /^[\p{M}\u200c\u200d\u{1f3fb}-\u{1f3ff}]/u.test(token))).toEqual([])
      }),
      runs(2000)
    )
  })

  it.each([
    ['a skin tone', 'شكرا 👍🏽 لكم', '👍🏽'],
    ['a flag', 'علم 🇲🇦 هنا', '🇲🇦'],
    ['a family', 'حديقة 👨‍👩‍👧‍👦 هنا', '👨‍👩‍👧‍👦'],
    ['a keycap', 'رقم #️⃣ هنا', '#️⃣'],
    ['a heart in colour', 'مع ❤️ هنا', '❤️']
  ])('%s is one', (_title, words, sign) => {
    expect(wordsIn(cut, words)[1]).toBe(sign)
  })
})
