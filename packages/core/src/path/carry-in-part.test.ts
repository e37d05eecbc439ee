import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { carried, heir, heirTitled } from '../../test/heirs'
import { deleted, inserted, proposed, receivedAs, type Story, words } from '../../test/refining-story'
import { carriedOver } from '../amendment/carry'
import { type MootBecause } from '../amendment/events'
import { type TakenOn } from '../amendment/place-in-heir'
import { readsTheSame } from '../amendment/text-between'
import { canonicalText } from '../kernel/canonical'
import { type SubmissionRef } from '../submission/ids'
import { operationsOn, text } from '../testing/text-arbitraries'
import { applyOperations, withBlockIds } from '../text/apply'
import { type Operation } from '../text/operation'
import { type BlockId, type Text } from '../text/text'
import { type Heir } from './carry-amendments'

const WATER = 'توفير الماء الصالح للشرب'
const LIGHT = 'إنارة الطرق'
const SCHOOL = 'بناء مدرسة'
const P1 = () => receivedAs('P1', WATER, LIGHT, SCHOOL)
const retitled: Operation = { op: 'retitle', old: 'الماء', new: 'ماء للجميع' }
const moved = (block: string, after: string, old: string): Operation => ({
  op: 'move',
  block: block as BlockId,
  after: after as BlockId,
  old
})

/** The third block was dropped, and the title is another. */
const merged = heir('P9', [WATER, 'P1#b1'], [LIGHT, 'P1#b2'], ['فتح مكتبة', 'P2#b1'])
const parts = (): ReadonlyArray<Heir> => [
  heir('P4', [LIGHT, 'P1#b2']),
  heir('P3', [WATER, 'P1#b1'], [SCHOOL, 'P1#b3'])
]

const becauseOf = (story: Story, ...heirs: ReadonlyArray<Heir>): ReadonlyArray<MootBecause> =>
  carried([story], ...heirs).flatMap(({ type, data }) =>
    type === 'AmendmentBecameMoot' ? [data.because] : []
  )

const wishesOf = (story: Story, ...heirs: ReadonlyArray<Heir>) =>
  carried([story], ...heirs).flatMap(({ type, data }) =>
    type === 'AmendmentProposed' ? [[data.ref, data.origin, data.operations.map(({ op }) => op)]] : []
  )

describe('An amendment of which only a part fits the new text', () => {
  const one = () => proposed(P1(), 'A2', words(P1(), 'b1', 'الصالح', 'الشروب'))
  const two = (...more: ReadonlyArray<Operation>) =>
    proposed(one(), 'A3', words(P1(), 'b1', 'الصالح', 'النقي'), ...more)

  it('goes on with that part, and says of the rest what it was and why it was left behind', () => {
    const story = two(retitled, words(P1(), 'b3', 'مدرسة', 'ثانوية'), inserted('b3', 'ملعب'))
    expect(wishesOf(story, merged)).toEqual([
      ['P9-A1', 'P1-A1', ['replace']],
      ['P9-A2', 'P1-A2', ['replace']]
    ])
    expect(becauseOf(story, merged)).toEqual([
      { kind: 'carriedTo', amendment: 'P9-A1' },
      {
        kind: 'carriedTo',
        amendment: 'P9-A2',
        leftBehind: [
          { operation: retitled, why: 'titleIsNew' },
          { operation: words(P1(), 'b3', 'مدرسة', 'ثانوية'), why: 'wordsGone' },
          { operation: inserted('b3', 'ملعب'), why: 'placeGone' }
        ]
      }
    ])
  })

  it('rule 9: meets its opponent again in the new text, which is not carried alone', () => {
    const story = two(retitled)
    expect(story.last.map(({ type }) => type)).toContain('CollisionDetected')
    const [found, ...others] = carried([story], merged).filter(({ type }) => type === 'CollisionDetected')
    expect(others).toEqual([])
    expect(found?.data).toMatchObject({
      ref: 'P9-X1',
      collision: { first: { ref: 'P9-A1', words: 'الشروب' }, second: { ref: 'P9-A2', words: 'النقي' } }
    })
  })

  it('goes on in each part of a split that has some of its blocks', () => {
    const story = proposed(
      P1(),
      'A2',
      words(P1(), 'b1', 'الصالح', 'الشروب'),
      words(P1(), 'b2', 'الطرق', 'الأزقة'),
      inserted('start', 'أولا'),
      retitled
    )
    expect(wishesOf(story, ...parts())).toEqual([
      ['P4-A1', 'P1-A1', ['replace']],
      ['P3-A1', 'P1-A1', ['replace', 'insert']]
    ])
    expect(becauseOf(story, ...parts())).toEqual([
      {
        kind: 'carriedTo',
        amendment: 'P4-A1',
        alsoTo: ['P3-A1'],
        leftBehind: [{ operation: retitled, why: 'titleIsNew' }]
      }
    ])
  })

  it('goes on whole in the part that kept the title too', () => {
    const [light] = parts()
    const water = heirTitled('الماء', 'P3', [WATER, 'P1#b1'], [SCHOOL, 'P1#b3'])
    expect(becauseOf(proposed(P1(), 'A2', retitled), ...(light === undefined ? [] : [light]), water)).toEqual(
      [{ kind: 'carriedTo', amendment: 'P3-A1' }]
    )
  })

  it('is as equal to another afterwards as it was before', () => {
    const story = proposed(two(retitled), 'A4', words(P1(), 'b1', 'الصالح', 'النقي'), retitled)
    const events = carried([story], merged)
    const wishes = events.flatMap(({ type, data }) => (type === 'AmendmentProposed' ? [data.operations] : []))
    expect(wishes[1]).toEqual(wishes[2])
    expect(
      events.flatMap(({ type, data }) =>
        type === 'CollisionDetected' ? [[data.collision.first.ref, data.collision.second.ref]] : []
      )
    ).toEqual([
      ['P9-A1', 'P9-A2'],
      ['P9-A1', 'P9-A3']
    ])
  })
})

