import {
  association,
  coalitionOf,
  enters,
  foundingCharter,
  meeting,
  meets,
  motion,
  rapporteur,
  secretary,
  submission,
  text
} from '../cast'
import { act, eventOf, on, type Script, type Step } from '../script'

const m1 = { meeting: 'M1' }
const arrival = { ...m1, association: 'A4', delegates: ['A4-m1'] }
const entry = (called: string) => ({ entry: eventOf(called), reason: 'خطأ في الإدخال' })
/** Taken back once; the second time it is so already. */
const takenBack = (called: string): ReadonlyArray<Step> => [
  act(secretary, 'RetractEntry', entry(called)).gives('EntryRetracted'),
  act(secretary, 'RetractEntry', entry(called)).gives()
]
const motionOf = (kind: string, ref: string, name: string, otherwise: object = {}) =>
  act(meeting(1), 'Decide', motion(1, 3, kind, ref, name, otherwise))

export const ofMeetings: Script = {
  title: 'typing mistakes at a meeting: arrivals, departures, proxies, discussion notes',
  steps: [
    ...coalitionOf(5),
    foundingCharter({ proxies: { perHolder: 1, countForQuorum: true } }),
    ...meets(1, '2025-10-26', 3),
    act(rapporteur, 'RecordArrival', arrival, { called: 'A4 comes' }).gives('ArrivalRecorded'),
    act(rapporteur, 'RecordDeparture', { ...m1, association: 'A4' }, { called: 'A4 goes' }).gives(
      'DepartureRecorded'
    ),
    act(secretary, 'RetractEntry', entry('A4 comes')).refused('EntryIsNamed', {
      rule: 1,
      details: { by: [eventOf('A4 goes')] }
    }),
    ...takenBack('A4 goes'),
    ...takenBack('A4 comes'),
    act(rapporteur, 'GiveProxy', { ...m1, from: 'A5', to: 'A2' }, { called: 'A5 lets A2' }).gives(
      'ProxyGiven'
    ),
    act(rapporteur, 'GiveProxy', { ...m1, from: 'A4', to: 'A2' }).refused('ProxyLimitReached', { rule: 4 }),
    ...takenBack('A5 lets A2'),
    act(rapporteur, 'GiveProxy', { ...m1, from: 'A4', to: 'A2' }, { called: 'A4 lets A2' }).gives(
      'ProxyGiven'
    ),
    act(meeting(1), 'Decide', motion(1, 2, 'other', 'القرار', 'other'), { called: 'the decision' }).gives(
      'DecisionTaken'
    ),
    ...takenBack('A4 lets A2'),
    act(secretary, 'RetractEntry', entry('the decision')).refused('EntryNotRetractable', { rule: 1 }),
    act(rapporteur, 'OpenAgendaItem', { ...m1, item: 'M1.1' }).gives('AgendaItemOpened'),
    act(
      rapporteur,
      'DiscussItem',
      { ...m1, item: 'M1.1', summary: 'ملخص', speakers: ['A2'] },
      { called: 'A2 speaks' }
    ).gives('ItemDiscussed'),
    ...takenBack('A2 speaks')
  ]
}

export const ofSubmissions: Script = {
  title: 'typing mistakes on submissions: stands, readings, ratings',
  steps: [
    ...coalitionOf(4),
    on('2025-11-01T09:00'),
    act(
      association(2),
      'Submit',
      submission('assessment', text('التقييم', 'مثال توضيحي'), {
        subject: { kind: 'programme', name: { ar: 'برنامج' } }
      })
    ).gives('SubmissionReceived', 'TextRevised'),
    act(association(3), 'Endorse', { submission: 'E1' }, { called: 'A3 endorses' }).gives('EndorsementGiven'),
    ...takenBack('A3 endorses'),
    act(association(3), 'ReaffirmEndorsement', { submission: 'E1' }).refused('NothingToReaffirm', {
      rule: 10
    }),
    act(
      association(4),
      'RaiseObjection',
      { submission: 'E1', reason: 'سبب' },
      { called: 'A4 objects' }
    ).gives('ObjectionRaised'),
    ...takenBack('A4 objects'),
    act(association(2), 'DefineIndicator', {
      assessment: 'E1',
      name: { ar: 'مؤشر' },
      unit: { ar: 'في المائة' },
      dimension: 'social',
      better: 'up'
    }).gives('IndicatorDefined'),
    act(
      association(2),
      'RecordIndicator',
      { indicator: 'E1-I1', value: '10', date: '2025-01-01', source: 'تقرير' },
      { called: 'A2 reads' }
    ).gives('IndicatorRecorded'),
    ...takenBack('A2 reads'),
    act(
      association(2),
      'RateCriterion',
      { assessment: 'E1', criterion: 'الإنجاز', score: '2', outOf: 5 },
      { called: 'A2 rates' }
    ).gives('CriterionRated'),
    ...takenBack('A2 rates')
  ]
}

