/** The yardsticks of the text engine (docs/explanation/text-engine.md): merge, differences, near-duplicates, provenance. */
import { diffArrays } from 'diff'
import * as E from 'fp-ts/lib/Either'
import { applyOperations } from '../src/text/apply'
import { type Amendment } from '../src/text/collision'
import { differences } from '../src/text/edit-script'
import { mergeAmendments } from '../src/text/merge'
import { provenance } from '../src/text/provenance'
import { showAsHtml } from '../src/text/show-change'
import { nearDuplicates } from '../src/text/similarity'
import { type Text } from '../src/text/text'
import { wordDiff } from '../src/text/text-diff'
import { wordsOf } from '../src/text/words'
import { amendmentsOn, numbersFrom, sentenceOf, textOf } from './made-texts'
import { conclude, medians, note } from './measure'

/** Merges all, and shows what each alone and all together change. */
const mergeAndShow = (base: Text, amendments: ReadonlyArray<Amendment>): string => {
  const merged = mergeAmendments(base, amendments, [], 10000)
  if (E.isLeft(merged)) throw new Error(JSON.stringify(merged.left))
  const alone = amendments.map(({ operations }) => {
    const made = applyOperations(base, operations, 10000)
    return E.isRight(made) ? showAsHtml(wordDiff(base, made.right.text)) : ''
  })
  return [...alone, showAsHtml(wordDiff(base, merged.right.text))].join('')
}

function merging(): void {
  const base = textOf(200)
  const long = textOf(800)
  const some = amendmentsOn(base, 60)
  const many = amendmentsOn(base, 240)
  const onLong = amendmentsOn(long, 60)
  const [one = 0, four = 0, fourLong = 0, mergeOne = 0, mergeFour = 0] = medians([
    () => mergeAndShow(base, some),
    () => mergeAndShow(base, many),
    () => mergeAndShow(long, onLong),
    () => mergeAmendments(base, some, [], 10000),
    () => mergeAmendments(base, many, [], 10000)
  ])
  note('merge 60 on 200 blocks, all shown, of 0.5 s', one / 500, 1, 0.3, `${one.toFixed(0)} ms`)
  note('the same, 60 to 240 amendments', four / one, 5.5, 4.5, `${four.toFixed(0)} ms`)
  note('the same, 200 to 800 blocks', fourLong / one, 5.5, 4.5, `${fourLong.toFixed(0)} ms`)
  note(
    'merge alone, 60 to 240',
    mergeFour / mergeOne,
    8,
    5,
    `${mergeOne.toFixed(1)} → ${mergeFour.toFixed(1)} ms`
  )
}

function wordDiffs(): void {
  const number = numbersFrom(3)
  const a = wordsOf('ar')(sentenceOf(number, 2000, 400))
  const b = a.map(word => (number(20) === 0 ? `${word}ة` : word)).filter(() => number(40) > 0)
  const ours = differences(a, b).reduce((sum, one) => sum + one.aTo - one.aFrom + one.bTo - one.bFrom, 0)
  const theirs = diffArrays([...a], [...b]).reduce(
    (sum, part) => sum + (part.added || part.removed ? part.count : 0),
    0
  )
  const [mine = 0, its = 0] = medians([() => differences(a, b), () => diffArrays([...a], [...b])])
  note(
    'word diff against jsdiff on the same tokens',
    mine / its,
    3,
    1,
    `${mine.toFixed(1)} against ${its.toFixed(1)} ms`
  )
  note('its size against the shortest', ours / theirs, 1.05, 1, `${ours} against ${theirs} tokens`)
}

function duplicates(): void {
  const number = numbersFrom(5)
  const texts = Array.from({ length: 5000 }, () => sentenceOf(number, 60, 4000))
  const submissions = texts.map((words, index) => ({
    ref: `P${index + 1}`,
    words: index % 50 === 49 ? `${texts[index - 20] ?? ''} ${sentenceOf(number, 4)}` : words
  }))
  const before = process.memoryUsage().rss
  let peak = before
  const [all = 0, quarter = 0] = medians(
    [
      () => {
        const found = nearDuplicates(submissions)
        peak = Math.max(peak, process.memoryUsage().rss)
        const planted = found.filter(
          pair => Number(pair.second.slice(1)) - Number(pair.first.slice(1)) === 20
        )
        if (planted.length < 100) throw new Error(`only ${planted.length} of 100 planted pairs found`)
      },
      () => nearDuplicates(submissions.slice(0, 1250))
    ],
    5
  )
  const megabytes = (peak - before) / 1e6
  note('near-duplicates among 5,000, of 5 s', all / 5000, 1, 0.3, `${all.toFixed(0)} ms`)
  note('the same, of 200 MB', megabytes / 200, 1, 0.5, `${megabytes.toFixed(0)} MB more`)
  note('the same, 1,250 to 5,000', all / quarter, 8, 5, `${quarter.toFixed(0)} ms for 1,250`)
}

function origins(): void {
  const clauses = Array.from({ length: 500 }, (_, index) => {
    const base = textOf(4 + (index % 3), 20)
    const texts = [base]
    for (const { operations } of amendmentsOn(base, 3)) {
      const made = applyOperations(base, operations, 100)
      if (E.isRight(made)) texts.push(made.right.text)
    }
    return texts.map((text, at) => ({ revision: at + 1, text, source: `P${index + 1}-A${at}` }))
  })
  const [time = 0] = medians([() => clauses.map(provenance)], 5)
  note('provenance of 500 clauses, of 1 s', time / 1000, 1, 0.3, `${time.toFixed(0)} ms from nothing`)
}

merging()
wordDiffs()
duplicates()
origins()
conclude()
