import {
  act,
  type Act,
  arabic,
  endorses,
  proposesMerge,
  refusalOf,
  revises,
  type Story,
  story,
  submits
} from '../../test/submission-story'
import { currentRevision } from './queries'
import { type submissionRejections } from './rejections'

const none = `sha256:${'0'.repeat(64)}`
const text = (told: Story, ref: string) => {
  const current = currentRevision(told.submission(ref))
  return { revision: current?.revision ?? 1, textHash: current?.textHash ?? none }
}
const refs = (told: Story, ...named: ReadonlyArray<string>) => named.map(ref => ({ ref, ...text(told, ref) }))
const project = (name: string) => ({ kind: 'project', name: { ar: name }, state: 'planned' })

const told = story().after(
  submits('P1'),
  submits('P2', { by: 'A2', when: '11-02 10:00' }),
  submits('D1'),
  submits('E1', { subject: project('القاعة') }),
  submits('E2', { subject: project('الملعب') })
)
const on = (name: Act['name'], over: object = {}, by = 'A1', when = '10:00') =>
  act(name, by, when, { submission: 'P1', ...over })
const clean = revises('P1', '11:00', ['b1', 'توفير', 'تعميم'])
const later = told.after(clean)
const withdrawn = told.after(on('WithdrawSubmission'))
const accepted = told.after(on('accept'))
const merge = (sources: ReadonlyArray<string>, over: object = {}) =>
  proposesMerge('10:00', { sources: refs(told, ...sources), ...over })
const proposed = told.after(merge(['P1', 'P2']))
const consent = (name: 'GiveMergeConsent' | 'RefuseMergeConsent', by: string, over: object = {}) =>
  act(name, by, '11:00', {
    merge: 'P3',
    sources: ['P1', 'P2'],
    ...over
  })
const merges = act('MergeSubmissions', 'A1', '12:00', { merge: 'P3', sources: ['P1', 'P2'] })
const refused = proposed.after(consent('RefuseMergeConsent', 'A2'))
const splits = (...blocks: ReadonlyArray<ReadonlyArray<string>>) =>
  on('SplitSubmission', {
    parts: blocks.map((list, index) => ({ ref: `P${index + 3}`, title: 'جزء', blocks: list }))
  })
const rates = (over: object = {}) =>
  act('RateCriterion', 'A1', '10:00', {
    assessment: 'E1',
    criterion: 'الكلفة',
    score: '3',
    outOf: 5,
    references: [],
    evidence: [],
    ...over
  })
const measured = told.after(
  act('DefineIndicator', 'A1', '09:00', {
    ref: 'E1-I1',
    assessment: 'E1',
    name: { ar: 'نسبة الربط' },
    unit: { ar: 'بالمئة' },
    dimension: 'social',
    better: 'up'
  })
)
const reads = (date: string) =>
  act('RecordIndicator', 'A1', '10:00', { indicator: 'E1-I1', value: '1', date, source: 'مثال توضيحي' })
const translates = (language: string, id = 'b1') =>
  act('TranslateText', 'A1', '10:00', {
    submission: 'P1',
    language,
    title: 'Eau',
    of: currentRevision(told.submission('P1'))?.textHash,
    blocks: [{ id, kind: 'paragraph', text: 'Eau' }],
    revision: 1
  })
const late = { terms: { submissionsUntil: '2025-10-31', lateSubmissions: 'refused' } as never }

