import {
  act,
  adjourned,
  arrivals,
  at,
  cancelled,
  closed,
  eventsOf,
  handedOver,
  meeting,
  opened,
  refusalOf,
  resumed,
  scheduled,
  stateOf,
  type Told
} from '../../test/meeting-story'
import { officersAt, phaseAt, sittingAt } from './sittings'

const after = (...events: ReadonlyArray<Told>) => meeting()([scheduled(), ...events])
const opening = (clock: string, chair = 'A1-m1') =>
  act('OpenMeeting', at(clock), { chair, rapporteur: 'A2-m1' })

describe('OpenMeeting', () => {
  it('names chair and rapporteur, who hold any mandate valid then (rule 3)', () => {
    expect(eventsOf(after().when(opening('10:00', 'A3-m2')))).toEqual([
      { type: 'MeetingOpened', data: { chair: 'A3-m2', rapporteur: 'A2-m1' } }
    ])
    expect(refusalOf(after().when(opening('10:00', 'A9-m1')))).toMatchObject({ tag: 'ReferenceUnknown' })
  })

  it('happens once: the same again is already so, another is refused', () => {
    expect(eventsOf(after(opened()).when(opening('10:00')))).toEqual([])
    expect(refusalOf(after(opened()).when(opening('10:30')))).toMatchObject({
      tag: 'MeetingAlreadyOpened',
      details: { since: at('10:00') }
    })
  })

  it('does not precede the call for the meeting (rule 2)', () => {
    const early = act('OpenMeeting', at('08:00', '2025-12-01'), { chair: 'A1-m1', rapporteur: 'A2-m1' })
    expect(refusalOf(after().when(early))).toMatchObject({ tag: 'PrecedesWhatItRefersTo', rule: 2 })
  })

  it('is not of a meeting that does not exist, or was called off', () => {
    expect(refusalOf(meeting()([]).when(opening('10:00')))).toMatchObject({
      tag: 'ReferenceUnknown',
      value: 'M2'
    })
    expect(refusalOf(after(cancelled()).when(opening('10:00')))).toMatchObject({ tag: 'MeetingIsCancelled' })
  })
})

describe('The course of a meeting', () => {
  const course = [
    opened(),
    handedOver('A3-m1', '11:00'),
    adjourned('12:00'),
    resumed('13:00'),
    closed('14:00')
  ]

  it.each([
    ['09:59', 'notOpened', undefined],
    ['10:00', 'open', 'A1-m1'],
    ['11:00', 'open', 'A3-m1'],
    ['12:30', 'adjourned', undefined],
    ['13:30', 'open', 'A3-m1'],
    ['14:00', 'closed', undefined]
  ])('at %s it is %s', (clock, phase, chair) => {
    const state = stateOf([scheduled(), ...course])
    expect(phaseAt(state, { at: at(clock) })).toBe(phase)
    expect(sittingAt(state, { at: at(clock) })?.chair).toBe(chair)
  })

  it('is the same in whatever order it was typed (rule 2)', () => {
    const reversed = stateOf([scheduled(), ...[...course].reverse()])
    const state = stateOf([scheduled(), ...course])
    for (const clock of ['09:59', '10:30', '11:30', '12:30', '13:30', '14:30']) {
      expect(sittingAt(reversed, { at: at(clock) })).toEqual(sittingAt(state, { at: at(clock) }))
    }
  })

  it('leaves chair and rapporteur in charge of the minutes after it closed', () => {
    const state = stateOf([scheduled(), ...course])
    expect(officersAt(state, at('18:00'))).toEqual({ chair: 'A3-m1', rapporteur: 'A2-m1' })
    expect(officersAt(state, at('09:00'))).toBeUndefined()
  })
})

describe('HandOverChair, AdjournMeeting, ResumeMeeting, CloseMeeting', () => {
  it('hand the chair from who has it at that time; to the same is already so', () => {
    const hand = (to: string) => act('HandOverChair', at('11:00'), { to })
    expect(eventsOf(after(opened()).when(hand('A3-m1')))).toEqual([
      { type: 'ChairHandedOver', data: { from: 'A1-m1', to: 'A3-m1' } }
    ])
    expect(eventsOf(after(opened()).when(hand('A1-m1')))).toEqual([])
    expect(refusalOf(after().when(hand('A3-m1')))).toMatchObject({ tag: 'NotAnOpenSitting' })
  })

  it('pause and go on; twice is already so', () => {
    const pause = act('AdjournMeeting', at('12:00'), { until: at('13:00'), reason: 'الغداء' })
    expect(eventsOf(after(opened()).when(pause))).toEqual([
      { type: 'MeetingAdjourned', data: { until: at('13:00'), reason: 'الغداء' } }
    ])
    expect(eventsOf(after(opened(), adjourned('11:50')).when(pause))).toEqual([])
    const resume = act('ResumeMeeting', at('13:00'))
    expect(eventsOf(after(opened(), adjourned('12:00')).when(resume))).toEqual([
      { type: 'MeetingResumed', data: {} }
    ])
    expect(eventsOf(after(opened()).when(resume))).toEqual([])
    expect(refusalOf(after().when(resume))).toMatchObject({
      tag: 'NotAnOpenSitting',
      details: { meeting: 'notOpened' }
    })
    expect(refusalOf(after(opened(), closed('12:30')).when(resume))).toMatchObject({ tag: 'MeetingIsClosed' })
  })

  it('close once, also an adjourned meeting', () => {
    const close = act('CloseMeeting', at('14:00'))
    expect(eventsOf(after(opened()).when(close))).toEqual([{ type: 'MeetingClosed', data: {} }])
    expect(eventsOf(after(opened(), adjourned('12:00')).when(close))).toEqual([
      { type: 'MeetingClosed', data: {} }
    ])
    expect(eventsOf(after(opened(), closed('13:55')).when(close))).toEqual([])
    expect(refusalOf(after(opened(), closed('15:00')).when(close))).toMatchObject({ tag: 'MeetingIsClosed' })
    expect(refusalOf(after().when(close))).toMatchObject({ tag: 'NotAnOpenSitting' })
  })

  it('record an adjournment late, before what came after it', () => {
    const late = act('AdjournMeeting', at('11:00'))
    expect(eventsOf(after(opened(), ...arrivals(1), closed('13:00')).when(late))).toEqual([
      { type: 'MeetingAdjourned', data: {} }
    ])
  })
})
