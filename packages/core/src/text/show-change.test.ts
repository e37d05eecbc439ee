import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { runs } from '../../test/runs'
import { operationsOn, text } from '../testing/text-arbitraries'
import { applyOperations, withBlockIds } from './apply'
import { showAsHtml, showAsMarkdown, showInTerminal } from './show-change'
import { NewText, type Text } from './text'
import { type BlockChange, type TextChange, wordDiff } from './text-diff'

const textOf = (blocks: ReadonlyArray<Record<string, unknown>>, title = 'توفير الماء'): Text => {
  const decoded = NewText.decode({ language: 'ar', title, blocks })
  if (E.isLeft(decoded)) throw new Error('not a text')
  return withBlockIds(decoded.right, 1).text
}

const before = textOf([
  { kind: 'paragraph', text: 'توفير الماء لجميع الأحياء' },
  { kind: 'item', level: 1, text: 'إنارة <الطريق> & المسجد' }
])
const after: Text = {
  ...before,
  blocks: before.blocks.map((block, index) =>
    index === 0 ? { ...block, text: 'توفير الماء الشروب لجميع الأحياء' as typeof block.text } : block
  )
}

const oneBlock = (words: string): Text => textOf([{ kind: 'paragraph', text: words }])

/** Words that look like markup, in Arabic, French and signs. */
const pairOfWords = fc.tuple(words(), words())
function words(): fc.Arbitrary<string> {
  const token = fc.constantFrom(
    ...[
      'الماء',
      'الأحياء',
      'l’eau',
      '<b>',
      '</ins>',
      '&amp;',
      '"',
      "'",
      '*',
      '_x_',
      '`',
      '#',
      '- ',
      '1.',
      '2)'
    ],
    ...[
      '+',
      '=',
      '[a](b)',
      '![',
      '|',
      '~~',
      '\\',
      '{p}',
      'www.a',
      'http://a',
      'a@b',
      '–',
      '،',
      '«',
      '\u064e',
      '😀'
    ]
  )
  return fc
    .array(token, { minLength: 1, maxLength: 12 })
    .map(tokens => tokens.join(' ').trim())
    .filter(text => text !== '')
}

const ownTag = /^<\/?(h1|p|ins|del)( lang="ar" dir="rtl"( class="paragraph \w+" data-block="b\d+")?)?>$/

const withoutElement = (html: string, element: 'ins' | 'del'): string =>
  html.replace(new RegExp(`<${element}>.*?</${element}>`, 'g'), '')

const unescapedHtml = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

