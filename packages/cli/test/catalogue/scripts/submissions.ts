import {
  association,
  coalitionOf,
  convenor,
  enters,
  foundingCharter,
  meeting,
  meets,
  motion,
  secretary,
  submission,
  text
} from '../cast'
import { act, commandOf, eventOf, on, type Script } from '../script'

const words = text('الماء', 'توفير الماء', 'كل يوم')
const submits = (
  n: number,
  otherwise: object = {},
  kind: 'diagnosis' | 'assessment' | 'proposal' = 'proposal'
) => act(association(n), 'Submit', submission(kind, words, otherwise))
const of = (ref: string) => ({ submission: ref })
const council = { kind: 'council', level: 'local', term: { from: '2021-09-08', until: '2027-09-07' } }
const decide = (present: number, ref: string, name: string, otherwise: object = {}) =>
  act(meeting(1), 'Decide', motion(1, present, 'submission', ref, name, otherwise))
const quarter = 'مثال'

export const receiving: Script = {
  title: 'receiving, admitting and returning submissions',
  steps: [
    ...coalitionOf(5),
    foundingCharter({ submissionsUntil: '2025-11-30', lateSubmissions: 'refused' }),
    on('2025-11-01T09:00'),
    act(secretary, 'Submit', submission('proposal', words)).refused('NotAnAssociation', {
      rule: 3,
      field: 'actor'
    }),
    submits(2, { ref: 'P9' }).refused('NumberNotNext', { field: 'payload.ref', details: { next: 'P1' } }),
    submits(2, { ref: 'D1' }).refused('LetterOfAnotherKind', { details: { letter: 'P' } }),
    submits(2, { coAuthors: ['A2'] }).refused('NamedTwice'),
    submits(2, { themes: ['T9'] }).refused('ReferenceUnknown', { details: { kind: 'theme' } }),
    submits(2, { subject: council }).refused('SubjectOnlyOfAssessments', { details: { kind: 'proposal' } }),
    submits(2, {}, 'assessment').refused('SubjectMissing'),
    submits(2, { answers: ['P1'] }, 'diagnosis').refused('OnlyProposalsAnswer', {
      details: { kind: 'diagnosis' }
    }),
    submits(2, { answers: ['E1'] }).refused('OnlyDiagnosesAreAnswered'),
    submits(2, { answers: ['D7'] }).refused('ReferenceUnknown', { field: 'payload.answers' }),
    submits(2, { meeting: 'M7' }).refused('ReferenceUnknown', { field: 'payload.meeting' }),
    submits(2, { texts: [{ ...words, language: 'fr' }] }).refused('AuthoritativeTextMissing', {
      details: { language: 'ar' }
    }),
    submits(2, { texts: [{ ...words, blocks: [] }] }).refused('TextNotRecordable', {
      details: { problem: 'TextEmpty', about: {} }
    }),
    submits(2, { texts: [words, { ...text('Eau', 'Un seul bloc'), language: 'fr' }] }).refused(
      'TranslationDiffers',
      { field: 'payload.texts.1', details: { original: ['b1 paragraph', 'b2 paragraph'] } }
    ),
    submits(2, {}, 'diagnosis').gives('SubmissionReceived', 'TextRevised'),
    submits(2, { texts: [words, { ...text('Eau', 'De l’eau', 'Chaque jour'), language: 'fr' }] }).gives(
      'SubmissionReceived',
      'TextRevised',
      'TextRevised'
    ),
    act(association(3), 'AdmitSubmission', of('P1')).refused('NotForThisActor'),
    act(secretary, 'AdmitSubmission', of('P7')).refused('ReferenceUnknown', {
      details: { kind: 'submission' }
    }),
    act(secretary, 'ReturnSubmission', { ...of('P1'), reason: 'بلا مطلب' }).gives('SubmissionReturned'),
    act(association(3), 'Endorse', of('P1')).refused('SubmissionClosed', {
      details: { fate: 'returned', into: [] }
    }),
    act(secretary, 'AdmitSubmission', of('P1')).gives('SubmissionAdmitted'),
    act(secretary, 'AdmitSubmission', of('P1')).gives(),
    act(secretary, 'ReturnSubmission', { ...of('P1'), reason: 'بلا مطلب' }).refused('AlreadyAdmitted'),
    act(association(3), 'JoinAsCoAuthor', of('P1')).gives('CoAuthorJoined'),
    act(association(3), 'WithdrawSubmission', of('P1')).refused('NotTheSubmitter', {
      details: { mayWithdraw: ['A2'] }
    }),
    act(secretary, 'RecordAssociationLeft', { association: 'A5' }).gives('AssociationLeft'),
    submits(2, { coAuthors: ['A5'] }).refused('CoAuthorNotEligible', {
      rule: 3,
      details: { standing: 'left' }
    }),
    act(association(2), 'WithdrawSubmission', of('P1')).gives('SubmissionWithdrawn'),
    act(association(2), 'WithdrawSubmission', of('P1')).gives(),
    on('2025-12-05T09:00'),
    submits(2).refused('SubmissionsAreOver', { rule: 6, details: { until: '2025-11-30' } }),
    enters('refining'),
    submits(2).refused('NotInThisStage', { rule: 6, details: { stage: 'refining', allowed: ['gathering'] } })
  ]
}

