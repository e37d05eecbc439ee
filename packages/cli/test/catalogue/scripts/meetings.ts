import {
  arrives,
  association,
  chair,
  chairHeldBy,
  charterText,
  coalitionOf,
  consensus,
  convenor,
  foundingCharter,
  hands,
  meeting,
  meets,
  motion,
  planned,
  rapporteur,
  rapporteurHeldBy,
  secretary,
  terms
} from '../cast'
import { act, eventOf, on, type Script } from '../script'

const at = (m: number) => ({ meeting: `M${m}` })
const other = (present: number, otherwise: object = {}): object =>
  motion(1, present, 'other', 'القرار', 'other', otherwise)
const decide = (payload: object, m = 1) => act(meeting(m), 'Decide', payload)
const grant = (association_: string, otherwise: object = {}) =>
  act(secretary, 'GrantMandate', {
    association: association_,
    person: { name: 'مثال توضيحي' },
    role: 'alternate',
    from: '2025-10-20',
    ...otherwise
  }).gives('MandateGranted')

export const callingMeetings: Script = {
  title: 'calling, moving and calling off meetings',
  steps: [
    ...coalitionOf(3),
    on('2025-10-21T09:00'),
    act(convenor, 'ScheduleMeeting', planned('2025-10-26', { endsAt: '2025-10-26T10:00' })).refused(
      'EndsBeforeStart',
      { field: 'payload.endsAt' }
    ),
    act(convenor, 'ScheduleMeeting', planned('2025-10-26', { ref: 'M9' })).refused('NumberNotNext', {
      field: 'payload.ref',
      details: { next: 'M1' }
    }),
    act(convenor, 'ScheduleMeeting', planned('2025-10-26')).gives('MeetingScheduled'),
    act(convenor, 'ScheduleMeeting', planned('2025-10-26', { secondCallOf: 'M1' })).refused(
      'SecondCallNotLater',
      { field: 'payload.startsAt' }
    ),
    act(convenor, 'ScheduleMeeting', planned('2025-11-02', { secondCallOf: 'M7' })).refused(
      'ReferenceUnknown',
      { field: 'payload.secondCallOf', details: { kind: 'meeting' } }
    ),
    act(convenor, 'ScheduleMeeting', planned('2025-11-02', { secondCallOf: 'M1' })).refused(
      'FirstCallNotClosed',
      {
        rule: 5,
        field: 'payload.secondCallOf',
        details: { at: '2025-10-21T09:05:00.000+01:00', meeting: 'notOpened' }
      }
    ),
    act(convenor, 'ScheduleMeeting', planned('2025-11-02')).gives('MeetingScheduled'),
    act(secretary, 'RescheduleMeeting', {
      ...at(1),
      startsAt: '2025-10-27T10:00',
      endsAt: '2025-10-27T12:00',
      reason: 'تعذر المكان'
    }).gives('MeetingRescheduled'),
    act(secretary, 'InviteAssociations', { ...at(1), associations: ['A2', 'A2'] }).refused('NamedTwice'),
    act(secretary, 'InviteAssociations', { ...at(9), associations: ['A2'] }).refused('ReferenceUnknown', {
      field: 'payload.meeting',
      details: { kind: 'meeting' }
    }),
    act(secretary, 'InviteAssociations', { ...at(1), associations: ['A2', 'A3'] }).gives(
      'AssociationInvited',
      'AssociationInvited'
    ),
    act(secretary, 'InviteAssociations', { ...at(1), associations: ['A3', 'A2'] }).gives(),
    act(secretary, 'CancelMeeting', { ...at(2), reason: 'سبب' }).gives('MeetingCancelled'),
    act(secretary, 'RescheduleMeeting', {
      ...at(2),
      startsAt: '2025-11-03T10:00',
      endsAt: '2025-11-03T12:00',
      reason: 'سبب'
    }).refused('MeetingIsCancelled'),
    act(rapporteur, 'RecordArrival', { ...at(1), association: 'A2', delegates: ['A2-m1'] }).refused(
      'MandateNotValid',
      { rule: 3, details: { because: 'notOfTheMeeting', date: '2025-10-21' } }
    ),
    on('2025-10-27T10:00'),
    act(chair, 'OpenMeeting', { ...at(1), chair: 'A1-m2', rapporteur: 'A1-m2' }).refused('MandateNotValid', {
      details: { because: 'notOfTheMeeting', date: '2025-10-27' }
    }),
    act(chair, 'OpenMeeting', { ...at(1), chair: 'A1-m1', rapporteur: 'A9-m1' }).refused('ReferenceUnknown', {
      field: 'payload.rapporteur',
      details: { kind: 'mandate' }
    }),
    act(
      chair,
      'OpenMeeting',
      { ...at(1), chair: 'A1-m1', rapporteur: 'A1-m2' },
      { recordedBy: 'A1-m2' }
    ).gives('MeetingOpened'),
    act(convenor, 'EnterFoundingCharter', { text: charterText(), terms: terms() }).refused(
      'SittingAlreadyOpened',
      { details: { meeting: 'M1', openedAt: '2025-10-27T10:02:00.000+01:00' } }
    ),
    act(secretary, 'CancelMeeting', { ...at(1), reason: 'سبب' }).refused('MeetingAlreadyOpened'),
    act(chair, 'OpenMeeting', { ...at(1), chair: 'A1-m1', rapporteur: 'A2-m1' }).refused(
      'MeetingAlreadyOpened'
    )
  ]
}

