import {
  allAdopted,
  adopted,
  amendment,
  asked,
  at,
  currentOf,
  deleted,
  done,
  eventOf,
  inserted,
  meeting,
  open,
  proposed,
  received,
  recast,
  refusal,
  resolving,
  revised,
  standing,
  type Story,
  taking,
  types,
  words,
  wordsOf
} from '../../test/refining-story'
import { type Words } from '../kernel/primitives'
import { type CollisionRef } from './ids'
import { currentForm } from './queries'

const P1 = () => received('توفير الماء الصالح للشرب', 'إصلاح الطريق')
const X1 = 'P1-X1' as CollisionRef

/** A2 and A3 want other words in one place. */
const colliding = (): Story => {
  const one = proposed(P1(), 'A2', words(P1(), 'b1', 'الماء', 'ماء'))
  return proposed(one, 'A3', words(P1(), 'b1', 'الماء', 'المياه'), deleted(P1(), 'b2'))
}

const reopening = (story: Story, by: Parameters<typeof asked>[3] = {}) =>
  asked(story, 'ReopenCollision', { collision: X1, reason: 'تبين خطأ' as Words }, by)

describe('ResolveCollision', () => {
  it('rule 9: says how, by whom and why, and the amendments are open again', () => {
    const after = done(resolving(colliding(), 'P1-X1', { one: 0 }))
    expect(types(after)).toEqual(['CollisionResolved'])
    expect(eventOf(after, 'CollisionResolved').data).toMatchObject({
      ref: 'P1-X1',
      resolution: { take: 'one', ref: 'P1-A1' },
      reason: 'اتفق أصحاب المقترح'
    })
    expect(open(after)).toEqual([])
    expect(standing(after, 'P1-A2')).toBe('open')
  })

  it('takes one: the other’s colliding words fall, the rest of it stands', () => {
    const settled = done(resolving(colliding(), 'P1-X1', { one: 0 }))
    const all = adopted(adopted(settled, 'P1-A1'), 'P1-A2')
    expect(wordsOf(all)).toEqual(['توفير ماء الصالح للشرب'])
    expect(wordsOf(adopted(adopted(settled, 'P1-A2'), 'P1-A1'))).toEqual(wordsOf(all))
  })

  it('takes both in the order that people gave', () => {
    const one = proposed(P1(), 'A2', inserted('b1', 'ربط القرى بالشبكة'))
    const two = proposed(one, 'A3', inserted('b1', 'محطة معالجة'))
    const settled = done(resolving(two, 'P1-X1', { both: [1, 0] }))
    const wanted = ['توفير الماء الصالح للشرب', 'محطة معالجة', 'ربط القرى بالشبكة', 'إصلاح الطريق']
    expect(wordsOf(adopted(adopted(settled, 'P1-A1'), 'P1-A2'))).toEqual(wanted)
    expect(wordsOf(adopted(adopted(settled, 'P1-A2'), 'P1-A1'))).toEqual(wanted)
  })

  it('takes a third text, written on the text whose words collide', () => {
    const third = [words(P1(), 'b1', 'الماء', 'مياه كافية')]
    const settled = done(resolving(colliding(), 'P1-X1', { third }))
    expect(wordsOf(adopted(adopted(settled, 'P1-A2'), 'P1-A1'))).toEqual(['توفير مياه كافية الصالح للشرب'])
  })

  it('rule 9: a third text that meets another amendment is a collision of its own', () => {
    const story = proposed(colliding(), 'A4', words(P1(), 'b1', 'الصالح', 'النقي'))
    expect(open(story)).toEqual(['P1-X1'])
    const third = [words(P1(), 'b1', 'الماء الصالح', 'مياه صالحة')]
    const settled = done(resolving(story, 'P1-X1', { third }))
    expect(types(settled)).toEqual(['CollisionResolved', 'CollisionDetected'])
    expect(open(settled)).toEqual(['P1-X2'])
    expect(standing(settled, 'P1-A1')).toBe('colliding')
    expect(standing(settled, 'P1-A3')).toBe('colliding')
    const both = done(resolving(settled, 'P1-X2', { one: 1 }))
    const refs = ['P1-A1', 'P1-A2', 'P1-A3']
    expect(wordsOf(allAdopted(both, [...refs].reverse()))).toEqual(wordsOf(allAdopted(both, refs)))
  })

  it('is the authors’: another association is refused', () => {
    expect(refusal(resolving(colliding(), 'P1-X1', { one: 0 }, { by: 'A2' }))).toMatchObject({
      tag: 'NotAnAuthor',
      value: 'A2',
      details: { authors: ['A1'] }
    })
    expect(refusal(resolving(colliding(), 'P1-X1', { one: 0 }, { by: meeting }))).toMatchObject({
      tag: 'NotAnAuthor',
      value: 'meeting'
    })
  })

  it('is about this collision, and takes one of its sides', () => {
    const story = colliding()
    const resolution = taking(story, 'P1-X1', { one: 0 })
    const other = { collision: X1, reason: 'سبب' as Words }
    const answering = (changed: object) =>
      refusal(asked(story, 'ResolveCollision', { ...other, resolution: { ...resolution, ...changed } }))
    expect(answering({ of: story.stream.submission.texts['ar']?.[0]?.textHash })).toMatchObject({
      tag: 'ResolutionDoesNotFit',
      details: { problem: 'AnotherCollision' }
    })
    expect(answering({ ref: 'P1-A7' })).toMatchObject({
      tag: 'ResolutionDoesNotFit',
      details: { problem: 'NotOneOfTheSides' }
    })
  })

  it('rule 7: is refused where the third text quotes other words', () => {
    const third = [{ ...words(P1(), 'b1', 'الماء', 'مياه'), old: 'الهواء' }]
    expect(refusal(resolving(colliding(), 'P1-X1', { third }))).toMatchObject({
      tag: 'ResolutionDoesNotFit',
      rule: 8,
      details: { problem: 'QuotationDoesNotMatch' }
    })
  })

  it('is refused where both cannot be had', () => {
    const one = proposed(P1(), 'A2', recast(P1(), 'نص آخر'))
    const two = proposed(one, 'A3', words(P1(), 'b1', 'الماء', 'ماء'))
    expect(refusal(resolving(two, 'P1-X1', { both: [0, 1] }))).toMatchObject({
      tag: 'ResolutionDoesNotFit',
      details: { problem: 'CannotTakeBoth' }
    })
  })

  it('is said once, and not before the collision was found', () => {
    const settled = done(resolving(colliding(), 'P1-X1', { one: 0 }))
    expect(refusal(resolving(settled, 'P1-X1', { one: 1 }))).toMatchObject({
      tag: 'CollisionNotOpen',
      details: { status: 'resolved' }
    })
    expect(refusal(resolving(colliding(), 'P1-X1', { one: 1 }, { at: at(0) }))).toMatchObject({
      tag: 'PrecedesWhatItRefersTo',
      details: { refersTo: 'P1-X1' }
    })
  })

  it('needs a collision that is there', () => {
    const payload = {
      collision: 'P1-X4' as CollisionRef,
      resolution: taking(colliding(), 'P1-X1', { one: 0 })
    }
    expect(
      refusal(asked(colliding(), 'ResolveCollision', { ...payload, reason: 'سبب' as Words }))
    ).toMatchObject({
      tag: 'ReferenceUnknown',
      details: { kind: 'collision' }
    })
  })
})