export const texts: Script = {
  title: 'texts and what a meeting makes of them',
  steps: [
    ...coalitionOf(4),
    foundingCharter({ support: { parts: 1, of: 4 } }),
    on('2025-11-01T09:00'),
    submits(2).gives('SubmissionReceived', 'TextRevised'),
    submits(3, {}, 'diagnosis').gives('SubmissionReceived', 'TextRevised'),
    act(association(3), 'ReviseText', {
      ...of('P1'),
      materiality: 'editorial',
      text: { title: 'الماء', blocks: words.blocks }
    }).refused('NotAnAuthor', { details: { authors: ['A2'] } }),
    act(association(2), 'ReviseText', {
      ...of('P1'),
      materiality: 'editorial',
      operations: [{ op: 'replace', block: 'b1', at: 0, old: 'غير', new: 'سوى' }]
    }).refused('QuotationDiffers', { rule: 7 }),
    act(
      association(2),
      'ReviseText',
      {
        ...of('P1'),
        materiality: 'substantive',
        text: { title: 'الماء', blocks: text('', 'توفير الماء الشروب', 'كل يوم').blocks }
      },
      { called: 'A2 revises' }
    ).gives('TextRevised'),
    act(association(2), 'ReviseText', {
      ...of('P1'),
      revision: 1,
      materiality: 'substantive',
      operations: [{ op: 'delete', block: 'b2', old: 'كل يوم' }]
    }).refused('TextHasMoved', { rule: 16 }),
    act(association(2), 'ReviseText', {
      ...of('P1'),
      revision: 9,
      materiality: 'substantive',
      operations: [{ op: 'delete', block: 'b2', old: 'كل يوم' }]
    }).refused('ReferenceUnknown', { field: 'payload.revision', details: { kind: 'revision' } }),
    act(
      association(2),
      'ReviseText',
      { ...of('P1'), materiality: 'editorial', operations: [{ op: 'delete', block: 'b2', old: 'كل يوم' }] },
      { at: '2025-11-01T09:01' }
    ).refused('LaterRevisionRecorded', { rule: 2 }),
    act(association(2), 'TranslateText', {
      ...of('P1'),
      language: 'ar',
      title: 'الماء',
      blocks: words.blocks
    }).refused('NotATranslation', { details: { authoritative: 'ar' } }),
    act(association(2), 'TranslateText', {
      ...of('P1'),
      language: 'fr',
      ...{ title: 'Eau', blocks: text('', 'Eau potable', 'Chaque jour').blocks }
    }).gives('TextRevised'),
    act(secretary, 'AdmitSubmission', of('P1')).gives('SubmissionAdmitted'),
    act(secretary, 'AdmitSubmission', of('D1')).gives('SubmissionAdmitted'),
    enters('refining'),
    act(association(2), 'ReviseText', {
      ...of('P1'),
      materiality: 'editorial',
      operations: [{ op: 'delete', block: 'b2', old: 'كل يوم' }]
    }).refused('ReasonMissing', { field: 'payload.why' }),
    ...meets(1, '2025-12-28', 4),
    decide(3, 'P1', 'accept').refused('SupportNotReached', { details: { supporters: 0, needed: 1 } }),
    act(association(3), 'Endorse', of('P1')).gives('EndorsementGiven', 'ThresholdReached'),
    decide(3, 'P7', 'accept').refused('ReferenceUnknown'),
    decide(3, 'P1', 'defer', { until: 'M9' }).refused('ReferenceUnknown', { field: 'payload.until' }),
    decide(3, 'P1', 'defer').gives('DecisionTaken', 'SubmissionDeferred'),
    decide(3, 'P1', 'accept', { outcome: 'deferred' }).gives('DecisionTaken'),
    decide(3, 'P1', 'accept').gives('DecisionTaken', 'SubmissionAccepted'),
    decide(3, 'D1', 'decline', { reason: 'خارج الموضوع' }).gives('DecisionTaken', 'SubmissionDeclined'),
    act(association(2), 'WithdrawSubmission', of('P1')).refused('DecidedByMeeting', {
      details: { decision: 'M1-Q3' }
    }),
    act(
      association(2),
      'ReviseText',
      {
        ...of('P1'),
        materiality: 'editorial',
        why: 'سبب',
        operations: [{ op: 'delete', block: 'b2', old: 'كل يوم' }]
      },
      { at: '2025-12-27T10:00', recordedAt: '2025-12-28T10:00:00.000Z' }
    ).refused('LaterFateRecorded', { rule: 2 }),
    act(association(2), 'Endorse', { submission: 'P8' }).refused('ReferenceUnknown', {
      field: 'payload.submission',
      details: { kind: 'submission' }
    }),
    act(convenor, 'EnterStage', { stage: 'adoption', reason: quarter }).gives('StageEntered'),
    act(association(2), 'ProposeMerge', {
      sources: ['P1', 'D1'],
      title: 'دمج',
      blocks: [{ block: { kind: 'paragraph', text: 'نص' }, from: ['P1#b1'] }]
    }).refused('NotInThisStage')
  ]
}

