import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { folded } from './folding'
import { nearDuplicates, sharedPhrases } from './similarity'
import { stems } from './stems'

type Labelled = {
  readonly id: string
  readonly language: string
  readonly same: boolean
  readonly a: string
  readonly b: string
}

const labelledIn = (file: string): ReadonlyArray<Labelled> =>
  readFileSync(join(__dirname, 'fixtures', file), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Labelled)

/** Words, measures and the least likeness were chosen on these pairs. */
const tuning = labelledIn('near-duplicates.jsonl')
/** On these nothing was ever chosen: they say what to expect. */
const heldOut = labelledIn('near-duplicates-held-out.jsonl')

describe('folding for comparison', () => {
  it.each([
    ['المجــال', 'المجال'],
    ['بِالمَدِينَة', 'بالمدينه'],
    ['أحياء إحداث آجال ٱلماء', 'احياء احداث اجال الماء'],
    ['حمایة کبيرة', 'حمايه كبيره'],
    ['٢٠٢٧ ۲۰۲۷', '2027 2027'],
    ['می\u200cخواهیم', 'ميخواهيم'],
    ['Éclairage ŒUVRE', 'eclairage oeuvre']
  ])('reads %s as %s', (words, same) => {
    expect(folded(words)).toBe(same)
  })
})

describe('stems', () => {
  it.each([
    ['مدرسة', 'مدارس'],
    ['التجهيز', 'مجهّزة'],
    ['وبالشوارع', 'شارع'],
    ['école', 'écoles'],
    ['raccordement', 'raccorder'],
    ['subventionnés', 'subvention']
  ])('of %s and %s are one', (a, b) => {
    expect(stems(a)).toEqual(stems(b))
  })

  it('leave out particles and what every demand says', () => {
    expect(stems('نطالب بإحداث مستوصف في المدينة')).toHaveLength(2)
    expect(stems('في من على')).toHaveLength(3)
  })
})

const keyOf = (a: string, b: string): string => [a, b].sort().join('\n')

type Measured = { readonly precision: number; readonly recall: number; readonly count: number }

/** All texts of one language are compared with each other, as submissions are. */
function measured(labelled: ReadonlyArray<Labelled>, language: string): Measured {
  const pairs = labelled.filter(pair => pair.language === language)
  const texts = [...new Set(pairs.flatMap(pair => [pair.a, pair.b]))]
  const found = new Set(
    nearDuplicates(texts.map(words => ({ ref: words, words }))).map(pair => keyOf(pair.first, pair.second))
  )
  const hits = pairs.filter(({ a, b }) => found.has(keyOf(a, b)))
  const right = hits.filter(pair => pair.same).length
  return {
    precision: right / hits.length,
    recall: right / pairs.filter(pair => pair.same).length,
    count: pairs.length
  }
}

describe('near-duplicates', () => {
  it.each([
    ['tuning', 'ar', tuning, 0.8, 0.8],
    ['tuning', 'fr', tuning, 0.8, 0.9],
    ['held-out', 'ar', heldOut, 0.75, 0.7],
    ['held-out', 'fr', heldOut, 0.75, 0.7]
  ] as const)(
    'of the %s pairs in %s are found where people see them',
    (set, language, pairs, fewest, most) => {
      const { precision, recall, count } = measured(pairs, language)
      process.stdout.write(
        `near-duplicates ${set} ${language}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, ${count} pairs\n`
      )
      expect(precision).toBeGreaterThanOrEqual(fewest)
      expect(recall).toBeGreaterThanOrEqual(most)
    }
  )

  it('are measured on pairs that were never tuned on', () => {
    const known = new Set(tuning.flatMap(({ a, b }) => [a, b]))
    expect(heldOut.filter(({ a, b }) => known.has(a) || known.has(b))).toEqual([])
    for (const language of ['ar', 'fr'])
      for (const same of [true, false])
        expect(heldOut.filter(pair => pair.language === language && pair.same === same)).toHaveLength(30)
  })

  it('are explained by the phrases both have, as the first has them', () => {
    expect(
      sharedPhrases(
        'توفير الماء الشروب لجميع الأحياء الهامشية',
        'توفير المــاء لجميع الاحياء الهامشية بالمدينة'
      )
    ).toEqual(['لجميع الأحياء الهامشية', 'توفير الماء'])
  })

  it('are explained by phrases of one block, none running from the title into the words', () => {
    expect(sharedPhrases('شبكة الماء\nتجديد شبكة الماء', 'تجديد شبكة الماء')).toEqual([
      'تجديد شبكة الماء',
      'شبكة الماء'
    ])
  })

  it('that read the same are found, however common their words', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ ref: `P${index + 1}`, words: 'توفير الماء' }))
    const pairs = nearDuplicates(many)
    expect(pairs).toHaveLength(199)
    expect(pairs.every(pair => pair.likeness === 1)).toBe(true)
  })

  it('do not depend on the order in which submissions came, as pairs', () => {
    const some = tuning.slice(0, 20).map(pair => ({ ref: pair.id, words: `${pair.a} ${pair.b}` }))
    const pairsOf = (all: typeof some) =>
      nearDuplicates(all, 0.2)
        .map(({ first, second }) => [first, second].sort().join())
        .sort()
    expect(pairsOf([...some].reverse())).toEqual(pairsOf(some))
  })
})