const afterDays = 7
const atLeast = (parts: number, of: number) => ({ than: 'atLeast', fraction: { parts, of } })

export const secondCalls: Script = {
  title: 'second calls, with fewer and only after a first that lacked its quorum',
  steps: [
    ...coalitionOf(4),
    foundingCharter({ secondCall: { quorum: atLeast(1, 4), afterDays } }),
    ...meets(1, '2025-10-26', 2),
    decide(other(1)).refused('QuorumNotReached', { details: { present: 1, needed: 3, eligible: 4 } }),
    act(chair, 'CloseMeeting', at(1)).gives('MeetingClosed'),
    act(convenor, 'ScheduleMeeting', planned('2025-11-02', { secondCallOf: 'M1' })).gives('MeetingScheduled'),
    on('2025-11-02T10:00'),
    act(chair, 'OpenMeeting', { ...at(2), chair: 'A1-m1', rapporteur: 'A1-m2' }).gives('MeetingOpened'),
    arrives(2, 3),
    decide(motion(2, 1, 'other', 'القرار', 'other'), 2).gives('DecisionTaken'),
    act(chair, 'CloseMeeting', at(2)).gives('MeetingClosed'),
    ...meets(3, '2025-11-09', 4),
    act(chair, 'CloseMeeting', at(3)).gives('MeetingClosed'),
    act(convenor, 'ScheduleMeeting', planned('2025-11-16', { secondCallOf: 'M3' })).refused(
      'FirstCallHadQuorum',
      {
        rule: 5,
        field: 'payload.secondCallOf',
        details: { at: '2025-11-09T10:03:00.000+01:00', present: 3, needed: 3, eligible: 4 }
      }
    ),
    act(convenor, 'ScheduleMeeting', planned('2025-11-16')).gives('MeetingScheduled')
  ]
}

