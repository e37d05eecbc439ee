import * as fc from 'fast-check'
import {
  adjourned,
  arrived,
  at,
  cancelled,
  closed,
  departed,
  nth,
  opened,
  proxied,
  resumed,
  retracted,
  scheduled,
  stateOf,
  type Told
} from '../../test/meeting-story'
import { attendanceAt, everPresent } from './attendance'
import { staysOf } from './attendance-book'

const present = (events: ReadonlyArray<Told>, clock: string): ReadonlyArray<string> =>
  attendanceAt(stateOf([scheduled(), ...events]), { at: at(clock) }).present.map(
    ({ association }) => association
  )

const proxies = (events: ReadonlyArray<Told>, clock: string): ReadonlyArray<string> =>
  attendanceAt(stateOf([scheduled(), ...events]), { at: at(clock) }).proxies.map(
    ({ from, to }) => `${from}→${to}`
  )

describe('Attendance as at an instant (rules 2 and 4)', () => {
  it('lists associations in the order of their numbers, from their arrival on', () => {
    const events = [opened(), arrived('A10', '10:00'), arrived('A9', '10:05'), arrived('A2', '10:30')]
    expect(present(events, '10:00')).toEqual(['A10'])
    expect(present(events, '10:29')).toEqual(['A9', 'A10'])
    expect(present(events, '10:30')).toEqual(['A2', 'A9', 'A10'])
  })

  it('counts several delegates of an association once, with one named voter', () => {
    const delegation = { delegates: ['A2-m1', 'A2-m2'], voter: 'A2-m2' }
    const state = stateOf([scheduled(), opened(), arrived('A2', '10:00', delegation)])
    expect(attendanceAt(state, { at: at('11:00') }).present).toEqual([
      { association: 'A2', ...delegation, attending: 'inTheRoom', since: at('10:00') }
    ])
  })

  it('lets a later arrival name the whole delegation anew', () => {
    const events = [
      opened(),
      arrived('A2', '10:00'),
      arrived('A2', '11:00', { delegates: ['A2-m2'], voter: 'A2-m2' })
    ]
    const state = stateOf([scheduled(), ...events])
    expect(attendanceAt(state, { at: at('10:59') }).present[0]?.voter).toBe('A2-m1')
    expect(attendanceAt(state, { at: at('11:00') }).present[0]?.voter).toBe('A2-m2')
  })

  it('reads a late entry at the time when it happened', () => {
    const events = [opened(), arrived('A2', '10:00'), arrived('A3', '12:00'), departed('A2', '11:00')]
    expect(present(events, '10:59')).toEqual(['A2'])
    expect(present(events, '11:00')).toEqual([])
    expect(present(events, '12:00')).toEqual(['A3'])
  })

  it('leaves out an entry that was taken back, whatever its time', () => {
    const events = [opened(), arrived('A2', '10:00'), departed('A2', '11:00')]
    expect(present([...events, retracted(nth(3), '15:00')], '12:00')).toEqual(['A2'])
    expect(present([...events, retracted(nth(2), '15:00')], '10:30')).toEqual([])
  })

  it('ends all presence, proxies too, when the sitting is adjourned or closed (rule 4)', () => {
    const events = [
      opened(),
      arrived('A2', '10:00'),
      proxied('A3', 'A2', '10:10'),
      adjourned('12:00'),
      resumed('13:00')
    ]
    expect(present(events, '11:59')).toEqual(['A2'])
    expect(present(events, '12:00')).toEqual([])
    expect(present(events, '13:30')).toEqual([])
    expect(proxies([...events, arrived('A2', '13:05')], '13:30')).toEqual([])
    expect(present([opened(), arrived('A2', '10:00'), closed('12:00')], '12:00')).toEqual([])
  })

  it('ends all presence when the meeting is called off, of those who had come before it opened (rule 4)', () => {
    const events = [arrived('A2', '09:15'), proxied('A3', 'A2', '09:20'), cancelled('09:30')]
    expect(present(events, '09:29')).toEqual(['A2'])
    expect(present(events, '09:30')).toEqual([])
    expect(proxies(events, '09:45')).toEqual([])
  })

  it('ends a proxy when its giver arrives (rule 4), and lets it rest while its holder is away', () => {
    const events = [opened(), arrived('A2', '10:00'), proxied('A3', 'A2', '10:10')]
    expect(proxies(events, '10:10')).toEqual(['A3→A2'])
    expect(proxies([...events, arrived('A3', '11:00'), departed('A3', '11:30')], '12:00')).toEqual([])
    const away = [...events, departed('A2', '11:00'), arrived('A2', '11:30')]
    expect(proxies(away, '11:15')).toEqual([])
    expect(proxies(away, '11:30')).toEqual(['A3→A2'])
  })

  it('counts no proxy of who was there, also where that is only known later', () => {
    const late = [opened(), arrived('A2', '10:00'), proxied('A3', 'A2', '10:10'), arrived('A3', '10:05')]
    expect(proxies(late, '10:30')).toEqual([])
  })

  it('takes what happens at one instant in the order in which people saw it: out, in, proxies, end', () => {
    const events = [
      opened(),
      arrived('A2', '10:00'),
      arrived('A2', '11:00', { delegates: ['A2-m2'], voter: 'A2-m2' })
    ]
    expect(present([...events, departed('A2', '11:00')], '11:00')).toEqual(['A2'])
    expect(present([opened(), adjourned('11:00'), arrived('A2', '11:00')], '11:00')).toEqual([])
  })
})

