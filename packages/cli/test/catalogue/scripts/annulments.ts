import {
  association,
  chair,
  chairHeldBy,
  charterText,
  coalitionOf,
  enters,
  foundingCharter,
  hands,
  meeting,
  meets,
  motion,
  secretary,
  submission,
  terms,
  text
} from '../cast'
import { act, on, type Script } from '../script'

const p1 = { submission: 'P1' }
const decide = (kind: string, ref: string, name: string, otherwise: object = {}) =>
  act(meeting(1), 'Decide', motion(1, 4, kind, ref, name, otherwise))
const annuls = (decision: string) => decide('annulment', decision, 'annul', { reason: 'سبب' })
const because = { reason: 'سبب' }
const substantive = { materiality: 'substantive' }
const replace = (block: string, at: number, old: string, by: string) => ({
  op: 'replace',
  block,
  at,
  old,
  new: by
})
const proposes = (n: number, ref: string, operation: object) =>
  act(association(n), 'ProposeAmendment', {
    submission: ref,
    materiality: 'substantive',
    operations: [operation]
  })
const receives = (n: number) =>
  act(association(n), 'Submit', submission('proposal', text('الماء', 'توفير الماء', 'كل يوم'))).gives(
    'SubmissionReceived',
    'TextRevised'
  )
const admits = (ref: string) =>
  act(secretary, 'AdmitSubmission', { submission: ref }).gives('SubmissionAdmitted')

export const ofTheProcess: Script = {
  title: 'annulments of charter, stage, standing and counts',
  steps: [
    ...coalitionOf(5),
    foundingCharter(),
    ...meets(1, '2025-10-26', 5),
    decide('charter', 'C1', 'confirm').gives('DecisionTaken', 'CharterConfirmed'),
    decide('charter', 'C7', 'confirm').refused('ReferenceUnknown', { details: { kind: 'charter' } }),
    annuls('M1-Q1').gives('DecisionTaken', 'DecisionAnnulled', 'CharterAdopted'),
    decide('charter', 'C1', 'confirm').refused('CharterNotInForce', { details: { inForce: 'C2' } }),
    decide('charter', 'C3', 'adopt').refused('DecisionNeeds', { field: 'payload.charter' }),
    decide('charter', 'C9', 'adopt', { charter: { text: charterText(), terms: terms() } }).refused(
      'NumberNotNext',
      { details: { next: 'C3' } }
    ),
    decide('charter', 'C3', 'adopt', { charter: { text: charterText('ميثاق ثالث'), terms: terms() } }).gives(
      'DecisionTaken',
      'CharterAdopted'
    ),
    decide('charter', 'C4', 'adopt', { charter: { text: charterText('ميثاق رابع'), terms: terms() } }).gives(
      'DecisionTaken',
      'CharterAdopted'
    ),
    annuls('M1-Q3').refused('LaterCharterAdopted', { rule: 1, details: { later: 'C4' } }),
    annuls('M1-Q4').gives('DecisionTaken', 'DecisionAnnulled', 'CharterAdopted'),
    decide('stage', 'refining', 'enter', because).gives('DecisionTaken', 'StageEntered'),
    decide('stage', 'elsewhere', 'enter', because).refused('ReferenceUnknown', {
      details: { kind: 'stage' }
    }),
    annuls('M1-Q6').gives('DecisionTaken', 'DecisionAnnulled', 'StageEntered'),
    decide('association', 'A5', 'suspend', because).gives('DecisionTaken', 'AssociationSuspended'),
    act(meeting(1), 'Decide', motion(1, 3, 'annulment', 'M1-Q8', 'annul', because)).gives(
      'DecisionTaken',
      'DecisionAnnulled',
      'AssociationReinstated'
    ),
    decide('association', 'A5', 'suspend', because).gives('DecisionTaken', 'AssociationSuspended'),
    act(meeting(1), 'Decide', motion(1, 3, 'association', 'A5', 'reinstate')).gives(
      'DecisionTaken',
      'AssociationReinstated'
    ),
    annuls('M1-Q11').gives('DecisionTaken', 'DecisionAnnulled', 'AssociationSuspended'),
    act(meeting(1), 'Decide', motion(1, 3, 'other', 'x', 'confirm')).gives('DecisionTaken'),
    act(meeting(1), 'Decide', motion(1, 3, 'annulment', 'M1-Q13', 'confirm')).gives('DecisionTaken'),
    act(chair, 'AnnulDecision', {
      decision: 'M1-Q13',
      rapporteur: 'A1-m2',
      error: 'outcome',
      reason: 'سبب'
    }).refused('ClericalErrorNeedsBoth', { rule: 1, details: { rapporteur: 'A1-m2' } }),
    act(
      chair,
      'AnnulDecision',
      { decision: 'M1-Q13', rapporteur: 'A1-m2', error: 'outcome', reason: 'سبب' },
      { evidence: { kind: 'paper' } }
    ).gives('DecisionAnnulled'),
    act(
      chair,
      'AnnulDecision',
      { decision: 'M1-Q77', rapporteur: 'A1-m2', error: 'outcome', reason: 'سبب' },
      { evidence: { kind: 'paper' } }
    ).refused('ReferenceUnknown', { details: { kind: 'decision' } }),
    act(secretary, 'CorrectDecision', {
      meeting: 'M1',
      decision: 'M1-Q13',
      method: hands(3),
      reason: 'خطأ'
    }).refused('DecisionIsAnnulled', { rule: 1 }),
    act(chair, 'HandOverChair', { meeting: 'M1', to: 'A1-m2' }).gives('ChairHandedOver'),
    act(
      chairHeldBy('A1-m2'),
      'AnnulDecision',
      { decision: 'M1-Q12', rapporteur: 'A1-m2', error: 'outcome', reason: 'سبب' },
      { evidence: { kind: 'paper' } }
    ).refused('ClericalErrorNeedsBoth', { rule: 1 })
  ]
}

