import {
  allAdopted,
  accepting,
  adopted,
  adopting,
  amendment,
  asked,
  at,
  currentOf,
  deleted,
  done,
  endorsed,
  eventOf,
  inserted,
  meeting,
  onText,
  open,
  proposed,
  received,
  recast,
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
import { fateOf, submittedForm } from '../amendment/queries'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { type Operation } from '../text/operation'
import { rejectAmendment } from './adopt-amendment'

const P1 = () => received('توفير الماء الصالح للشرب', 'إصلاح الطريق')
const water = (story: Story) => words(story, 'b1', 'الماء', 'ماء')
const A1 = 'P1-A1' as AmendmentRef
const M2Q7 = 'M2-Q7' as DecisionRef

describe('An amendment adopted by a meeting', () => {
  it('is put in as proposed: adoption, text and what follows are one append', () => {
    const story = endorsed(proposed(proposed(P1(), 'A2', water(P1())), 'A3', deleted(P1(), 'b2')), 'A4')
    const after = adopted(story, 'P1-A1', { decision: M2Q7 })
    expect(types(after)).toEqual([
      'AmendmentAdopted',
      'TextRevised',
      'AmendmentRebased',
      'EndorsementBecameStale'
    ])
    expect(eventOf(after, 'AmendmentAdopted').data).toEqual({
      ref: 'P1-A1',
      decision: 'M2-Q7',
      as: 'proposed',
      operations: [water(P1())]
    })
    expect(eventOf(after, 'TextRevised').data).toMatchObject({
      revision: 2,
      materiality: 'substantive',
      because: { kind: 'amendments', amendments: ['P1-A1'], resolutions: [] }
    })
    expect(wordsOf(after)).toEqual(['توفير ماء الصالح للشرب', 'إصلاح الطريق'])
    expect(standing(after, 'P1-A1')).toBe('adopted')
  })

  it('rule 7: as modified, with the submitted wording kept beside the meeting’s', () => {
    const story = proposed(P1(), 'A2', water(P1()))
    const modified = [words(story, 'b1', 'الماء', 'ماء شروب')]
    const after = adopted(story, 'P1-A1', { modified, materiality: 'clarifying', why: 'وضوح' as Words })
    expect(eventOf(after, 'AmendmentAdopted').data).toMatchObject({ as: 'modified', operations: modified })
    expect(eventOf(after, 'TextRevised').data).toMatchObject({ materiality: 'clarifying', why: 'وضوح' })
    expect(submittedForm(amendment(after, 'P1-A1'))?.operations).toEqual([water(P1())])
    expect(fateOf(amendment(after, 'P1-A1'))).toMatchObject({ as: 'modified', operations: modified })
  })

  it('rule 9: as modified, it may meet another one that it did not meet before', () => {
    const story = proposed(proposed(P1(), 'A2', water(P1())), 'A3', words(P1(), 'b1', 'للشرب', 'للسقي'))
    const after = adopted(story, 'P1-A1', { modified: [words(story, 'b1', 'الصالح للشرب', 'الشروب')] })
    expect(types(after)).toEqual(['AmendmentAdopted', 'TextRevised', 'CollisionDetected'])
    expect(eventOf(after, 'CollisionDetected').data.collision.first.ref).toBe('P1@2')
  })

  it('rule 9: is refused while people have to settle a collision that concerns it', () => {
    const story = proposed(proposed(P1(), 'A2', water(P1())), 'A3', words(P1(), 'b1', 'الماء', 'المياه'))
    expect(refusal(adopting(story, 'P1-A2'))).toMatchObject({
      tag: 'CollisionOpen',
      rule: 9,
      value: 'P1-A2',
      details: { collisions: ['P1-X1'] }
    })
    expect(types(done(adopting(done(resolving(story, 'P1-X1', { one: 1 })), 'P1-A2')))).toContain(
      'TextRevised'
    )
  })

  it('rule 8: names the settlements that made its words', () => {
    const story = proposed(proposed(P1(), 'A2', water(P1())), 'A3', words(P1(), 'b1', 'الماء', 'المياه'))
    const settled = adopted(done(resolving(story, 'P1-X1', { one: 1 })), 'P1-A1')
    const after = adopted(settled, 'P1-A2')
    expect(eventOf(after, 'TextRevised').data.because).toEqual({
      kind: 'amendments',
      amendments: ['P1-A2'],
      resolutions: ['P1-X1']
    })
    expect(wordsOf(after)[0]).toBe('توفير المياه الصالح للشرب')
  })

  it('rule 9: one that gave way to it is moot, and says in which collision', () => {
    const story = proposed(proposed(P1(), 'A2', water(P1())), 'A3', words(P1(), 'b1', 'الماء', 'المياه'))
    const settled = done(resolving(story, 'P1-X1', { one: 0 }))
    expect(standing(settled, 'P1-A2')).toBe('open')
    const after = adopted(settled, 'P1-A1')
    expect(types(after)).toEqual(['AmendmentAdopted', 'TextRevised', 'AmendmentBecameMoot'])
    expect(eventOf(after, 'AmendmentBecameMoot').data).toEqual({
      ref: 'P1-A2',
      because: { kind: 'gaveWay', collisions: ['P1-X1'], revision: 2 }
    })
    expect(standing(after, 'P1-A2')).toBe('gaveWay')
    expect(refusal(adopting(after, 'P1-A2'))).toMatchObject({ tag: 'AmendmentNotOpen' })
  })

  it('one that gave way only in part stays open with the rest of its words', () => {
    const story = proposed(
      proposed(P1(), 'A2', water(P1())),
      'A3',
      words(P1(), 'b1', 'الماء', 'المياه'),
      deleted(P1(), 'b2')
    )
    const after = adopted(done(resolving(story, 'P1-X1', { one: 0 })), 'P1-A1')
    expect(standing(after, 'P1-A2')).toBe('open')
    expect(wordsOf(adopted(after, 'P1-A2'))).toEqual(['توفير ماء الصالح للشرب'])
  })

  it('rule 8: one is open again when what it gave way to gives way itself', () => {
    const wide = words(P1(), 'b1', 'توفير الماء', 'ضمان ماء')
    const one = proposed(proposed(P1(), 'A2', words(P1(), 'b1', 'الماء', 'المياه')), 'A3', wide)
    const story = proposed(one, 'A4', words(P1(), 'b1', 'توفير', 'تأمين'))
    expect(open(story)).toEqual(['P1-X1', 'P1-X2'])
    const settled = done(resolving(done(resolving(story, 'P1-X1', { one: 1 })), 'P1-X2', { one: 1 }))
    const gaveWay = adopted(settled, 'P1-A2')
    expect(standing(gaveWay, 'P1-A1')).toBe('gaveWay')
    const again = adopted(gaveWay, 'P1-A3')
    expect(eventOf(again, 'AmendmentReopened').data).toEqual({ ref: 'P1-A1', by: 'P1-A3' })
    expect(standing(again, 'P1-A1')).toBe('open')
    const end = allAdopted(again, ['P1-A1'])
    expect(wordsOf(end)[0]).toBe('تأمين المياه الصالح للشرب')
    expect(wordsOf(allAdopted(settled, ['P1-A3', 'P1-A2', 'P1-A1']))).toEqual(wordsOf(end))
    expect(wordsOf(allAdopted(settled, ['P1-A1', 'P1-A2', 'P1-A3']))).toEqual(wordsOf(end))
  })

  it('makes an equal one moot: it is in the text already', () => {
    const story = proposed(proposed(P1(), 'A2', water(P1())), 'A3', water(P1()))
    const after = adopted(story, 'P1-A1')
    expect(standing(after, 'P1-A2')).toBe('moot')
    expect(refusal(adopting(after, 'P1-A2'))).toMatchObject({
      tag: 'AmendmentNotOpen',
      details: { status: 'moot' }
    })
  })

  it('rule 16: is refused where the meeting had another text before it', () => {
    const story = proposed(P1(), 'A2', water(P1()))
    const { revision, textHash } = onText(story)
    const moved = revised(story, [deleted(story, 'b2')])
    expect(refusal(adopting(moved, 'P1-A1', { text: { revision, textHash } }))).toMatchObject({
      tag: 'TextHasMoved',
      details: { revision: 2 }
    })
  })

  it('is refused where nothing would be left of the text', () => {
    const one = proposed(P1(), 'A2', deleted(P1(), 'b1'))
    const story = adopted(proposed(one, 'A3', deleted(P1(), 'b2')), 'P1-A1')
    expect(refusal(adopting(story, 'P1-A2'))).toMatchObject({
      tag: 'AmendmentDoesNotFit',
      details: { problem: 'TextEmpty' }
    })
  })

  it('rule 9: is refused while its wording is behind the text', () => {
    const story = proposed(P1(), 'A2', water(P1()))
    const moved = revised(story, [words(story, 'b1', 'الماء', 'المياه')])
    expect(refusal(adopting(moved, 'P1-A1'))).toMatchObject({ tag: 'CollisionOpen' })
  })

  it('a whole other text stands against every small one until people settle it', () => {
    const one = proposed(P1(), 'A2', recast(P1(), 'نص جامع'))
    const story = proposed(proposed(one, 'A3', water(P1())), 'A4', deleted(P1(), 'b2'))
    expect(open(story)).toEqual(['P1-X1', 'P1-X2'])
    const settled = done(resolving(done(resolving(story, 'P1-X1', { one: 0 })), 'P1-X2', { one: 0 }))
    const after = adopted(adopted(settled, 'P1-A3'), 'P1-A1')
    expect(standing(after, 'P1-A2')).toBe('gaveWay')
    expect(wordsOf(after)).toEqual(['نص جامع'])
  })
})

describe('A paragraph that one amendment takes away and another, which stands over it, keeps', () => {
  const settled = (): Story => {
    const three = received('توفير الماء', 'إنارة الطرق', 'بناء مدرسة')
    const story = proposed(
      proposed(three, 'A2', deleted(three, 'b2')),
      'A3',
      words(three, 'b2', 'الطرق', 'الأزقة')
    )
    return done(resolving(story, 'P1-X1', { one: 1 }))
  }
  const idsOf = (story: Story) => currentOf(story).text.blocks.map(({ id }) => id)

  it('rule 8: is the same paragraph in any order of adoption', () => {
    const gone = adopted(settled(), 'P1-A1')
    expect(idsOf(gone)).toEqual(['b1', 'b3'])
    const back = adopted(gone, 'P1-A2')
    expect(idsOf(back)).toEqual(['b1', 'b2', 'b3'])
    expect(wordsOf(back)).toEqual(wordsOf(allAdopted(settled(), ['P1-A2', 'P1-A1'])))
    expect(idsOf(allAdopted(settled(), ['P1-A2', 'P1-A1']))).toEqual(['b1', 'b2', 'b3'])
  })

  it('takes no new number: that is for the next new one', () => {
    const back = allAdopted(settled(), ['P1-A1', 'P1-A2'])
    const longer = adopted(proposed(back, 'A4', inserted('b2', 'بناء ملعب')), 'P1-A3')
    expect(idsOf(longer)).toEqual(['b1', 'b2', 'b4', 'b3'])
  })
})

describe('A meeting’s own form of an amendment, beside an open collision of two others', () => {
  const beside = (): Story =>
    [
      [deleted(P1(), 'b2')],
      [words(P1(), 'b1', 'الماء', 'ماء')],
      [words(P1(), 'b1', 'الماء', 'المياه')]
    ].reduce((so, operations) => proposed(so, 'A2', ...operations), P1())

  const asModified = (story: Story, ...modified: ReadonlyArray<Operation>) =>
    adopting(story, 'P1-A1', { modified })

  it.each([
    { how: 'in a third way', wanted: ['الماء', 'الشبكة'] },
    { how: 'as one of them asks', wanted: ['الماء', 'ماء'] },
    { how: 'with words beside them', wanted: ['توفير الماء', 'تأمين مياه'] }
  ] as const)(
    'rule 9: is refused where it changes the words in question $how',
    ({ wanted: [old, wanted] }) => {
      expect(refusal(asModified(beside(), words(P1(), 'b1', old, wanted)))).toMatchObject({
        tag: 'CollisionOpen',
        rule: 9,
        field: 'payload.modified',
        value: 'P1-A1',
        details: { collisions: ['P1-X1'] }
      })
    }
  )

  it('rule 9: is refused where it takes away or moves what they stand in', () => {
    const whole = recast(P1(), 'نص جامع')
    for (const operations of [[deleted(P1(), 'b1')], [whole]])
      expect(refusal(asModified(beside(), ...operations))).toMatchObject({ tag: 'CollisionOpen' })
  })

  it('is taken on other words, in the same paragraph too', () => {
    const modified = [words(P1(), 'b1', 'للشرب', 'لكل الأحياء'), words(P1(), 'b2', 'الطريق', 'الطرق')]
    const after = done(asModified(beside(), ...modified))
    expect(wordsOf(after)).toEqual(['توفير الماء الصالح لكل الأحياء', 'إصلاح الطرق'])
    expect(open(after)).toEqual(['P1-X1'])
  })

  it('is taken once people have settled it', () => {
    const settled = done(resolving(beside(), 'P1-X1', { one: 0 }))
    expect(types(done(asModified(settled, words(P1(), 'b1', 'الماء', 'الشبكة'))))).toContain('TextRevised')
  })

  it('rule 9: is refused too where one of the two is the text as it became', () => {
    const before = proposed(proposed(P1(), 'A2', deleted(P1(), 'b2')), 'A3', water(P1()))
    const story = revised(before, [words(before, 'b1', 'الماء', 'المياه')])
    expect(open(story)).toEqual(['P1-X1'])
    const again = words(story, 'b1', 'المياه', 'الشبكة')
    expect(refusal(asModified(story, again))).toMatchObject({
      tag: 'CollisionOpen',
      field: 'payload.modified',
      details: { collisions: ['P1-X1'] }
    })
    expect(types(done(asModified(story, words(story, 'b2', 'الطريق', 'الطرق'))))).toContain('TextRevised')
  })

  it('rule 9: keeps the place and the title in question as they are', () => {
    const other = { op: 'retitle', old: 'الماء' } as const
    const story = [
      [deleted(P1(), 'b2')],
      [inserted('b1', 'أ'), { ...other, new: 'ماء' }],
      [inserted('b1', 'ب'), { ...other, new: 'المياه' }]
    ].reduce((so, operations) => proposed(so, 'A2', ...operations), P1())
    expect(open(story)).toEqual(['P1-X1', 'P1-X2'])
    const named = (...operations: ReadonlyArray<Operation>) =>
      refusal(asModified(story, ...operations))?.details
    expect(named({ ...other, new: 'مياه' }, inserted('b1', 'ج'))).toEqual({
      collisions: ['P1-X1', 'P1-X2']
    })
    expect(named({ ...other, new: 'مياه' })).toMatchObject({ collisions: [expect.any(String)] })
    expect(types(done(asModified(story, inserted('b2', 'ج'))))).toContain('TextRevised')
  })
})

describe('An amendment accepted by the submission’s author', () => {
  it('is put in without a meeting', () => {
    const after = done(accepting(proposed(P1(), 'A2', water(P1())), 'P1-A1'))
    expect(types(after)).toEqual(['AmendmentAcceptedByAuthor', 'TextRevised'])
    expect(eventOf(after, 'AmendmentAcceptedByAuthor').data).toEqual({ ref: 'P1-A1', association: 'A1' })
    expect(standing(after, 'P1-A1')).toBe('acceptedByAuthor')
  })

  it('is the authors’ alone', () => {
    const story = proposed(P1(), 'A2', water(P1()))
    expect(refusal(accepting(story, 'P1-A1', { by: 'A2' }))).toMatchObject({
      tag: 'NotAnAuthor',
      value: 'A2'
    })
    expect(refusal(accepting(story, 'P1-A1', { by: meeting }))).toMatchObject({ tag: 'NotAnAuthor' })
  })

  it('rule 9: is refused while a collision concerns it', () => {
    const story = proposed(proposed(P1(), 'A2', inserted('b1', 'أ')), 'A3', inserted('b1', 'ب'))
    expect(refusal(accepting(story, 'P1-A1'))).toMatchObject({ tag: 'CollisionOpen' })
  })

  it('rule 2: may not precede the proposal', () => {
    const story = proposed(P1(), 'A2', water(P1()))
    expect(refusal(accepting(story, 'P1-A1', { at: at(1) }))).toMatchObject({ tag: 'PrecedesWhatItRefersTo' })
  })

  it('needs one that is there and open', () => {
    const story = done(
      asked(proposed(P1(), 'A2', water(P1())), 'WithdrawAmendment', { amendment: A1 }, { by: 'A2' })
    )
    expect(refusal(accepting(story, 'P1-A1'))).toMatchObject({
      tag: 'AmendmentNotOpen',
      details: { status: 'withdrawn' }
    })
    expect(refusal(accepting(story, 'P1-A9'))).toMatchObject({ tag: 'ReferenceUnknown' })
  })
})

describe('An amendment that a meeting declines', () => {
  it('is rejected, and its collisions lapse', () => {
    const story = proposed(proposed(P1(), 'A2', inserted('b1', 'أ')), 'A3', inserted('b1', 'ب'))
    const after = done(
      tried(story, { by: meeting }, circumstances =>
        rejectAmendment(story.stream, { ref: A1, decision: M2Q7, reason: 'سبب' as Words }, circumstances)
      )
    )
    expect(types(after)).toEqual(['AmendmentRejected'])
    expect(standing(after, 'P1-A1')).toBe('rejected')
    expect(open(after)).toEqual([])
  })
})
