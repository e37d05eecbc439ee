import * as E from 'fp-ts/lib/Either'
import {
  act,
  adjourned,
  arrivals,
  arrived,
  at,
  closed,
  charter,
  coalitionOf,
  decide,
  departed,
  discussed,
  eventsOf,
  fact,
  hands,
  itemOpened,
  meeting,
  nth,
  opened,
  process,
  processEvent,
  proxied,
  refusalOf,
  retracted,
  roll,
  scheduled,
  stateOf,
  type Terms,
  type Told,
  type World
} from '../../test/meeting-story'
import { approved, circulated, drafted, sealed } from '../../test/minutes-story'
import { type Words } from '../kernel/primitives'
import { annulDecision, annulmentIn } from './annul-decision'
import { contestedDecisions } from './contested'
import { type DecisionRef, type MeetingRef } from './ids'

const open = [scheduled(), opened(), ...arrivals(3)]

/** The history with a decision as it was accepted. */
const withDecision = (
  events: ReadonlyArray<Told>,
  payload: object = {},
  world: World = {}
): ReadonlyArray<Told> => {
  const outcome = meeting(world)(events).when(decide('11:00', payload))
  const [taken] = 'events' in outcome ? outcome.events : []
  return [...events, fact('DecisionTaken', '11:00', taken?.data ?? {})]
}

const correct = (method: object, clock = '15:00') =>
  act('CorrectDecision', at(clock), { decision: 'M2-Q1', method, reason: 'خطأ في العد' })

describe('CorrectDecision (rule 1)', () => {
  const decided = withDecision(open, { method: hands(3, 0) })

  it('holds the whole corrected method, with the same outcome', () => {
    expect(eventsOf(meeting()(decided).when(correct(hands(2, 1))))).toEqual([
      { type: 'DecisionCorrected', data: { decision: 'M2-Q1', method: hands(2, 1), reason: 'خطأ في العد' } }
    ])
  })

  it('may not change the outcome, and says what it would be', () => {
    expect(refusalOf(meeting()(decided).when(correct(hands(1, 2))))).toMatchObject({
      tag: 'CorrectionChangesOutcome',
      rule: 1,
      details: { outcome: 'adopted', computed: ['rejected'], for: 1, against: 2 }
    })
  })

  it('is counted with attendance as now known at the decision’s time, under its own charter', () => {
    expect(refusalOf(meeting()(decided).when(correct(hands(4, 0))))).toMatchObject({
      tag: 'CountsAbovePresent'
    })
    const late = [...decided, arrived('A4', '10:30')]
    expect(eventsOf(meeting()(late).when(correct(hands(4, 0))))).toHaveLength(1)
    const after = [...decided, arrived('A4', '11:30')]
    expect(refusalOf(meeting()(after).when(correct(hands(4, 0))))).toMatchObject({
      tag: 'CountsAbovePresent'
    })
  })

  it('does not ask for a quorum again: present and thresholds stay', () => {
    const late = [...decided, departed('A3', '10:30')]
    expect(eventsOf(meeting()(late).when(correct(hands(2, 0))))).toHaveLength(1)
  })

  it('does not precede the decision, nor name one that is not there', () => {
    expect(refusalOf(meeting()(decided).when(correct(hands(3, 0), '10:59')))).toMatchObject({
      tag: 'PrecedesWhatItRefersTo'
    })
    expect(refusalOf(meeting()(open).when(correct(hands(3, 0))))).toMatchObject({ tag: 'ReferenceUnknown' })
  })

  it('leaves both counts on record; the corrected one counts', () => {
    const state = stateOf([
      ...decided,
      fact('DecisionCorrected', '15:00', { decision: 'M2-Q1', method: hands(2, 1), reason: 'خطأ' })
    ])
    expect(state.decisions[0]).toMatchObject({
      method: hands(3, 0),
      methodNow: hands(2, 1),
      corrections: [{ method: hands(2, 1), at: at('15:00') }]
    })
  })
})

describe('A corrected count', () => {
  it('is measured by who could be counted when the decision was taken, not by who can now (rule 2)', () => {
    const also = [
      processEvent('AssociationSuspended', at('12:00'), { association: 'A2', decision: 'M2-Q2', reason: 'x' })
    ]
    expect(eventsOf(meeting({ also })(withDecision(open)).when(correct(hands(2, 1))))).toMatchObject([
      { type: 'DecisionCorrected' }
    ])
  })
})