const refusals: { readonly [Tag in keyof typeof submissionRejections]: readonly [Story, Act] } = {
  NumberNotNext: [told, submits('P1')],
  ReferenceUnknown: [told, submits('P3', { themes: ['T9'] })],
  PrecedesWhatItRefersTo: [told, on('JoinAsCoAuthor', {}, 'A5', '10-31 10:00')],
  NamedTwice: [told, merge(['P1', 'P1'])],
  NotAnAssociation: [told, on('JoinAsCoAuthor', {}, 'secretary')],
  NotAnAuthor: [told, { ...clean, by: 'A2' }],
  NotTheSubmitter: [told, on('WithdrawSubmission', {}, 'A2')],
  SubmissionClosed: [withdrawn, endorses('P1', 'A5', '11:00')],
  DecidedByMeeting: [accepted, on('WithdrawSubmission', {}, 'A1', '11:00')],
  TextHasMoved: [later, { ...clean, at: '12:00', payload: { ...clean.payload, ...text(told, 'P1') } }],
  LaterRevisionRecorded: [later, on('accept')],
  LaterFateRecorded: [accepted, on('defer', {}, 'A1', '09:00')],
  LetterOfAnotherKind: [told, submits('P3', { kind: 'diagnosis' })],
  SubmissionsAreOver: [story(late), submits('P1')],
  AuthoritativeTextMissing: [told, submits('P3', { texts: [] })],
  TextNotRecordable: [told, submits('P3', { texts: [arabic('عنوان')] })],
  QuotationDiffers: [told, revises('P1', '10:00', ['b1', 'منع', 'تعميم'])],
  TranslationDiffers: [told, translates('fr', 'b9')],
  NotATranslation: [told, translates('ar')],
  ReasonMissing: [told, on('decline')],
  SubjectMissing: [told, submits('E3', { subject: undefined })],
  SubjectOnlyOfAssessments: [told, submits('P3', { subject: project('القاعة') })],
  OnlyProposalsAnswer: [told, submits('D2', { answers: ['D1'] })],
  OnlyDiagnosesAreAnswered: [told, submits('P3', { answers: ['P1'] })],
  CoAuthorNotEligible: [told, submits('P3', { coAuthors: ['A98'] })],
  AlreadyAdmitted: [
    told.after(on('AdmitSubmission', {}, 'secretary')),
    on('ReturnSubmission', { reason: 'نقص' }, 'secretary', '11:00')
  ],
  NotAnAssessment: [told, rates({ assessment: 'P1' })],
  ScoreOutOfRange: [told, rates({ score: '6' })],
  ReadingAfterTheAct: [measured, reads('2025-12-31')],
  TooFewSources: [told, merge(['P1'])],
  KindsDiffer: [told, merge(['P1', 'D1'])],
  NotOfASource: [
    told,
    merge(['P1', 'P2'], { blocks: [{ block: { kind: 'paragraph', text: 'ماء' }, from: ['P3#b1'] }] })
  ],
  SubjectsDiffer: [told, merge(['E1', 'E2'], { ref: 'E3' })],
  NoOpenMergeProposal: [told, consent('GiveMergeConsent', 'A2', { merge: 'P1' })],
  SourcesDiffer: [proposed, consent('GiveMergeConsent', 'A2', { sources: ['P2'] })],
  NotAsked: [proposed, consent('RefuseMergeConsent', 'A5')],
  AnsweredAlready: [refused, consent('GiveMergeConsent', 'A2')],
  NotTheMergeProposer: [proposed, act('DropMergeProposal', 'A2', '11:00', { merge: 'P3', reason: 'x' })],
  MergeRefused: [refused, merges],
  MergeConsentMissing: [proposed, merges],
  NotMerged: [told, on('undoMerge', { reason: 'خطأ' })],
  NotSplit: [told, on('undoSplit', { reason: 'خطأ' })],
  TooFewParts: [told, splits(['b1', 'b2'])],
  PartWithoutBlocks: [told, splits(['b1', 'b2'], [])],
  BlocksLeftOut: [
    story().after(submits('P1', { texts: [arabic('مطالب', 'الماء', 'الطرق', 'الإنارة')] })),
    splits(['b1'], ['b2'])
  ],
  EntryNotRetractable: [told, act('RetractEntry', 'A1', '10:00', { in: 'P1', entry: told.entry(0) })]
}

describe('Every refusal of an act on a submission is given', () => {
  it.each(Object.entries(refusals))('%s', (tag, [so, asked]) => {
    expect(refusalOf(so.when(asked))).toMatchObject({
      tag,
      field: expect.stringMatching(/^(payload\.|actor|at$)/)
    })
  })
})
