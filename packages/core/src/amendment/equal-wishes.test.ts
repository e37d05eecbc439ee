import * as E from 'fp-ts/lib/Either'
import {
  allAdopted,
  adopted,
  amendment,
  asked,
  done,
  eventOf,
  inserted,
  open,
  proposed,
  received,
  refusal,
  resolving,
  revised,
  settledAtMeeting,
  standing,
  type Story,
  words,
  wordsOf
} from '../../test/refining-story'
import { type Words } from '../kernel/primitives'
import { type CollisionRef } from './ids'
import { collisionsOf, openAmendments, resolutionOf } from './queries'

const P1 = () => received('توفير الماء الصالح للشرب', 'إصلاح الطريق')

/** Each association asks for its word in place of «الماء». */
const asking = (...wanted: ReadonlyArray<string>): Story =>
  wanted.reduce(
    (so, word, index) => proposed(so, `A${2 + (index % 3)}`, words(P1(), 'b1', 'الماء', word)),
    P1()
  )

/** A1 and A3 ask for the very same, A2 otherwise. */
const equalAgainstAThird = (): Story => asking('ماء', 'المياه', 'ماء')

const reopening = (story: Story, collision: string) =>
  asked(story, 'ReopenCollision', { collision: collision as CollisionRef, reason: 'تبين خطأ' as Words })

const settlementsOf = (story: Story) =>
  collisionsOf(story.stream.amendments).map(collision => {
    const word = resolutionOf(collision)
    return [collision.ref, word?.resolution.take === 'one' ? word.resolution.ref : undefined, word?.like]
  })

const refsOf = (story: Story): ReadonlyArray<string> =>
  openAmendments(story.stream.amendments).map(({ ref }) => ref)

