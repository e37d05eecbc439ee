import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { crowd, operationsOn, text } from '../testing/text-arbitraries'
import { applyOperations } from '../text/apply'
import { mergeAmendments } from '../text/merge'
import { Operation } from '../text/operation'
import { type Resolution } from '../text/resolution'
import { Text } from '../text/text'
import { textHash } from '../text/text-hash'
import { type AmendmentRef } from './ids'
import { openAmendments, openCollisions } from './queries'
import { runs } from '../../test/runs'
import { adopted, opened, proposed, resolved, textOf, type World } from '../../test/refining'

const right = <A>(outcome: E.Either<unknown, A>): A => {
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return outcome.right
}

const names = (count: number): ReadonlyArray<AmendmentRef> =>
  Array.from({ length: count }, (_, index) => `P1-A${index + 1}` as AmendmentRef)

const amended = (
  sides: number,
  most: number
): fc.Arbitrary<{
  base: Text
  sides: ReadonlyArray<ReadonlyArray<Operation>>
  order: ReadonlyArray<AmendmentRef>
}> =>
  text(5).chain(base =>
    fc.record({
      base: fc.constant(base),
      sides: fc.tuple(...Array.from({ length: sides }, () => operationsOn(base, most))),
      order: fc.shuffledSubarray([...names(sides)], { minLength: sides })
    })
  )

/** Operations whose new words nobody else says by chance. */
const inOwnWords = (operations: ReadonlyArray<Operation>, mark: number): ReadonlyArray<Operation> =>
  operations.map((operation): Operation => {
    const own = (words: string) => `${words}${['ج', 'د', 'ه'][mark]}`
    switch (operation.op) {
      case 'replace':
      case 'retitle':
        return { ...operation, new: own(operation.new) }
      case 'insert':
      case 'recast':
        return {
          ...operation,
          blocks: operation.blocks.map(block => ({ ...block, text: own(block.text) as typeof block.text }))
        }
      default:
        return operation
    }
  })

/** Five amendments that say three wishes that get in each other's way: each says one, or up to so many of them. */
const wishedByMany = (each: number) =>
  crowd(3, 1)
    .map(({ base, sides }) => ({ base, wishes: sides.map(inOwnWords) }))
    .filter(({ base, wishes }) => wishes.every(wish => changing(base, wish)))
    .chain(({ base, wishes }) =>
      fc.record({
        base: fc.constant(base),
        order: fc.shuffledSubarray([...names(5)], { minLength: 5 }),
        sides: fc.array(
          fc.shuffledSubarray([...wishes], { minLength: 1, maxLength: each }).map(said => said.flat()),
          { minLength: 5, maxLength: 5 }
        )
      })
    )

const changing = (base: Text, operations: ReadonlyArray<Operation>): boolean => {
  const made = applyOperations(base, operations, 100)
  return E.isRight(made) && textHash(made.right.text) !== textHash(base)
}

const proposing = (base: Text, sides: ReadonlyArray<ReadonlyArray<Operation>>): World =>
  sides.reduce((so, operations, index) => {
    const next = proposed(so, `P1-A${index + 1}` as AmendmentRef, operations)
    return right(next)
  }, opened(base))

/** All of them in this order; what is open again after it gave way is put in then. */
const allIn = (world: World, order: ReadonlyArray<AmendmentRef>): World => {
  const after = order.reduce(adopted, world)
  return after.submission === world.submission ? after : allIn(after, order)
}

/** How it reads, and which blocks of the base are where. */
const endOf = (base: Text, world: World): string => {
  const { blocks } = textOf(world)
  const isOfBase = (id: string): boolean => base.blocks.some(block => block.id === id)
  return [textHash(textOf(world)), ...blocks.map(({ id }) => (isOfBase(id) ? id : 'new'))].join(' ')
}

/** Adopting in some order may be refused, as when nothing would be left of the text. */
const isAllIn = (world: World): boolean => openAmendments(world.state).length === 0

const takeFor = (choice: number, sides: readonly [string, string], of: Resolution['of']): Resolution => {
  const between: [string, string] = [sides[0], sides[1]]
  const back: [string, string] = [sides[1], sides[0]]
  if (choice === 4) return { take: 'third', of, between, operations: [] }
  return choice < 2
    ? { take: 'one', of, between, ref: between[choice] ?? '' }
    : { take: 'both', of, between, order: choice === 2 ? between : back }
}

/** Settles what is open, first as chosen, else by taking the first side; undefined where nothing settles it. */
function settledAll(world: World, choices: ReadonlyArray<number>): World | undefined {
  let so = world
  for (let round = 0; round < 20; round++) {
    const [first] = openCollisions(so.state)
    if (first === undefined) return so
    const sides = [first.collision.first.ref, first.collision.second.ref] as const
    const tries = [choices[round % choices.length] ?? 0, 0, 1].map(choice =>
      resolved(so, first.ref, takeFor(choice, sides, first.hash))
    )
    const next = tries.find(E.isRight)
    if (next === undefined) return undefined
    so = next.right
  }
  throw new Error('settling raises one collision after another')
}

