import {
  AR,
  adopted,
  type Story,
  amendment,
  asked,
  at,
  currentOf,
  deleted,
  done,
  eventOf,
  french,
  inserted,
  onText,
  open,
  proposed,
  proposedInFrench,
  proposing,
  received,
  refusal,
  revised,
  standing,
  translated,
  types,
  words
} from '../../test/refining-story'
import { type Actor, type MandateRef } from '../kernel/envelope'
import { type Words } from '../kernel/primitives'
import { type BlockId, type NewBlock } from '../text/text'
import { type AmendmentRef } from './ids'
import { currentForm, submittedForm } from './queries'

const P1 = () => received('توفير الماء الصالح للشرب', 'إصلاح الطريق')
const A1 = 'P1-A1' as AmendmentRef

describe('ProposeAmendment', () => {
  it('keeps the words that the association proposes, on the text that they were said of', () => {
    const story = P1()
    const operations = [words(story, 'b1', 'الماء', 'ماء')]
    const after = proposed(story, 'A2', ...operations)
    expect(types(after)).toEqual(['AmendmentProposed'])
    expect(eventOf(after, 'AmendmentProposed').data).toMatchObject({
      ref: 'P1-A1',
      association: 'A2',
      revision: 1,
      textHash: currentOf(story).textHash,
      operations
    })
    expect(standing(after, 'P1-A1')).toBe('open')
  })

  it('changes no text and makes no stand stale', () => {
    const after = proposed(P1(), 'A2', deleted(P1(), 'b2'))
    expect(currentOf(after).revision).toBe(1)
  })

  it('takes the next number, and no other', () => {
    const story = P1()
    const refused = refusal(proposing(story, 'A2', [deleted(story, 'b2')], { ref: 'P1-A2' }))
    expect(refused).toMatchObject({ tag: 'NumberNotNext', field: 'payload.ref', details: { next: 'P1-A1' } })
  })

  it('rule 7: is refused where its quoted words are not what the text says', () => {
    const story = P1()
    const wrong = { ...words(story, 'b1', 'الماء', 'ماء'), old: 'المال!' }
    expect(refusal(proposing(story, 'A2', [wrong]))).toMatchObject({
      tag: 'AmendmentQuotationDiffers',
      rule: 7,
      field: 'payload.operations.0',
      details: { place: 'b1', quoted: 'المال!', found: 'الماء ' }
    })
  })

  it('rule 7: is refused where a whole other text was written on another text', () => {
    const story = P1()
    const other = revised(story, [words(story, 'b1', 'الماء', 'ماء')])
    const refused = refusal(
      proposing(other, 'A2', [{ op: 'recast', old: currentOf(story).textHash, title: 'آخر', blocks: [] }])
    )
    expect(refused).toMatchObject({ tag: 'AmendmentQuotationDiffers', details: { place: 'text' } })
  })

  it('rule 8: is refused where its own operations contradict each other', () => {
    const story = P1()
    const refused = refusal(
      proposing(story, 'A2', [deleted(story, 'b1'), words(story, 'b1', 'الماء', 'ماء')])
    )
    expect(refused).toMatchObject({
      tag: 'AmendmentDoesNotFit',
      details: { problem: 'OperationsContradict' }
    })
  })

  it('is refused where the text would read as it does', () => {
    const story = P1()
    expect(refusal(proposing(story, 'A2', []))).toMatchObject({ tag: 'AmendmentChangesNothing' })
  })

  it('is refused where nothing would be left of the text', () => {
    const story = received('إصلاح الطريق')
    expect(refusal(proposing(story, 'A2', [deleted(story, 'b1')]))).toMatchObject({
      tag: 'AmendmentDoesNotFit',
      details: { problem: 'TextEmpty' }
    })
  })

  it('rule 16: is refused where the text that it names is no longer the current one', () => {
    const story = P1()
    const moved = revised(story, [deleted(story, 'b2')])
    const { submission, revision, textHash } = onText(story)
    const operations = [words(story, 'b1', 'الماء', 'ماء')]
    const payload = {
      ref: A1,
      submission,
      revision,
      textHash,
      language: AR,
      operations,
      materiality: 'editorial' as const
    }
    expect(refusal(asked(moved, 'ProposeAmendment', payload, { by: 'A2' }))).toMatchObject({
      tag: 'TextHasMoved',
      rule: 16,
      value: 1,
      details: { revision: 2, textHash: currentOf(moved).textHash }
    })
  })

  it('rule 2: is refused where it is dated before the last revision', () => {
    const story = P1()
    const moved = revised(story, [deleted(story, 'b2')], { at: at(60) })
    const payload = {
      ...onText(moved),
      ref: A1,
      language: AR,
      operations: [words(moved, 'b1', 'الماء', 'ماء')],
      materiality: 'editorial' as const
    }
    expect(refusal(asked(moved, 'ProposeAmendment', payload, { by: 'A2', at: at(30) }))).toMatchObject({
      tag: 'LaterRevisionRecorded',
      rule: 2,
      details: { revision: 2, since: at(60) }
    })
  })

  it('rule 9: finds at once what it collides with, with the exact words of both sides', () => {
    const story = proposed(P1(), 'A2', words(P1(), 'b1', 'الماء', 'ماء'))
    const after = proposed(story, 'A3', words(story, 'b1', 'الماء', 'المياه'), deleted(story, 'b2'))
    expect(types(after)).toEqual(['AmendmentProposed', 'CollisionDetected'])
    expect(eventOf(after, 'CollisionDetected').data).toMatchObject({
      ref: 'P1-X1',
      revision: 1,
      collision: {
        kind: 'sameWords',
        blocks: ['b1'],
        base: 'الماء',
        first: { ref: 'P1-A1', words: 'ماء' },
        second: { ref: 'P1-A2', words: 'المياه' }
      }
    })
    expect([standing(after, 'P1-A1'), standing(after, 'P1-A2')]).toEqual(['colliding', 'colliding'])
  })

  it('rule 8: finds no collision with an equal one, nor with one on other words of the block', () => {
    const story = proposed(P1(), 'A2', words(P1(), 'b1', 'الماء', 'ماء'))
    const equal = proposed(story, 'A3', words(story, 'b1', 'الماء', 'ماء'))
    const elsewhere = proposed(equal, 'A4', words(story, 'b1', 'للشرب', 'للاستعمال'))
    expect(types(elsewhere)).toEqual(['AmendmentProposed'])
    expect(open(elsewhere)).toEqual([])
  })

  it('rule 8: two insertions at one place collide, for their order is people’s to say', () => {
    const story = proposed(P1(), 'A2', inserted('b1', 'ربط القرى بالشبكة'))
    const after = proposed(story, 'A3', inserted('b1', 'محطة معالجة'))
    expect(eventOf(after, 'CollisionDetected').data.collision.kind).toBe('samePlace')
  })
})

