/** Texts and amendments for properties: Arabic, French and mixed words, with all that is hard about them. */
import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either'
import { type Count, type Language } from '../kernel/primitives'
import { applyOperations, withBlockIds } from '../text/apply'
import { pointsOf, sliceOf, trimmed } from '../text/code-points'
import { type Operation } from '../text/operation'
import { type Block, type NewBlock, type NewText, type Text } from '../text/text'
import { textHash } from '../text/text-hash'

const ARABIC = [
  'ماء',
  'الماء',
  'والطريق',
  'بِالمَدِينَة',
  'المجــال',
  'الخميسات،',
  'تأهيلُ',
  'إنارة',
  '٢٠٢٥',
  '20',
  'لا؟',
  'می\u200cخواهیم',
  '«أرضية»'
] as const
const FRENCH = [
  'eau',
  'l’école',
  'aujourd’hui,',
  'Khémisset',
  'à',
  'œuvre',
  '12,5 %',
  'c’est-à-dire',
  'né·e·s'
] as const
const MIXED = ['👨‍👩‍👧', 'ONCF', '🇲🇦', 'ⵜⴰⵎⴰⵣⵉⵖⵜ', '2030.', '𐤀𐤁', 'A-1'] as const

const word = fc.oneof(fc.constantFrom(...ARABIC), fc.constantFrom(...FRENCH), fc.constantFrom(...MIXED))

/** One to nine words, apart by a space: fit to be a block. */
export const sentence: fc.Arbitrary<string> = fc
  .array(word, { minLength: 1, maxLength: 9 })
  .map(words => words.join(' '))

const block: fc.Arbitrary<NewBlock> = fc
  .record({
    kind: fc.constantFrom('heading', 'paragraph', 'item'),
    level: fc.integer({ min: 1, max: 6 }),
    text: sentence
  })
  .map(({ kind, level, text }) => (kind === 'paragraph' ? { kind, text } : { kind, level, text }) as NewBlock)

/** A text as people give it, of one to `most` blocks. */
export const newText = (most = 6): fc.Arbitrary<NewText> =>
  fc
    .record({ title: sentence, blocks: fc.array(block, { minLength: 1, maxLength: most }) })
    .map(text => ({ language: 'ar' as Language, ...text }))

/** A text with ids, from `b1` on. */
export const text = (most = 6): fc.Arbitrary<Text> => newText(most).map(given => withBlockIds(given, 1).text)

type Pick = {
  readonly op: number
  readonly block: number
  readonly from: number
  readonly length: number
  readonly after: number
  readonly words: string
}

const pick: fc.Arbitrary<Pick> = fc.record({
  op: fc.nat(31),
  block: fc.nat(40),
  from: fc.nat(40),
  length: fc.nat(12),
  after: fc.nat(40),
  words: fc.oneof(
    sentence,
    fc.constant(''),
    sentence.map(words => ` ${words} `)
  )
})

/** Operations of one amendment that fit the base and do not contradict each other; perhaps none. */
export const operationsOn = (base: Text, most = 4): fc.Arbitrary<ReadonlyArray<Operation>> =>
  fc.array(pick, { minLength: 1, maxLength: most }).map(picks => picks.reduce(grown(base), []))

/** Short and weighed so that on a short text every kind of collision comes about. */
const crowdedPick: fc.Arbitrary<Pick> = fc.record({
  op: fc.constantFrom(0, 0, 0, 0, 14, 14, 18, 21, 21, 21, 25, 25, 28, 28, 30, 31),
  block: fc.nat(2),
  from: fc.nat(14),
  length: fc.nat(6),
  after: fc.nat(3),
  words: fc.oneof(
    word,
    word.map(words => ` ${words} `)
  )
})

type Sides = { readonly base: Text; readonly sides: ReadonlyArray<ReadonlyArray<Operation>> }

/** A text of three blocks, and operations of so many amendments that get in each other's way. */
export const crowd = (sides: number, most = 2): fc.Arbitrary<Sides> =>
  fc.array(block, { minLength: 3, maxLength: 3 }).chain(blocks => {
    const base = withBlockIds({ language: 'ar' as Language, title: 'مطلب', blocks }, 1).text
    const side = fc
      .array(crowdedPick, { minLength: 1, maxLength: most })
      .map(picks => picks.reduce<ReadonlyArray<Operation>>(grown(base), []))
    return fc.array(side, { minLength: sides, maxLength: sides }).map(all => ({ base, sides: all }))
  })

const grown =
  (base: Text) =>
  (operations: ReadonlyArray<Operation>, one: Pick): ReadonlyArray<Operation> => {
    const wanted = made(base, one)
    if (wanted === undefined) return operations
    const all = [...operations, wanted]
    return E.isRight(applyOperations(base, all, 1000)) ? all : operations
  }

function made(base: Text, one: Pick): Operation | undefined {
  const block = base.blocks[one.block % base.blocks.length]
  if (block === undefined) return undefined
  const at = one.after % (base.blocks.length + 1)
  const after = at === 0 ? 'start' : (base.blocks[at - 1]?.id ?? 'start')
  if (one.op < 14) return replacement(block, one)
  if (one.op < 18) return { op: 'insert', after, blocks: [paragraph(one.words)] }
  if (one.op < 21) return { op: 'delete', block: block.id, old: block.text }
  if (one.op < 25) return { op: 'move', block: block.id, after, old: block.text }
  if (one.op < 28) return { op: 'split', block: block.id, at: one.from as Count, old: block.text }
  if (one.op < 30) return joining(base, block)
  if (one.op === 30) return { op: 'retitle', old: base.title, new: trimmed(one.words) }
  return {
    op: 'recast',
    old: textHash(base),
    title: base.title,
    blocks: [paragraph(one.words), ...base.blocks.slice(1)]
  }
}

const paragraph = (words: string): NewBlock => ({
  kind: 'paragraph',
  text: trimmed(words) as NewBlock['text']
})

function replacement(block: Block, one: Pick): Operation {
  const points = pointsOf(block.text)
  const from = one.from % (points.length + 1)
  const old = sliceOf(points, from, from + one.length)
  return { op: 'replace', block: block.id, at: from as Count, old, new: one.words }
}

function joining(base: Text, first: Block): Operation | undefined {
  const second = base.blocks[base.blocks.indexOf(first) + 1]
  return second === undefined
    ? undefined
    : { op: 'join', first: first.id, second: second.id, old: [first.text, second.text] }
}
