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
import { act, eventOf, on, type Script, type Step } from '../script'

const v1 = { platform: 'V1' }
const because = { reason: 'سبب' }
const decides =
  (m: number, present: number) =>
  (kind: string, ref: string, name: string, otherwise: object = {}) =>
    act(meeting(m), 'Decide', motion(m, present, kind, ref, name, otherwise))
const paragraph = (words: string) => ({ kind: 'paragraph', text: words })
const receives = (n: number, kind: 'diagnosis' | 'proposal' = 'proposal', otherwise: object = {}) =>
  act(association(n), 'Submit', submission(kind, text('الماء', 'توفير الماء', 'كل يوم'), otherwise)).gives(
    'SubmissionReceived',
    'TextRevised'
  )
const admits = (ref: string) =>
  act(secretary, 'AdmitSubmission', { submission: ref }).gives('SubmissionAdmitted')
const roll = (...said: ReadonlyArray<readonly [string, string, (readonly string[])?]>) => ({
  method: {
    kind: 'rollCall',
    votes: said.map(([of, vote, clauses]) => ({
      association: of,
      vote,
      ...(clauses === undefined ? {} : { clauses })
    }))
  }
})
const all = roll(['A2', 'endorsing'], ['A3', 'endorsing'], ['A4', 'withReservations', ['V1.1']])
const authority = (level: string) =>
  act(secretary, 'RegisterAuthority', {
    names: { ar: `سلطة ${level} (مثال)` },
    level,
    office: { ar: 'مكتب الضبط' }
  }).gives('AuthorityRegistered')
const authorities: ReadonlyArray<Step> = ['local', 'provincial'].map(authority)
const first = decides(1, 3)
const second = decides(2, 3)

/** Two proposals and a diagnosis accepted at M1, and the stage of adoption. */
const accepted = [
  ...coalitionOf(4),
  foundingCharter({ answerWithinDays: { local: 30 } }),
  ...authorities,
  on('2025-11-01T09:00'),
  receives(2),
  receives(3, 'proposal', { levels: ['provincial'] }),
  receives(4, 'diagnosis'),
  receives(4),
  ...['P1', 'P2', 'D1', 'P3'].map(admits),
  enters('refining'),
  ...meets(1, '2025-12-28', 4)
]