const response = {
  raising: 'V1-S1',
  clauses: ['V1.1'],
  outcome: 'accepted',
  quotation: 'مثال توضيحي: نوافق.',
  date: '2026-01-20'
}
const progress = {
  commitment: 'V1-K1',
  state: 'underway',
  date: '2026-01-20',
  shownBy: 'claimedByTheInstitution'
}

export const ofPlatforms: Script = {
  title: 'typing mistakes on a platform: receipts, responses, progress',
  steps: [
    ...coalitionOf(4),
    act(secretary, 'RegisterAuthority', {
      names: { ar: 'سلطة (مثال)' },
      level: 'local',
      office: { ar: 'مكتب الضبط' }
    }).gives('AuthorityRegistered'),
    on('2025-11-01T09:00'),
    act(association(2), 'Submit', submission('proposal', text('الماء', 'توفير الماء'))).gives(
      'SubmissionReceived',
      'TextRevised'
    ),
    act(secretary, 'AdmitSubmission', { submission: 'P1' }).gives('SubmissionAdmitted'),
    enters('refining'),
    ...meets(1, '2025-12-28', 4),
    motionOf('submission', 'P1', 'accept').gives('DecisionTaken', 'SubmissionAccepted'),
    enters('adoption'),
    act(secretary, 'CompilePlatform', {}).gives('PlatformCompiled'),
    motionOf('platform', 'V1', 'freeze').gives('DecisionTaken', 'PlatformFrozen'),
    motionOf('platform', 'V1', 'adopt', {
      method: { kind: 'rollCall', votes: [{ association: 'A2', vote: 'endorsing' }] }
    }).gives('DecisionTaken', 'PlatformAdopted'),
    on('2026-01-20T09:00'),
    act(secretary, 'RaisePlatform', {
      platform: 'V1',
      level: 'local',
      authority: 'H1',
      channel: 'deposit',
      date: '2026-01-10',
      dueOn: '2026-02-10'
    }).gives('PlatformRaised'),
    act(
      secretary,
      'AcknowledgeReceipt',
      { raising: 'V1-S1', date: '2026-01-10', receipt: 'ر' },
      { called: 'the receipt' }
    ).gives('ReceiptAcknowledged'),
    ...takenBack('the receipt'),
    act(secretary, 'RecordResponse', response, { called: 'a wrong answer' }).gives('ResponseReceived'),
    act(association(2), 'RetractEntry', entry('a wrong answer')).refused('NotForThisActor', {
      rule: 3,
      details: { by: ['secretary', 'A1-m2'] }
    }),
    ...takenBack('a wrong answer'),
    act(secretary, 'RecordResponse', { ...response, outcome: 'refused' }, { called: 'the answer' }).gives(
      'ResponseReceived'
    ),
    act(secretary, 'RecordCommitment', {
      platform: 'V1',
      clause: 'V1.1',
      institution: 'H1',
      wording: 'مثال توضيحي',
      due: '2026-12-31',
      response: 'V1-S1-N2'
    }).gives('CommitmentMade'),
    act(secretary, 'RetractEntry', entry('the answer')).refused('EntryIsNamed', {
      rule: 1,
      details: { by: ['V1-K1'] }
    }),
    act(secretary, 'RecordProgress', progress, { called: 'the progress' }).gives('CommitmentProgressed'),
    ...takenBack('the progress')
  ]
}
