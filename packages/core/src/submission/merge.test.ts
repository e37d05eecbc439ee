import fc from 'fast-check'
import {
  act,
  type Act,
  at,
  endorses,
  eventsOf,
  objects,
  proposesMerge,
  refusalOf,
  revises,
  type Story,
  story,
  submits
} from '../../test/submission-story'
import { fateOf, isAdmitted } from './fate'
import { consentsAt } from './merge-consents'
import { authorsOf, currentRevision, currentText } from './queries'

const merge = { merge: 'P3', sources: ['P1', 'P2'] }
const consents = (by: string, when: string) => act('GiveMergeConsent', by, when, merge)
const refuses = (by: string, when: string) =>
  act('RefuseMergeConsent', by, when, { ...merge, reason: 'مطلبنا مختلف' })
const merges = (when: string) => act('MergeSubmissions', 'A1', when, merge)
const meetingMerges = (when: string) => act('merge', 'A1', when, { submission: 'P3', sources: ['P1', 'P2'] })
const undoes = (when: string) => act('undoMerge', 'A1', when, { submission: 'P3', reason: 'بطلب من الجمعية' })

const refsOf = (told: Story, ...refs: ReadonlyArray<string>) =>
  refs.map(ref => {
    const current = currentRevision(told.submission(ref))
    return {
      ref,
      revision: current?.revision ?? 1,
      textHash: current?.textHash ?? `sha256:${'0'.repeat(64)}`
    }
  })
const proposes = (told: Story, when: string, over: object = {}): Act =>
  proposesMerge(when, { sources: refsOf(told, 'P1', 'P2'), ...over })

const brought = (told: Story): Story =>
  told.after(
    submits('P1'),
    submits('P2', { by: 'A2', coAuthors: ['A4'], themes: ['T2'], when: '11-02 10:00' })
  )
const gathered = brought(story())
const proposed = gathered.after(proposes(gathered, '10:00'))
const agreed = proposed.after(consents('A2', '11:00'), consents('A4', '11:10'))
const merged = agreed.after(merges('12:00'))

describe('ProposeMerge', () => {
  it('takes the number of the new submission, and asks the authors of the sources', () => {
    expect(eventsOf(gathered.when(proposes(gathered, '10:00')))).toMatchObject([
      { type: 'MergeProposed', data: { ref: 'P3', kind: 'proposal', asked: ['A2', 'A4'] } }
    ])
  })

  it('leaves the sources as they are', () => {
    expect(proposed.submission('P1')).toEqual(gathered.submission('P1'))
    expect(fateOf(proposed.submission('P3')).fate).toBe('proposed')
    expect(eventsOf(proposed.when(endorses('P1', 'A5', '11:00')))).toHaveLength(1)
  })

  const accepted = gathered.after(act('accept', 'A1', '09:00', { submission: 'P1' }))
  const subject = { kind: 'project', name: { ar: 'مشروع' }, state: 'planned' }
  const assessed = story().after(submits('E1'), submits('E2', { subject }))
  const diagnosed = gathered.after(submits('D1'))
  const withdrawn = gathered.after(act('WithdrawSubmission', 'A1', '09:00', { submission: 'P1' }))
  const strange = [{ block: { kind: 'paragraph', text: 'ماء' }, from: ['P1#b9'] }]

  it.each([
    [
      'of one submission',
      gathered,
      proposes(gathered, '10:00', { sources: refsOf(gathered, 'P1') }),
      'TooFewSources'
    ],
    [
      'of one submission twice',
      gathered,
      proposes(gathered, '10:00', { sources: refsOf(gathered, 'P1', 'P1') }),
      'NamedTwice'
    ],
    [
      'of what is not there',
      gathered,
      proposes(gathered, '10:00', { sources: refsOf(gathered, 'P1', 'P8') }),
      'ReferenceUnknown'
    ],
    [
      'of two kinds',
      diagnosed,
      proposes(diagnosed, '10:00', { sources: refsOf(diagnosed, 'P1', 'D1') }),
      'KindsDiffer'
    ],
    [
      'of assessments of two subjects',
      assessed,
      proposes(assessed, '10:00', { ref: 'E3', sources: refsOf(assessed, 'E1', 'E2') }),
      'SubjectsDiffer'
    ],
    ['of what was withdrawn', withdrawn, proposes(withdrawn, '10:00'), 'SubmissionClosed'],
    ['of what a meeting accepted', accepted, proposes(accepted, '10:00'), 'DecidedByMeeting'],
    [
      'of texts that have moved (rule 16)',
      gathered.after(revises('P1', '09:00', ['b1', 'توفير', 'تعميم'])),
      proposes(gathered, '10:00'),
      'TextHasMoved'
    ],
    [
      'dated before a source’s text (rule 2)',
      gathered,
      proposes(gathered, '11-02 09:00'),
      'PrecedesWhatItRefersTo'
    ],
    [
      'under the letter of another kind',
      gathered,
      proposes(gathered, '10:00', { ref: 'D3' }),
      'LetterOfAnotherKind'
    ],
    ['under a number that is taken', gathered, proposes(gathered, '10:00', { ref: 'P2' }), 'NumberNotNext'],
    [
      'with a block from nowhere',
      gathered,
      proposes(gathered, '10:00', { blocks: strange }),
      'ReferenceUnknown'
    ],
    ['without a text', gathered, proposes(gathered, '10:00', { blocks: [] }), 'TextNotRecordable'],
    ['by an office', gathered, { ...proposes(gathered, '10:00'), by: 'secretary' }, 'NotAnAssociation']
  ])('is refused %s', (_, told, asked, tag) => {
    expect(refusalOf(told.when(asked)).tag).toBe(tag)
  })
})

