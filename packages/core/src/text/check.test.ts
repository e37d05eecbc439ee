import * as E from 'fp-ts/lib/Either'
import { applyOperations, withBlockIds } from './apply'
import { checkNewText, checkSize, TEXT_LIMIT, textBytes } from './check'
import { type NewText, type Text } from './text'

const given = (title: string, ...blocks: ReadonlyArray<unknown>): NewText =>
  ({ language: 'ar', title, blocks }) as never
const paragraph = (text: string) => ({ kind: 'paragraph', text })
const why = (text: NewText) => {
  const outcome = checkNewText(text)
  return E.isLeft(outcome) ? outcome.left : undefined
}
const TOKEN = `{p_${'a'.repeat(26)}}`

describe('a text that people give', () => {
  it('is accepted with headings, paragraphs and items', () => {
    const text = given('مطلب', { kind: 'heading', level: 1, text: 'أولا' }, paragraph('الماء'), {
      kind: 'item',
      level: 6,
      text: 'بئر'
    })
    expect(checkNewText(text)).toEqual(E.right(text))
  })

  it.each([
    ['no block', given('مطلب'), { tag: 'TextEmpty' }],
    ['no title', given(' ', paragraph('الماء')), { tag: 'TitleEmpty' }],
    ['a block of spaces', given('مطلب', paragraph('\u00a0')), { tag: 'BlockEmpty', place: 0 }],
    [
      'a space at an edge',
      given('مطلب', paragraph('الماء ')),
      { tag: 'SpacesAtTheEdge', place: 0, words: 'الماء ' }
    ],
    [
      'a line break',
      given('مطلب', paragraph('a\u2028b')),
      { tag: 'LineBreakInBlock', place: 0, words: 'a\u2028b' }
    ],
    [
      'a line break in the title',
      given('a\nb', paragraph('a')),
      { tag: 'LineBreakInBlock', place: 'title', words: 'a\nb' }
    ],
    [
      'level 7',
      given('مطلب', { kind: 'item', level: 7, text: 'a' }),
      { tag: 'LevelOutOfRange', place: 0, level: 7 }
    ],
    [
      'a person token',
      given('مطلب', paragraph(`قال ${TOKEN}`)),
      { tag: 'PersonTokenNotAllowed', place: 0, words: `قال ${TOKEN}` }
    ]
  ])('is refused for %s', (_, text, problem) => {
    expect(why(text)).toEqual(problem)
  })

  it('may be 160 KiB in all its languages together, and not a byte more', () => {
    const fits = given('ab', paragraph('ا'.repeat(TEXT_LIMIT / 2 - 1)))
    expect(textBytes(fits)).toBe(TEXT_LIMIT)
    expect(E.isRight(checkNewText(fits))).toBe(true)
    expect(checkSize([fits, given('a', paragraph('b'))])).toEqual(
      E.left({ tag: 'TextTooLong', bytes: TEXT_LIMIT + 2, limit: TEXT_LIMIT })
    )
  })
})

describe('rule 7: an operation that does not fit its base', () => {
  const base: Text = withBlockIds(given('مطلب', paragraph('توفير الماء'), paragraph('👨‍👩‍👧 إنارة')), 1).text
  const refusal = (...operations: ReadonlyArray<unknown>) => {
    const outcome = applyOperations(base, operations as never, 3)
    return E.isLeft(outcome) ? outcome.left : undefined
  }
  const replace = (block: string, at: number, old: string, wanted: string) => ({
    op: 'replace',
    block,
    at,
    old,
    new: wanted
  })

  it.each([
    [
      'words that are not there',
      replace('b1', 6, 'الغاز', 'النفط'),
      { tag: 'QuotationDoesNotMatch', operation: 0, block: 'b1', at: 6, quoted: 'الغاز', found: 'الماء' }
    ],
    [
      'a position by UTF-16 units',
      replace('b2', 9, 'إنارة', 'ضوء'),
      { tag: 'PositionOutOfRange', operation: 0, block: 'b2', at: 9, length: 11 }
    ],
    ['an unknown block', replace('b9', 0, 'a', 'b'), { tag: 'BlockNotFound', operation: 0, block: 'b9' }],
    ['nothing to change', replace('b1', 6, 'الماء', 'الماء'), { tag: 'ChangesNothing', operation: 0 }],
    [
      'a block left without words',
      replace('b1', 0, 'توفير الماء', ''),
      { tag: 'BlockLeftEmpty', block: 'b1' }
    ],
    [
      'a space left at an edge',
      replace('b1', 6, 'الماء', ''),
      { tag: 'SpacesAtTheEdge', place: 'b1', words: 'توفير ' }
    ],
    [
      'a person token',
      replace('b1', 0, 'توفير', TOKEN),
      { tag: 'PersonTokenNotAllowed', place: 'b1', words: TOKEN }
    ],
    [
      'a line break',
      replace('b1', 0, 'توفير', 'a\nb'),
      { tag: 'LineBreakInBlock', place: 'b1', words: 'a\nb' }
    ],
    [
      'another base',
      { op: 'recast', old: `sha256:${'0'.repeat(64)}`, title: 'a', blocks: [paragraph('b')] },
      expect.objectContaining({ tag: 'QuotationDoesNotMatch', block: 'text' })
    ],
    [
      'another title',
      { op: 'retitle', old: 'نداء', new: 'بيان' },
      { tag: 'QuotationDoesNotMatch', operation: 0, block: 'title', at: 0, quoted: 'نداء', found: 'مطلب' }
    ],
    [
      'blocks that are not neighbours',
      { op: 'join', first: 'b2', second: 'b1', old: ['', ''] },
      { tag: 'BlocksNotNeighbours', operation: 0, first: 'b2', second: 'b1' }
    ],
    [
      'a split before the first word',
      { op: 'split', block: 'b1', at: 0, old: 'توفير الماء' },
      { tag: 'SplitLeavesNothing', operation: 0, block: 'b1', at: 0 }
    ],
    ['an empty insertion', { op: 'insert', after: 'b1', blocks: [] }, { tag: 'ChangesNothing', operation: 0 }]
  ])('is refused: %s', (_, operation, problem) => {
    expect(refusal(operation)).toEqual(problem)
  })

  it('is refused where one amendment contradicts itself', () => {
    const first = replace('b1', 0, 'توفير', 'ضمان')
    const second = replace('b1', 3, 'ير الماء', 'غاز')
    expect(refusal(first, second)).toEqual({ tag: 'OperationsContradict', first, second })
    const move = { op: 'move', block: 'b1', after: 'b2', old: 'توفير الماء' }
    const back = { op: 'move', block: 'b2', after: 'b1', old: '👨‍👩‍👧 إنارة' }
    expect(refusal(move, back)).toEqual({ tag: 'MovesInACircle', blocks: ['b1', 'b2'] })
  })

  it('is refused where nothing of the text would be left', () => {
    const gone = base.blocks.map(block => ({ op: 'delete', block: block.id, old: block.text }))
    expect(refusal(...gone)).toEqual({ tag: 'TextEmpty' })
  })
})