const unescapedMarkdown = (markdown: string): string =>
  unescapedHtml(markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1'))

/** What is left of a comparison when only one side's words are read. */
const reads = (
  change: TextChange,
  gone: 'deleted' | 'inserted',
  hidden: ReadonlyArray<BlockChange['tag']>
): string =>
  change.blocks
    .filter(block => !hidden.includes(block.tag))
    .map(block =>
      block.runs
        .filter(run => run.tag !== gone)
        .map(run => run.words)
        .join('')
    )
    .join('\n')

describe('the word difference of two revisions', () => {
  it('marks the words that came, and nothing else', () => {
    expect(wordDiff(before, after).blocks[0]).toMatchObject({
      tag: 'changed',
      id: 'b1',
      runs: [
        { tag: 'same', words: 'توفير الماء ' },
        { tag: 'inserted', words: 'الشروب ' },
        { tag: 'same', words: 'لجميع الأحياء' }
      ]
    })
  })

  it('holds every word of both revisions, in the order of each', () => {
    const revisions = text(6).chain(base =>
      operationsOn(base, 5).map(operations => ({ base, next: applyOperations(base, operations, 100) }))
    )
    fc.assert(
      fc.property(revisions, ({ base, next }) => {
        if (E.isLeft(next)) return
        const change = wordDiff(base, next.right.text)
        expect(reads(change, 'deleted', ['deleted', 'movedAway'])).toBe(
          next.right.text.blocks.map(block => block.text).join('\n')
        )
        const words = reads(change, 'inserted', ['inserted', 'moved'])
        expect(words).toBe(base.blocks.map(block => block.text).join('\n'))
      }),
      runs(400)
    )
  })

  it('shows a split as a border that came, also where a word changed in the same step', () => {
    const split = applyOperations(
      before,
      [
        { op: 'split', block: 'b1', at: 12, old: 'توفير الماء لجميع الأحياء' },
        { op: 'replace', block: 'b1', at: 18, old: 'الأحياء', new: 'الدواوير' }
      ] as never,
      3
    )
    if (E.isLeft(split)) throw new Error(JSON.stringify(split.left))
    const [first] = wordDiff(before, split.right.text).blocks
    expect(first?.others).toEqual(['b3'])
    expect(first?.runs).toEqual([
      { tag: 'same', words: 'توفير الماء' },
      { tag: 'deleted', words: ' ' },
      { tag: 'inserted', words: '\n' },
      { tag: 'same', words: 'لجميع ' },
      { tag: 'deleted', words: 'الأحياء' },
      { tag: 'inserted', words: 'الدواوير' }
    ])
  })
})

describe('a change shown', () => {
  it('in a right-to-left terminal keeps its signs beside the words they mark', () => {
    const lines = showInTerminal(wordDiff(before, after), { colour: false }).split('\n')
    expect(lines[1]).toBe('\u200f~ توفير الماء \u2068{+الشروب +}\u2069لجميع الأحياء')
    expect(lines[2]).toBe('\u200f    • إنارة <الطريق> & المسجد')
  })

  it('in a terminal with colours says the same in red and green', () => {
    expect(showInTerminal(wordDiff(before, after), { colour: true })).toContain(
      '\u001b[32m{+الشروب +}\u001b[39m'
    )
  })

  it('in a terminal never lets the words steer it', () => {
    const evil = textOf([{ kind: 'paragraph', text: 'a\u001b[2Jb\u202ec' }])
    expect(showInTerminal(wordDiff(evil, evil), { colour: false })).toContain('a<U+001B>[2Jb<U+202E>c')
  })

  it('as HTML is escaped, with ins and del, in the direction of its language', () => {
    const html = showAsHtml(wordDiff(before, after))
    expect(html).toContain(
      '<p lang="ar" dir="rtl" class="paragraph changed" data-block="b1">توفير الماء <ins>الشروب </ins>'
    )
    expect(html).toContain('إنارة &lt;الطريق&gt; &amp; المسجد')
  })

  it('as Markdown lets no word act as markup', () => {
    const marked = textOf([{ kind: 'paragraph', text: '1. *a* [b](c) <i> # d' }])
    expect(showAsMarkdown(wordDiff(marked, marked))).toContain('1\\. \\*a\\* \\[b\\](c) &lt;i&gt; \\# d')
    const linked = textOf([{ kind: 'paragraph', text: 'مثال: www.a.ma https://b.ma c@d.ma' }])
    expect(showAsMarkdown(wordDiff(linked, linked))).toContain('مثال: www\\.a.ma https\\://b.ma c\\@d.ma')
  })

  it('as Markdown never makes an item code, however deep it stands', () => {
    const deep = textOf([
      { kind: 'item', level: 5, text: 'أول' },
      { kind: 'item', level: 6, text: 'ثان' },
      { kind: 'paragraph', text: 'فقرة' },
      { kind: 'item', level: 2, text: 'ثالث' }
    ])
    expect(showAsMarkdown(wordDiff(deep, deep))).toContain('- أول\n\n  - ثان\n\nفقرة\n\n- ثالث')
  })

  it('marks a block that moved where it was and where it is, and what changed in it', () => {
    const three = (...blocks: ReadonlyArray<readonly [number, string]>): Text => ({
      ...before,
      blocks: blocks.map(([id, text]) => ({ id: `b${id}`, kind: 'paragraph', text }) as never)
    })
    const change = wordDiff(
      three([1, 'توفير الماء لجميع الأحياء'], [2, 'إنارة الطريق'], [3, 'إصلاح السوق']),
      three([2, 'إنارة الطريق'], [3, 'إصلاح السوق'], [1, 'توفير الماء الشروب لجميع الأحياء'])
    )
    const html = showAsHtml(change)
    expect(html).toContain(
      'movedAway" data-block="b1"><del class="moved-away">توفير الماء لجميع الأحياء</del>'
    )
    expect(html).toContain(
      'moved" data-block="b1"><ins class="moved">توفير الماء </ins><ins>الشروب </ins><ins class="moved">لجميع الأحياء</ins>'
    )
    expect(showAsMarkdown(change)).toContain('<del class="moved-away">توفير الماء لجميع الأحياء</del>')
    expect(showInTerminal(change, { colour: false })).toMatch(/^\u200f> .*\{\+الشروب/m)
  })

  it('as HTML and Markdown shows by its number what would turn the direction of the words', () => {
    const turned = textOf([{ kind: 'paragraph', text: 'a\u202eb\u2067c\u0007' }])
    for (const shown of [showAsHtml, showAsMarkdown].map(show => show(wordDiff(turned, turned))))
      expect(shown).toContain('a&lt;U+202E&gt;b&lt;U+2067&gt;c&lt;U+0007&gt;')
  })

  it('as HTML holds no tag and no entity but its own, and all the words', () => {
    fc.assert(
      fc.property(pairOfWords, ([old, now]) => {
        const change = wordDiff(oneBlock(old), oneBlock(now))
        const html = showAsHtml(change)
        expect(html.match(/<[^>]*>/g)?.filter(tag => !ownTag.test(tag))).toEqual([])
        expect(html.match(/&(?!(amp|lt|gt|quot|#39);)/g)).toBeNull()
        const block = html.split('\n').slice(1).join('\n')
        expect(unescapedHtml(withoutElement(block, 'del'))).toBe(now)
        expect(unescapedHtml(withoutElement(block, 'ins'))).toBe(old)
      })
    )
  })

  it('as Markdown holds no mark of the words that is not escaped, and all the words', () => {
    fc.assert(
      fc.property(pairOfWords, ([old, now]) => {
        const [, ...lines] = showAsMarkdown(wordDiff(oneBlock(old), oneBlock(now))).split('\n\n')
        const block = lines.join('\n\n')
        const bare = block.replace(/<\/?(ins|del)>/g, '').replace(/&(amp|lt|gt);/g, '')
        expect(bare.replace(/\\[!-/:-@[-`{-~]/g, '·')).not.toMatch(/[\\`*_{}[\]#|~<>&]|^\s*([-+=]|\d+[.)])/)
        expect(unescapedMarkdown(withoutElement(block, 'del'))).toBe(now)
        expect(unescapedMarkdown(withoutElement(block, 'ins'))).toBe(old)
      })
    )
  })
})

describe('Signs of a text’s own in a terminal', () => {
  const shown = (was: string, is: string) =>
    showInTerminal(wordDiff(oneBlock(was), oneBlock(is)), { colour: false }).replace(
      /[\u2066-\u2069\u200f]/g,
      ''
    )

  it('do not pass for a change', () => {
    expect(shown('ماء [-قديم-] {+جديد+}', 'ماء [-قديم-] {+جديد+}')).toContain('\\[-قديم\\-] \\{+جديد\\+}')
  })

  it('leave the marks of a real change as they are, also behind a backslash', () => {
    expect(shown('ماء قديم', 'ماء جديد')).toContain('[-قديم-]{+جديد+}')
    expect(shown('ماء \\ قديم', 'ماء \\ جديد')).toContain('\\\\ [-قديم-]{+جديد+}')
  })
})
