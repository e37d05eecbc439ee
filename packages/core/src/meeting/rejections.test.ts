import * as E from 'fp-ts/lib/Either'
import {
  act,
  adjourned,
  arrivals,
  type Asked,
  association,
  at,
  cancelled,
  closed,
  decide,
  departed,
  fact,
  hands,
  meeting,
  nth,
  opened,
  process,
  processEvent,
  proxied,
  refusalOf,
  roll,
  scheduled,
  stateOf,
  type Told,
  type World
} from '../../test/meeting-story'
import {
  approved,
  circulated,
  claims,
  corrected,
  drafted,
  minutesText,
  sealed,
  settled
} from '../../test/minutes-story'
import { type DecisionRef, type MeetingRef } from './ids'
import { approveMinutes } from './minutes/approve'
import { type meetingRejections } from './rejections'
import { type MeetingState } from './state'

const open = [scheduled(), opened(), ...arrivals(3)]
const over = [...open, closed('14:00')]
const charter = {
  quorum: { than: 'moreThan', fraction: { parts: 1, of: 2 } },
  minutes: { tacitAfterDays: 7 },
  proxies: { perHolder: 1, countForQuorum: false },
  tie: 'chairDecides',
  majority: { default: { base: 'cast', threshold: { than: 'moreThan', fraction: { parts: 1, of: 2 } } } },
  secretBallotFor: ['association']
} as World['charter'] & object

const refused = (events: ReadonlyArray<Told>, asked: Asked, world: World = {}, firstCall?: MeetingState) =>
  refusalOf(meeting(world, firstCall)(events).when(asked))

const schedule = (payload: object = {}): Asked =>
  act('ScheduleMeeting', at('09:00'), {
    ref: 'M2',
    title: { ar: 'لقاء' },
    kind: 'plenary',
    venue: { name: { ar: 'دار الشباب' } },
    startsAt: at('10:00'),
    endsAt: at('12:00'),
    zone: 'Africa/Casablanca',
    agenda: [],
    ...payload
  })
const secondCall = schedule({ secondCallOf: 'M1' })
const firstCall = scheduled({ ref: 'M1', startsAt: at('10:00', '2025-12-20') })
const on =
  (day: string) =>
  (told: Told): Told => ({ ...told, at: `${day}${told.at.slice(10)}` })
const arrival = (ref: string, payload: object = {}, clock = '10:30'): Asked =>
  act('RecordArrival', at(clock), {
    association: ref,
    delegates: [`${ref}-m1`],
    voter: `${ref}-m1`,
    attending: 'inTheRoom',
    ...payload
  })
const suspended = [
  processEvent('AssociationSuspended', at('09:00'), { association: 'A4', decision: 'M1-Q1', reason: 'مثال' })
]
const proxy = (from: string, to: string): Asked => act('GiveProxy', at('11:00'), { from, to })
const correction = act('CorrectDecision', at('15:00'), {
  decision: 'M2-Q1',
  method: hands(1, 2),
  reason: 'خطأ'
})
const taken = {
  ref: 'M2-Q1',
  subject: { kind: 'submission', ref: 'P1' },
  motion: 'accept',
  outcome: 'adopted',
  method: hands(3, 0),
  present: ['A1', 'A2', 'A3'],
  proxies: [],
  eligible: ['A1', 'A2', 'A3', 'A4', 'A5'],
  quorumNeeded: 3,
  charter: 0
}
const decided = fact('DecisionTaken', '11:00', taken)
const annulled = fact('DecisionAnnulled', '11:30', { decision: 'M2-Q1', reason: 'خطأ' })
const ready = [...over, drafted(), circulated(), approved()]
const tacitly = (day: string): Asked => act('ApproveMinutesTacitly', at('16:00', day))
const settle = (payload: object): Asked =>
  act('SettleMinutesCorrection', at('18:00'), {
    number: 1,
    outcome: 'accepted',
    text: minutesText('نص مصحح'),
    claims,
    ...payload
  })

