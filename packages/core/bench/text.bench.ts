/** The yardsticks of the text engine (docs/explanation/text-engine.md): merge, differences, near-duplicates, provenance. */
import { diffArrays } from 'diff'
import * as E from 'fp-ts/lib/Either'
import { applyOperations } from '../src/text/apply'
import { type Amendment, type Collision, collisionHash } from '../src/text/collision'
import { differences } from '../src/text/edit-script'
import { mergeAmendments, type Merged } from '../src/text/merge'
import { provenance } from '../src/text/provenance'
import { type Resolution } from '../src/text/resolution'
import { showAsHtml } from '../src/text/show-change'
import { nearDuplicates } from '../src/text/similarity'
import { type Text } from '../src/text/text'
import { wordDiff } from '../src/text/text-diff'
import { wordsOf } from '../src/text/words'
import { alikeOn, amendmentsOn, apartOn, numbersFrom, rewritesOf, sentenceOf, textOf } from './made-texts'
import { checked, conclude, medians, note } from './measure'

/** Merges all, and shows what each alone and all together change. */
const mergeAndShow = (base: Text, amendments: ReadonlyArray<Amendment>): string => {
  const all = merged(base, amendments)
  const alone = amendments.map(({ operations }) => {
    const made = applyOperations(base, operations, 10000)
    return E.isRight(made) ? showAsHtml(wordDiff(base, made.right.text)) : ''
  })
  return [...alone, showAsHtml(wordDiff(base, all.text))].join('')
}

const merged = (
  base: Text,
  amendments: ReadonlyArray<Amendment>,
  resolutions: ReadonlyArray<Resolution> = []
): Merged => {
  const made = mergeAmendments(base, amendments, resolutions, 10000)
  if (E.isLeft(made)) throw new Error(JSON.stringify(made.left))
  return made.right
}

/** How much longer four times as much takes. */
const growth = (name: string, one: () => unknown, four: () => unknown, detail = ''): void => {
  const [few = 0, many = 0] = medians([one, four])
  note(name, many / few, 5.5, 4.5, `${few.toFixed(1)} → ${many.toFixed(1)} ms${detail}`)
}

function merging(): void {
  const base = textOf(200)
  const long = textOf(800)
  const some = amendmentsOn(base, 60)
  const many = amendmentsOn(base, 240)
  const onLong = amendmentsOn(long, 60)
  checked('merge', same(merged(base, some), merged(base, [...some].reverse())))
  const [one = 0] = medians([() => mergeAndShow(base, some)])
  note('merge 60 on 200 blocks and show all, of 0.5 s', one / 500, 1, 0.3, `${one.toFixed(0)} ms`)
  growth(
    '  60 → 240 amendments',
    () => mergeAndShow(base, some),
    () => mergeAndShow(base, many)
  )
  growth(
    '  200 → 800 blocks',
    () => mergeAndShow(base, some),
    () => mergeAndShow(long, onLong)
  )
}

const same = (a: Merged, b: Merged): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Merging without showing: the register of collisions grows with the pairs that collide, so it is counted too. */
function mergingAlone(): void {
  const [base, long] = [textOf(200), textOf(800)]
  const [few, many] = [apartOn(long, 240), apartOn(long, 960)]
  checked('none collides', merged(long, many).collisions.length === 0)
  growth(
    'merge alone, 240 → 960 amendments that do not collide',
    () => merged(long, few),
    () => merged(long, many)
  )
  const [some, four] = [amendmentsOn(base, 60), amendmentsOn(long, 240)]
  const count = [merged(base, some), merged(long, four)].map(({ collisions }) => collisions.length)
  growth(
    'merge alone, 60 on 200 → 240 on 800 blocks',
    () => merged(base, some),
    () => merged(long, four),
    `, ${count.join(' → ')} collisions`
  )
  const [two, twoLong] = [rewritesOf(base), rewritesOf(long)]
  growth(
    'two rewrites that collide in every block, 200 → 800',
    () => merged(base, two),
    () => merged(long, twoLong)
  )
  const took = (text: Text, amendments: ReadonlyArray<Amendment>) =>
    merged(text, amendments).collisions.map(takeFirst)
  const [settled, settledLong] = [took(base, two), took(long, twoLong)]
  checked('all settled', merged(long, twoLong, settledLong).collisions.length === 0)
  growth(
    '  and all of them settled',
    () => merged(base, two, settled),
    () => merged(long, twoLong, settledLong),
    `, ${settled.length} → ${settledLong.length} resolutions`
  )
  growth(
    '60 → 240 associations that ask for the same',
    () => merged(base, alikeOn(base, 60)),
    () => merged(base, alikeOn(base, 240))
  )
}

const takeFirst = (collision: Collision): Resolution => ({
  take: 'one',
  of: collisionHash(collision),
  between: [collision.first.ref, collision.second.ref],
  ref: collision.first.ref
})

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
  note('  its size against the shortest', ours / theirs, 1.05, 1, `${ours} against ${theirs} tokens`)
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
  note('  memory, of 200 MB', megabytes / 200, 1, 0.5, `${megabytes.toFixed(0)} MB more`)
  note('  1,250 → 5,000 texts (16 were quadratic)', all / quarter, 8, 5, `${quarter.toFixed(0)} ms for 1,250`)
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
mergingAlone()
wordDiffs()
duplicates()
origins()
conclude()
