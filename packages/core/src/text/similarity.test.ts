import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { folded } from './folding'
import { nearDuplicates, sharedPhrases } from './similarity'

type Labelled = {
  readonly id: string
  readonly language: string
  readonly same: boolean
  readonly a: string
  readonly b: string
}

const labelled: ReadonlyArray<Labelled> = readFileSync(
  join(__dirname, 'fixtures', 'near-duplicates.jsonl'),
  'utf8'
)
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Labelled)

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

const keyOf = (a: string, b: string): string => [a, b].sort().join('\n')

describe('near-duplicates', () => {
  const texts = [...new Set(labelled.flatMap(pair => [pair.a, pair.b]))]
  const found = new Set(
    nearDuplicates(texts.map(words => ({ ref: words, words }))).map(pair => keyOf(pair.first, pair.second))
  )
  const isFound = ({ a, b }: Labelled): boolean => found.has(keyOf(a, b))

  it.each(['ar', 'fr'])(
    'in %s are found where people see them, save free paraphrases, and seldom where one word makes another demand',
    language => {
      const pairs = labelled.filter(pair => pair.language === language)
      const hits = pairs.filter(isFound)
      const right = hits.filter(pair => pair.same).length
      const precision = right / hits.length
      const recall = right / pairs.filter(pair => pair.same).length
      process.stdout.write(
        `near-duplicates ${language}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, ${pairs.length} pairs\n`
      )
      expect(precision).toBeGreaterThanOrEqual(0.85)
      expect(recall).toBeGreaterThanOrEqual(0.85)
    }
  )

  it('are explained by the phrases both have, as the first has them', () => {
    expect(
      sharedPhrases(
        'توفير الماء الشروب لجميع الأحياء الهامشية',
        'توفير المــاء لجميع الاحياء الهامشية بالمدينة'
      )
    ).toEqual(['لجميع الأحياء الهامشية', 'توفير الماء'])
  })

  it('that read the same are found, however common their words', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({ ref: `P${index + 1}`, words: 'توفير الماء' }))
    const pairs = nearDuplicates(many)
    expect(pairs).toHaveLength(199)
    expect(pairs.every(pair => pair.likeness === 1)).toBe(true)
  })

  it('do not depend on the order in which submissions came, as pairs', () => {
    const some = labelled.slice(0, 20).map(pair => ({ ref: pair.id, words: `${pair.a} ${pair.b}` }))
    const pairsOf = (all: typeof some) =>
      nearDuplicates(all, 0.2)
        .map(({ first, second }) => [first, second].sort().join())
        .sort()
    expect(pairsOf([...some].reverse())).toEqual(pairsOf(some))
  })
})