export const ofTexts: Script = {
  title: 'annulments of decisions on texts',
  steps: [
    ...coalitionOf(5),
    foundingCharter({ support: { parts: 1, of: 5 } }),
    on('2025-11-01T09:00'),
    receives(2),
    receives(3),
    receives(2),
    receives(3),
    ...['P1', 'P2', 'P3', 'P4'].map(admits),
    act(association(4), 'Endorse', p1).gives('EndorsementGiven', 'ThresholdReached'),
    enters('refining'),
    ...meets(1, '2025-12-28', 5),
    decide('submission', 'P1', 'accept').gives('DecisionTaken', 'SubmissionAccepted'),
    annuls('M1-Q1').gives('DecisionTaken', 'DecisionAnnulled', 'SubmissionReopened'),
    annuls('M1-Q1').refused('DecisionIsAnnulled', { rule: 1 }),
    proposes(3, 'P1', replace('b1', 6, 'الماء', 'النور')).gives('AmendmentProposed'),
    proposes(4, 'P1', replace('b1', 6, 'الماء', 'الهواء')).gives('AmendmentProposed', 'CollisionDetected'),
    proposes(5, 'P1', replace('b2', 0, 'كل', 'طوال')).gives('AmendmentProposed'),
    decide('submission', 'P1', 'accept').refused('CollisionOpen', {
      rule: 9,
      details: { collisions: ['P1-X1'] }
    }),
    decide('submission', 'P1', 'decline', because).gives(
      'DecisionTaken',
      'SubmissionDeclined',
      'AmendmentBecameMoot',
      'AmendmentBecameMoot',
      'AmendmentBecameMoot'
    ),
    annuls('M1-Q3').gives(
      'DecisionTaken',
      'DecisionAnnulled',
      'SubmissionReopened',
      'AmendmentReopened',
      'AmendmentReopened',
      'AmendmentReopened',
      'CollisionDetected'
    ),
    decide('collision', 'P1-X2', 'resolve', { resolution: { take: 'one', ref: 'P1-A1' }, ...because }).gives(
      'DecisionTaken',
      'CollisionResolved'
    ),
    annuls('M1-Q5').gives('DecisionTaken', 'DecisionAnnulled', 'CollisionReopened'),
    decide('amendment', 'P1-A2', 'decline').gives('DecisionTaken', 'AmendmentRejected'),
    decide('amendment', 'P1-A1', 'accept', substantive).gives(
      'DecisionTaken',
      'AmendmentAdopted',
      'TextRevised',
      'AmendmentRebased',
      'EndorsementBecameStale'
    ),
    act(association(4), 'Endorse', p1).gives('EndorsementGiven', 'ThresholdReached'),
    annuls('M1-Q8').gives(
      'DecisionTaken',
      'DecisionAnnulled',
      'AmendmentReopened',
      'TextRevised',
      'AmendmentRebased',
      'AmendmentRebased',
      'EndorsementBecameStale'
    ),
    decide('amendment', 'P1-A1', 'accept', substantive).gives(
      'DecisionTaken',
      'AmendmentAdopted',
      'TextRevised',
      'AmendmentRebased'
    ),
    proposes(4, 'P1', replace('b1', 6, 'النور', 'الضياء')).gives('AmendmentProposed'),
    decide('amendment', 'P1-A4', 'accept', substantive).gives(
      'DecisionTaken',
      'AmendmentAdopted',
      'TextRevised',
      'AmendmentRebased',
      'EndorsementBecameStale'
    ),
    annuls('M1-Q10').refused('LaterTextRestsOnIt', { rule: 1 }),
    decide('split', 'P2', 'split', {
      parts: [
        { title: 'أ', blocks: ['b1'] },
        { title: 'ب', blocks: ['b2'] }
      ]
    }).gives(
      'DecisionTaken',
      'SplitFrom',
      'TextRevised',
      'SubmissionAdmitted',
      'SplitFrom',
      'TextRevised',
      'SubmissionAdmitted',
      'SubmissionSplit'
    ),
    annuls('M1-Q12').gives(
      'DecisionTaken',
      'DecisionAnnulled',
      'SubmissionReopened',
      'SubmissionMergedInto',
      'SubmissionMergedInto'
    ),
    act(association(2), 'ProposeMerge', {
      sources: ['P3', 'P4'],
      title: 'واحد',
      blocks: [{ block: { kind: 'paragraph', text: 'توفير الماء' }, from: ['P3#b1', 'P4#b1'] }]
    }).gives('MergeProposed'),
    decide('merge', 'P7', 'merge').gives(
      'DecisionTaken',
      'SubmissionsMerged',
      'TextRevised',
      'SubmissionAdmitted',
      'SubmissionMergedInto',
      'SubmissionMergedInto'
    ),
    annuls('M1-Q14').gives('DecisionTaken', 'DecisionAnnulled', 'MergeUndone', 'MergeUndone', 'MergeUndone'),
    decide('annulment', 'M1-Q77', 'annul', because).refused('ReferenceUnknown', {
      details: { kind: 'decision' }
    })
  ]
}
