import {
  adjourned,
  arrivals,
  arrived,
  at,
  charter,
  decide,
  departed,
  eventsOf,
  hands,
  itemOpened,
  meeting,
  opened,
  processEvent,
  proxied,
  refusalOf,
  resumed,
  roll,
  scheduled,
  type Terms
} from '../../test/meeting-story'

const open = [scheduled(), opened(), ...arrivals(3)]
const majority = (than: string, parts: number, of: number) =>
  ({ default: { base: 'cast', threshold: { than, fraction: { parts, of } } } }) as Terms['majority'] & object

describe('A decision taken at a meeting', () => {
  it('holds who was present and eligible in number order, proxies, quorum and charter', () => {
    const taken = meeting({
      charter: { proxies: { perHolder: 1, countForQuorum: true } as Terms['proxies'] & object }
    })([...open, proxied('A5', 'A1', '10:20'), itemOpened()]).when(
      decide('11:00', { item: 'M2.1', method: hands(4, 0) })
    )
    expect(eventsOf(taken)).toMatchObject([
      {
        type: 'DecisionTaken',
        data: {
          ref: 'M2-Q1',
          present: ['A1', 'A2', 'A3'],
          proxies: [{ from: 'A5', to: 'A1' }],
          eligible: ['A1', 'A2', 'A3', 'A4', 'A5'],
          quorumNeeded: 3,
          charter: 1,
          item: 'M2.1',
          outcome: 'adopted'
        }
      }
    ])
  })

  it('takes the next number only', () => {
    const [first] = [meeting()(open).when(decide('11:00', { ref: 'M2-Q2' }))]
    expect(refusalOf(first)).toMatchObject({
      tag: 'NumberNotNext',
      value: 'M2-Q2',
      details: { next: 'M2-Q1' }
    })
  })
})

describe('Rule 5: what is refused, with the numbers', () => {
  it('a decision without quorum', () => {
    const taken = meeting()([...open, departed('A3', '10:50')]).when(
      decide('11:00', { present: 2, method: hands(2, 0) })
    )
    expect(refusalOf(taken)).toMatchObject({
      tag: 'QuorumNotReached',
      rule: 5,
      details: { present: 2, needed: 3, eligible: 5 }
    })
  })

  it.each([
    ['before it opened', '09:30', [], 'notOpened'],
    ['while it is adjourned', '11:00', [adjourned('10:45')], 'adjourned'],
    [
      'after it was resumed with nobody back, for want of presence',
      '11:30',
      [adjourned('10:45'), resumed('11:15')],
      undefined
    ]
  ] as const)('a decision outside an open sitting: %s', (_when, clock, events, phase) => {
    const taken = meeting()([...open, ...events]).when(decide(clock))
    expect(refusalOf(taken)).toMatchObject(
      phase === undefined
        ? { tag: 'PresentDiffers', details: { declared: 3, present: 0 } }
        : { tag: 'NotAnOpenSitting', details: { meeting: phase } }
    )
  })

  it('a teller without a valid mandate', () => {
    const ballot = { kind: 'secretBallot', for: 3, against: 0, abstain: 0, tellers: ['A9-m1'] }
    expect(refusalOf(meeting()(open).when(decide('11:00', { method: ballot })))).toMatchObject({
      tag: 'ReferenceUnknown',
      value: 'A9-m1'
    })
  })

  it('counts above the voices', () => {
    expect(refusalOf(meeting()(open).when(decide('11:00', { method: hands(3, 1) })))).toMatchObject({
      tag: 'CountsAbovePresent',
      details: { counted: 4, present: 3 }
    })
  })
})

describe('Rule 16: the count present that the table saw', () => {
  it('is a conflict where the record has another', () => {
    expect(refusalOf(meeting()(open).when(decide('11:00', { present: 2 })))).toMatchObject({
      tag: 'PresentDiffers',
      rule: 16,
      details: { declared: 2, present: 3 }
    })
  })
})

describe('Who is there remotely under a charter that counts those in the room', () => {
  const events = [...open, arrived('A4', '10:10', { attending: 'remote' })]

  it('is told apart where the declared count differs', () => {
    expect(refusalOf(meeting()(events).when(decide('11:00', { present: 4 })))).toMatchObject({
      tag: 'PresentDiffers',
      details: { declared: 4, present: 3, remote: 1, charter: 0 }
    })
  })

  it('is told apart where the quorum is missed', () => {
    const few = [...events, departed('A3', '10:50')]
    expect(
      refusalOf(meeting()(few).when(decide('11:00', { present: 2, method: hands(2, 0) })))
    ).toMatchObject({
      tag: 'QuorumNotReached',
      details: { present: 2, needed: 3, eligible: 5, remote: 1, charter: 0 }
    })
  })

  it('is counted, and no cause of a difference, where the charter counts remote members', () => {
    const told = refusalOf(
      meeting({ charter: { remoteCounts: true } })(events).when(decide('11:00', { present: 5 }))
    )
    expect(told).toMatchObject({ tag: 'PresentDiffers', details: { declared: 5, present: 4 } })
    expect(JSON.stringify(told)).not.toContain('remote')
  })
})

