/**
 * Near-duplicates among submissions, suggested to those who gather them; nobody is merged by a number. Candidates come
 * from an index of rare traits, so the work grows with the number of texts and not with its square.
 */
import { eachCommon, type Features, featuresOf } from './features'
import { rareTraits } from './rare-traits'
import { isTelling, stemOf } from './stems'
import { plainWords } from './words'

/** A submission's words in one language, under its reference. */
export type Comparable = { readonly ref: string; readonly words: string }

/**
 * Two submissions that say nearly the same. `likeness`, `words` and `letters` are from 0 to 1: the whole, the share of
 * telling words (rare ones count more), the share of three-letter runs. `shared`: the longest runs of words that
 * both have, as the first has them.
 */
export type NearDuplicate = {
  readonly first: string
  readonly second: string
  readonly likeness: number
  readonly words: number
  readonly letters: number
  readonly shared: ReadonlyArray<string>
}

/** From this likeness on two submissions are shown to those who gather them (measured: docs/explanation/text-engine.md). */
const NEAR = 0.4

/** At most so many candidates of one submission are looked at closely, the likeliest first. */
const CLOSE_LOOKS = 40

/** All pairs at least as alike as `least`, the most alike first. Texts that read the same are each paired with the first. */
export const nearDuplicates = (
  submissions: ReadonlyArray<Comparable>,
  least = NEAR
): ReadonlyArray<NearDuplicate> => {
  const weighed = weighedAll(submissions.map(({ words }) => featuresOf(words)))
  const found: NearDuplicate[] = []
  const judge = (a: number, b: number): void => {
    const [first, second, one, other] = [submissions[a], submissions[b], weighed[a], weighed[b]]
    if (first === undefined || second === undefined || one === undefined || other === undefined) return
    const likeness = likenessOf(one, other, least)
    if (likeness.likeness >= least) found.push(explained(first, second, likeness))
  }
  const distinct = onePerReading(weighed, judge)
  rareTraits(
    distinct.map(index => weighed[index]?.traits ?? new Uint32Array(0)),
    CLOSE_LOOKS,
    (a, b) => {
      judge(distinct[a] ?? 0, distinct[b] ?? 0)
    }
  )
  return found.sort((a, b) => b.likeness - a.likeness || order(a.first, b.first) || order(a.second, b.second))
}

const order = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)

function onePerReading(
  features: ReadonlyArray<Features>,
  same: (first: number, other: number) => void
): ReadonlyArray<number> {
  const firsts = new Map<string, number>()
  for (const [index, { key }] of features.entries()) {
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, index)
    else same(first, index)
  }
  return [...firsts.values()]
}

/** `weights`: of each stem, squared; `size`: the length of the whole. */
type Weighed = Features & { readonly weights: Float64Array; readonly size: number }

/** A word that few submissions have says more than one that all have. */
function weighedAll(features: ReadonlyArray<Features>): ReadonlyArray<Weighed> {
  const holders = new Map<number, number>()
  for (const { stems } of features) for (const stem of stems) holders.set(stem, (holders.get(stem) ?? 0) + 1)
  return features.map(one => {
    const weights = Float64Array.from(
      one.stems,
      stem => Math.log(1 + features.length / (holders.get(stem) ?? 1)) ** 2
    )
    return { ...one, weights, size: Math.sqrt(weights.reduce((sum, weight) => sum + weight, 0)) }
  })
}

type Likeness = Pick<NearDuplicate, 'likeness' | 'words' | 'letters'>

/** Texts with less than half of what is wanted in telling words are not alike, whatever their letters. */
function likenessOf(a: Weighed, b: Weighed, least: number): Likeness {
  if (a.key === '' || b.key === '') return { likeness: 0, words: 0, letters: 0 }
  if (a.key === b.key) return { likeness: 1, words: 1, letters: 1 }
  const words = wordLikeness(a, b)
  if (words < least / 2) return { likeness: 0, words, letters: 0 }
  const letters = letterLikeness(a.trigrams, b.trigrams)
  return { likeness: (words + letters) / 2, words, letters }
}

/** Cosine of the two sets of stems, weighed. */
function wordLikeness(a: Weighed, b: Weighed): number {
  let common = 0
  eachCommon(a.stems, b.stems, index => {
    common += a.weights[index] ?? 0
  })
  return common === 0 ? 0 : common / (a.size * b.size)
}

/** Dice's coefficient of the two sets of three-letter runs. */
function letterLikeness(a: Uint32Array, b: Uint32Array): number {
  let common = 0
  eachCommon(a, b, () => {
    common++
  })
  return (2 * common) / Math.max(1, a.length + b.length)
}

const EXPLANATIONS = 5

const explained = (first: Comparable, second: Comparable, likeness: Likeness): NearDuplicate => ({
  first: first.ref,
  second: second.ref,
  ...likeness,
  shared: sharedPhrases(first.words, second.words)
})

/** The longest runs of words of a line of the first that the second has too, in whatever form and order; each with a telling word. */
export const sharedPhrases = (first: string, second: string): ReadonlyArray<string> => {
  const theirs = new Set(wordsIn(second).map(stemOf))
  const phrases: string[][] = []
  for (const line of first.split('\n')) {
    phrases.push([])
    for (const word of wordsIn(line))
      if (theirs.has(stemOf(word))) phrases[phrases.length - 1]?.push(word)
      else phrases.push([])
  }
  return [...new Set(phrases.filter(phrase => phrase.some(isTelling)).map(phrase => phrase.join(' ')))]
    .sort((x, y) => y.length - x.length)
    .slice(0, EXPLANATIONS)
}

/** Words without spaces and punctuation, as written. */
const wordsIn = (text: string): ReadonlyArray<string> =>
  plainWords(text).filter(token => /[\p{L}\p{N}]/u.test(token))
