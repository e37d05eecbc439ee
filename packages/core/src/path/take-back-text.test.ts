import * as fc from 'fast-check'
import {
  type Act,
  adopted,
  currentOf,
  deleted,
  done,
  endorsed,
  eventOf,
  meeting,
  open,
  proposed,
  received,
  refusal,
  resolving,
  revised,
  standing,
  type Story,
  tried,
  types,
  words,
  wordsOf
} from '../../test/refining-story'
import { type AmendmentRef } from '../amendment/ids'
import { type Count, type Positive, type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { rejectAmendment } from './adopt-amendment'
import { takeBackText } from './take-back-text'

const P1 = () => received('توفير الماء الصالح للشرب', 'إصلاح الطريق')
const water = (story: Story) => words(story, 'b1', 'الماء', 'ماء')
const Q7 = 'M2-Q7' as DecisionRef
const Q9 = 'M2-Q9' as DecisionRef

const annulling = (story: Story, annulled: DecisionRef = Q7, act: Act = {}) =>
  tried(story, { by: meeting, ...act }, circumstances =>
    takeBackText(story.stream, { annulled, reason: 'خطأ في الإعلان' as Words, by: Q9 }, circumstances)
  )

describe('The annulment of an amendment’s adoption', () => {
  const adoptedOne = () => adopted(proposed(P1(), 'A2', water(P1())), 'P1-A1', { decision: Q7 })

  it('rule 1: brings the old words back under the next number, and the amendment is open again', () => {
    const after = done(annulling(adoptedOne()))
    expect(types(after)).toEqual(['AmendmentReopened', 'TextRevised', 'AmendmentRebased'])
    expect(eventOf(after, 'TextRevised').data).toMatchObject({
      revision: 3,
      textHash: currentOf(P1()).textHash,
      blocks: currentOf(P1()).text.blocks,
      because: { kind: 'annulment', decision: 'M2-Q7' }
    })
    expect(eventOf(after, 'AmendmentReopened').data).toMatchObject({ ref: 'P1-A1', decision: 'M2-Q9' })
    expect(standing(after, 'P1-A1')).toBe('open')
    expect(wordsOf(adopted(after, 'P1-A1'))).toEqual(wordsOf(adoptedOne()))
  })

  it('rule 1: a stand whose words are current again is live again, and those on the annulled ones are stale', () => {
    const before = endorsed(proposed(P1(), 'A2', water(P1())), 'A3')
    const since = endorsed(adopted(before, 'P1-A1', { decision: Q7 }), 'A4')
    const after = done(annulling(since, Q7, { support: { parts: 1 as Count, of: 4 as Positive } }))
    expect(types(after)).toEqual([
      'AmendmentReopened',
      'TextRevised',
      'AmendmentRebased',
      'EndorsementBecameStale',
      'ThresholdReached'
    ])
    expect(eventOf(after, 'EndorsementBecameStale').data.stands).toMatchObject([{ association: 'A4' }])
    expect(eventOf(after, 'ThresholdReached').data).toMatchObject({ supporters: ['A3'], needed: 1 })
  })

  it('opens again what the adoption had made moot', () => {
    const story = proposed(proposed(P1(), 'A2', water(P1())), 'A3', water(P1()))
    const after = done(annulling(adopted(story, 'P1-A1', { decision: Q7 })))
    expect([standing(after, 'P1-A1'), standing(after, 'P1-A2')]).toEqual(['open', 'open'])
  })

  it('rule 9: opens again what gave way to it, and how that was settled holds', () => {
    const colliding = proposed(proposed(P1(), 'A2', water(P1())), 'A3', words(P1(), 'b1', 'الماء', 'المياه'))
    const settled = done(resolving(colliding, 'P1-X1', { one: 0 }))
    const story = adopted(settled, 'P1-A1', { decision: Q7 })
    expect(standing(story, 'P1-A2')).toBe('gaveWay')
    const after = done(annulling(story))
    expect([standing(after, 'P1-A1'), standing(after, 'P1-A2')]).toEqual(['open', 'open'])
    expect(open(after)).toEqual([])
    expect(standing(adopted(after, 'P1-A1'), 'P1-A2')).toBe('gaveWay')
  })

  it('takes back only what it changed where the text has moved on elsewhere', () => {
    const since = revised(adoptedOne(), [deleted(adoptedOne(), 'b2')])
    expect(wordsOf(done(annulling(since)))).toEqual(['توفير الماء الصالح للشرب'])
  })

  it('rule 1: is refused where later words rest on it', () => {
    const since = revised(adoptedOne(), [words(adoptedOne(), 'b1', 'ماء', 'مياه الشبكة')])
    expect(refusal(annulling(since))).toMatchObject({
      tag: 'LaterTextRestsOnIt',
      rule: 1,
      details: { revision: 2, current: 3 }
    })
  })

  it('does nothing where the decision did nothing here', () => {
    expect(done(annulling(adoptedOne(), 'M2-Q1' as DecisionRef)).last).toEqual([])
  })

  it('of a rejection only opens the amendment again', () => {
    const story = proposed(P1(), 'A2', water(P1()))
    const rejected = done(
      tried(story, { by: meeting }, circumstances =>
        rejectAmendment(story.stream, { ref: 'P1-A1' as AmendmentRef, decision: Q7 }, circumstances)
      )
    )
    const moved = revised(rejected, [deleted(rejected, 'b2')])
    expect(types(done(annulling(moved)))).toEqual(['AmendmentReopened', 'AmendmentRebased'])
  })

  it('rule 1: adopting and annulling in any number gives the words that were before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), times => {
        let story = proposed(P1(), 'A2', water(P1()), deleted(P1(), 'b2'))
        for (let time = 0; time < times; time++) {
          const decision = `M2-Q${time + 20}` as DecisionRef
          story = done(annulling(adopted(story, 'P1-A1', { decision }), decision))
        }
        expect(currentOf(story).textHash).toBe(currentOf(P1()).textHash)
        expect(standing(story, 'P1-A1')).toBe('open')
      })
    )
  })
})