describe('Rule 2: judged on what is on record, as at its own time', () => {
  it('does not see who came later, and sees who left before, however late that was typed', () => {
    const events = [...open, arrived('A4', '12:00')]
    expect(eventsOf(meeting()(events).when(decide('11:00')))).toMatchObject([
      { data: { present: ['A1', 'A2', 'A3'] } }
    ])
    const later = decide('12:30', { present: 4, method: hands(4, 0) })
    expect(eventsOf(meeting()([...events, departed('A2', '10:30')]).when(later))).toBe(
      'refused: PresentDiffers'
    )
  })

  it('is not changed by what is typed after it', () => {
    const decision = decide('11:00')
    const before = eventsOf(meeting()(open).when(decision))
    expect(
      eventsOf(meeting()([...open, arrived('A4', '11:30'), departed('A2', '11:01')]).when(decision))
    ).toEqual(before)
  })

  it('does not count who was suspended by then', () => {
    const also = [
      processEvent('AssociationSuspended', at('10:30'), {
        association: 'A2',
        decision: 'M1-Q1',
        reason: 'مثال'
      })
    ]
    const taken = meeting({ also })([...open, arrived('A4')]).when(decide('11:00'))
    expect(eventsOf(taken)).toMatchObject([
      { data: { present: ['A1', 'A3', 'A4'], eligible: ['A1', 'A3', 'A4', 'A5'], quorumNeeded: 3 } }
    ])
  })
})

describe('The charter of a decision', () => {
  const halves = { majority: majority('moreThan', 1, 2) }
  const divided = (clock: string) => decide(clock, { method: hands(2, 1) })
  const narrow = (clock: string) => decide(clock, { present: 5, method: hands(3, 2) })
  const five = [scheduled(), opened(), ...arrivals(5)]

  it('is the founding rules where none was adopted: two thirds of the votes cast', () => {
    expect(eventsOf(meeting()(five).when(narrow('11:00')))).toBe('refused: OutcomeDiffers')
    expect(eventsOf(meeting()(open).when(divided('11:00')))).toMatchObject([{ data: { charter: 0 } }])
    expect(eventsOf(meeting({ charter: halves })(five).when(narrow('11:00')))).toMatchObject([
      { data: { charter: 1 } }
    ])
  })

  it('does not change in an open sitting; the next sitting has the new one', () => {
    const world = { also: [charter(1, halves, at('10:30'))] }
    expect(eventsOf(meeting(world)(five).when(narrow('11:00')))).toBe('refused: OutcomeDiffers')
    const again = [...five, adjourned('11:10'), resumed('11:30'), ...arrivals(5, '11:31')]
    expect(eventsOf(meeting(world)(again).when(narrow('12:00')))).toMatchObject([{ data: { charter: 1 } }])
  })

  it('is the founding rules where a meeting confirms the charter that the convenor entered', () => {
    const world = { also: [charter(1, halves, at('09:10', '2025-10-01'), true)] }
    const confirm = (method: object) =>
      decide('11:00', { subject: { kind: 'charter', ref: 'C1' }, motion: 'confirm', present: 5, method })
    expect(eventsOf(meeting(world)(five).when(confirm(hands(3, 2))))).toBe('refused: OutcomeDiffers')
    expect(eventsOf(meeting(world)(five).when(confirm(hands(4, 1))))).toMatchObject([
      { data: { charter: 0 } }
    ])
    expect(eventsOf(meeting(world)(five).when(narrow('11:00')))).toMatchObject([{ data: { charter: 1 } }])
  })
})

describe('The confirmation of a charter', () => {
  it('that a meeting stands behind already is judged by that charter, not by the founding rules', () => {
    const amendCharter = { base: 'cast', threshold: { than: 'moreThan', fraction: { parts: 1, of: 2 } } }
    const world = { charter: { amendCharter } as Terms }
    const confirm = decide('11:00', {
      subject: { kind: 'charter', ref: 'C1' },
      motion: 'confirm',
      present: 5,
      method: hands(3, 2)
    })
    expect(eventsOf(meeting(world)([scheduled(), opened(), ...arrivals(5)]).when(confirm))).toMatchObject([
      { data: { charter: 1 } }
    ])
  })
})

describe('Rule 5: the tellers of a secret ballot', () => {
  it('are named once each', () => {
    const ballot = { kind: 'secretBallot', for: 3, against: 0, abstain: 0, tellers: ['A2-m1', 'A2-m1'] }
    expect(refusalOf(meeting()(open).when(decide('11:00', { method: ballot })))).toMatchObject({
      tag: 'NamedTwice',
      value: 'A2-m1'
    })
  })
})

describe('Rule 13: the adoption vote', () => {
  it('is a roll call of positions with the charter’s quorum and majority', () => {
    const platform = { subject: { kind: 'platform', ref: 'V1' }, motion: 'adopt' }
    const positions = roll({ A1: 'endorsing', A2: 'withReservations' })
    expect(eventsOf(meeting()(open).when(decide('11:00', { ...platform, method: positions })))).toMatchObject(
      [{ data: { outcome: 'adopted', present: ['A1', 'A2', 'A3'] } }]
    )
    expect(eventsOf(meeting()(open).when(decide('11:00', platform)))).toBe('refused: MethodNotAllowed')
  })
})