describe('An amendment of which nothing fits the new text', () => {
  const whyOf = (operations: ReadonlyArray<Operation>, ...heirs: ReadonlyArray<Heir>) =>
    becauseOf(proposed(P1(), 'A2', ...operations), ...heirs)

  it('says that the title is a new one', () => {
    expect(whyOf([retitled], merged)).toEqual([{ kind: 'mergedInto', into: 'P9', why: 'titleIsNew' }])
  })

  it('says that it would leave nothing of the part which is just what it deletes', () => {
    expect(whyOf([deleted(P1(), 'b2')], ...parts())).toEqual([
      { kind: 'splitInto', into: ['P4', 'P3'], why: 'nothingLeft' }
    ])
  })

  it('says that what it would bring together stands in two parts now, or so already', () => {
    expect(whyOf([moved('b2', 'b3', LIGHT)], ...parts())).toEqual([
      { kind: 'splitInto', into: ['P4', 'P3'], why: 'apart' }
    ])
    expect(whyOf([moved('b3', 'b1', SCHOOL)], ...parts())).toEqual([
      { kind: 'splitInto', into: ['P4', 'P3'], why: 'alreadySo' }
    ])
  })

  it('says of each operation why, where that is not the same of all', () => {
    const school = deleted(P1(), 'b3')
    expect(whyOf([retitled, school], merged)).toEqual([
      {
        kind: 'mergedInto',
        into: 'P9',
        why: 'titleIsNew',
        leftBehind: [
          { operation: retitled, why: 'titleIsNew' },
          { operation: school, why: 'wordsGone' }
        ]
      }
    ])
  })
})

describe('What is carried and what is left behind', () => {
  /** What becomes of each block of a source: dropped, or in one of two texts, as it was or with other words. */
  const fates = fc.array(fc.constantFrom('none', '0', '1', '0 otherwise', '1 otherwise'), {
    minLength: 6,
    maxLength: 6
  })
  const takenOn = (base: Text, fate: ReadonlyArray<string>, which: string, title: string): TakenOn => {
    const taken = base.blocks.filter((_, index) => fate[index]?.startsWith(which) === true)
    const given = taken.map(block =>
      fate[base.blocks.indexOf(block)] === which
        ? block
        : ({ ...block, text: `${block.text} وغيرها` } as typeof block)
    )
    const made = withBlockIds({ language: base.language, title, blocks: given }, 1).text
    return {
      text: made,
      blocks: made.blocks.map(({ id }, index) => ({ block: id, from: [`P1#${taken[index]?.id ?? ''}`] }))
    }
  }
  const wish = (operation: Operation): string =>
    canonicalText({ ...operation, block: '', after: '', first: '', second: '' } as never)
  const cases = text(6).chain(base =>
    fc.record({
      base: fc.constant(base),
      operations: operationsOn(base, 6),
      fate: fates,
      keeps: fc.boolean()
    })
  )

  it('are together all operations, none twice; and what is carried to a text can be carried out there', () => {
    fc.assert(
      fc.property(cases, ({ base, operations, fate, keeps }) => {
        const heirs = ['0', '1']
          .map(which => takenOn(base, fate, which, keeps ? base.title : 'عنوان آخر'))
          .filter(({ text: { blocks } }) => blocks.length > 0)
        const { to, leftBehind } = carriedOver({ ref: 'P1' as SubmissionRef, text: base }, operations, heirs)
        const all = [...to.flat(), ...leftBehind.map(({ operation }) => operation)]
        expect(all.map(wish).sort()).toEqual(operations.map(wish).sort())
        heirs.forEach((one, index) => {
          const here = to[index] ?? []
          if (here.length === 0) return
          const made = applyOperations(one.text, here, 100)
          expect(E.isRight(made) && !readsTheSame(made.right.text, one.text)).toBe(true)
        })
      })
    )
  })

  it('leave nothing behind where a text took every block on as it was, under the same title', () => {
    fc.assert(
      fc.property(cases, ({ base, operations }) => {
        const whole = takenOn(
          base,
          base.blocks.map(() => '0'),
          '0',
          base.title
        )
        const source = { ref: 'P1' as SubmissionRef, text: base }
        const changes = applyOperations(base, operations, 100)
        fc.pre(E.isRight(changes) && !readsTheSame(changes.right.text, base))
        fc.pre(operations.every(({ op }) => op !== 'recast'))
        expect(carriedOver(source, operations, [whole]).leftBehind).toEqual([])
      })
    )
  })
})