describe('rule 8: amendments adopted one by one', () => {
  it('give the same text and hash in any order, where none collide', () => {
    let clean = 0
    fc.assert(
      fc.property(amended(4, 2), ({ base, sides, order }) => {
        if (!sides.every(operations => changing(base, operations))) return
        const world = proposing(base, sides)
        if (openCollisions(world.state).length > 0) return
        const merged = mergeAmendments(
          base,
          sides.map((operations, index) => ({ ref: `P1-A${index + 1}`, operations })),
          [],
          900
        )
        if (E.isLeft(merged)) return
        clean++
        expect(textHash(textOf(allIn(world, order)))).toBe(textHash(merged.right.text))
      }),
      { ...runs(300), endOnFailure: true }
    )
    expect(clean).toBeGreaterThan(20)
  })

  it('give the same text and hash in any order, as their collisions were settled', () => {
    let settled = 0
    fc.assert(
      fc.property(
        amended(3, 2),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }),
        ({ base, sides, order }, choices) => {
          if (!sides.every(operations => changing(base, operations))) return
          const world = proposing(base, sides)
          if (openCollisions(world.state).length === 0) return
          const ready = settledAll(world, choices)
          if (ready === undefined) return
          const ends = [order, [...order].reverse(), names(3)].map(one => allIn(ready, one))
          if (!ends.every(isAllIn)) return
          settled++
          expect(new Set(ends.map(end => endOf(base, end))).size).toBe(1)
        }
      ),
      { ...runs(300), endOnFailure: true }
    )
    expect(settled).toBeGreaterThan(50)
  })

  const equals = [
    { who: 'several ask for the very same', sides: wishedByMany(1), most: 4 },
    { who: 'what some ask for is a part of what others do', sides: wishedByMany(2), most: 3 }
  ]
  it.each(equals)('also where $who', ({ sides: all, most }) => {
    let alike = 0
    fc.assert(
      fc.property(
        all,
        fc.array(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: 6 }),
        ({ base, sides, order }, choices) => {
          if (!sides.every(operations => changing(base, operations))) return
          const ready = settledAll(proposing(base, sides), choices)
          if (ready === undefined) return
          const ends = [order, [...order].reverse(), names(5)].map(one => allIn(ready, one))
          if (!ends.every(isAllIn)) return
          if (ready.events.some(({ type, data }) => type === 'CollisionResolved' && 'like' in data)) alike++
          expect(new Set(ends.map(end => endOf(base, end))).size).toBe(1)
        }
      ),
      { ...runs(150), endOnFailure: true }
    )
    expect(alike).toBeGreaterThan(5)
  })

  it('also where the same words stand twice in what a settlement joined', () => {
    const base = right(
      Text.decode({
        language: 'ar',
        title: 'مطلب',
        blocks: [
          { id: 'b1', kind: 'paragraph', text: 'نريد توفير الماء' },
          { id: 'b2', kind: 'paragraph', text: 'ثم إنارة الطرق وبعدها توفير الماء' }
        ]
      })
    )
    const sides = [
      [{ op: 'insert', after: 'b1', blocks: [{ kind: 'paragraph', text: 'بناء مدرسة' }] }],
      [{ op: 'replace', block: 'b1', at: 11, old: 'الماء', new: 'ماء شروب' }],
      [
        {
          op: 'join',
          first: 'b1',
          second: 'b2',
          old: ['نريد توفير الماء', 'ثم إنارة الطرق وبعدها توفير الماء']
        }
      ]
    ].map(operations => operations.map(operation => right(Operation.decode(operation))))
    const taken = settledAll(proposing(base, sides), [1])
    const [A1, A2, A3] = names(3) as [AmendmentRef, AmendmentRef, AmendmentRef]
    const ends = [
      [A1, A3, A2],
      [A2, A3, A1],
      [A3, A1, A2]
    ].map(order => order.reduce(adopted, taken as World))
    const joined = 'نريد توفير ماء شروب ثم إنارة الطرق وبعدها توفير الماء'
    for (const end of ends) expect(textOf(end).blocks.map(block => block.text)).toEqual([joined])
  })

  it('also where some gave way, came back, and stand at places of their own since', () => {
    const school = { op: 'insert', after: 'b2', blocks: [{ kind: 'paragraph', text: 'بناء مدرسة' }] }
    const up = { op: 'move', block: 'b3', after: 'b2', old: 'إنارة الأزقة' }
    const base = right(
      Text.decode({
        language: 'ar',
        title: 'مطلب',
        blocks: ['توفير الماء', 'إصلاح الطريق', 'إنارة الأزقة'].map((text, index) => ({
          id: `b${index + 1}`,
          kind: 'paragraph',
          text
        }))
      })
    )
    const gone = { op: 'delete', block: 'b1', old: 'توفير الماء' }
    const sides = [[school], [up, school], [up, gone], [school, up]].map(operations =>
      operations.map(operation => right(Operation.decode(operation)))
    )
    const settled = settledAll(proposing(base, sides), [0, 1, 3, 0, 1, 3]) as World
    const ends = [[...names(4)], [...names(4)].reverse(), ['P1-A1', 'P1-A3', 'P1-A4', 'P1-A2']].map(order =>
      allIn(settled, order as unknown as ReadonlyArray<AmendmentRef>)
    )
    const wanted = ['إصلاح الطريق', 'بناء مدرسة', 'إنارة الأزقة']
    for (const end of ends) expect(textOf(end).blocks.map(block => block.text)).toEqual(wanted)
  })
})
