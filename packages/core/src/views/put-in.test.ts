import { type Act, after, found, type Log, shown } from '../../test/path-log'
import { act, decided, entered, gathered, held, onText, replacing } from '../../test/views-story'

const amending = (ref: string, at: string, old: string, wanted: string) => (log: Log) =>
  act('ProposeAmendment', 'A2', at, {
    ref,
    ...onText(log, 'P3'),
    language: 'ar',
    operations: [replacing(log, 'P3', 'b1', old, wanted)],
    materiality: 'substantive'
  })

const adopting =
  (decision: string, at: string, ref: string) =>
  (log: Log): Act => {
    const { revision, textHash } = onText(log, 'P3')
    const subject = { kind: 'amendment', ref, revision, textHash }
    return decided(decision, at, subject, 'accept', 4, { materiality: 'substantive' })
  }

const annulling = (ref: string, at: string, taken: string) =>
  decided(ref, at, { kind: 'annulment', ref: taken }, 'annul', 4, {
    affects: ['meeting-khemisset.M2', 'submission-khemisset.P3'],
    reason: 'مثال توضيحي: خطأ'
  })

const first = after(
  gathered,
  entered('refining', '12-01T09:00'),
  amending('P3-A1', '12-02T09:00', 'السوق', 'المدرسة'),
  ...held('M2', '12-28', ['A1', 'A2', 'A3', 'A4']),
  adopting('M2-Q1', '12-28T10:30', 'P3-A1')
)

/** Another amendment replaces the words of the first. */
const replaced = after(
  first,
  amending('P3-A2', '12-28T10:40', 'المدرسة', 'المستوصف'),
  adopting('M2-Q2', '12-28T10:50', 'P3-A2')
)

const ended = (log: Log, amendment: string) =>
  found(shown(log, 'fates'), 'associations', 'association=A2', 'amendments', `amendment=${amendment}`)

describe('Where the words of an amendment are that was put in', () => {
  it('names the text with which it was put in', () => {
    expect(ended(first, 'P3-A1')).toMatchObject({ standing: 'adopted', revision: 2 })
    expect(ended(first, 'P3-A1')).not.toHaveProperty('wordsGone')
    expect(ended(first, 'P3-A1')).not.toHaveProperty('takenBack')
  })

  it('says by which text and which amendment they went', () => {
    expect(ended(replaced, 'P3-A1')).toMatchObject({
      revision: 2,
      wordsGone: { revision: 3, because: 'amendments', amendments: ['P3-A2'] }
    })
    expect(ended(replaced, 'P3-A2')).not.toHaveProperty('wordsGone')
  })

  it('says that the author took them out', () => {
    const revised = after(replaced, log =>
      act('ReviseText', 'A4', '12-28T10:55', {
        ...onText(log, 'P3'),
        operations: [replacing(log, 'P3', 'b1', 'المستوصف', 'السوق')],
        materiality: 'substantive',
        why: 'مثال توضيحي'
      })
    )
    expect(ended(revised, 'P3-A2')).toMatchObject({ wordsGone: { revision: 4, because: 'author' } })
  })

  it('are there as long as one of them is', () => {
    const partly = after(
      gathered,
      entered('refining', '12-01T09:00'),
      amending('P3-A1', '12-02T09:00', 'السوق', 'المدرسة الجديدة'),
      ...held('M2', '12-28', ['A1', 'A2', 'A3', 'A4']),
      adopting('M2-Q1', '12-28T10:30', 'P3-A1'),
      amending('P3-A2', '12-28T10:40', 'الجديدة', 'القديمة'),
      adopting('M2-Q2', '12-28T10:50', 'P3-A2')
    )
    expect(ended(partly, 'P3-A1')).not.toHaveProperty('wordsGone')
  })

  it('says that the decision was annulled by which it was put in, and no more that it is in the text', () => {
    const annulled = after(replaced, annulling('M2-Q3', '12-28T11:00', 'M2-Q2'))
    expect(ended(annulled, 'P3-A2')).toMatchObject({
      standing: 'open',
      revision: 3,
      takenBack: { revision: 4, decision: 'M2-Q3' }
    })
    expect(ended(annulled, 'P3-A1')).not.toHaveProperty('wordsGone')
    expect(ended(annulled, 'P3-A1')).not.toHaveProperty('takenBack')
    const again = after(annulled, adopting('M2-Q4', '12-28T11:10', 'P3-A2'))
    expect(ended(again, 'P3-A2')).toMatchObject({ standing: 'adopted', revision: 5 })
    expect(ended(again, 'P3-A2')).not.toHaveProperty('takenBack')
    expect(ended(again, 'P3-A1')).toMatchObject({ wordsGone: { revision: 5 } })
  })
})