describe('Two proposals of the same', () => {
  const block = { kind: 'paragraph', text: 'نص جامع' } as NewBlock
  const other = { text: 'نص جامع', kind: 'paragraph' } as NewBlock

  it('rule 8: new clause are one, in whatever order the parts of it were written down', () => {
    const clause = (one: NewBlock) => ({ op: 'insert' as const, after: 'b1' as BlockId, blocks: [one] })
    const story = proposed(proposed(P1(), 'A2', clause(block)), 'A3', clause(other))
    expect(open(story)).toEqual([])
    expect(standing(adopted(story, 'P1-A1'), 'P1-A2')).toBe('moot')
  })

  it('rule 8: whole other text are one, in whatever order the parts of its blocks were written down', () => {
    const whole = (blocks: ReadonlyArray<NewBlock>) => ({
      op: 'recast' as const,
      old: currentOf(P1()).textHash,
      title: 'عنوان آخر' as Words,
      blocks
    })
    const story = proposed(proposed(P1(), 'A2', whole([block])), 'A3', whole([other]))
    expect(open(story)).toEqual([])
    expect(standing(adopted(story, 'P1-A1'), 'P1-A2')).toBe('moot')
  })
})

describe('WithdrawAmendment', () => {
  const story = proposed(
    proposed(P1(), 'A2', words(P1(), 'b1', 'الماء', 'ماء')),
    'A3',
    words(P1(), 'b1', 'الماء', 'المياه')
  )
  const withdrawing = (by: string, from: Story = story, when = at(200)) =>
    asked(from, 'WithdrawAmendment', { amendment: A1, reason: 'اكتفينا' as Words }, { by, at: when })

  it('takes it off the table, and its collisions with it', () => {
    const after = done(withdrawing('A2'))
    expect(types(after)).toEqual(['AmendmentWithdrawn'])
    expect(standing(after, 'P1-A1')).toBe('withdrawn')
    expect(open(after)).toEqual([])
    expect(standing(after, 'P1-A2')).toBe('open')
  })

  it('keeps its number taken', () => {
    const after = proposed(done(withdrawing('A2')), 'A4', deleted(story, 'b2'))
    expect(eventOf(after, 'AmendmentProposed').data.ref).toBe('P1-A3')
  })

  it('twice is once', () => {
    const once = done(withdrawing('A2'))
    expect(done(withdrawing('A2', once)).last).toEqual([])
  })

  it('is its own association’s alone', () => {
    expect(refusal(withdrawing('A3'))).toMatchObject({ tag: 'NotTheProposer', details: { proposer: 'A2' } })
  })

  it('rule 2: may not precede the proposal', () => {
    expect(refusal(withdrawing('A2', story, at(0)))).toMatchObject({
      tag: 'PrecedesWhatItRefersTo',
      details: { refersTo: 'P1-A1', since: at(2) }
    })
  })

  it('needs an amendment that is there', () => {
    expect(refusal(withdrawing('A2', P1()))).toMatchObject({ tag: 'ReferenceUnknown', value: 'P1-A1' })
  })
})

