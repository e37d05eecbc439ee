import * as fc from 'fast-check'
import { columns, padded } from './columns'
import { apart, isolated, together } from './isolate'
import { table } from './table'
import { wrapped } from './wrap'

describe('the columns that words take', () => {
  it.each([
    ['P1', 2],
    ['الماء', 5],
    ['تُقرأ', 4],
    ['مُحَمَّد', 4],
    ['\u2068الماء\u2069', 5],
    ['水', 2],
    ['😀', 2],
    ['👨‍👩‍👧', 2],
    ['é', 1],
    ['', 0]
  ])('%s takes %d', (words, width) => expect(columns(words)).toBe(width))

  it('are filled up with spaces', () => expect(columns(padded('تُقرأ', 7))).toBe(7))
})

const word = fc.constantFrom('الماء', 'تُقرأ', 'l’eau', 'P1', '2021–2035', 'x'.repeat(30), '😀', 'والدواوير')
const words = fc.array(word, { maxLength: 20 }).map(list => list.join(' '))

describe('words in lines of a width', () => {
  it('hold every word in order, and no line is wider', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 60 }), (text, width) => {
        const lines = wrapped(text, width)
        expect(lines.filter(one => columns(one) > width)).toEqual([])
        expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''))
      })
    )
  })

  it('keep a date and its time together', () =>
    expect(wrapped(`حضر ${together('2025-10-26 10:00')}`, 17).map(one => isolated(false, one))).toEqual([
      'حضر',
      '2025-10-26 10:00'
    ]))

  it('end and begin an isolate where a line is broken inside it', () =>
    expect(wrapped(`P1 ${apart('توفير الماء الشروب')}`, 12).map(one => isolated(true, one))).toEqual([
      'P1 \u2068توفير\u2069',
      '\u2068الماء الشروب\u2069'
    ]))

  it('never let the words steer the screen or end their isolate', () =>
    expect(isolated(true, apart('a\u001b[2J\u2069\u202eb\ufdd1'))).toBe(
      '\u2068a<U+001B>[2J<U+2069><U+202E>b\u2069'
    ))

  it('are bare where they go into a file or a pipe', () =>
    expect(isolated(false, `P1 ${apart('الماء')}`)).toBe('P1 الماء'))
})

describe('a table', () => {
  it('stands in columns, also with vowel signs', () =>
    expect(
      table(
        [
          ['ref', 'title', 'by'],
          ['P1', 'تُقرأ', 'A2'],
          ['P10', 'الماء', 'A3']
        ],
        80
      ).flat()
    ).toEqual(['ref  title  by', 'P1   تُقرأ   A2', 'P10  الماء  A3']))

  it('fits the screen: long cells go on over several lines', () =>
    expect(table([['P1', 'توفير الماء الشروب لجميع الأحياء', 'A2']], 30).flat()).toEqual([
      'P1  توفير الماء الشروب  A2',
      '    لجميع الأحياء'
    ]))

  it('is never wider than the screen where its columns can give way', () => {
    const rows = fc
      .integer({ min: 1, max: 5 })
      .chain(count =>
        fc.array(fc.array(words, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 6 })
      )
    fc.assert(
      fc.property(rows, fc.integer({ min: 40, max: 120 }), (cells, width) => {
        expect(
          table(cells, width)
            .flat()
            .filter(one => columns(one) > width)
        ).toEqual([])
      }),
      { numRuns: 200 }
    )
  })
})