describe('The consents of the authors', () => {
  const at12 = (told: Story) => {
    const proposal = told.submission('P3').mergeProposal
    const sources = { P1: told.submission('P1'), P2: told.submission('P2') }
    return proposal === undefined ? undefined : consentsAt(proposal, sources, at('12:00'))
  }

  it('are given or refused, or not said', () => {
    expect(at12(proposed.after(consents('A2', '11:00')))).toMatchObject({
      given: ['A2'],
      refused: [],
      silent: ['A4']
    })
    expect(at12(proposed.after(refuses('A2', '11:00')))).toMatchObject({ given: [], refused: ['A2'] })
  })

  it('lapse when a source’s text changes, and can be given again on the new one', () => {
    const moved = agreed.after(revises('P1', '11:30', ['b1', 'توفير', 'تعميم']))
    expect(at12(moved)).toMatchObject({ given: [], silent: ['A2', 'A4'] })
    expect(refusalOf(moved.when(merges('12:00'))).tag).toBe('MergeConsentMissing')
    expect(at12(moved.after(consents('A2', '11:40')))).toMatchObject({ given: ['A2'], silent: ['A4'] })
  })

  it('are said once; a refusal also takes a consent back, and stays', () => {
    expect(eventsOf(agreed.when(consents('A2', '12:00')))).toEqual([])
    const refused = agreed.after(refuses('A2', '11:30'))
    expect(eventsOf(refused.when(refuses('A2', '12:00')))).toEqual([])
    expect(at12(refused)).toMatchObject({ given: ['A4'], refused: ['A2'] })
    expect(refusalOf(refused.when(consents('A2', '12:00')))).toMatchObject({
      tag: 'AnsweredAlready',
      details: { answer: 'refused' }
    })
  })

  it.each([
    ['from who is not asked', consents('A5', '11:00'), 'NotAsked'],
    ['from an office', consents('secretary', '11:00'), 'NotAnAssociation'],
    [
      'on other sources than the proposal has',
      act('GiveMergeConsent', 'A2', '11:00', { merge: 'P3', sources: ['P1'] }),
      'SourcesDiffer'
    ],
    ['before it was proposed (rule 2)', consents('A2', '09:00'), 'PrecedesWhatItRefersTo'],
    [
      'to what is no merge',
      act('GiveMergeConsent', 'A2', '11:00', { merge: 'P1', sources: [] }),
      'NoOpenMergeProposal'
    ]
  ])('are refused %s', (_, asked, tag) => {
    expect(refusalOf(proposed.when(asked)).tag).toBe(tag)
  })

  it('are not asked for any more once the proposer has dropped the proposal', () => {
    const drops = (by: string, when: string) =>
      act('DropMergeProposal', by, when, { merge: 'P3', reason: 'لم يعد لازما' })
    expect(refusalOf(proposed.when(drops('A2', '11:00')))).toMatchObject({
      tag: 'NotTheMergeProposer',
      details: { proposer: 'A1' }
    })
    const dropped = proposed.after(drops('A1', '11:00'))
    expect(eventsOf(dropped.when(drops('A1', '12:00')))).toEqual([])
    expect(fateOf(dropped.submission('P3'))).toMatchObject({ fate: 'dropped', reason: 'لم يعد لازما' })
    expect(refusalOf(dropped.when(consents('A2', '12:00')))).toMatchObject({
      tag: 'NoOpenMergeProposal',
      details: { standing: 'dropped' }
    })
  })
})