export const drafting: Script = {
  title: 'a platform drafted, frozen and set aside',
  steps: [
    ...accepted,
    act(association(4), 'Endorse', { submission: 'P1' }).gives('EndorsementGiven'),
    first('submission', 'P1', 'accept').gives('DecisionTaken', 'SubmissionAccepted'),
    first('submission', 'P2', 'accept').gives('DecisionTaken', 'SubmissionAccepted'),
    first('submission', 'D1', 'accept').gives('DecisionTaken', 'SubmissionAccepted'),
    act(association(3), 'CompilePlatform', {}).refused('NotForThisActor'),
    act(secretary, 'CompilePlatform', { ref: 'V7' }).refused('NumberNotNext', { details: { next: 'V1' } }),
    act(secretary, 'CompilePlatform', {}).gives('PlatformCompiled'),
    act(secretary, 'CompilePlatform', {}).gives(),
    act(convenor, 'WritePreamble', {
      ...v1,
      blocks: [paragraph('ا'.repeat(90_000))]
    }).refused('PreambleRefused', { details: { problem: 'TextTooLong', block: 0 } }),
    act(convenor, 'WritePreamble', { ...v1, blocks: [paragraph('نحن الجمعيات')] }).gives('PreambleWritten'),
    act(convenor, 'WritePreamble', {
      ...v1,
      was: `sha256:${'0'.repeat(64)}`,
      blocks: [paragraph('غيره')]
    }).refused('PreambleRewritten', { rule: 16 }),
    act(convenor, 'WritePreamble', { platform: 'V9', blocks: [] }).refused('ReferenceUnknown', {
      details: { kind: 'platform' }
    }),
    act(secretary, 'MoveClause', { ...v1, submission: 'P9', after: 'start' }).refused('ReferenceUnknown', {
      details: { kind: 'clause' }
    }),
    act(secretary, 'MoveClause', { ...v1, submission: 'P2', after: 'start' }).gives('ClauseMoved'),
    act(secretary, 'MoveClause', { ...v1, submission: 'P2', after: 'start' }).gives(),
    first('platform', 'V1', 'freeze').refused('NotInThisStage', {
      details: { stage: 'refining', allowed: ['adoption'] }
    }),
    act(association(3), 'ProposeAmendment', {
      submission: 'P3',
      materiality: 'editorial',
      operations: [{ op: 'replace', block: 'b1', at: 6, old: 'الماء', new: 'النور' }]
    }).gives('AmendmentProposed'),
    act(association(2), 'ProposeAmendment', {
      submission: 'P3',
      materiality: 'editorial',
      operations: [{ op: 'replace', block: 'b1', at: 6, old: 'الماء', new: 'الهواء' }]
    }).gives('AmendmentProposed', 'CollisionDetected'),
    act(association(2), 'ReviseText', {
      submission: 'P1',
      materiality: 'editorial',
      why: 'سبب',
      operations: [{ op: 'delete', block: 'b2', old: 'كل يوم' }]
    }).gives('TextRevised'),
    enters('adoption'),
    first('platform', 'V1', 'freeze').refused('SubmissionsWithoutFate', {
      rule: 12,
      details: { submissions: ['P3'] }
    }),
    first('platform', 'V1', 'adopt', all).refused('PlatformNotFrozen', { rule: 13 }),
    first('submission', 'P3', 'defer').gives('DecisionTaken', 'SubmissionDeferred'),
    first('platform', 'V1', 'freeze').refused('CollisionsOpen', {
      rule: 12,
      details: { collisions: ['P3-X1'] }
    }),
    first('submission', 'P3', 'decline', because).gives(
      'DecisionTaken',
      'SubmissionDeclined',
      'AmendmentBecameMoot',
      'AmendmentBecameMoot'
    ),
    first('platform', 'V1', 'freeze').refused('ClauseTextDiffers', { rule: 12 }),
    first('submission', 'D1', 'decline', because).gives('DecisionTaken', 'SubmissionDeclined'),
    first('platform', 'V1', 'freeze').refused('CompilationOutdated', {
      rule: 12,
      details: { missing: [], noLongerAccepted: ['D1'] }
    }),
    act(secretary, 'CompilePlatform', {}).gives('PlatformCompiled'),
    first('platform', 'V1', 'freeze').refused('ClauseTextDiffers', { rule: 12 }),
    first('stage', 'refining', 'enter', because).gives('DecisionTaken', 'StageEntered'),
    first('submission', 'P1', 'accept').gives('DecisionTaken', 'SubmissionAccepted'),
    act(secretary, 'CompilePlatform', {}).gives('PlatformCompiled'),
    enters('adoption'),
    first('platform', 'V1', 'freeze').gives('DecisionTaken', 'PlatformFrozen'),
    first('platform', 'V1', 'freeze').refused('PlatformIsFrozen', { rule: 13 }),
    act(secretary, 'CompilePlatform', {}).refused('EarlierPlatformOpen', {
      details: { platform: 'V1', standing: 'frozen' }
    }),
    first('platform', 'V1', 'unfreeze', because).gives('DecisionTaken', 'PlatformUnfrozen'),
    first('platform', 'V1', 'freeze').gives('DecisionTaken', 'PlatformFrozen'),
    first('annulment', 'M1-Q10', 'annul', because).refused('NotTakenBackByAnnulment', {
      rule: 1,
      details: { subject: 'platform', motion: 'unfreeze' }
    }),
    first('annulment', 'M1-Q11', 'annul', because).gives(
      'DecisionTaken',
      'DecisionAnnulled',
      'PlatformUnfrozen'
    ),
    first('platform', 'V1', 'freeze').gives('DecisionTaken', 'PlatformFrozen'),
    act(meeting(1), 'Decide', motion(1, 3, 'annulment', 'M1-Q2', 'annul', because)).refused(
      'FrozenPlatformRestsOnIt',
      { rule: 1, details: { platform: 'V1' } }
    ),
    first('submission', 'P1', 'decline', because).refused('ClosedByFrozenPlatform', { rule: 2 }),
    act(
      association(4),
      'WithdrawEndorsement',
      { submission: 'P1' },
      {
        at: '2025-12-28T10:10',
        recordedAt: '2025-12-28T12:00:00.000Z'
      }
    ).refused('ClosedByFrozenPlatform', { rule: 2 }),
    act(association(4), 'WithdrawEndorsement', { submission: 'P1' }).gives('EndorsementWithdrawn'),
    first('platform', 'V1', 'setAside', because).gives(
      'DecisionTaken',
      'PlatformSetAside',
      'SubmissionReopened',
      'SubmissionReopened'
    ),
    first('platform', 'V1', 'setAside', because).refused('PlatformIsSetAside'),
    act(secretary, 'CompilePlatform', {}).gives('PlatformCompiled')
  ]
}