export const attendance: Script = {
  title: 'who is there, who speaks, and what is taken back',
  steps: [
    ...coalitionOf(6),
    act(secretary, 'RegisterReference', {
      title: { ar: 'خطاب' },
      issuer: { ar: 'جهة' },
      kind: 'speech',
      date: '2025-07-29'
    }).gives('ReferenceRegistered'),
    grant('A3', { until: '2025-10-25' }),
    foundingCharter({ proxies: { perHolder: 1, countForQuorum: true } }),
    ...meets(1, '2025-10-26', 3),
    act(association(2), 'RecordArrival', { ...at(1), association: 'A4', delegates: ['A4-m1'] }).refused(
      'NotForThisActor'
    ),
    act(rapporteur, 'RecordArrival', {
      ...at(1),
      association: 'A4',
      delegates: ['A4-m1'],
      voter: 'A5-m1'
    }).refused('VoterNotADelegate', { rule: 4 }),
    act(rapporteur, 'RecordArrival', { ...at(1), association: 'A4', delegates: ['A5-m1'] }).refused(
      'MandateOfAnother',
      { rule: 4, details: { association: 'A4' } }
    ),
    act(rapporteur, 'RecordArrival', { ...at(1), association: 'A3', delegates: ['A3-m2'] }).refused(
      'MandateOutOfForce',
      { rule: 3, details: { date: '2025-10-26' } }
    ),
    act(rapporteur, 'RecordArrival', { ...at(1), association: 'A3', delegates: ['A3-m1'] }).gives(),
    act(
      rapporteur,
      'RecordArrival',
      { ...at(1), association: 'A4', delegates: ['A4-m1'] },
      {
        called: 'A4 comes'
      }
    ).gives('ArrivalRecorded'),
    act(rapporteur, 'GiveProxy', { ...at(1), from: 'A4', to: 'A3' }).refused('ProxyGiverPresent', {
      rule: 4
    }),
    act(rapporteur, 'GiveProxy', { ...at(1), from: 'A5', to: 'A6' }).refused('NotPresent', { rule: 4 }),
    act(rapporteur, 'GiveProxy', { ...at(1), from: 'A5', to: 'A4' }, { called: 'A5 lets A4' }).gives(
      'ProxyGiven'
    ),
    act(rapporteur, 'GiveProxy', { ...at(1), from: 'A5', to: 'A4' }).gives(),
    act(rapporteur, 'GiveProxy', { ...at(1), from: 'A5', to: 'A3' }).refused('ProxyAlreadyGiven', {
      details: { to: 'A4' }
    }),
    act(rapporteur, 'GiveProxy', { ...at(1), from: 'A6', to: 'A4' }).refused('ProxyLimitReached', {
      details: { held: 1, perHolder: 1 }
    }),
    act(rapporteur, 'RecordDeparture', { ...at(1), association: 'A6' }).refused('NotPresent'),
    act(rapporteur, 'RecordDeparture', { ...at(1), association: 'A3' }, { called: 'A3 goes' }).gives(
      'DepartureRecorded'
    ),
    act(rapporteur, 'DiscussItem', { ...at(1), item: 'M1.1', summary: 'ملخص' }).refused('ItemNotOpen'),
    act(rapporteur, 'OpenAgendaItem', { ...at(1), item: 'M1.9' }).refused('ReferenceUnknown', {
      details: { kind: 'agendaItem' }
    }),
    act(rapporteur, 'OpenAgendaItem', { ...at(1), item: 'M1.1' }).gives('AgendaItemOpened'),
    act(rapporteur, 'OpenAgendaItem', { ...at(1), item: 'M1.1' }).gives(),
    act(rapporteur, 'DiscussItem', { ...at(1), item: 'M1.1', summary: 'ملخص', speakers: ['A6'] }).refused(
      'NotPresent',
      { field: 'payload.speakers' }
    ),
    act(rapporteur, 'DiscussItem', { ...at(1), item: 'M1.1', summary: 'ملخص', submissions: ['P7'] }).refused(
      'ReferenceUnknown',
      { field: 'payload.submissions', details: { kind: 'submission' } }
    ),
    act(
      rapporteur,
      'DiscussItem',
      { ...at(1), item: 'M1.1', summary: 'ملخص', speakers: ['A2'], references: ['R1'] },
      { called: 'A2 speaks' }
    ).gives('ItemDiscussed'),
    act(secretary, 'RetractEntry', { entry: eventOf('A4 comes'), reason: 'خطأ' }).refused('EntryIsNamed', {
      rule: 1,
      details: { by: [eventOf('A5 lets A4')] }
    }),
    act(secretary, 'RetractEntry', { entry: eventOf('nothing'), reason: 'خطأ' }).badInput({
      'payload.entry': 'EventOfThisProcess'
    }),
    act(association(2), 'RetractEntry', { entry: eventOf('A3 goes'), reason: 'خطأ' }).refused(
      'NotForThisActor',
      { rule: 3, field: 'payload.entry', details: { by: ['secretary', 'A1-m2'] } }
    ),
    act(rapporteur, 'RetractEntry', { entry: eventOf('A3 goes'), reason: 'خطأ' }).gives('EntryRetracted'),
    act(chair, 'RetractEntry', { entry: eventOf('A3 goes'), reason: 'خطأ' }).gives(),
    act(secretary, 'RetractEntry', { entry: eventOf('A2 speaks'), reason: 'خطأ' }).gives('EntryRetracted'),
    act(chair, 'HandOverChair', { ...at(1), to: 'A2-m1' }).gives('ChairHandedOver'),
    act(chair, 'AdjournMeeting', { ...at(1) }).refused('MandateNotValid', {
      details: { because: 'notOfTheMeeting', date: '2025-10-26' }
    }),
    act(chairHeldBy('A2-m1'), 'AdjournMeeting', { ...at(1), until: '2025-10-26T15:00' }).gives(
      'MeetingAdjourned'
    ),
    act(rapporteur, 'OpenAgendaItem', { ...at(1), item: 'M1.2' }).refused('NotAnOpenSitting', { rule: 5 }),
    act(rapporteurHeldBy('A3-m1'), 'ResumeMeeting', at(1)).refused('MandateNotValid'),
    act(rapporteur, 'ResumeMeeting', at(1)).gives('MeetingResumed'),
    act(rapporteur, 'RecordDeparture', { ...at(1), association: 'A2' }).refused('NotPresent'),
    act(chairHeldBy('A2-m1'), 'CloseMeeting', at(1)).gives('MeetingClosed'),
    act(rapporteur, 'RecordArrival', { ...at(1), association: 'A5', delegates: ['A5-m1'] }).refused(
      'MeetingIsClosed'
    )
  ]
}

