import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { runs } from '../../test/runs'
import { operationsOn, text } from '../testing/text-arbitraries'
import { withBlockIds } from './apply'
import { type Amendment, type Collision, collisionHash } from './collision'
import { mergeAmendments, type Merged } from './merge'
import { Operation } from './operation'
import { type Resolution } from './resolution'
import { NewText, type Text } from './text'
import { textHash } from './text-hash'

const right = <A>(outcome: E.Either<unknown, A>): A => {
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

const WORDS =
  'تطالب الجمعيات بتوفير الماء الصالح للشرب لجميع أحياء المدينة وبإصلاح الإنارة العمومية في الأزقة الضيقة وبفتح المكتبة البلدية مساء'.split(
    ' '
  )
const paragraph = WORDS.join(' ')
const base: Text = withBlockIds(
  right(NewText.decode({ language: 'ar', title: 'مطلب', blocks: [{ kind: 'paragraph', text: paragraph }] })),
  1
).text

const word = (place: number, wanted: string): Operation =>
  right(
    Operation.decode({
      op: 'replace',
      block: 'b1',
      at: place === 0 ? 0 : WORDS.slice(0, place).join(' ').length + 1,
      old: WORDS[place],
      new: wanted
    })
  )

const merge = (amendments: ReadonlyArray<Amendment>, resolutions: ReadonlyArray<Resolution> = []): Merged =>
  right(mergeAmendments(base, amendments, resolutions, 2))

const settled = (collision: Collision) =>
  ({
    of: collisionHash(collision),
    between: [collision.first.ref, collision.second.ref] as [string, string]
  }) as const

const take = (collision: Collision, ref: string): Resolution => ({ take: 'one', ...settled(collision), ref })
const inOrder = (collision: Collision, first: string): Resolution => ({
  take: 'both',
  ...settled(collision),
  order: first === collision.first.ref ? [first, collision.second.ref] : [first, collision.first.ref]
})

describe('twenty associations with three amendments each on one paragraph', () => {
  const amendments: ReadonlyArray<Amendment> = Array.from({ length: 60 }, (_, index) => ({
    ref: `P1-A${index + 1}`,
    operations: [word((index * 7) % WORDS.length, `كلمة${index % 20}`)]
  }))

  it('gives one text and one register of collisions, whatever the order (rules 8 and 9)', () => {
    const merged = merge(amendments)
    expect(merge([...amendments].reverse())).toEqual(merged)
    expect(merged.collisions.length).toBeGreaterThan(40)
    expect(merged.text.blocks[0]?.text.split(' ')).toHaveLength(WORDS.length)
  })

  it('leaves the words that are in question as the base has them until people settle it', () => {
    const { collisions, text: made } = merge(amendments)
    const open = new Set(collisions.map(collision => collision.base))
    for (const one of open) expect(made.blocks[0]?.text).toContain(one)
  })

  it('gives one text once every collision is settled, whatever the order of settling', () => {
    const { collisions } = merge(amendments)
    const resolutions = collisions.map(collision => take(collision, collision.second.ref))
    const all = merge(amendments, resolutions)
    expect(all.collisions).toEqual([])
    expect(textHash(merge([...amendments].reverse(), [...resolutions].reverse()).text)).toBe(
      textHash(all.text)
    )
  })
})

describe('resolutions of several collisions', () => {
  const three = ['أ', 'ب', 'ج'].map((wanted, index) => ({
    ref: `P1-A${index + 1}`,
    operations: [word(3, wanted)]
  }))
  const [ab, ac, bc] = merge(three).collisions as readonly [Collision, Collision, Collision]

  it('that put three sides in one order are followed', () => {
    const orders = [inOrder(ab, 'P1-A2'), inOrder(ac, 'P1-A3'), inOrder(bc, 'P1-A2')]
    const merged = merge(three, orders)
    expect(merged.collisions).toEqual([])
    expect(merged.text.blocks[0]?.text.split(' ').slice(3, 6)).toEqual(['ب', 'ج', 'أ'])
  })

  it('that go in a circle are refused', () => {
    const circle = [take(ab, 'P1-A1'), take(bc, 'P1-A2'), take(ac, 'P1-A3')]
    expect(mergeAmendments(base, three, circle, 2)).toEqual(
      E.left({ tag: 'ResolutionsContradict', refs: ['P1-A1', 'P1-A2', 'P1-A3'] })
    )
    const round = [inOrder(ab, 'P1-A1'), inOrder(bc, 'P1-A2'), inOrder(ac, 'P1-A3')]
    expect(mergeAmendments(base, three, round, 2)).toEqual(
      E.left({ tag: 'ResolutionsContradict', refs: ['P1-A1', 'P1-A2', 'P1-A3'] })
    )
  })

  it('that settle some leave the others open, and nothing of these in the text', () => {
    const merged = merge(three, [take(ab, 'P1-A1')])
    expect(merged.collisions).toEqual([ac, bc])
    expect(merged.text.blocks[0]?.text).toBe(paragraph)
  })

  it('that take one over another which fell itself leave standing what it would have taken away', () => {
    const both = right(Operation.decode({ ...word(3, 'ب'), old: `${WORDS[3]} ${WORDS[4]}` }))
    const line = [
      { ref: 'P1-A1', operations: [word(3, 'أ')] },
      { ref: 'P1-A2', operations: [both] },
      { ref: 'P1-A3', operations: [word(4, 'ج')] }
    ]
    const [first, second] = merge(line).collisions as readonly [Collision, Collision]
    expect([first.second.ref, second.first.ref, second.second.ref]).toEqual(['P1-A2', 'P1-A2', 'P1-A3'])
    const merged = merge(line, [take(first, 'P1-A1'), take(second, 'P1-A2')])
    expect(merged.text.blocks[0]?.text.split(' ').slice(3, 5)).toEqual(['أ', 'ج'])
  })

  it('with a third text that itself collides leave that open', () => {
    const third: Resolution = { take: 'third', ...settled(ab), operations: [word(3, 'د')] }
    const two = three.slice(0, 2)
    expect(merge(two, [third]).text.blocks[0]?.text.split(' ')[3]).toBe('د')
    const fourth = { ref: 'P1-A4', operations: [word(4, 'هـ')] }
    expect(merge([...two, fourth], [third]).collisions).toEqual([])
    const wide: Resolution = {
      ...third,
      operations: [right(Operation.decode({ ...word(3, 'د'), old: `${WORDS[3]} ${WORDS[4]}` }))]
    }
    expect(merge([...two, fourth], [wide]).collisions).toMatchObject([
      { first: { ref: 'P1-A4' }, second: { ref: wide.of } }
    ])
  })

  it('that settle one matter in two ways are refused, whichever came last; said twice alike they count once', () => {
    const two = three.slice(0, 2)
    const ways = [take(ab, 'P1-A1'), take(ab, 'P1-A2')]
    for (const given of [ways, [...ways].reverse()])
      expect(mergeAmendments(base, two, given, 2)).toEqual(
        E.left({ tag: 'ResolutionsContradict', refs: ['P1-A1', 'P1-A2'] })
      )
    expect(merge(two, [take(ab, 'P1-A1'), take(ab, 'P1-A1')])).toEqual(merge(two, [take(ab, 'P1-A1')]))
  })

  it('that name no collision of the set, or a side that is not in it, are refused', () => {
    const alone = three.slice(0, 1)
    expect(merge(alone, [take(ab, 'P1-A1')]).collisions).toEqual([])
    const apart = [three[0], { ref: 'P1-A2', operations: [word(5, 'و')] }] as ReadonlyArray<Amendment>
    const refused = { tag: 'ResolutionWithoutCollision', of: collisionHash(ab), between: ['P1-A1', 'P1-A2'] }
    expect(mergeAmendments(base, apart, [take(ab, 'P1-A1')], 2)).toEqual(E.left(refused))
    const two = [take(ab, 'P1-A1'), { ...take(ac, 'P1-A1'), between: ['P1-A1', 'P1-A2'] as const }]
    expect(mergeAmendments(base, apart, [...two].reverse(), 2)).toEqual(mergeAmendments(base, apart, two, 2))
    expect(mergeAmendments(base, three.slice(0, 2), [take(ab, 'P1-A9')], 2)).toEqual(E.left(refused))
  })

  it('may take both only where both can be', () => {
    const titles = ['نداء', 'بيان'].map((wanted, index) => ({
      ref: `P1-A${index + 1}`,
      operations: [right(Operation.decode({ op: 'retitle', old: 'مطلب', new: wanted }))]
    }))
    const [collision] = merge(titles).collisions
    if (collision === undefined) throw new Error('no collision')
    expect(mergeAmendments(base, titles, [inOrder(collision, 'P1-A1')], 2)).toMatchObject({
      left: { tag: 'CannotTakeBoth', refs: ['P1-A1', 'P1-A2'], because: { tag: 'OperationsContradict' } }
    })
  })
})

describe('rule 8: with every collision settled by taking one side', () => {
  it('no order of amendments or resolutions changes the text', () => {
    const cases = text(4).chain(start =>
      fc.tuple(operationsOn(start, 2), operationsOn(start, 2), operationsOn(start, 2)).chain(sides => {
        const amendments = sides.map((operations, index) => ({ ref: `P1-A${index + 1}`, operations }))
        return fc
          .shuffledSubarray(amendments, { minLength: 3 })
          .map(shuffled => ({ start, amendments, shuffled }))
      })
    )
    fc.assert(
      fc.property(cases, ({ start, amendments, shuffled }) => {
        const open = mergeAmendments(start, amendments, [], 100)
        if (E.isLeft(open)) return
        const resolutions = open.right.collisions.map(collision => take(collision, collision.second.ref))
        const all = mergeAmendments(start, amendments, resolutions, 100)
        expect(mergeAmendments(start, shuffled, [...resolutions].reverse(), 100)).toEqual(all)
        if (E.isRight(all)) expect(all.right.collisions).toEqual([])
      }),
      runs(400)
    )
  })
})