describe('MergeSubmissions', () => {
  it('makes one submission of several, in one append: its text, its authors, its themes, and their courses end in it', () => {
    const events = eventsOf(agreed.when(merges('12:00')))
    expect(events.map(({ type }) => type)).toEqual([
      'SubmissionsMerged',
      'TextRevised',
      'SubmissionMergedInto',
      'SubmissionMergedInto'
    ])
    expect(events[0]?.data).toMatchObject({
      sources: refsOf(agreed, 'P1', 'P2'),
      authors: ['A1', 'A2', 'A4'],
      themes: ['T1', 'T2'],
      blocks: [
        { block: 'b1', from: ['P1#b1', 'P2#b1'] },
        { block: 'b2', from: ['P1#b2'] }
      ],
      consents: { asked: ['A2', 'A4'], given: ['A2', 'A4'], refused: [], silent: [] }
    })
    expect(events[1]?.data).toMatchObject({ revision: 1, language: 'ar', because: { kind: 'merge' } })
  })

  it('closes the sources from then on, with their wording kept', () => {
    expect(fateOf(merged.submission('P1'))).toMatchObject({ fate: 'mergedInto', into: ['P3'] })
    expect(currentText(merged.submission('P1'))).toEqual(currentText(gathered.submission('P1')))
    expect(refusalOf(merged.when(endorses('P1', 'A5', '13:00')))).toMatchObject({
      tag: 'SubmissionClosed',
      details: { fate: 'mergedInto', into: ['P3'], wayBack: { motion: 'undoMerge', ref: 'P3' } }
    })
    expect(authorsOf(merged.submission('P3'))).toEqual(['A1', 'A2', 'A4'])
  })

  it('is admitted where all its sources were', () => {
    const admits = (ref: string) => act('AdmitSubmission', 'secretary', '11-03 10:00', { submission: ref })
    const all = gathered.after(admits('P1'), admits('P2'))
    const so = all.after(
      proposes(all, '10:00'),
      consents('A2', '11:00'),
      consents('A4', '11:00'),
      merges('12:00')
    )
    expect(isAdmitted(so.submission('P3'))).toBe(true)
    expect(isAdmitted(merged.submission('P3'))).toBe(false)
  })

  it('waits for every author, unless the charter counts silence after its days', () => {
    const terms = { mergeConsent: { rule: 'silenceAfterDays', days: 14 } } as never
    const silent = brought(story({ terms }))
    const so = silent.after(proposes(silent, '10:00'), consents('A2', '11:00'))
    expect(refusalOf(proposed.after(consents('A2', '11:00')).when(merges('12-20 10:00')))).toMatchObject({
      tag: 'MergeConsentMissing',
      details: { missing: ['A4'], silenceCountsFrom: null }
    })
    expect(refusalOf(so.when(merges('11-23 10:00')))).toMatchObject({
      tag: 'MergeConsentMissing',
      details: { missing: ['A4'], silenceCountsFrom: '2025-11-24' }
    })
    expect(eventsOf(so.when(merges('11-24 10:00')))[0]?.data).toMatchObject({ consents: { silent: ['A4'] } })
  })

  it('asks also who has joined a source since, whose days of silence run from then', () => {
    const terms = { mergeConsent: { rule: 'silenceAfterDays', days: 14 } } as never
    const silent = brought(story({ terms }))
    const joining = act('JoinAsCoAuthor', 'A5', '11-15 10:00', { submission: 'P1' })
    const so = silent.after(
      proposes(silent, '10:00'),
      consents('A2', '11:00'),
      consents('A4', '11:00'),
      joining
    )
    expect(refusalOf(so.when(merges('11-24 10:00')))).toMatchObject({
      tag: 'MergeConsentMissing',
      details: { missing: ['A5'], silenceCountsFrom: '2025-11-29' }
    })
    expect(eventsOf(so.when(merges('11-29 10:00')))[0]?.data).toMatchObject({
      authors: ['A1', 'A2', 'A4', 'A5'],
      consents: { asked: ['A2', 'A4', 'A5'], silent: ['A5'] }
    })
    expect(refusalOf(so.after(refuses('A5', '11-16 10:00')).when(merges('11-29 10:00')))).toMatchObject({
      tag: 'MergeRefused',
      details: { refused: ['A5'] }
    })
  })

  it('is decided by a meeting against silence, and against an objection only where the charter lets it', () => {
    const meeting = brought(story({ terms: { mergeConsent: { rule: 'meeting' } } as never }))
    const objected = meeting.after(proposes(meeting, '10:00'), refuses('A2', '11:00'))
    expect(eventsOf(proposed.when(meetingMerges('12:00')))[0]?.data).toMatchObject({ decision: 'M2-Q1' })
    expect(refusalOf(proposed.after(refuses('A2', '11:00')).when(meetingMerges('12:00')))).toMatchObject({
      tag: 'MergeRefused',
      details: { refused: ['A2'] }
    })
    expect(eventsOf(objected.when(meetingMerges('12:00')))[0]?.data).toMatchObject({
      consents: { refused: ['A2'] }
    })
  })

  it('is refused where a source is gone, or decided since', () => {
    const gone = agreed.after(act('WithdrawSubmission', 'A1', '11:30', { submission: 'P1' }))
    expect(refusalOf(gone.when(merges('12:00'))).tag).toBe('SubmissionClosed')
    const accepted = agreed.after(act('accept', 'A1', '11:30', { submission: 'P1' }))
    expect(refusalOf(accepted.when(merges('12:00'))).tag).toBe('DecidedByMeeting')
    expect(refusalOf(accepted.when(merges('11:20'))).tag).toBe('LaterFateRecorded')
    expect(refusalOf(merged.when(merges('13:00')))).toMatchObject({ details: { standing: 'merged' } })
  })
})

