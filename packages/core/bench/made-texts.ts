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

function replaced(base: Text, number: (limit: number) => number): Operation {
  const block = base.blocks[number(base.blocks.length)]
  const words = block?.text.split(' ') ?? []
  const place = number(words.length)
  return operation({
    op: 'replace',
    block: block?.id,
    at: pointCount(words.slice(0, place).join(' ')) + (place === 0 ? 0 : 1),
    old: words[place],
    new: `كلمة${number(1000)}`
  })
}

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