const responds = (otherwise: object = {}) => ({
  raising: 'V1-S1',
  clauses: ['V1.1'],
  outcome: 'accepted',
  quotation: 'مثال توضيحي: نوافق.',
  date: '2026-01-20',
  ...otherwise
})
const commits = (otherwise: object = {}) => ({
  ...v1,
  clause: 'V1.1',
  institution: 'H1',
  wording: 'مثال توضيحي: قبل نهاية السنة',
  due: '2026-12-31',
  ...otherwise
})
const raises = (otherwise: object = {}) => ({
  ...v1,
  level: 'local',
  authority: 'H1',
  channel: 'deposit',
  date: '2026-01-10',
  ...otherwise
})
const progresses = (otherwise: object = {}) => ({
  commitment: 'V1-K1',
  state: 'underway',
  date: '2026-03-01',
  shownBy: 'claimedByTheInstitution',
  ...otherwise
})

export const answered: Script = {
  title: 'a platform adopted, raised, answered and superseded',
  steps: [
    ...accepted,
    act(association(4), 'Endorse', { submission: 'P1' }, { called: 'A4 endorses' }).gives('EndorsementGiven'),
    first('submission', 'P1', 'accept').gives('DecisionTaken', 'SubmissionAccepted'),
    first('submission', 'P2', 'accept').gives('DecisionTaken', 'SubmissionAccepted'),
    first('submission', 'D1', 'accept').gives('DecisionTaken', 'SubmissionAccepted'),
    first('submission', 'P3', 'decline', because).gives('DecisionTaken', 'SubmissionDeclined'),
    act(secretary, 'CompilePlatform', {}).gives('PlatformCompiled'),
    enters('adoption'),
    first('platform', 'V1', 'freeze').gives('DecisionTaken', 'PlatformFrozen'),
    act(secretary, 'RaisePlatform', raises({ date: '2025-12-28' })).refused('PlatformNotAdopted', {
      rule: 13
    }),
    first('platform', 'V1', 'adopt').refused('MethodNotAllowed', { details: { allowed: 'rollCall' } }),
    first('platform', 'V1', 'adopt', roll(['A2', 'for'])).refused('VoteNotAllowed'),
    first('platform', 'V1', 'adopt', {
      ...all,
      subject: { kind: 'platform', ref: 'V1', textHash: `sha256:${'0'.repeat(64)}` }
    }).refused('DocumentHashDiffers', { rule: 13 }),
    first('platform', 'V1', 'adopt', roll(['A2', 'withReservations'])).refused('ReservationsDoNotFit', {
      details: { association: 'A2', position: 'withReservations' }
    }),
    first('platform', 'V1', 'adopt', roll(['A2', 'withReservations', ['V1.9']])).refused('ReferenceUnknown', {
      details: { kind: 'clause' }
    }),
    first('platform', 'V1', 'adopt', all).gives('DecisionTaken', 'PlatformAdopted'),
    first('annulment', 'M1-Q6', 'annul', because).gives(
      'DecisionTaken',
      'DecisionAnnulled',
      'PlatformUnfrozen'
    ),
    first('platform', 'V1', 'freeze').gives('DecisionTaken', 'PlatformFrozen'),
    first('platform', 'V1', 'adopt', all).gives('DecisionTaken', 'PlatformAdopted'),
    first('platform', 'V1', 'freeze').refused('PlatformIsAdopted', { rule: 13 }),
    act(association(4), 'WithdrawEndorsement', { submission: 'P1' }).refused('AdoptionVoteTaken', {
      rule: 6
    }),
    act(
      secretary,
      'RetractEntry',
      { entry: eventOf('A4 endorses'), reason: 'خطأ' },
      {
        at: '2025-12-28T10:20',
        recordedAt: '2025-12-28T12:00:00.000Z'
      }
    ).refused('ClosedByFrozenPlatform', { rule: 2 }),
    act(
      secretary,
      'RateCriterion',
      { assessment: 'P1', criterion: 'م', score: '1', outOf: 5 },
      {
        at: '2025-12-28T10:20',
        recordedAt: '2025-12-28T12:00:00.000Z'
      }
    ).refused('ClosedByFrozenPlatform', { rule: 2 }),
    act(secretary, 'DissociateFromPlatform', { ...v1, ...because }).refused('NotAnAssociation'),
    act(association(3), 'DissociateFromPlatform', { ...v1, ...because }).gives('PlatformDissociated'),
    act(association(3), 'DissociateFromPlatform', { ...v1, ...because }).gives(),
    enters('advocacy'),
    on('2026-01-10T09:00'),
    act(secretary, 'RaisePlatform', raises({ authority: 'H9' })).refused('ReferenceUnknown', {
      details: { kind: 'authority' }
    }),
    act(secretary, 'RaisePlatform', raises({ authority: 'H2' })).refused('LevelDiffers', {
      details: { authority: 'H2', level: 'provincial' }
    }),
    act(secretary, 'RaisePlatform', raises({ dueOn: '2026-02-01' })).refused('DueDateIsComputed', {
      details: { days: 30, dueOn: '2026-02-09' }
    }),
    act(secretary, 'RaisePlatform', raises({ level: 'provincial', authority: 'H2' })).refused(
      'DueDateNeeded',
      {
        details: { level: 'provincial', charter: 1 }
      }
    ),
    act(
      secretary,
      'RaisePlatform',
      raises({ level: 'provincial', authority: 'H2', dueOn: '2026-01-01' })
    ).refused('DueDateTooEarly'),
    act(secretary, 'RaisePlatform', raises({ date: '2026-01-11' })).refused('DateAfterTheAct', { rule: 2 }),
    act(secretary, 'RaisePlatform', raises()).gives('PlatformRaised'),
    act(
      secretary,
      'RaisePlatform',
      raises({ level: 'provincial', authority: 'H2', dueOn: '2026-02-10' })
    ).gives('PlatformRaised'),
    act(secretary, 'AcknowledgeReceipt', { raising: 'V1-S9', date: '2026-01-10', receipt: 'ر' }).refused(
      'ReferenceUnknown',
      { details: { kind: 'raising' } }
    ),
    act(
      secretary,
      'AcknowledgeReceipt',
      { raising: 'V1-S1', date: '2026-01-10', receipt: 'ر' },
      { called: 'the receipt' }
    ).gives('ReceiptAcknowledged'),
    on('2026-01-20T09:00'),
    act(secretary, 'RecordResponse', responds({ clauses: [] })).refused('NoClauseNamed'),
    act(secretary, 'RecordResponse', responds({ outcome: 'referredTo' })).refused('ReferredToNeeded'),
    act(secretary, 'RecordResponse', responds({ referredTo: 'H2' })).refused('ReferredToUnexpected', {
      details: { outcome: 'accepted' }
    }),
    act(secretary, 'RecordResponse', responds(), { called: 'the answer' }).gives('ResponseReceived'),
    act(secretary, 'NoteOverdue', { raising: 'V1-S1', clauses: ['V1.1'], on: '2026-01-20' }).refused(
      'NotYetOverdue',
      { rule: 14, details: { dueOn: '2026-02-09' } }
    ),
    act(secretary, 'RecordCommitment', commits({ clause: 'V1.2', response: 'V1-S1-N1' })).refused(
      'ResponseNotOnClause',
      { details: { clause: 'V1.2' } }
    ),
    act(secretary, 'RecordCommitment', commits({ response: 'V1-S1-N1' })).gives('CommitmentMade'),
    act(secretary, 'RetractEntry', { entry: eventOf('the answer'), reason: 'خطأ' }).refused('EntryIsNamed', {
      rule: 1,
      details: { by: ['V1-K1'] }
    }),
    act(association(3), 'RetractEntry', { entry: eventOf('the receipt'), reason: 'خطأ' }).refused(
      'NotForThisActor',
      { field: 'payload.entry', details: { by: ['secretary', 'A1-m2'] } }
    ),
    act(secretary, 'RetractEntry', { entry: eventOf('the receipt'), reason: 'خطأ' }).gives('EntryRetracted'),
    on('2026-03-01T09:00'),
    act(secretary, 'NoteOverdue', { raising: 'V1-S1', clauses: ['V1.1'], on: '2026-03-01' }).refused(
      'ClauseAnswered',
      { rule: 14 }
    ),
    act(secretary, 'NoteOverdue', { raising: 'V1-S2', clauses: ['V1.1'], on: '2026-03-01' }).refused(
      'NotAskedOfThisLevel',
      { rule: 14 }
    ),
    act(secretary, 'NoteOverdue', { raising: 'V1-S2', clauses: ['V1.2'], on: '2026-03-01' }).gives(
      'ResponseOverdue'
    ),
    act(secretary, 'ForwardRaising', {
      raising: 'V1-S2',
      to: 'H2',
      date: '2026-03-01',
      dueOn: '2026-04-01'
    }).refused('ForwardedToTheSame'),
    act(secretary, 'ForwardRaising', { raising: 'V1-S2', to: 'H1', date: '2026-03-01' }).gives(
      'RaisingForwarded'
    ),
    act(secretary, 'RecordProgress', progresses({ shownBy: 'evidence' })).refused('EvidenceNeeded'),
    act(secretary, 'RecordProgress', progresses()).gives('CommitmentProgressed'),
    ...meets(2, '2026-04-01', 4),
    second('annulment', 'M1-Q9', 'annul', because).refused('AdoptionIsBuiltOn', {
      rule: 1,
      details: { by: ['V1-S1', 'V1-S2', 'V1-K1'] }
    }),
    second('stage', 'refining', 'enter', because).gives('DecisionTaken', 'StageEntered'),
    act(secretary, 'CompilePlatform', {}).gives('PlatformCompiled'),
    enters('adoption'),
    second('platform', 'V2', 'freeze').gives('DecisionTaken', 'PlatformFrozen'),
    second('platform', 'V2', 'adopt', roll(['A2', 'endorsing'], ['A3', 'endorsing'])).refused(
      'SuccessionIncomplete',
      { rule: 13, details: { platform: 'V1', clauses: ['V1.1', 'V1.2'] } }
    ),
    second('platform', 'V2', 'adopt', {
      ...roll(['A2', 'endorsing'], ['A3', 'endorsing']),
      succession: [{ clause: 'V1.1', to: 'V2.1', droppedBecause: 'سبب' }]
    }).refused('SuccessionUnclear', { rule: 13, details: { clause: 'V1.1' } }),
    second('platform', 'V2', 'adopt', {
      ...roll(['A2', 'endorsing'], ['A3', 'endorsing']),
      succession: [
        { clause: 'V1.1', to: 'V2.1' },
        { clause: 'V1.2', droppedBecause: 'سبب' }
      ]
    }).gives('DecisionTaken', 'PlatformAdopted', 'PlatformSuperseded'),
    second('annulment', 'M2-Q3', 'annul', because).refused('NotTakenBackByAnnulment', {
      rule: 1,
      details: { subject: 'platform', motion: 'adopt' }
    }),
    act(secretary, 'RaisePlatform', raises({ date: '2026-04-01' })).refused('PlatformIsSuperseded', {
      rule: 13,
      details: { by: 'V2' }
    })
  ]
}
