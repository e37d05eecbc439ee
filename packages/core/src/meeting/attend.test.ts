import {
  act,
  adjourned,
  arrivals,
  arrived,
  at,
  charter,
  closed,
  departed,
  discussed,
  eventsOf,
  itemOpened,
  meeting,
  opened,
  processEvent,
  proxied,
  refusalOf,
  resumed,
  scheduled,
  type Terms
} from '../../test/meeting-story'

const open = [scheduled(), opened(), ...arrivals(2)]
const two = { charter: { proxies: { perHolder: 2, countForQuorum: false } as Terms['proxies'] & object } }
const arrival = (association: string, payload: object = {}, clock = '10:30') =>
  act('RecordArrival', at(clock), {
    association,
    delegates: [`${association}-m1`],
    voter: `${association}-m1`,
    attending: 'inTheRoom',
    ...payload
  })

describe('RecordArrival', () => {
  it('names the delegation and its voter; the same again is already so (rule 4)', () => {
    const delegation = { delegates: ['A3-m1', 'A3-m2'], voter: 'A3-m2' }
    expect(eventsOf(meeting()(open).when(arrival('A3', delegation)))).toEqual([
      { type: 'ArrivalRecorded', data: { association: 'A3', attending: 'inTheRoom', ...delegation } }
    ])
    expect(eventsOf(meeting()(open).when(arrival('A2')))).toEqual([])
    expect(eventsOf(meeting()(open).when(arrival('A2', { attending: 'remote' })))).toHaveLength(1)
  })

  it('may be before the opening, and typed after the meeting closed', () => {
    expect(eventsOf(meeting()([scheduled()]).when(arrival('A3', {}, '09:45')))).toHaveLength(1)
    expect(eventsOf(meeting()([...open, closed()]).when(arrival('A3')))).toHaveLength(1)
  })

  it('refuses a delegate twice, and a mandate or an association that does not exist', () => {
    expect(refusalOf(meeting()(open).when(arrival('A3', { delegates: ['A3-m1', 'A3-m1'] })))).toMatchObject({
      tag: 'NamedTwice'
    })
    expect(refusalOf(meeting()(open).when(arrival('A9')))).toMatchObject({
      tag: 'ReferenceUnknown',
      value: 'A9'
    })
    const unknown = { delegates: ['A3-m7'], voter: 'A3-m7' }
    expect(refusalOf(meeting()(open).when(arrival('A3', unknown)))).toMatchObject({
      tag: 'ReferenceUnknown',
      value: 'A3-m7'
    })
  })
})

describe('RecordDeparture', () => {
  const departure = (association: string, clock = '11:00') =>
    act('RecordDeparture', at(clock), { association })

  it('is of an association that was there before', () => {
    expect(eventsOf(meeting()(open).when(departure('A2')))).toEqual([
      { type: 'DepartureRecorded', data: { association: 'A2' } }
    ])
    expect(refusalOf(meeting()(open).when(departure('A3')))).toMatchObject({ tag: 'NotPresent', rule: 4 })
    expect(refusalOf(meeting()(open).when(departure('A2', '10:00')))).toMatchObject({ tag: 'NotPresent' })
    expect(refusalOf(meeting()([...open, departed('A2', '10:30')]).when(departure('A2')))).toMatchObject({
      tag: 'NotPresent'
    })
  })
})