const cases: { readonly [Tag in keyof typeof meetingRejections]: () => unknown } = {
  EndsBeforeStart: () => refused([], schedule({ endsAt: at('10:00') })),
  SecondCallNotLater: () =>
    refused(
      [],
      schedule({ secondCallOf: 'M1' }),
      {},
      stateOf([scheduled({ ref: 'M1', startsAt: at('10:00') })])
    ),
  FirstCallNotClosed: () => refused([], secondCall, {}, stateOf([firstCall])),
  FirstCallHadQuorum: () =>
    refused(
      [],
      secondCall,
      {},
      stateOf([firstCall, ...[opened(), ...arrivals(3), closed('14:00')].map(on('2025-12-20'))])
    ),
  MeetingIsCancelled: () => refused([scheduled(), cancelled()], arrival('A1')),
  MeetingAlreadyOpened: () => refused(open, act('CancelMeeting', at('10:30'), { reason: 'مثال' })),
  MeetingIsClosed: () => refused(over, arrival('A4', {}, '14:00')),
  MeetingNotClosed: () => refused(open, act('DraftMinutes', at('11:00'), { text: minutesText(), claims })),
  MeetingSealed: () => refused([...ready, sealed()], arrival('A4')),
  NotAnOpenSitting: () => refused([...open, adjourned('10:45')], decide('11:00')),
  AssociationNotEligible: () => refused(open, arrival('A4'), { also: suspended }),
  MandateOutOfForce: () =>
    refused(open, arrival('A4'), {
      also: [processEvent('MandateRevoked', at('10:10'), { mandate: 'A4-m1', reason: 'مثال' })]
    }),
  MandateOfAnother: () => refused(open, arrival('A4', { delegates: ['A5-m1'], voter: 'A5-m1' })),
  VoterNotADelegate: () => refused(open, arrival('A4', { voter: 'A4-m2' })),
  NotPresent: () => refused(open, act('RecordDeparture', at('11:00'), { association: 'A4' })),
  ProxyGiverPresent: () => refused(open, proxy('A2', 'A1'), { charter }),
  ProxyAlreadyGiven: () => refused([...open, proxied('A4', 'A2', '10:30')], proxy('A4', 'A1'), { charter }),
  ProxyLimitReached: () => refused([...open, proxied('A4', 'A1', '10:30')], proxy('A5', 'A1'), { charter }),
  ItemNotOpen: () => refused(open, decide('11:00', { item: 'M2.1' })),
  PresentDiffers: () => refused(open, decide('11:00', { present: 4 })),
  QuorumNotReached: () => refused([...open, departed('A3', '10:50')], decide('11:00', { present: 2 })),
  CountsAbovePresent: () => refused(open, decide('11:00', { method: hands(3, 1) })),
  VoterNotPresent: () => refused(open, decide('11:00', { method: roll({ A4: 'for' }) })),
  OutcomeDiffers: () => refused(open, decide('11:00', { method: hands(1, 2) })),
  ConsensusIsBroken: () =>
    refused(
      open,
      decide('11:00', {
        method: { kind: 'consensus', standAsides: [], blocks: [{ association: 'A2', reason: 'لا نتفق' }] }
      })
    ),
  MethodNotAllowed: () =>
    refused(open, decide('11:00', { subject: { kind: 'association', ref: 'A4' }, motion: 'suspend' }), {
      charter
    }),
  VoteNotAllowed: () => refused(open, decide('11:00', { method: roll({ A1: 'endorsing' }) })),
  TellersMissing: () =>
    refused(open, decide('11:00', { method: { ...hands(3, 0), kind: 'secretBallot', tellers: [] } })),
  ChairVoteMissing: () => refused(open, decide('11:00', { method: hands(1, 1) }), { charter }),
  ChairDoesNotDecide: () => refused(open, decide('11:00', { method: hands(2, 1, 0, 'for') }), { charter }),
  CorrectionChangesOutcome: () => refused([...open, decided], correction),
  DecisionIsAnnulled: () => refused([...open, decided, annulled], correction),
  EntryNotRetractable: () =>
    refused(
      [...open, decided],
      act('RetractEntry', at('15:00'), { entry: nth(5), stream: 'x', reason: 'خطأ' })
    ),
  EntryIsNamed: () =>
    refused(
      [...open, proxied('A4', 'A1', '10:30')],
      act('RetractEntry', at('15:00'), { entry: nth(2), stream: 'x', reason: 'خطأ' })
    ),
  MinutesNotDrafted: () => refused(over, act('CirculateMinutes', at('15:00'))),
  MinutesAlreadyCirculated: () =>
    refused(
      [...over, drafted(), circulated()],
      act('DraftMinutes', at('17:00'), { text: minutesText(), claims })
    ),
  MinutesNotCirculated: () =>
    refused(
      [...over, drafted()],
      act('ProposeMinutesCorrection', at('17:00'), { number: 1, wording: 'مثال' }, association('A2'))
    ),
  MinutesAlreadyApproved: () => refused(ready, act('CirculateMinutes', at('12:00', '2026-01-31'))),
  MinutesNotApproved: () =>
    refused([...over, drafted()], act('SealMinutes', at('17:00'), { explanations: [] })),
  MinutesTextDiffers: () =>
    refused([...over, drafted(), circulated(), corrected()], settle({ outcome: 'refused' })),
  MinutesLanguageDiffers: () =>
    refused(over, act('DraftMinutes', at('15:00'), { text: { ...minutesText(), language: 'fr' }, claims })),
  MinutesTextRefused: () =>
    refused(over, act('DraftMinutes', at('15:00'), { text: { ...minutesText(), blocks: [] }, claims })),
  CorrectionsOpen: () =>
    refused([...over, drafted(), circulated(), corrected()], tacitly('2026-01-20'), { charter }),
  CorrectionIsSettled: () =>
    refused([...over, drafted(), circulated(), corrected(), settled('refused')], settle({})),
  CorrectionChangesNothing: () =>
    refused(
      [...over, drafted(), circulated(), corrected()],
      settle({ outcome: 'accepted', text: minutesText() })
    ),
  NoTacitApproval: () => refused([...over, drafted(), circulated()], tacitly('2026-01-20')),
  TacitApprovalTooEarly: () =>
    refused([...over, drafted(), circulated()], tacitly('2025-12-30'), { charter }),
  ApprovalNotLater: () => {
    const minutes = approveMinutes(
      {
        process,
        occurredAt: at('13:00'),
        meeting: 'M2' as MeetingRef,
        decision: 'M3-Q1' as DecisionRef
      },
      stateOf([...over, drafted(), circulated()])
    )
    return E.isLeft(minutes) ? minutes.left : minutes.right
  },
  MinutesContradictTheRecord: () =>
    refused(
      [...over, drafted({ claims: { ...claims, attended: [] } }), circulated(), approved()],
      act('SealMinutes', at('10:00', '2026-02-01'), { explanations: [] })
    )
}

describe('Every refusal of a meeting', () => {
  it.each(Object.entries(cases))('%s is given', (tag, refusing) => {
    expect(refusing()).toMatchObject({ tag })
  })
})