describe('Contested decisions (rule 2)', () => {
  const contested = (events: ReadonlyArray<Told>, world: World = {}) =>
    contestedDecisions(coalitionOf(world)(at('20:00')), stateOf(events))

  it('are those that a later entry would have made fail, with the numbers; no other', () => {
    const decided = withDecision(open)
    expect(contested(decided)).toEqual([])
    expect(contested([...decided, departed('A3', '12:00')])).toEqual([])
    expect(contested([...decided, departed('A3', '10:30')])).toMatchObject([
      {
        decision: 'M2-Q1',
        wouldFail: [
          { tag: 'QuorumNotReached', details: { present: 2, needed: 3, eligible: 5 } },
          { tag: 'CountsAbovePresent', details: { counted: 3, present: 2 } }
        ]
      }
    ])
  })

  it('are no longer contested when the entry is taken back', () => {
    const decided = [...withDecision(open), departed('A3', '10:30')]
    expect(contested([...decided, retracted(nth(6), '16:00')])).toEqual([])
  })

  it('become contested when an arrival that they counted is taken back: they do not rest on it', () => {
    const decided = withDecision(open)
    const retraction = act('RetractEntry', at('16:00'), {
      entry: nth(4),
      stream: 'meeting-khemisset.M2',
      reason: 'خطأ'
    })
    expect(eventsOf(meeting()(decided).when(retraction))).toMatchObject([{ type: 'EntryRetracted' }])
    expect(contested([...decided, retracted(nth(4), '16:00')])).toMatchObject([{ decision: 'M2-Q1' }])
  })

  it('name the voter who turns out not to have been present', () => {
    const four = [...open, arrived('A4', '10:00')]
    const decided = withDecision(four, { present: 4, method: roll({ A1: 'for', A4: 'for' }) })
    expect(contested([...decided, departed('A4', '10:45')])).toMatchObject([
      { wouldFail: [{ tag: 'VoterNotPresent', value: 'A4' }] }
    ])
  })

  it('were taken outside a sitting, where an adjournment was typed late', () => {
    expect(contested([...withDecision(open), adjourned('10:50')])).toMatchObject([
      { wouldFail: [{ tag: 'NotAnOpenSitting' }, { tag: 'QuorumNotReached' }, { tag: 'CountsAbovePresent' }] }
    ])
  })

  it('do not see what happened at the same instant and was recorded after them', () => {
    expect(contested([...withDecision(open), departed('A3', '11:00'), adjourned('11:00')])).toEqual([])
  })

  it('are measured by their corrected count', () => {
    const decided = [
      ...withDecision([...open, arrived('A4', '10:10')], { present: 4, method: hands(4, 0) }),
      departed('A4', '10:45')
    ]
    const correction = fact('DecisionCorrected', '15:00', {
      decision: 'M2-Q1',
      method: hands(3, 0),
      reason: 'x'
    })
    expect(contested(decided)).toHaveLength(1)
    expect(contested([...decided, correction])).toEqual([])
  })

  it('are judged by the charter that they were taken under, whatever charter of an earlier date is typed later', () => {
    const halves = {
      default: { base: 'cast', threshold: { than: 'moreThan', fraction: { parts: 1, of: 2 } } }
    }
    const world = { charter: { majority: halves as Terms['majority'] & object } }
    const decided = withDecision(open, { method: hands(2, 1) }, world)
    const secret = charter(2, { secretBallotFor: ['submission'] }, at('09:00'))
    expect(contested(decided, { ...world, also: [secret] })).toEqual([])
    expect(eventsOf(meeting({ ...world, also: [secret] })(decided).when(correct(hands(3, 0))))).toMatchObject(
      [{ type: 'DecisionCorrected' }]
    )
  })

  it('see a standing or a mandate that was entered late', () => {
    const also = [processEvent('MandateRevoked', at('10:30'), { mandate: 'A3-m1', reason: 'مثال' })]
    expect(contested(withDecision(open), { also })).toMatchObject([
      { wouldFail: [{ tag: 'QuorumNotReached' }, { tag: 'CountsAbovePresent' }] }
    ])
  })
})