describe('GiveProxy', () => {
  const proxy = (from: string, to: string, clock = '11:00') => act('GiveProxy', at(clock), { from, to })

  it('is neither given nor held by who is suspended (rule 3)', () => {
    const suspended = (association: string) => ({
      ...two,
      also: [
        processEvent('AssociationSuspended', at('10:30'), { association, decision: 'M1-Q1', reason: 'x' })
      ]
    })
    for (const one of ['A3', 'A1'])
      expect(refusalOf(meeting(suspended(one))(open).when(proxy('A3', 'A1')))).toMatchObject({
        tag: 'AssociationNotEligible',
        rule: 3,
        value: one,
        details: { standing: 'suspended' }
      })
  })

  it('is judged by the charter of the sitting, whatever was adopted in it', () => {
    const world = { also: [charter(1, two.charter, at('10:30'))] }
    expect(refusalOf(meeting(world)(open).when(proxy('A3', 'A1')))).toMatchObject({
      tag: 'ProxyLimitReached',
      details: { perHolder: 0 }
    })
    const again = [...open, adjourned('10:40'), resumed('10:50'), ...arrivals(2, '10:51')]
    expect(eventsOf(meeting(world)(again).when(proxy('A3', 'A1')))).toHaveLength(1)
  })

  it('is given by who is away to who is present, as often as the charter allows (rule 4)', () => {
    expect(eventsOf(meeting(two)(open).when(proxy('A3', 'A1')))).toEqual([
      { type: 'ProxyGiven', data: { from: 'A3', to: 'A1' } }
    ])
    const one = [...open, proxied('A3', 'A1', '10:30')]
    expect(eventsOf(meeting(two)(one).when(proxy('A4', 'A1')))).toHaveLength(1)
    expect(eventsOf(meeting(two)(one).when(proxy('A3', 'A1')))).toEqual([])
    expect(refusalOf(meeting(two)(open).when(proxy('A3', 'A4')))).toMatchObject({
      tag: 'NotPresent',
      value: 'A4'
    })
  })

  it('is not known to the founding rules', () => {
    expect(refusalOf(meeting()(open).when(proxy('A3', 'A1')))).toMatchObject({
      tag: 'ProxyLimitReached',
      details: { held: 0, perHolder: 0 }
    })
  })

  it('can be given by who left', () => {
    expect(eventsOf(meeting(two)([...open, departed('A2', '10:50')]).when(proxy('A2', 'A1')))).toHaveLength(1)
  })
})

describe('OpenAgendaItem and DiscussItem', () => {
  const call = (item: string, clock = '10:30') => act('OpenAgendaItem', at(clock), { item })
  const discuss = (payload: object = {}, clock = '10:30') =>
    act('DiscussItem', at(clock), {
      item: 'M2.1',
      summary: 'نقاش',
      speakers: ['A1', 'A2'],
      submissions: ['P1'],
      references: ['R1'],
      ...payload
    })
  const called = [...open, itemOpened()]

  it('call an item of the agenda; the one that is being dealt with is already open', () => {
    expect(eventsOf(meeting()(open).when(call('M2.2')))).toEqual([
      { type: 'AgendaItemOpened', data: { item: 'M2.2' } }
    ])
    expect(eventsOf(meeting()(called).when(call('M2.1')))).toEqual([])
    expect(eventsOf(meeting()([...called, itemOpened('M2.2', '10:20')]).when(call('M2.1')))).toHaveLength(1)
    expect(refusalOf(meeting()(open).when(call('M2.7')))).toMatchObject({
      tag: 'ReferenceUnknown',
      value: 'M2.7'
    })
  })

  it('record who spoke on an open item, among those present', () => {
    expect(eventsOf(meeting()(called).when(discuss()))).toMatchObject([
      { type: 'ItemDiscussed', data: { item: 'M2.1', speakers: ['A1', 'A2'] } }
    ])
    expect(refusalOf(meeting()(called).when(discuss({ item: 'M2.2' })))).toMatchObject({ tag: 'ItemNotOpen' })
    expect(refusalOf(meeting()(called).when(discuss({ speakers: ['A3'] })))).toMatchObject({
      tag: 'NotPresent'
    })
    expect(refusalOf(meeting()(called).when(discuss({ references: ['R9'] })))).toMatchObject({
      tag: 'ReferenceUnknown',
      value: 'R9'
    })
    expect(
      eventsOf(meeting()([...called, discussed(['A1'], '10:20'), arrived('A3', '10:25')]).when(discuss()))
    ).toHaveLength(1)
  })
})
