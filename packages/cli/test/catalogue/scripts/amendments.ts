import {
  association,
  chair,
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

const p1 = { submission: 'P1' }
const water = text('الماء', 'توفير الماء', 'كل يوم', 'بلا مقابل')
const replace = (block: string, at: number, old: string, by: string) => ({
  op: 'replace',
  block,
  at,
  old,
  new: by
})
const proposes = (n: number, operation: object, otherwise: object = {}) =>
  act(association(n), 'ProposeAmendment', {
    ...p1,
    materiality: 'substantive',
    operations: [operation],
    ...otherwise
  })
const decide = (present: number, kind: string, ref: string, name: string, otherwise: object = {}) =>
  act(meeting(1), 'Decide', motion(1, present, kind, ref, name, otherwise))
const substantive = { materiality: 'substantive' }
const receives = act(association(2), 'Submit', submission('proposal', water)).gives(
  'SubmissionReceived',
  'TextRevised'
)
const ofWord = (by: string) => replace('b1', 6, 'الماء', by)
/** Begins with a vowel mark, which would fall on what stands before it. */
const cutting = ofWord('\u064eالنور')

export const amending: Script = {
  title: 'amendments: proposed, withdrawn, accepted, worded, decided',
  steps: [
    ...coalitionOf(5),
    on('2025-11-01T09:00'),
    act(association(2), 'Submit', {
      ...submission('proposal', water),
      texts: [water, { ...text('Eau', 'De l’eau', 'Chaque jour', 'Gratuite'), language: 'fr' }]
    }).gives('SubmissionReceived', 'TextRevised', 'TextRevised'),
    proposes(3, ofWord('الكهرباء')).refused('NotInThisStage', {
      rule: 6,
      details: { stage: 'gathering', allowed: ['refining'] }
    }),
    act(secretary, 'AdmitSubmission', p1).gives('SubmissionAdmitted'),
    act(association(4), 'Endorse', p1).gives('EndorsementGiven'),
    enters('refining'),
    proposes(3, replace('b1', 0, 'غير', 'سوى')).refused('AmendmentQuotationDiffers', { rule: 7 }),
    proposes(3, replace('b9', 0, '', 'سوى')).refused('AmendmentDoesNotFit', {
      rule: 7,
      details: { problem: 'BlockNotFound', about: { operation: 0, block: 'b9' } }
    }),
    proposes(3, ofWord('الماء')).refused('AmendmentDoesNotFit'),
    proposes(3, ofWord('الماء'), { operations: [] }).refused('AmendmentChangesNothing'),
    proposes(3, cutting).badInput({ 'payload.operations[0]': 'WholeLetters' }),
    proposes(3, ofWord('النور'), { ref: 'P1-A7' }).refused('NumberNotNext', { details: { next: 'P1-A1' } }),
    proposes(3, ofWord('النور'), { submission: 'P7' }).refused('ReferenceUnknown'),
    proposes(3, ofWord('الماء الشروب')).gives('AmendmentProposed'),
    proposes(4, replace('b2', 0, 'كل', 'طوال')).gives('AmendmentProposed'),
    act(association(4), 'WithdrawAmendment', { amendment: 'P1-A1' }).refused('NotTheProposer', {
      details: { proposer: 'A3' }
    }),
    act(association(4), 'WithdrawAmendment', { amendment: 'P1-A9' }).refused('ReferenceUnknown', {
      details: { kind: 'amendment' }
    }),
    act(association(4), 'WithdrawAmendment', { amendment: 'P1-A2' }).gives('AmendmentWithdrawn'),
    act(association(4), 'AcceptAmendment', { amendment: 'P1-A1' }).refused('NotAnAuthor', {
      details: { authors: ['A2'] }
    }),
    act(association(2), 'AcceptAmendment', { amendment: 'P1-A2' }).refused('AmendmentNotOpen', {
      details: { status: 'withdrawn' }
    }),
    proposes(5, replace('b1', 0, 'توفير', 'ضمان')).gives('AmendmentProposed'),
    act(association(2), 'AcceptAmendment', { amendment: 'P1-A1', materiality: 'editorial' }).refused(
      'MaterialityLowered',
      { rule: 10, details: { proposed: 'substantive' } }
    ),
    act(association(2), 'AcceptAmendment', { amendment: 'P1-A1' }).gives(
      'AmendmentAcceptedByAuthor',
      'TextRevised',
      'AmendmentRebased',
      'EndorsementBecameStale'
    ),
    act(association(3), 'ProposeAmendment', {
      ...p1,
      language: 'zgh',
      materiality: 'editorial',
      operations: [ofWord('النور')]
    }).refused('ReferenceUnknown', { field: 'payload.language', details: { kind: 'text' } }),
    act(association(3), 'ProposeAmendment', {
      ...p1,
      language: 'fr',
      materiality: 'clarifying',
      operations: [replace('b3', 0, 'Gratuite', 'Gratuitement')]
    }).gives('AmendmentProposed'),
    act(association(2), 'AcceptAmendment', { amendment: 'P1-A4' }).refused('AmendmentAwaitsWording', {
      details: { language: 'fr' }
    }),
    act(association(5), 'WordAmendment', {
      amendment: 'P1-A4',
      operations: [replace('b3', 0, 'بلا', 'دون')]
    }).refused('NotAnAuthor'),
    ...meets(1, '2025-12-28', 5),
    act(secretary, 'WordAmendment', {
      amendment: 'P1-A4',
      operations: [replace('b3', 0, 'بلا', 'دون')]
    }).refused('NotForThisActor', { details: { by: ['representative', 'chair'] } }),
    act(chair, 'WordAmendment', {
      meeting: 'M1',
      amendment: 'P1-A4',
      operations: [replace('b3', 0, 'بلا', 'دون')]
    }).gives('AmendmentRebased'),
    act(association(2), 'WordAmendment', {
      amendment: 'P1-A4',
      operations: [replace('b3', 0, 'بلا', 'دون')]
    }).refused('AmendmentIsWorded', { rule: 7, details: { language: 'fr' } }),
    decide(4, 'amendment', 'P1-A4', 'accept').refused('DecisionNeeds', { field: 'payload.materiality' }),
    decide(4, 'amendment', 'P1-A4', 'defer').gives('DecisionTaken'),
    decide(4, 'amendment', 'P1-A9', 'accept', substantive).refused('ReferenceUnknown'),
    decide(4, 'amendment', 'P1-A4', 'accept', substantive).gives(
      'DecisionTaken',
      'AmendmentAdopted',
      'TextRevised',
      'AmendmentRebased'
    ),
    decide(4, 'amendment', 'P1-A3', 'accept', {
      ...substantive,
      outcome: 'adoptedAsModified',
      modified: [replace('b1', 0, 'توفير', 'كفالة'), cutting]
    }).badInput({ 'payload.modified[1]': 'WholeLetters' }),
    decide(4, 'amendment', 'P1-A3', 'accept', {
      ...substantive,
      outcome: 'adoptedAsModified',
      modified: [replace('b1', 0, 'توفير', 'كفالة')]
    }).gives('DecisionTaken', 'AmendmentAdopted', 'TextRevised'),
    proposes(3, replace('b2', 0, 'كل', 'طوال')).gives('AmendmentProposed'),
    decide(4, 'amendment', 'P1-A5', 'decline').gives('DecisionTaken', 'AmendmentRejected'),
    proposes(4, replace('b2', 0, 'كل', 'أثناء')).gives('AmendmentProposed'),
    decide(4, 'submission', 'P1', 'decline', { reason: 'سبب' }).gives(
      'DecisionTaken',
      'SubmissionDeclined',
      'AmendmentBecameMoot'
    )
  ]
}

export const colliding: Script = {
  title: 'collisions: settled in the open',
  steps: [
    ...coalitionOf(5),
    foundingCharter({ support: { parts: 1, of: 5 } }),
    on('2025-11-01T09:00'),
    receives,
    act(secretary, 'AdmitSubmission', p1).gives('SubmissionAdmitted'),
    act(association(5), 'Endorse', p1).gives('EndorsementGiven', 'ThresholdReached'),
    enters('refining'),
    proposes(3, ofWord('النور')).gives('AmendmentProposed'),
    proposes(4, ofWord('الهواء')).gives('AmendmentProposed', 'CollisionDetected'),
    act(association(2), 'AcceptAmendment', { amendment: 'P1-A1' }).refused('CollisionOpen', {
      rule: 9,
      details: { collisions: ['P1-X1'] }
    }),
    act(association(2), 'ResolveCollision', {
      collision: 'P1-X9',
      resolution: { take: 'one', ref: 'P1-A1' },
      reason: 'سبب'
    }).refused('ReferenceUnknown', { details: { kind: 'collision' } }),
    act(association(2), 'ResolveCollision', {
      collision: 'P1-X1',
      resolution: { take: 'one', ref: 'P1-A9' },
      reason: 'سبب'
    }).refused('ResolutionDoesNotFit', { rule: 8 }),
    act(association(2), 'ResolveCollision', {
      collision: 'P1-X1',
      resolution: { take: 'third', operations: [cutting] },
      reason: 'سبب'
    }).badInput({ 'payload.resolution.operations[0]': 'WholeLetters' }),
    act(association(3), 'ResolveCollision', {
      collision: 'P1-X1',
      resolution: { take: 'one', ref: 'P1-A1' },
      reason: 'سبب'
    }).refused('NotAnAuthor'),
    act(association(2), 'ReopenCollision', { collision: 'P1-X1', reason: 'سبب' }).refused(
      'CollisionNotResolved',
      { rule: 9 }
    ),
    act(association(2), 'ResolveCollision', {
      collision: 'P1-X1',
      resolution: { take: 'one', ref: 'P1-A1' },
      reason: 'سبب'
    }).gives('CollisionResolved'),
    act(association(2), 'ResolveCollision', {
      collision: 'P1-X1',
      resolution: { take: 'one', ref: 'P1-A1' },
      reason: 'سبب'
    }).refused('CollisionNotOpen', { rule: 9, details: { status: 'resolved' } }),
    act(association(2), 'ReopenCollision', { collision: 'P1-X1', reason: 'سبب' }).gives('CollisionReopened'),
    ...meets(1, '2025-12-28', 5),
    decide(4, 'collision', 'P1-X1', 'resolve', {
      resolution: { take: 'third', operations: [cutting] },
      reason: 'سبب'
    }).badInput({ 'payload.resolution.operations[0]': 'WholeLetters' }),
    decide(4, 'collision', 'P1-X1', 'resolve', {
      resolution: { take: 'one', ref: 'P1-A2' },
      reason: 'سبب'
    }).gives('DecisionTaken', 'CollisionResolved'),
    act(association(2), 'ReopenCollision', { collision: 'P1-X1', reason: 'سبب' }).refused(
      'SettledByMeeting',
      { rule: 9, details: { decision: 'M1-Q1' } }
    ),
    decide(4, 'amendment', 'P1-A2', 'accept', substantive).gives(
      'DecisionTaken',
      'AmendmentAdopted',
      'TextRevised',
      'AmendmentBecameMoot',
      'EndorsementBecameStale'
    ),
    act(association(2), 'ReopenCollision', { collision: 'P1-X1', reason: 'سبب' }).refused(
      'ResolutionInForce',
      {
        rule: 9,
        details: { adopted: ['P1-A2'] }
      }
    )
  ]
}