describe('An annulment (rule 1)', () => {
  const state = stateOf(withDecision(open))
  const asked = (also: object = {}) => ({
    process,
    occurredAt: at('10:00', '2026-01-25'),
    decision: 'M2-Q1' as DecisionRef,
    reason: 'مثال' as Words,
    by: 'M3-Q1' as DecisionRef,
    at: 'M3' as MeetingRef,
    ...also
  })
  const annulment = fact('DecisionAnnulled', '12:00', { decision: 'M2-Q1', reason: 'مثال', by: 'M3-Q1' })

  it('stands in the stream of the meeting that annuls, and names its cause', () => {
    expect(annulDecision(asked(), state, [])).toMatchObject(
      E.right({
        type: 'DecisionAnnulled',
        stream: 'meeting-khemisset.M3',
        cause: nth(5),
        data: { decision: 'M2-Q1', by: 'M3-Q1' }
      })
    )
  })

  it('is refused twice, wherever the first one stands', () => {
    const third = stateOf([scheduled({ ref: 'M3' }), annulment])
    expect(annulmentIn('M2-Q1' as DecisionRef, [third])).toMatchObject({ by: 'M3-Q1' })
    expect(annulDecision(asked(), state, [third])).toMatchObject(E.left({ tag: 'DecisionIsAnnulled' }))
    expect(annulDecision(asked(), stateOf([...withDecision(open), annulment]), [])).toMatchObject(
      E.left({ tag: 'DecisionIsAnnulled' })
    )
  })

  it('is possible for sealed minutes from a later meeting, not in their own stream (rule 2)', () => {
    const shut = stateOf([...withDecision(open), closed(), drafted(), circulated(), approved(), sealed()])
    expect(E.isRight(annulDecision(asked(), shut, []))).toBe(true)
    expect(annulDecision(asked({ at: 'M2' }), shut, [])).toMatchObject(E.left({ tag: 'MeetingSealed' }))
  })

  it('does not precede the decision, nor name one that is not there', () => {
    expect(annulDecision(asked({ occurredAt: at('10:59') }), state, [])).toMatchObject(
      E.left({ tag: 'PrecedesWhatItRefersTo' })
    )
    expect(annulDecision(asked({ decision: 'M2-Q7' }), state, [])).toMatchObject(
      E.left({ tag: 'ReferenceUnknown' })
    )
  })
})

describe('RetractEntry in a meeting', () => {
  const charter = { proxies: { perHolder: 1, countForQuorum: false } } as Terms
  const retract = (index: number) =>
    act('RetractEntry', at('16:00'), { entry: nth(index), stream: 'meeting-khemisset.M2', reason: 'خطأ' })

  it('takes back an arrival, a departure, a proxy or a discussion; twice is already so', () => {
    const events = [
      ...open,
      departed('A2', '11:00'),
      proxied('A4', 'A1', '11:00'),
      itemOpened(),
      discussed(['A1'], '11:10')
    ]
    for (const index of [3, 5, 6, 8]) {
      const expected =
        index === 3
          ? 'refused: EntryIsNamed'
          : [{ type: 'EntryRetracted', data: { entry: nth(index), reason: 'خطأ' } }]
      expect(eventsOf(meeting({ charter })(events).when(retract(index)))).toEqual(expected)
    }
    expect(eventsOf(meeting()([...events, retracted(nth(5), '15:00')]).when(retract(5)))).toEqual([])
  })

  it('is refused, naming them, where later entries rest on it', () => {
    const named = (events: ReadonlyArray<Told>, index: number) =>
      refusalOf(meeting()([...open, ...events]).when(retract(index)))
    expect(named([departed('A3', '11:00')], 4)).toMatchObject({
      tag: 'EntryIsNamed',
      details: { by: [nth(5)] }
    })
    expect(named([proxied('A4', 'A3', '11:00')], 4)).toMatchObject({ details: { by: [nth(5)] } })
    expect(named([itemOpened(), discussed(['A3'], '11:00')], 4)).toMatchObject({ details: { by: [nth(6)] } })
    expect(named([departed('A3', '10:30'), proxied('A3', 'A1', '11:00')], 5)).toMatchObject({
      details: { by: [nth(6)] }
    })
  })

  it('is not refused where another entry holds what rests on it', () => {
    const events = [...open, arrived('A3', '10:30'), departed('A3', '11:00')]
    expect(eventsOf(meeting()(events).when(retract(4)))).toHaveLength(1)
  })

  it('is for entries: a decision is corrected or annulled, and an unknown event is unknown', () => {
    const decided = withDecision(open)
    expect(refusalOf(meeting()(decided).when(retract(5)))).toMatchObject({ tag: 'EntryNotRetractable' })
    expect(refusalOf(meeting()(decided).when(retract(1)))).toMatchObject({ tag: 'EntryNotRetractable' })
    expect(refusalOf(meeting()(decided).when(retract(40)))).toMatchObject({ tag: 'ReferenceUnknown' })
  })

  it('is refused once the minutes are sealed (rule 2)', () => {
    const events = [...open, closed(), drafted(), circulated(), approved(), sealed()]
    expect(
      refusalOf(
        meeting()(events).when(
          act('RetractEntry', at('16:00', '2026-02-01'), { entry: nth(4), stream: 'x', reason: 'خطأ' })
        )
      )
    ).toMatchObject({
      tag: 'MeetingSealed',
      rule: 2
    })
  })
})
