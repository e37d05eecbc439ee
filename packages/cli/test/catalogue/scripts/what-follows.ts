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

const p1 = { submission: 'P1' }
const replace = (block: string, at: number, old: string, by: string) => ({
  op: 'replace',
  block,
  at,
  old,
  new: by
})
const proposes = (n: number, operation: object) =>
  act(association(n), 'ProposeAmendment', { ...p1, materiality: 'editorial', operations: [operation] })
const decide = (kind: string, ref: string, name: string, otherwise: object = {}) =>
  act(meeting(1), 'Decide', motion(1, 5, kind, ref, name, otherwise))
const because = { reason: 'سبب' }
const editorial = { materiality: 'editorial' }
const substantive = { materiality: 'substantive' }

/** `P1` of three blocks, at the meeting that decides on it; two supporters are needed, and it has none. */
const before = () => [
  ...coalitionOf(6),
  foundingCharter({ support: { parts: 2, of: 6 } }),
  on('2025-11-01T09:00'),
  act(
    association(2),
    'Submit',
    submission('proposal', text('الماء', 'توفير الماء', 'كل يوم', 'بلا مقابل'))
  ).gives('SubmissionReceived', 'TextRevised'),
  act(secretary, 'AdmitSubmission', p1).gives('SubmissionAdmitted'),
  enters('refining'),
  ...meets(1, '2025-12-28', 6)
]

export const onAmendments: Script = {
  title: 'what follows for amendments when a text changes',
  steps: [
    ...before(),
    proposes(3, replace('b1', 6, 'الماء', 'النور')).gives('AmendmentProposed'),
    proposes(4, replace('b1', 6, 'الماء', 'النور')).gives('AmendmentProposed'),
    proposes(5, replace('b2', 0, 'كل', 'طوال')).gives('AmendmentProposed'),
    decide('amendment', 'P1-A1', 'accept', {
      ...editorial,
      outcome: 'adoptedAsModified',
      modified: [replace('b1', 6, 'الماء', 'النور'), replace('b2', 0, 'كل', 'أثناء')]
    }).gives('DecisionTaken', 'AmendmentAdopted', 'TextRevised', 'AmendmentBecameMoot', 'CollisionDetected'),
    proposes(3, replace('b2', 0, 'أثناء', 'خلال')).gives('AmendmentProposed'),
    decide('collision', 'P1-X1', 'resolve', { resolution: { take: 'one', ref: 'P1-A3' }, ...because }).gives(
      'DecisionTaken',
      'CollisionResolved',
      'AmendmentRebased',
      'CollisionDetected'
    )
  ]
}

const late = { at: '2025-11-20T10:00', recordedAt: '2025-12-28T12:00:00.000Z' }

export const onStands: Script = {
  title: 'what follows for stands and amendments when old words come back',
  steps: [
    ...before(),
    act(association(5), 'Endorse', p1, { at: '2025-11-20T09:00' }).gives('EndorsementGiven'),
    proposes(3, replace('b1', 6, 'الماء', 'النور')).gives('AmendmentProposed'),
    decide('amendment', 'P1-A1', 'accept', substantive).gives(
      'DecisionTaken',
      'AmendmentAdopted',
      'TextRevised',
      'EndorsementBecameStale'
    ),
    act(association(6), 'Endorse', { ...p1, revision: 1 }, late).gives(
      'EndorsementGiven',
      'EndorsementBecameStale'
    ),
    proposes(4, replace('b1', 6, 'النور', 'الماء')).gives('AmendmentProposed'),
    decide('annulment', 'M1-Q1', 'annul', because).gives(
      'DecisionTaken',
      'DecisionAnnulled',
      'AmendmentReopened',
      'TextRevised',
      'AmendmentRebased',
      'AmendmentBecameMoot',
      'ThresholdReached'
    )
  ]
}

export const onThresholds: Script = {
  title: 'what follows when an amendment brings words back that many had supported',
  steps: [
    ...before(),
    act(association(5), 'Endorse', p1, { at: '2025-11-20T09:00' }).gives('EndorsementGiven'),
    act(association(2), 'ReviseText', {
      ...p1,
      materiality: 'substantive',
      why: 'سبب',
      operations: [replace('b1', 6, 'الماء', 'النور')]
    }).gives('TextRevised', 'EndorsementBecameStale'),
    act(association(6), 'Endorse', { ...p1, revision: 1 }, late).gives(
      'EndorsementGiven',
      'EndorsementBecameStale'
    ),
    proposes(4, replace('b1', 6, 'النور', 'الماء')).gives('AmendmentProposed'),
    decide('amendment', 'P1-A1', 'accept', substantive).gives(
      'DecisionTaken',
      'AmendmentAdopted',
      'TextRevised',
      'ThresholdReached'
    )
  ]
}