export const assessments: Script = {
  title: 'assessments: ratings and readings',
  steps: [
    ...coalitionOf(4),
    on('2025-11-01T09:00'),
    submits(2, { subject: council }, 'assessment').gives('SubmissionReceived', 'TextRevised'),
    submits(3).gives('SubmissionReceived', 'TextRevised'),
    act(association(3), 'RateCriterion', {
      assessment: 'P1',
      criterion: 'النشر',
      score: '2',
      outOf: 5
    }).refused('NotAnAssessment', { details: { kind: 'proposal' } }),
    act(association(3), 'RateCriterion', {
      assessment: 'E1',
      criterion: 'النشر',
      score: '2',
      outOf: 5
    }).refused('NotAnAuthor'),
    act(association(2), 'RateCriterion', {
      assessment: 'E1',
      criterion: 'النشر',
      score: '5.5',
      outOf: 5
    }).refused('ScoreOutOfRange', { details: { outOf: 5 } }),
    act(
      association(2),
      'RateCriterion',
      { assessment: 'E1', criterion: 'النشر', score: '2.5', outOf: 5 },
      { called: 'A2 rates' }
    ).gives('CriterionRated'),
    act(secretary, 'DefineIndicator', {
      assessment: 'E1',
      name: { ar: 'نسبة' },
      unit: { ar: 'في المئة' },
      dimension: 'social',
      better: 'up'
    }).gives('IndicatorDefined'),
    act(secretary, 'DefineIndicator', {
      ref: 'E1-I1',
      assessment: 'E1',
      name: { ar: 'نسبة' },
      unit: { ar: 'في المئة' },
      dimension: 'social',
      better: 'up'
    }).refused('NumberNotNext', { details: { next: 'E1-I2' } }),
    act(association(2), 'RecordIndicator', {
      indicator: 'E1-I1',
      value: '40',
      date: '2026-01-01',
      source: 'مصدر'
    }).refused('ReadingAfterTheAct', { rule: 2, details: { act: '2025-11-01' } }),
    act(
      association(2),
      'RecordIndicator',
      { indicator: 'E1-I1', value: '40', date: '2025-01-01', source: 'مصدر' },
      { called: 'A2 reads' }
    ).gives('IndicatorRecorded'),
    act(association(2), 'RecordIndicator', {
      indicator: 'E1-I9',
      value: '40',
      date: '2025-01-01',
      source: 'مصدر'
    }).refused('ReferenceUnknown', { details: { kind: 'indicator' } }),
    act(association(3), 'RetractEntry', { entry: eventOf('A2 reads'), reason: 'خطأ' }).refused(
      'NotForThisActor',
      { field: 'payload.entry', details: { by: ['secretary', 'A2-m1', 'A2'] } }
    ),
    act(association(2), 'RetractEntry', { entry: eventOf('A2 reads'), reason: 'خطأ' }).gives(
      'EntryRetracted'
    ),
    act(secretary, 'RetractEntry', { entry: eventOf('A2 rates'), reason: 'خطأ' }).gives('EntryRetracted'),
    act(secretary, 'RetractEntry', { entry: eventOf('A2 rates'), reason: 'خطأ' }).gives(),
    act(secretary, 'RetractEntry', { entry: `${commandOf('A2 rates')}.7`, reason: 'خطأ' }).badInput({
      'payload.entry': 'EventOfThisProcess'
    })
  ]
}
