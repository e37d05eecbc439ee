import {
  association,
  coalitionOf,
  enters,
  foundingCharter,
  meeting,
  meets,
  motion,
  secretary,
  submission,
  text
} from '../cast'
import { act, on, type Script } from '../script'

const council = (from: string) => ({
  subject: { kind: 'council', level: 'local', term: { from, until: '2027-09-07' } }
})
const receives = (
  n: number,
  otherwise: object = {},
  kind: 'diagnosis' | 'assessment' | 'proposal' = 'proposal'
) =>
  act(association(n), 'Submit', submission(kind, text('النقل', 'حافلة', 'كل يوم'), otherwise)).gives(
    'SubmissionReceived',
    'TextRevised'
  )
const one = (from: string) => ({
  title: 'حافلة واحدة',
  blocks: [{ block: { kind: 'paragraph', text: 'حافلة كل يوم' }, from: [from] }]
})
const merge = (n: number, sources: ReadonlyArray<string>, otherwise: object = {}) =>
  act(association(n), 'ProposeMerge', { sources, ...one('P1#b1'), ...otherwise })
const decide = (present: number, kind: string, ref: string, name: string, otherwise: object = {}) =>
  act(meeting(1), 'Decide', motion(1, present, kind, ref, name, otherwise))
const admits = (ref: string) =>
  act(secretary, 'AdmitSubmission', { submission: ref }).gives('SubmissionAdmitted')
const amends = (n: number, ref: string, block: string, old: string, by: string) =>
  act(association(n), 'ProposeAmendment', {
    submission: ref,
    materiality: 'substantive',
    operations: [{ op: 'replace', block, at: 0, old, new: by }]
  })
const parts = (...blocks: ReadonlyArray<ReadonlyArray<string>>) => ({
  parts: blocks.map((of, index) => ({ title: `جزء ${index + 1}`, blocks: of }))
})

export const byConsent: Script = {
  title: 'merges by consent',
  steps: [
    ...coalitionOf(6),
    foundingCharter({ mergeConsent: { rule: 'silenceAfterDays', days: 10 } }),
    on('2025-11-01T09:00'),
    receives(2),
    receives(3),
    receives(4, {}, 'diagnosis'),
    receives(2, council('2021-09-08'), 'assessment'),
    receives(3, council('2015-09-08'), 'assessment'),
    merge(2, ['P1']).refused('TooFewSources', { details: { needed: 2 } }),
    merge(2, ['P1', 'P2'], one('D1#b1')).refused('NotOfASource', { details: { sources: ['P1', 'P2'] } }),
    merge(2, ['P1', 'P9']).refused('ReferenceUnknown', { field: 'payload.sources' }),
    merge(2, ['P1', 'D1']).refused('KindsDiffer', { details: { kinds: ['proposal', 'diagnosis'] } }),
    merge(2, ['E1', 'E2'], one('E1#b1')).refused('SubjectsDiffer'),
    merge(2, ['P1', 'P2'], one('P1#b9')).refused('ReferenceUnknown', { details: { kind: 'block' } }),
    merge(2, ['P1', 'P2'], { ref: 'P9' }).refused('NumberNotNext', { details: { next: 'P3' } }),
    merge(2, ['P1', 'P2']).gives('MergeProposed'),
    act(association(3), 'GiveMergeConsent', { merge: 'P1' }).refused('NoOpenMergeProposal', {
      details: { standing: 'notAMerge' }
    }),
    act(association(5), 'GiveMergeConsent', { merge: 'P3' }).refused('NotAsked', {
      details: { asked: ['A3'] }
    }),
    act(association(3), 'DropMergeProposal', { merge: 'P3', reason: 'سبب' }).refused('NotTheMergeProposer', {
      details: { proposer: 'A2' }
    }),
    act(association(2), 'MergeSubmissions', { merge: 'P3' }).refused('MergeConsentMissing', {
      details: { missing: ['A3'], silenceCountsFrom: '2025-11-11' }
    }),
    act(association(3), 'RefuseMergeConsent', { merge: 'P3' }).gives('MergeConsentRefused'),
    act(association(3), 'GiveMergeConsent', { merge: 'P3' }).refused('AnsweredAlready', {
      details: { answer: 'refused' }
    }),
    act(secretary, 'MergeSubmissions', { merge: 'P3' }).refused('MergeRefused', {
      details: { refused: ['A3'] }
    }),
    act(association(2), 'DropMergeProposal', { merge: 'P3', reason: 'سبب' }).gives('MergeProposalDropped'),
    act(association(3), 'GiveMergeConsent', { merge: 'P3' }).refused('NoOpenMergeProposal', {
      details: { standing: 'dropped' }
    }),
    merge(2, ['P1', 'P2']).gives('MergeProposed'),
    act(association(3), 'GiveMergeConsent', { merge: 'P4' }).gives('MergeConsentGiven'),
    act(secretary, 'MergeSubmissions', { merge: 'P4' }).gives(
      'SubmissionsMerged',
      'TextRevised',
      'SubmissionMergedInto',
      'SubmissionMergedInto'
    ),
    act(association(2), 'Endorse', { submission: 'P1' }).refused('SubmissionClosed', {
      details: {
        fate: 'mergedInto',
        into: ['P4'],
        wayBack: { motion: 'undoMerge', ref: 'P4' }
      }
    })
  ]
}

