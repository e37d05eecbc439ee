import { type Language } from '../kernel/primitives'
import { currentRevision } from '../submission/queries'
import { type Act, after, found, type Log, shown, statesOf } from '../../test/path-log'
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

describe('An amendment that a meeting held for more or less grave', () => {
  const row = (log: Log) =>
    found(shown(log, 'amendments'), 'submissions', 'submission=P3', 'amendments', 'amendment=P3-A1')
  const held2 = after(
    gathered,
    entered('refining', '12-01T09:00'),
    amending('P3-A1', '12-02T09:00', 'السوق', 'المدرسة'),
    ...held('M2', '12-28', ['A1', 'A2', 'A3', 'A4'])
  )

  it('shows as what it was put in', () => {
    const lighter = after(held2, log => {
      const subject = { kind: 'amendment', ref: 'P3-A1', ...onText(log, 'P3'), submission: undefined }
      const { submission: _, ...exact } = subject
      return decided('M2-Q1', '12-28T10:30', exact, 'accept', 4, { materiality: 'clarifying' })
    })
    expect(row(lighter)).toMatchObject({ materiality: 'substantive', putInAs: 'clarifying' })
    expect(row(after(held2, adopting('M2-Q1', '12-28T10:30', 'P3-A1')))).not.toHaveProperty('putInAs')
  })
})

describe('An amendment on a translation', () => {
  it('shows in the provenance who gave the words of the original', () => {
    const french = (log: Log) => {
      const current = currentRevision(statesOf(log).submissions['P3']?.submission as never, 'fr' as Language)
      return { submission: 'P3', revision: current?.revision, textHash: current?.textHash }
    }
    const log = after(
      gathered,
      entered('refining', '12-01T09:00'),
      so =>
        act('TranslateText', 'A4', '12-02T09:00', {
          submission: 'P3',
          language: 'fr',
          title: 'Routes',
          blocks: [{ id: 'b1', kind: 'paragraph', text: 'Réparer la route du marché' }],
          of: onText(so, 'P3').textHash
        }),
      so =>
        act('ProposeAmendment', 'A2', '12-03T09:00', {
          ref: 'P3-A1',
          ...french(so),
          language: 'fr',
          operations: [{ op: 'replace', block: 'b1', at: 20, old: 'marché', new: 'lycée' }],
          materiality: 'substantive'
        }),
      so =>
        act('WordAmendment', 'A4', '12-04T09:00', {
          amendment: 'P3-A1',
          revision: onText(so, 'P3').revision,
          textHash: onText(so, 'P3').textHash,
          operations: [replacing(so, 'P3', 'b1', 'السوق', 'المدرسة')]
        }),
      so =>
        act('AcceptAmendment', 'A4', '12-05T09:00', {
          amendment: 'P3-A1',
          revision: onText(so, 'P3').revision,
          textHash: onText(so, 'P3').textHash
        })
    )
    expect(JSON.stringify(shown(log, 'provenance', { ref: 'P3' }))).toContain(
      '"wordedBy":{"as":"association","association":"A4"'
    )
  })
})
