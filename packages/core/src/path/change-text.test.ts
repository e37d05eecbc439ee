import {
  adopted,
  amendment,
  currentOf,
  deleted,
  endorsed,
  eventOf,
  inserted,
  open,
  proposed,
  received,
  revised,
  standing,
  types,
  words
} from '../../test/refining-story'
import { currentForm, submittedForm } from '../amendment/queries'

const P1 = () => received('توفير الماء الصالح للشرب', 'إصلاح الطريق')

describe('A new text of a submission', () => {
  it('rule 7: brings every open amendment to itself where it is clean, and keeps the submitted wording', () => {
    const story = proposed(P1(), 'A2', words(P1(), 'b1', 'للشرب', 'للاستعمال'))
    const after = revised(story, [words(story, 'b1', 'توفير', 'ضمان توفير')])
    expect(types(after)).toEqual(['TextRevised', 'AmendmentRebased'])
    expect(eventOf(after, 'AmendmentRebased').data).toMatchObject({
      ref: 'P1-A1',
      revision: 2,
      textHash: currentOf(after).textHash,
      madeFrom: { kind: 'rebase', revision: 1, adopted: [] }
    })
    const found = amendment(after, 'P1-A1')
    expect(submittedForm(found)?.operations).toEqual([words(P1(), 'b1', 'للشرب', 'للاستعمال')])
    expect(currentForm(found)?.operations).toEqual([words(after, 'b1', 'للشرب', 'للاستعمال')])
  })

  it('makes moot what it already says', () => {
    const story = proposed(P1(), 'A2', deleted(P1(), 'b2'))
    const after = revised(story, [deleted(story, 'b2')])
    expect(eventOf(after, 'AmendmentBecameMoot').data).toEqual({
      ref: 'P1-A1',
      because: { kind: 'alreadyContained', revision: 2 }
    })
  })

  it('rule 9: collides where the amendment asks for something else at the same words', () => {
    const story = proposed(P1(), 'A2', words(P1(), 'b1', 'الماء', 'ماء'))
    const after = revised(story, [deleted(story, 'b1'), inserted('b2', 'تقوية الإنارة')])
    expect(eventOf(after, 'CollisionDetected').data.collision.kind).toBe('deletedAndChanged')
    expect(open(after)).toEqual(['P1-X1'])
    expect(standing(after, 'P1-A1')).toBe('colliding')
  })

  it('rule 9: sets a new amendment also against those that stayed open over a revision', () => {
    const story = proposed(P1(), 'A2', words(P1(), 'b1', 'للشرب', 'للاستعمال'))
    const after = revised(story, [words(story, 'b1', 'توفير', 'ضمان توفير')])
    expect(types(proposed(after, 'A3', words(after, 'b1', 'للشرب', 'والسقي')))).toEqual([
      'AmendmentProposed',
      'CollisionDetected'
    ])
  })

  it('rule 10: makes stands stale in one list where it is substantive, and only then', () => {
    const story = endorsed(endorsed(P1(), 'A2'), 'A3')
    const substantive = revised(story, [words(story, 'b1', 'الماء', 'ماء')])
    expect(types(substantive)).toEqual(['TextRevised', 'EndorsementBecameStale'])
    expect(eventOf(substantive, 'EndorsementBecameStale').data).toMatchObject({
      stands: [{ association: 'A2' }, { association: 'A3' }],
      was: { revision: 1 },
      now: { revision: 2, textHash: currentOf(substantive).textHash }
    })
    expect(types(revised(story, [words(story, 'b1', 'الماء', 'ماء')], { materiality: 'editorial' }))).toEqual(
      ['TextRevised']
    )
  })

  it('carries what was settled to the next text where the matter is the same', () => {
    const one = proposed(P1(), 'A2', words(P1(), 'b1', 'الماء', 'ماء'))
    const story = proposed(one, 'A3', words(P1(), 'b1', 'الماء', 'المياه'))
    const moved = revised(story, [deleted(story, 'b2')])
    expect(types(moved)).toEqual(['TextRevised', 'AmendmentRebased', 'AmendmentRebased'])
    expect(open(moved)).toEqual(['P1-X1'])
    expect(() => adopted(moved, 'P1-A1')).toThrow('CollisionOpen')
  })
})