export const byMeeting: Script = {
  title: 'merges and splits by a meeting, and undone',
  steps: [
    ...coalitionOf(6),
    foundingCharter({ mergeConsent: { rule: 'meeting' } }),
    on('2025-11-01T09:00'),
    receives(2),
    receives(3),
    admits('P1'),
    admits('P2'),
    act(association(4), 'Endorse', { submission: 'P1' }).gives('EndorsementGiven'),
    enters('refining'),
    amends(5, 'P1', 'b2', 'كل', 'طوال').gives('AmendmentProposed'),
    amends(6, 'P2', 'b1', 'حافلة', 'حافلتان').gives('AmendmentProposed'),
    amends(5, 'P2', 'b1', 'حافلة', 'قطار').gives('AmendmentProposed', 'CollisionDetected'),
    merge(2, ['P1', 'P2'], {
      title: 'حافلة واحدة',
      blocks: [{ block: { kind: 'paragraph', text: 'حافلة' }, from: ['P1#b1', 'P2#b1'] }]
    }).gives('MergeProposed'),
    act(association(3), 'RefuseMergeConsent', { merge: 'P3' }).gives('MergeConsentRefused'),
    ...meets(1, '2025-12-28', 6),
    decide(5, 'merge', 'P1', 'undoMerge', { reason: 'سبب' }).refused('NotMerged', {
      details: { fate: 'open' }
    }),
    decide(5, 'merge', 'P3', 'merge').gives(
      'DecisionTaken',
      'SubmissionsMerged',
      'TextRevised',
      'SubmissionAdmitted',
      'SubmissionMergedInto',
      'SubmissionMergedInto',
      'AmendmentProposed',
      'AmendmentProposed',
      'CollisionDetected',
      'AmendmentBecameMoot',
      'AmendmentBecameMoot',
      'AmendmentBecameMoot'
    ),
    decide(5, 'merge', 'P3', 'undoMerge', { reason: 'سبب' }).gives(
      'DecisionTaken',
      'MergeUndone',
      'MergeUndone',
      'MergeUndone',
      'AmendmentReopened',
      'AmendmentReopened',
      'AmendmentReopened',
      'CollisionDetected',
      'AmendmentBecameMoot',
      'AmendmentBecameMoot'
    ),
    act(association(2), 'SplitSubmission', { submission: 'P1', ...parts(['b1', 'b2']) }).refused(
      'TooFewParts',
      {
        details: { needed: 2 }
      }
    ),
    act(association(2), 'SplitSubmission', { submission: 'P1', ...parts(['b1', 'b2'], []) }).refused(
      'PartWithoutBlocks'
    ),
    act(association(2), 'SplitSubmission', { submission: 'P2', ...parts(['b1'], ['b2']) }).refused(
      'NotAnAuthor'
    ),
    act(association(2), 'SplitSubmission', { submission: 'P1', ...parts(['b1'], ['b1']) }).refused(
      'NamedTwice'
    ),
    act(association(2), 'SplitSubmission', {
      submission: 'P1',
      parts: [
        { title: 'أ', blocks: ['b1'], ref: 'P9' },
        { title: 'ب', blocks: ['b2'] }
      ]
    }).refused('NumberNotNext', { field: 'payload.parts[0].ref', details: { next: 'P4' } }),
    act(association(3), 'ReviseText', {
      submission: 'P2',
      materiality: 'editorial',
      why: 'سبب',
      operations: [{ op: 'insert', after: 'b2', blocks: [{ kind: 'paragraph', text: 'مجانا' }] }]
    }).gives('TextRevised', 'AmendmentRebased', 'AmendmentRebased'),
    act(association(3), 'SplitSubmission', { submission: 'P2', ...parts(['b1'], ['b2']) }).refused(
      'BlocksLeftOut',
      { details: { blocks: ['b3'] } }
    ),
    act(association(2), 'SplitSubmission', { submission: 'P1', ...parts(['b1'], ['b2']) }).gives(
      'SplitFrom',
      'TextRevised',
      'SubmissionAdmitted',
      'SplitFrom',
      'TextRevised',
      'SubmissionAdmitted',
      'SubmissionSplit',
      'AmendmentProposed',
      'AmendmentBecameMoot'
    ),
    decide(5, 'split', 'P2', 'split', parts(['b1', 'b2'], ['b3'])).gives(
      'DecisionTaken',
      'SplitFrom',
      'TextRevised',
      'SubmissionAdmitted',
      'SplitFrom',
      'TextRevised',
      'SubmissionAdmitted',
      'SubmissionSplit',
      'AmendmentProposed',
      'AmendmentProposed',
      'CollisionDetected',
      'AmendmentBecameMoot',
      'AmendmentBecameMoot'
    ),
    decide(5, 'split', 'P3', 'undoSplit', { reason: 'سبب' }).refused('NotSplit', {
      details: { fate: 'splitInto' }
    }),
    decide(5, 'split', 'P1', 'undoSplit').refused('DecisionNeeds', { field: 'payload.reason' }),
    decide(5, 'split', 'P1', 'undoSplit', { reason: 'سبب' }).gives(
      'DecisionTaken',
      'SubmissionReopened',
      'SubmissionMergedInto',
      'SubmissionMergedInto',
      'AmendmentReopened',
      'AmendmentBecameMoot'
    ),
    act(association(2), 'Endorse', { submission: 'P4' }).refused('SubmissionClosed', {
      details: { fate: 'mergedInto', into: ['P1'] }
    }),
    act(association(2), 'Endorse', { submission: 'P2' }).refused('SubmissionClosed', {
      details: { fate: 'splitInto', into: ['P6', 'P7'], wayBack: { motion: 'undoSplit', ref: 'P2' } }
    }),
    decide(5, 'split', 'P2', 'undoSplit', { reason: 'سبب' }).gives(
      'DecisionTaken',
      'SubmissionReopened',
      'SubmissionMergedInto',
      'SubmissionMergedInto',
      'AmendmentReopened',
      'AmendmentReopened',
      'CollisionDetected',
      'AmendmentBecameMoot',
      'AmendmentBecameMoot'
    ),
    decide(5, 'annulment', 'M1-Q4', 'annul', { reason: 'سبب' }).refused('NotTakenBackByAnnulment', {
      details: { subject: 'split', motion: 'undoSplit' }
    }),
    decide(5, 'annulment', 'M1-Q3', 'annul', { reason: 'سبب' }).gives('DecisionTaken', 'DecisionAnnulled')
  ]
}