describe('MergeUndone', () => {
  it('lists the merged one as split into its sources, which are what they were', () => {
    const undone = merged.after(undoes('13:00'))
    expect(fateOf(undone.submission('P3'))).toMatchObject({
      fate: 'splitInto',
      into: ['P1', 'P2'],
      reason: 'بطلب من الجمعية'
    })
    expect(fateOf(undone.submission('P1'))).toEqual({ fate: 'open' })
    expect(eventsOf(undone.when(endorses('P1', 'A5', '14:00')))).toHaveLength(1)
    expect(refusalOf(undone.when(endorses('P3', 'A5', '14:00'))).tag).toBe('SubmissionClosed')
  })

  it('is of a merge that holds', () => {
    const undone = merged.after(undoes('13:00'))
    expect(refusalOf(undone.when(undoes('14:00'))).tag).toBe('SubmissionClosed')
    expect(
      refusalOf(gathered.when(act('undoMerge', 'A1', '13:00', { submission: 'P1', reason: 'خطأ' })))
    ).toMatchObject({
      tag: 'NotMerged',
      details: { fate: 'open' }
    })
    expect(refusalOf(merged.when(undoes('11:00'))).tag).toBe('PrecedesWhatItRefersTo')
  })

  it('gives back the same fates, texts and stands, whatever they were', () => {
    const before: ReadonlyArray<Act> = [
      act('AdmitSubmission', 'secretary', '11-03 10:00', { submission: 'P1' }),
      act('AdmitSubmission', 'secretary', '11-03 10:10', { submission: 'P2' }),
      act('defer', 'A1', '11-03 11:00', { submission: 'P1' }),
      act('defer', 'A1', '11-03 11:00', { submission: 'P2', reason: 'للتدقيق' }),
      revises('P1', '11-04 10:00', ['b1', 'توفير', 'تعميم']),
      endorses('P1', 'A5', '11-05 10:00'),
      objects('P2', 'A5', '11-05 10:00'),
      endorses('P2', 'A6', '11-05 11:00', { reservations: [{ block: 'b1', reason: 'الكلفة' }] })
    ]
    fc.assert(
      fc.property(fc.subarray([...before]), acts => {
        const told = gathered.after(...acts)
        const undone = told.after(
          proposes(told, '10:00'),
          consents('A2', '11:00'),
          consents('A4', '11:00'),
          merges('12:00'),
          undoes('13:00')
        )
        for (const ref of ['P1', 'P2']) {
          expect(fateOf(undone.submission(ref))).toEqual(fateOf(told.submission(ref)))
          expect(isAdmitted(undone.submission(ref))).toBe(isAdmitted(told.submission(ref)))
          expect(currentText(undone.submission(ref))).toEqual(currentText(told.submission(ref)))
          expect(undone.stands(ref)).toEqual(told.stands(ref))
        }
      }),
      { numRuns: 30 }
    )
  })
})