describe('ReopenCollision', () => {
  it('opens it again, with every resolution kept', () => {
    const settled = done(resolving(colliding(), 'P1-X1', { one: 0 }))
    const again = done(reopening(settled))
    expect(open(again)).toEqual(['P1-X1'])
    const other = done(resolving(again, 'P1-X1', { one: 1 }))
    const history = other.stream.amendments.collisions[X1]?.history
    expect(history?.map(({ status }) => status)).toEqual(['detected', 'resolved', 'reopened', 'resolved'])
    expect(wordsOf(adopted(adopted(other, 'P1-A1'), 'P1-A2'))).toEqual(['توفير المياه الصالح للشرب'])
  })

  it('needs a resolution, and one that no text rests on', () => {
    expect(refusal(reopening(colliding()))).toMatchObject({
      tag: 'CollisionNotResolved',
      details: { status: 'detected' }
    })
    const settled = adopted(done(resolving(colliding(), 'P1-X1', { one: 0 })), 'P1-A1')
    expect(refusal(reopening(settled))).toMatchObject({
      tag: 'ResolutionInForce',
      details: { adopted: ['P1-A1'] }
    })
  })
})

describe('An amendment against a text that its author changed meanwhile', () => {
  const behind = (): Story => {
    const story = proposed(P1(), 'A2', words(P1(), 'b1', 'الماء', 'ماء'), deleted(P1(), 'b2'))
    return revised(story, [words(story, 'b1', 'الماء', 'المياه')])
  }

  it('rule 9: collides with the text itself', () => {
    const story = behind()
    expect(types(story)).toEqual(['TextRevised', 'CollisionDetected'])
    expect(eventOf(story, 'CollisionDetected').data).toMatchObject({
      ref: 'P1-X1',
      revision: 1,
      collision: { first: { ref: 'P1@2', words: 'المياه' }, second: { ref: 'P1-A1', words: 'ماء' } }
    })
  })

  it('gives way: what is left of it is a derived form that names the collision', () => {
    const after = done(resolving(behind(), 'P1-X1', { one: 0 }))
    expect(eventOf(after, 'AmendmentRebased').data).toMatchObject({
      ref: 'P1-A1',
      revision: 2,
      operations: [{ op: 'delete', block: 'b2' }],
      madeFrom: { kind: 'rebase', revision: 1, resolutions: ['P1-X1'] }
    })
    expect(wordsOf(adopted(after, 'P1-A1'))).toEqual(['توفير المياه الصالح للشرب'])
  })

  it('or stands over it', () => {
    const after = done(resolving(behind(), 'P1-X1', { one: 1 }))
    expect(wordsOf(adopted(after, 'P1-A1'))).toEqual(['توفير ماء الصالح للشرب'])
  })

  it('may be thought over again as long as it is not in the text', () => {
    const after = done(reopening(done(resolving(behind(), 'P1-X1', { one: 0 }))))
    expect(standing(after, 'P1-A1')).toBe('colliding')
    const other = done(resolving(after, 'P1-X1', { one: 1 }))
    expect(wordsOf(adopted(other, 'P1-A1'))).toEqual(['توفير ماء الصالح للشرب'])
  })

  it('gives way with all it asked for: moot, open again when the settlement is thought over', () => {
    const story = proposed(P1(), 'A2', words(P1(), 'b1', 'الماء', 'ماء'))
    const text = revised(story, [words(story, 'b1', 'الماء', 'المياه')])
    const settled = done(resolving(text, 'P1-X1', { one: 0 }))
    expect(eventOf(settled, 'AmendmentBecameMoot').data.because).toEqual({
      kind: 'gaveWay',
      collisions: ['P1-X1'],
      revision: 2
    })
    const again = done(reopening(settled))
    expect(types(again)).toEqual(['CollisionReopened', 'AmendmentReopened'])
    expect(standing(again, 'P1-A1')).toBe('colliding')
    expect(open(again)).toEqual(['P1-X1'])
    const other = done(resolving(again, 'P1-X1', { one: 1 }))
    expect(wordsOf(adopted(other, 'P1-A1'))[0]).toBe('توفير ماء الصالح للشرب')
  })

  it('rule 2: is not settled before the text that it is settled on', () => {
    const later = revised(colliding(), [words(colliding(), 'b1', 'للشرب', 'للسقي')])
    const { at: since } = currentOf(later)
    expect(refusal(resolving(later, 'P1-X1', { one: 0 }, { at: at(3) }))).toMatchObject({
      tag: 'LaterRevisionRecorded',
      rule: 2,
      details: { since }
    })
    const settled = done(resolving(colliding(), 'P1-X1', { one: 0 }))
    const then = revised(settled, [words(settled, 'b1', 'للشرب', 'للسقي')])
    expect(refusal(reopening(then, { at: at(4) }))).toMatchObject({ tag: 'LaterRevisionRecorded' })
  })

  it('fits by itself where the old words come back: the collision lapses', () => {
    const back = revised(behind(), [words(behind(), 'b1', 'المياه', 'الماء')])
    expect(types(back)).toEqual(['TextRevised', 'AmendmentRebased'])
    expect(open(back)).toEqual([])
    expect(currentForm(amendment(back, 'P1-A1'))?.revision).toBe(3)
  })

  it('asks anew where the text moved on to other words', () => {
    const on = revised(behind(), [words(behind(), 'b1', 'المياه', 'مياه الشبكة')])
    expect(eventOf(on, 'CollisionDetected').data).toMatchObject({
      ref: 'P1-X2',
      collision: { first: { ref: 'P1@3' } }
    })
    expect(open(on)).toEqual(['P1-X2'])
  })
})
