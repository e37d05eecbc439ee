/** Texts and amendments of any size, the same in every run. */
import { Operation } from '../src/text/operation'
import { type Text } from '../src/text/text'
import { withBlockIds } from '../src/text/apply'
import { NewText } from '../src/text/text'
import { pointCount } from '../src/text/code-points'

const WORDS = (
  'توفير الماء الصالح للشرب لجميع أحياء المدينة إصلاح الإنارة العمومية في الأزقة الضيقة وصيانتها إحداث مركز صحي للقرب ' +
  'تخصيص منحة سنوية للجمعيات المحلية وفق دفتر تحملات واضح فتح المكتبة البلدية لفائدة التلاميذ ربط الدواوير بشبكة ' +
  'التطهير السائل خط حافلات يربط وسط المدينة بالحي الصناعي تهيئة الساحة المركزية وغرس الأشجار دعم التعاونيات النسائية'
).split(' ')

/** A sequence of whole numbers below `limit` (mulberry32), the same for the same seed. */
export const numbersFrom = (seed: number): ((limit: number) => number) => {
  let state = seed
  return limit => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** A sentence; about every fifth word is a rare one, as in real texts. */
export const sentenceOf = (number: (limit: number) => number, words: number, rare = 0): string =>
  Array.from({ length: words }, () =>
    rare > 0 && number(5) === 0 ? `مصطلح${number(rare)}` : (WORDS[number(WORDS.length)] ?? 'ماء')
  ).join(' ')

export const textOf = (blocks: number, words = 12): Text => {
  const number = numbersFrom(7)
  const decoded = NewText.decode({
    language: 'ar',
    title: 'أرضية ترافعية',
    blocks: Array.from({ length: blocks }, () => ({ kind: 'paragraph', text: sentenceOf(number, words) }))
  })
  if (decoded._tag === 'Left') throw new Error('not a text')
  return withBlockIds(decoded.right, 1).text
}

/** `count` amendments of three operations each: two words replaced and a block inserted, spread over the text. */
export const amendmentsOn = (
  base: Text,
  count: number
): ReadonlyArray<{ readonly ref: string; readonly operations: ReadonlyArray<Operation> }> => {
  const number = numbersFrom(11)
  return Array.from({ length: count }, (_, index) => ({
    ref: `P1-A${index + 1}`,
    operations: [replaced(base, number), replaced(base, number), inserted(base, number)].filter(
      (operation, at, all) =>
        all.findIndex(other => JSON.stringify(other) === JSON.stringify(operation)) === at
    )
  }))
}

const replaced = (base: Text, number: (limit: number) => number): Operation =>
  replacedAt(base, number(base.blocks.length), number(1000), `كلمة${number(1000)}`)

/** One word of one block, counted round and round, gives way to another. */
function replacedAt(base: Text, at: number, word: number, wanted: string): Operation {
  const block = base.blocks[at % base.blocks.length]
  const words = block?.text.split(' ') ?? []
  const place = word % words.length
  return operation({
    op: 'replace',
    block: block?.id,
    at: pointCount(words.slice(0, place).join(' ')) + (place === 0 ? 0 : 1),
    old: words[place],
    new: wanted
  })
}

type Amendments = ReadonlyArray<{ readonly ref: string; readonly operations: ReadonlyArray<Operation> }>

const named = (count: number, operationsOf: (index: number) => ReadonlyArray<Operation>): Amendments =>
  Array.from({ length: count }, (_, index) => ({ ref: `P1-A${index + 1}`, operations: operationsOf(index) }))

/** Amendments of two words each, every word another one, with a word between. */
export const apartOn = (base: Text, count: number): Amendments =>
  named(count, index =>
    [2 * index, 2 * index + 1].map(at =>
      replacedAt(base, at, 2 * Math.floor(at / base.blocks.length), `كلمة${at}`)
    )
  )

/** Two amendments that change every second word of the whole text, each in its own way. */
export const rewritesOf = (base: Text): Amendments =>
  named(2, index =>
    base.blocks.flatMap((_, at) => [1, 3, 5, 7, 9].map(word => replacedAt(base, at, word, `كلمة${index}`)))
  )

/** Amendments that all ask for the very same. */
export const alikeOn = (base: Text, count: number): Amendments =>
  named(count, () => [
    replacedAt(base, 0, 1, 'كلمة'),
    operation({ op: 'delete', block: base.blocks[2]?.id, old: base.blocks[2]?.text }),
    operation({ op: 'insert', after: 'b4', blocks: [{ kind: 'paragraph', text: 'حفر بئر' }] }),
    operation({ op: 'retitle', old: base.title, new: 'نداء' })
  ])

const inserted = (base: Text, number: (limit: number) => number): Operation =>
  operation({
    op: 'insert',
    after: base.blocks[number(base.blocks.length)]?.id,
    blocks: [{ kind: 'paragraph', text: sentenceOf(number, 8) }]
  })

function operation(given: unknown): Operation {
  const decoded = Operation.decode(given)
  if (decoded._tag === 'Left') throw new Error('not an operation')
  return decoded.right
}