describe('Typing in another order', () => {
  const associations = ['A1', 'A2', 'A3', 'A4']
  const clock = (minute: number): string =>
    `1${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
  const entry = fc
    .tuple(fc.constantFrom(...associations), fc.nat(170), fc.constantFrom('in', 'out', 'proxy'))
    .map(([association, minute, kind]): Told =>
      kind === 'in'
        ? arrived(association, clock(minute))
        : kind === 'out'
          ? departed(association, clock(minute))
          : proxied(association, association === 'A1' ? 'A2' : 'A1', clock(minute))
    )
  const entries = fc.uniqueArray(entry, {
    selector: fact => JSON.stringify([fact.type, fact.data, fact.at]),
    maxLength: 14
  })
  const two = entries.chain(facts =>
    fc.tuple(
      fc.constant(facts),
      fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length })
    )
  )
  const breaks = [opened(), adjourned('11:00'), resumed('11:30')]

  it('gives the same attendance at every instant (rule 2)', () => {
    fc.assert(
      fc.property(two, fc.nat(190), ([facts, shuffled], minute) => {
        const moment = { at: at(clock(minute)) }
        const one = attendanceAt(stateOf([scheduled(), ...breaks, ...facts]), moment)
        const other = attendanceAt(stateOf([scheduled(), ...shuffled, ...breaks]), moment)
        expect(other).toEqual(one)
      })
    )
  })

  it('gives the same stays, and they agree with the attendance at every instant', () => {
    fc.assert(
      fc.property(two, fc.nat(190), ([facts, shuffled], minute) => {
        const state = stateOf([scheduled(), ...breaks, ...facts])
        const instant = at(clock(minute))
        const staying = staysOf(state).filter(
          ({ since, until }) => since <= instant && (until === undefined || instant < until)
        )
        expect(staysOf(stateOf([scheduled(), ...shuffled, ...breaks]))).toEqual(staysOf(state))
        expect(staying.map(({ association }) => association)).toEqual(
          attendanceAt(state, { at: instant }).present.map(({ association }) => association)
        )
      })
    )
  })
})

describe('Everyone who was there at any time', () => {
  it('is listed with all delegates, without entries that were taken back', () => {
    const state = stateOf([
      scheduled(),
      opened(),
      arrived('A2', '10:00', { delegates: ['A2-m2'], voter: 'A2-m2' }),
      arrived('A2', '11:00'),
      arrived('A3', '10:00'),
      retracted(nth(4), '15:00')
    ])
    expect(everPresent(state)).toEqual([{ association: 'A2', delegates: ['A2-m1', 'A2-m2'] }])
  })
})