export const onWhatGaveWay: Script = {
  title: 'what follows for an amendment when what it gave way to gives way itself',
  steps: [
    ...before(),
    proposes(3, replace('b1', 6, 'الماء', 'النور')).gives('AmendmentProposed'),
    proposes(4, replace('b1', 0, 'توفير الماء', 'ضمان نور')).gives('AmendmentProposed', 'CollisionDetected'),
    proposes(5, replace('b1', 0, 'توفير', 'تأمين')).gives('AmendmentProposed', 'CollisionDetected'),
    decide('collision', 'P1-X1', 'resolve', { resolution: { take: 'one', ref: 'P1-A2' }, ...because }).gives(
      'DecisionTaken',
      'CollisionResolved'
    ),
    decide('collision', 'P1-X2', 'resolve', { resolution: { take: 'one', ref: 'P1-A3' }, ...because }).gives(
      'DecisionTaken',
      'CollisionResolved'
    ),
    decide('amendment', 'P1-A2', 'accept', editorial).gives(
      'DecisionTaken',
      'AmendmentAdopted',
      'TextRevised',
      'AmendmentBecameMoot',
      'AmendmentRebased'
    ),
    decide('amendment', 'P1-A3', 'accept', editorial).gives(
      'DecisionTaken',
      'AmendmentAdopted',
      'TextRevised',
      'AmendmentReopened',
      'AmendmentRebased'
    )
  ]
}

export const onTheTextsSide: Script = {
  title: 'what follows when the text stands against an amendment',
  steps: [
    ...before(),
    proposes(3, replace('b1', 6, 'الماء', 'النور')).gives('AmendmentProposed'),
    act(association(2), 'ReviseText', {
      ...p1,
      materiality: 'editorial',
      ...{ why: 'سبب', operations: [replace('b1', 6, 'الماء', 'الهواء')] }
    }).gives('TextRevised', 'CollisionDetected'),
    decide('collision', 'P1-X1', 'resolve', { resolution: { take: 'one', ref: 'P1@2' }, ...because }).gives(
      'DecisionTaken',
      'CollisionResolved',
      'AmendmentBecameMoot'
    ),
    proposes(4, replace('b2', 0, 'كل', 'طوال')).gives('AmendmentProposed'),
    act(association(2), 'ReviseText', {
      ...p1,
      materiality: 'editorial',
      ...{ why: 'سبب', operations: [replace('b2', 0, 'كل', 'أثناء')] }
    }).gives('TextRevised', 'CollisionDetected'),
    decide('collision', 'P1-X2', 'resolve', {
      resolution: { take: 'third', operations: [replace('b2', 0, 'كل', 'أثناء')] },
      ...because
    }).gives('DecisionTaken', 'CollisionResolved', 'AmendmentBecameMoot'),
    decide('submission', 'P1', 'accept').refused('SupportNotReached')
  ]
}

export const onEqualWishes: Script = {
  title: 'what follows for those who ask for the very same, when one of them is settled against a third',
  steps: [
    ...before(),
    proposes(3, replace('b1', 6, 'الماء', 'النور')).gives('AmendmentProposed'),
    proposes(4, replace('b1', 6, 'الماء', 'الهواء')).gives('AmendmentProposed', 'CollisionDetected'),
    proposes(5, replace('b1', 6, 'الماء', 'النور')).gives('AmendmentProposed', 'CollisionDetected'),
    decide('collision', 'P1-X1', 'resolve', { resolution: { take: 'one', ref: 'P1-A1' }, ...because }).gives(
      'DecisionTaken',
      'CollisionResolved',
      'CollisionResolved'
    ),
    proposes(6, replace('b1', 6, 'الماء', 'النور')).gives(
      'AmendmentProposed',
      'CollisionDetected',
      'CollisionResolved'
    ),
    act(association(2), 'ReopenCollision', { collision: 'P1-X2', reason: 'سبب' }).refused(
      'SettledByMeeting',
      {
        rule: 9,
        details: { decision: 'M1-Q1' }
      }
    ),
    decide('annulment', 'M1-Q1', 'annul', because).gives(
      'DecisionTaken',
      'DecisionAnnulled',
      'CollisionReopened',
      'CollisionReopened',
      'CollisionReopened'
    ),
    decide('collision', 'P1-X2', 'resolve', { resolution: { take: 'one', ref: 'P1-A2' }, ...because }).gives(
      'DecisionTaken',
      'CollisionResolved',
      'CollisionResolved',
      'CollisionResolved'
    )
  ]
}

export const otherOutcomes: Script = {
  title: 'motions that are not adopted, and leave their subject as it is',
  steps: [
    ...before(),
    proposes(3, replace('b1', 6, 'الماء', 'النور')).gives('AmendmentProposed'),
    ...['deferred', 'referred', 'noDecision'].map(outcome =>
      decide('amendment', 'P1-A1', 'accept', { ...editorial, outcome }).gives('DecisionTaken')
    ),
    ...[
      ['submission', 'P1', 'accept', {}],
      ['submission', 'P1', 'decline', because],
      ['submission', 'P1', 'defer', {}],
      ['amendment', 'P1-A1', 'accept', editorial],
      ['amendment', 'P1-A1', 'decline', {}],
      ['charter', 'C1', 'confirm', {}],
      ['stage', 'gathering', 'enter', because],
      ['association', 'A3', 'suspend', because],
      ['other', 'x', 'other', {}],
      ['annulment', 'M1-Q1', 'annul', because]
    ].map(([kind, ref, name, otherwise]) =>
      decide(String(kind), String(ref), String(name), {
        ...(otherwise as object),
        outcome: 'rejected',
        method: { kind: 'showOfHands', for: 1, against: 4, abstain: 0 }
      }).gives('DecisionTaken')
    )
  ]
}