const votes = (...said: ReadonlyArray<readonly [string, string]>) => ({
  kind: 'rollCall',
  votes: said.map(([association_, vote]) => ({ association: association_, vote }))
})

const ballot = (inFavour: number, against: number, tellers: ReadonlyArray<string>) => ({
  ...hands(inFavour, against),
  kind: 'secretBallot',
  tellers
})

const simple = { default: { base: 'cast', threshold: { than: 'moreThan', fraction: { parts: 1, of: 2 } } } }

export const counts: Script = {
  title: 'decisions and their counts',
  steps: [
    ...coalitionOf(6),
    foundingCharter({ majority: simple, tie: 'chairDecides', secretBallotFor: ['association'] }),
    act(convenor, 'ScheduleMeeting', planned('2025-10-26')).gives('MeetingScheduled'),
    on('2025-10-26T10:00'),
    decide(other(0)).refused('NotAnOpenSitting', { rule: 5 }),
    act(chair, 'OpenMeeting', { ...at(1), chair: 'A1-m1', rapporteur: 'A1-m2' }).gives('MeetingOpened'),
    act(convenor, 'EnterStage', { stage: 'adoption', reason: 'سبب' }).refused('StageNotNext', {
      rule: 6,
      details: { stage: 'gathering', allowed: ['refining', 'closed'] }
    }),
    arrives(1, 2),
    arrives(1, 3),
    decide(other(2)).refused('QuorumNotReached', {
      rule: 5,
      details: { present: 2, needed: 4, eligible: 6 }
    }),
    arrives(1, 4),
    arrives(1, 5),
    decide(motion(9, 4, 'other', 'x', 'other'), 1).refused('NotForThisActor', { field: 'actor.meeting' }),
    decide(motion(9, 4, 'other', 'x', 'other'), 9).refused('ReferenceUnknown', {
      details: { kind: 'meeting' }
    }),
    decide(other(4, { ref: 'M1-Q4' })).refused('NumberNotNext', { details: { next: 'M1-Q1' } }),
    decide(other(4, { item: 'M1.1' })).refused('ItemNotOpen', { field: 'payload.item' }),
    decide(other(5)).refused('PresentDiffers', { rule: 16, details: { declared: 5, present: 4 } }),
    decide(other(4, { method: hands(4, 1) })).refused('CountsAbovePresent', {
      rule: 5,
      details: { counted: 5, present: 4 }
    }),
    decide(other(4, { method: votes(['A6', 'for']) })).refused('VoterNotPresent', {
      rule: 5,
      details: { present: 4 }
    }),
    decide(other(4, { method: votes(['A2', 'endorsing']) })).refused('VoteNotAllowed', { rule: 5 }),
    decide(other(4, { method: votes(['A2', 'for'], ['A2', 'for']) })).refused('NamedTwice'),
    decide(other(4, { method: hands(1, 3) })).refused('OutcomeDiffers', { rule: 5 }),
    decide(other(4, { method: hands(2, 2) })).refused('ChairVoteMissing', {
      details: { for: 2, against: 2 }
    }),
    decide(other(4, { method: { ...hands(3, 1), chair: 'for' } })).refused('ChairDoesNotDecide', {
      details: { for: 3, against: 1 }
    }),
    decide(other(4, { method: { ...consensus, blocks: [{ association: 'A2', reason: 'سبب' }] } })).refused(
      'ConsensusIsBroken',
      { rule: 5, details: { blocks: ['A2'], fallback: 'vote' } }
    ),
    decide(motion(1, 4, 'association', 'A6', 'suspend', { reason: 'سبب' })).refused('MethodNotAllowed', {
      details: { allowed: 'secretBallot' }
    }),
    decide(motion(1, 4, 'association', 'A6', 'suspend', { reason: 'سبب', method: ballot(4, 0, []) })).refused(
      'TellersMissing',
      { rule: 5 }
    ),
    decide(motion(1, 4, 'association', 'A6', 'enter')).refused('MotionDoesNotFit', {
      details: { subject: 'association', motions: ['suspend', 'reinstate'] }
    }),
    decide(motion(1, 4, 'association', 'A6', 'suspend', { method: ballot(4, 0, ['A2-m1']) })).refused(
      'DecisionNeeds',
      { field: 'payload.reason', details: { motion: 'suspend', subject: 'association' } }
    ),
    decide(other(4, { method: { ...hands(2, 2), chair: 'for' } })).gives('DecisionTaken'),
    act(rapporteur, 'CorrectDecision', {
      ...at(1),
      decision: 'M1-Q1',
      method: hands(1, 3),
      reason: 'خطأ'
    }).refused('CorrectionChangesOutcome', { rule: 1 }),
    act(rapporteur, 'CorrectDecision', {
      ...at(1),
      decision: 'M1-Q1',
      method: hands(3, 1),
      reason: 'خطأ'
    }).gives('DecisionCorrected'),
    act(rapporteur, 'CorrectDecision', {
      ...at(1),
      decision: 'M1-Q7',
      method: hands(3, 1),
      reason: 'خطأ'
    }).refused('ReferenceUnknown', { details: { kind: 'decision' } }),
    decide(
      motion(1, 4, 'association', 'A6', 'suspend', { reason: 'سبب', method: ballot(4, 0, ['A2-m1']) })
    ).gives('DecisionTaken', 'AssociationSuspended'),
    act(secretary, 'InviteAssociations', { ...at(1), associations: ['A6'] }).refused(
      'AssociationNotEligible',
      {
        rule: 3,
        details: { standing: 'suspended' }
      }
    ),
    act(association(6), 'ProposeMinutesCorrection', { ...at(1), wording: 'تصحيح' }).refused(
      'AssociationMayNotAct',
      { details: { standing: 'suspended' } }
    ),
    decide(motion(1, 4, 'association', 'A6', 'reinstate', { method: ballot(4, 0, ['A2-m1']) })).gives(
      'DecisionTaken',
      'AssociationReinstated'
    ),
    decide(other(4), 1).gives('DecisionTaken')
  ]
}