describe('Two amendments that ask for the very same, against a third', () => {
  it('are settled at once: what holds for one holds for the other, by the same word and reason', () => {
    const story = equalAgainstAThird()
    expect(open(story)).toEqual(['P1-X1', 'P1-X2'])
    const settled = done(resolving(story, 'P1-X1', { one: 0 }))
    expect(open(settled)).toEqual([])
    expect(settlementsOf(settled)).toEqual([
      ['P1-X1', 'P1-A1', undefined],
      ['P1-X2', 'P1-A3', 'P1-X1']
    ])
  })

  it('nobody is asked again once the winner is in', () => {
    const settled = done(resolving(equalAgainstAThird(), 'P1-X1', { one: 0 }))
    const end = adopted(settled, 'P1-A1')
    expect(open(end)).toEqual([])
    expect(['P1-A1', 'P1-A2', 'P1-A3'].map(ref => standing(end, ref))).toEqual(['adopted', 'gaveWay', 'moot'])
  })

  it('rule 8: give one text in any order of adoption', () => {
    for (const take of [{ one: 0 }, { one: 1 }, { both: [0, 1] }, { both: [1, 0] }] as const) {
      const settled = done(resolving(equalAgainstAThird(), 'P1-X1', take))
      expect(open(settled)).toEqual([])
      const ends = [
        ['P1-A1', 'P1-A2', 'P1-A3'],
        ['P1-A2', 'P1-A3', 'P1-A1'],
        ['P1-A3', 'P1-A1', 'P1-A2']
      ].map(order => wordsOf(allAdopted(settled, order)))
      expect(new Set(ends.map(end => end.join('\n'))).size).toBe(1)
    }
  })

  it('rule 9: the third is not settled along where people have settled it otherwise', () => {
    const own = done(resolving(equalAgainstAThird(), 'P1-X2', { one: 0 }))
    expect(settlementsOf(own)).toEqual([
      ['P1-X1', 'P1-A2', 'P1-X2'],
      ['P1-X2', 'P1-A2', undefined]
    ])
    const apart = done(reopening(own, 'P1-X1'))
    expect(open(apart)).toEqual(['P1-X1'])
    const otherwise = done(resolving(apart, 'P1-X1', { one: 0 }))
    expect(settlementsOf(otherwise)).toEqual([
      ['P1-X1', 'P1-A1', undefined],
      ['P1-X2', 'P1-A2', undefined]
    ])
  })

  it('are open again together', () => {
    const settled = done(resolving(equalAgainstAThird(), 'P1-X1', { one: 0 }))
    const again = done(reopening(settled, 'P1-X1'))
    expect(open(again)).toEqual(['P1-X1', 'P1-X2'])
  })

  it('rule 9: neither is opened again once the text rests on one of them', () => {
    const settled = done(resolving(equalAgainstAThird(), 'P1-X1', { one: 0 }))
    expect(refusal(reopening(adopted(settled, 'P1-A3'), 'P1-X1'))).toMatchObject({
      tag: 'ResolutionInForce',
      details: { adopted: ['P1-A3'] }
    })
  })

  it('are the meeting’s together where a meeting settled it', () => {
    const settled = settledAtMeeting(equalAgainstAThird(), 'P1-X1', { one: 0 })
    expect(refusal(reopening(settled, 'P1-X2'))).toMatchObject({ tag: 'SettledByMeeting' })
  })

  it('who comes later with the same words is not asked anew', () => {
    const two = asking('ماء', 'المياه')
    const settled = done(resolving(two, 'P1-X1', { one: 0 }))
    const late = proposed(settled, 'A4', words(P1(), 'b1', 'الماء', 'ماء'))
    expect(open(late)).toEqual([])
    expect(settlementsOf(late)).toEqual([
      ['P1-X1', 'P1-A1', undefined],
      ['P1-X2', 'P1-A3', 'P1-X1']
    ])
    expect(eventOf(late, 'CollisionResolved').data.reason).toBe('اتفق أصحاب المقترح')
    const loser = proposed(late, 'A4', words(P1(), 'b1', 'الماء', 'المياه'))
    expect(open(loser)).toEqual([])
  })

  it('are asked anew where it was settled for one and against the other', () => {
    const own = done(resolving(equalAgainstAThird(), 'P1-X1', { one: 0 }))
    const apart = done(resolving(done(reopening(own, 'P1-X2')), 'P1-X2', { one: 0 }))
    const late = proposed(apart, 'A4', words(P1(), 'b1', 'الماء', 'ماء'))
    expect(open(late)).toEqual(['P1-X3'])
  })

  it('is asked by itself at another place, though the words are the same', () => {
    const twice = () => received('الماء ثم الماء')
    const at = (where: number, wanted: string) => ({
      ...words(twice(), 'b1', 'الماء', wanted),
      at: where as never
    })
    const story = [
      ['A2', at(0, 'ماء')],
      ['A3', at(0, 'المياه')],
      ['A2', at(9, 'ماء')],
      ['A3', at(9, 'المياه')]
    ].reduce((so, [by, operation]) => proposed(so, by as string, operation as never), twice())
    expect(open(story)).toEqual(['P1-X1', 'P1-X2'])
    expect(open(done(resolving(story, 'P1-X1', { one: 0 })))).toEqual(['P1-X2'])
  })

  it('stand once in what is taken in an order', () => {
    const one = proposed(P1(), 'A2', inserted('b1', 'ربط القرى'))
    const two = proposed(one, 'A3', inserted('b1', 'محطة معالجة'))
    const three = proposed(two, 'A4', inserted('b1', 'ربط القرى'))
    const settled = done(resolving(three, 'P1-X1', { both: [1, 0] }))
    const wanted = ['توفير الماء الصالح للشرب', 'محطة معالجة', 'ربط القرى', 'إصلاح الطريق']
    for (const order of [
      ['P1-A1', 'P1-A2', 'P1-A3'],
      ['P1-A3', 'P1-A2', 'P1-A1'],
      ['P1-A2', 'P1-A1', 'P1-A3']
    ])
      expect(wordsOf(allAdopted(settled, order))).toEqual(wanted)
  })
})

describe('Two amendments that ask for the very same, against a text that its author changed meanwhile', () => {
  const behind = (): Story => {
    const story = asking('ماء', 'ماء')
    return revised(story, [words(story, 'b1', 'الماء', 'المياه')])
  }

  it('give way together', () => {
    expect(open(behind())).toEqual(['P1-X1', 'P1-X2'])
    const settled = done(resolving(behind(), 'P1-X1', { one: 0 }))
    expect(['P1-A1', 'P1-A2'].map(ref => standing(settled, ref))).toEqual(['gaveWay', 'gaveWay'])
    const again = done(reopening(settled, 'P1-X1'))
    expect(open(again)).toEqual(['P1-X1', 'P1-X2'])
    expect(['P1-A1', 'P1-A2'].map(ref => standing(again, ref))).toEqual(['colliding', 'colliding'])
  })

  it('or stand over it together', () => {
    const settled = done(resolving(behind(), 'P1-X1', { one: 1 }))
    expect(['P1-A1', 'P1-A2'].map(ref => standing(settled, ref))).toEqual(['open', 'open'])
    const end = adopted(settled, 'P1-A2')
    expect(wordsOf(end)[0]).toBe('توفير ماء الصالح للشرب')
    expect(standing(end, 'P1-A1')).toBe('moot')
  })
})