describe('An amendment written on a translation', () => {
  const waiting = (): Story => proposedInFrench(translated(P1()))
  const wording = (story: Story, by: Parameters<typeof asked>[3]) => {
    const { revision, textHash } = onText(story)
    const operations = [words(story, 'b1', 'الماء', 'مياه')]
    return asked(story, 'WordAmendment', { amendment: A1, revision, textHash, operations }, by)
  }

  it('waits for the original’s words, and collides with nothing until then', () => {
    const story = proposed(waiting(), 'A3', words(waiting(), 'b1', 'الماء', 'ماء'))
    expect(eventOf(waiting(), 'AmendmentProposed').data.awaitsWording).toBe(true)
    expect(standing(story, 'P1-A1')).toBe('awaitingWording')
    expect(currentForm(amendment(story, 'P1-A1'))).toBeUndefined()
    expect(open(story)).toEqual([])
  })

  it('rule 7: is worded by an author, and both wordings are kept', () => {
    const after = done(wording(waiting(), { by: 'A1' }))
    expect(eventOf(after, 'AmendmentRebased').data.madeFrom).toEqual({
      kind: 'translation',
      language: 'fr',
      textHash: french(waiting()).textHash
    })
    const found = amendment(after, 'P1-A1')
    expect(submittedForm(found)?.operations).toMatchObject([{ old: 'Eau' }])
    expect(currentForm(found)?.operations).toMatchObject([{ old: 'الماء' }])
    expect(standing(after, 'P1-A1')).toBe('open')
  })

  it('rule 9: collides from then on', () => {
    const story = proposed(waiting(), 'A3', words(waiting(), 'b1', 'الماء', 'ماء'))
    expect(types(done(wording(story, { by: 'A1' })))).toEqual(['AmendmentRebased', 'CollisionDetected'])
  })

  it('is worded by the chair, or by who proposed it, but by no other association', () => {
    const chair: Actor = { as: 'office', office: 'chair', mandate: 'A4-m1' as MandateRef }
    expect(types(done(wording(waiting(), { by: chair })))).toEqual(['AmendmentRebased'])
    expect(types(done(wording(waiting(), { by: 'A2' })))).toEqual(['AmendmentRebased'])
    expect(refusal(wording(waiting(), { by: 'A3' }))).toMatchObject({
      tag: 'NotAnAuthor',
      details: { authors: ['A1'] }
    })
  })

  it('is worded once, and only where it waits', () => {
    const once = done(wording(waiting(), { by: 'A1' }))
    expect(refusal(wording(once, { by: 'A1' }))).toMatchObject({ tag: 'AmendmentIsWorded' })
    const own = proposed(P1(), 'A2', words(P1(), 'b1', 'الماء', 'ماء'))
    expect(refusal(wording(own, { by: 'A1' }))).toMatchObject({ tag: 'AmendmentIsWorded' })
  })
})