describe('Twenty associations that ask for two wordings of one word, ten against ten', () => {
  const twenty = (): Story =>
    asking(...Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 'ماء' : 'المياه')))

  it('need one word of the chair', () => {
    const story = twenty()
    expect(open(story)).toHaveLength(100)
    const settled = done(resolving(story, 'P1-X1', { one: 0 }))
    expect(open(settled)).toEqual([])
    const refs = refsOf(settled)
    const end = allAdopted(settled, refs)
    expect(wordsOf(end)).toEqual(['توفير ماء الصالح للشرب', 'إصلاح الطريق'])
    expect(refsOf(end)).toEqual([])
    expect(open(end)).toEqual([])
    expect(wordsOf(allAdopted(settled, [...refs].reverse()))).toEqual(wordsOf(end))
  })

  it('also where the chair takes both, or writes a third text that touches what others want', () => {
    const story = proposed(twenty(), 'A4', words(P1(), 'b1', 'الصالح', 'النقي'))
    const both = done(resolving(story, 'P1-X1', { both: [1, 0] }))
    expect(wordsOf(allAdopted(both, refsOf(both)))[0]).toBe('توفير المياه ماء النقي للشرب')
    const third = done(resolving(story, 'P1-X1', { third: [words(P1(), 'b1', 'الماء الصالح', 'ماء صالح')] }))
    expect(open(third)).toEqual(['P1-X101'])
    const settled = done(resolving(third, 'P1-X101', { one: 1 }))
    expect(open(settled)).toEqual([])
    const refs = refsOf(settled)
    const texts = [refs, [...refs].reverse()].map(order => wordsOf(allAdopted(settled, order))[0])
    expect(texts).toEqual(['توفير ماء صالح للشرب', 'توفير ماء صالح للشرب'])
    expect(amendment(settled, 'P1-A21').ref).toBe('P1-A21')
    expect(E.isRight(reopening(settled, 'P1-X101'))).toBe(true)
  })
})

describe('Two that ask for the very same and come back when what beat them gives way to a third text', () => {
  /** A1 stands over A2 and A3, which ask for the very same; a third text stands for A1 and A4, and both are in. */
  const cameBack = (): Story => {
    const four = asking('ماء', 'المياه', 'المياه', 'مياه')
    const one = done(resolving(four, 'P1-X1', { one: 0 }))
    const beside = ofSides(one, 'P1-A1', 'P1-A4')
    const third = [words(P1(), 'b1', 'الماء', 'ماء ومياه')]
    return allAdopted(done(resolving(one, beside, { third })), ['P1-A1', 'P1-A4'])
  }

  const ofSides = ({ stream }: Story, ...sides: ReadonlyArray<string>): string =>
    collisionsOf(stream.amendments).find(
      ({ collision }) => sides.includes(collision.first.ref) && sides.includes(collision.second.ref)
    )?.ref ?? ''

  it('are settled at once, against the third text too, and are both in once one is put in', () => {
    const story = cameBack()
    expect(open(story)).toHaveLength(2)
    const settled = done(resolving(story, open(story)[0] ?? '', { one: 0 }))
    expect(open(settled)).toHaveLength(2)
    const against = done(resolving(settled, open(settled)[0] ?? '', { one: 0 }))
    expect(open(against)).toEqual([])
    expect(['P1-A2', 'P1-A3'].map(ref => standing(against, ref))).toEqual(['open', 'open'])
    const end = adopted(against, 'P1-A3')
    expect(wordsOf(end)[0]).toBe('توفير المياه الصالح للشرب')
    expect(open(end)).toEqual([])
    expect(standing(end, 'P1-A2')).toBe('moot')
  })
})
