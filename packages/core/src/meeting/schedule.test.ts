import {
  act,
  adjourned,
  arrivals,
  arrived,
  at,
  cancelled,
  closed,
  departed,
  eventsOf,
  fact,
  hands,
  meeting,
  nth,
  opened,
  processEvent,
  refusalOf,
  retracted,
  scheduled,
  stateOf,
  type Told,
  type World
} from '../../test/meeting-story'

const items = (...titles: ReadonlyArray<string>) => titles.map(ar => ({ title: { ar }, minutes: 30 }))
const schedule = (payload: object = {}) =>
  act('ScheduleMeeting', at('09:00', '2025-12-01'), {
    ref: 'M2',
    title: { ar: 'لقاء' },
    kind: 'plenary',
    venue: { name: { ar: 'دار الشباب' } },
    startsAt: at('10:00'),
    endsAt: at('12:00'),
    zone: 'Africa/Casablanca',
    agenda: items('المقترحات', 'الميثاق'),
    ...payload
  })
const firstDay = '2025-11-20'
const fewCame = [opened(), ...arrivals(2), closed('11:00')]
const atLeast = (parts: number, of: number) => ({ than: 'atLeast', fraction: { parts, of } })

/** M2 is asked for on 1 December as the second call of M1, of which `events` tell; M1 was for 20 November. */
const secondCallAfter = (events: ReadonlyArray<Told>, world: World = {}, called: object = {}) => {
  const first = {
    ...scheduled({ ref: 'M1', startsAt: at('10:00', firstDay), ...called }),
    at: at('09:00', '2025-11-10')
  }
  const onFirstDay = events.map(told => ({ ...told, at: `${firstDay}${told.at.slice(10)}` }))
  return meeting(world, stateOf([first, ...onFirstDay]))([]).when(schedule({ secondCallOf: 'M1' }))
}
const reschedule = (payload: object) =>
  act('RescheduleMeeting', at('12:00', '2025-12-10'), {
    startsAt: at('15:00'),
    endsAt: at('17:00'),
    reason: 'تعذر القاعة',
    ...payload
  })

describe('ScheduleMeeting', () => {
  it('numbers the agenda in its order', () => {
    expect(eventsOf(meeting()([]).when(schedule()))).toMatchObject([
      {
        type: 'MeetingScheduled',
        data: { ref: 'M2', agenda: [{ ref: 'M2.1', minutes: 30 }, { ref: 'M2.2' }] }
      }
    ])
  })

  it('refuses a number that is taken', () => {
    expect(refusalOf(meeting()([scheduled()]).when(schedule()))).toMatchObject({ tag: 'NumberNotNext' })
  })

  it('keeps of a second call the date of the first', () => {
    expect(eventsOf(secondCallAfter(fewCame))).toMatchObject([
      { data: { secondCallOf: 'M1', firstCallOn: '2025-11-20' } }
    ])
    expect(refusalOf(meeting()([]).when(schedule({ secondCallOf: 'M1' })))).toMatchObject({
      tag: 'ReferenceUnknown',
      value: 'M1'
    })
  })
})

describe('Rule 5: a second call follows a first that lacked its quorum', () => {
  it('refuses one while the first was not held and closed: not opened, open, adjourned, called off', () => {
    const phase = (events: ReadonlyArray<Told>) => refusalOf(secondCallAfter(events))
    const refused = (where: string) => ({ tag: 'FirstCallNotClosed', rule: 5, details: { meeting: where } })
    expect(phase([])).toMatchObject(refused('notOpened'))
    expect(phase([opened()])).toMatchObject(refused('open'))
    expect(phase([opened(), adjourned('10:30')])).toMatchObject(refused('adjourned'))
    expect(phase([cancelled()])).toMatchObject(refused('cancelled'))
  })

  it('refuses one where the first had its quorum at any time of an open sitting, with the numbers', () => {
    const came = [opened(), ...arrivals(2), arrived('A3', '10:40'), departed('A3', '10:50'), closed('11:00')]
    expect(refusalOf(secondCallAfter(came))).toMatchObject({
      tag: 'FirstCallHadQuorum',
      field: 'payload.secondCallOf',
      value: 'M1',
      details: { at: at('10:40', firstDay), present: 3, needed: 3, eligible: 5 }
    })
  })

  it('counts nobody while no sitting was open, nor an arrival that was taken back', () => {
    const early = [...arrivals(3, '09:50'), departed('A3', '09:55'), opened(), closed('11:00')]
    expect(eventsOf(secondCallAfter(early))).toHaveLength(1)
    const takenBack = [opened(), ...arrivals(3), retracted(nth(4), '10:30'), closed('11:00')]
    expect(eventsOf(secondCallAfter(takenBack))).toHaveLength(1)
  })

  it('sees a quorum that was reached by typing an arrival late', () => {
    const late = [opened(), ...arrivals(2), closed('11:00'), arrived('A3', '10:40')]
    expect(refusalOf(secondCallAfter(late))).toMatchObject({ tag: 'FirstCallHadQuorum' })
  })

  it('sees a quorum that was reached because a member left the coalition during the sitting', () => {
    const left = ['A4', 'A5'].map(association =>
      processEvent('AssociationLeft', at('10:30', firstDay), { association, reason: 'x' })
    )
    expect(refusalOf(secondCallAfter(fewCame, { also: left }))).toMatchObject({
      tag: 'FirstCallHadQuorum',
      details: { present: 2, needed: 2, eligible: 3 }
    })
  })

  it('holds that a first call which decided had its quorum, whatever was taken back since', () => {
    const decided = fact('DecisionTaken', '10:20', {
      ref: 'M1-Q1',
      subject: { kind: 'other', ref: 'x' },
      motion: 'other',
      outcome: 'adopted',
      method: hands(3, 0),
      present: ['A1', 'A2', 'A3'],
      proxies: [],
      eligible: ['A1', 'A2', 'A3', 'A4', 'A5'],
      quorumNeeded: 3,
      charter: 0
    })
    const events = [opened(), ...arrivals(3), decided, retracted(nth(4), '10:30'), closed('11:00')]
    expect(refusalOf(secondCallAfter(events))).toMatchObject({
      tag: 'FirstCallHadQuorum',
      details: { at: at('10:20', firstDay), present: 3, needed: 3, eligible: 5 }
    })
  })

  it('is judged by the first call’s own quorum: a third call follows a second that lacked even that', () => {
    const charter = { secondCall: { quorum: atLeast(1, 5), afterDays: 7 } } as World['charter'] & object
    const second = { secondCallOf: 'M9', firstCallOn: '2025-11-10' }
    expect(refusalOf(secondCallAfter(fewCame, { charter }, second))).toMatchObject({
      tag: 'FirstCallHadQuorum',
      details: { at: at('10:00', firstDay), present: 2, needed: 1 }
    })
    expect(eventsOf(secondCallAfter([opened(), closed('11:00')], { charter }, second))).toHaveLength(1)
  })
})

describe('RescheduleMeeting', () => {
  it('keeps the numbers of items that stay, and uses none again', () => {
    const agenda = items('الميثاق', 'نقطة جديدة', 'نقطة أخرى')
    const moved = meeting()([scheduled()]).when(reschedule({ agenda }))
    expect(eventsOf(moved)).toMatchObject([
      { type: 'MeetingRescheduled', data: { agenda: [{ ref: 'M2.2' }, { ref: 'M2.3' }, { ref: 'M2.4' }] } }
    ])
    const once = [
      scheduled(),
      fact('MeetingRescheduled', '09:30', {
        startsAt: at('15:00'),
        endsAt: at('17:00'),
        reason: 'x',
        agenda: [{ ref: 'M2.2', title: { ar: 'الميثاق' }, minutes: 30 }]
      })
    ]
    expect(eventsOf(meeting()(once).when(reschedule({ agenda: items('المقترحات', 'ختام') })))).toMatchObject([
      { data: { agenda: [{ ref: 'M2.1' }, { ref: 'M2.3' }] } }
    ])
  })

  it('gives two items of one title two numbers', () => {
    const agenda = items('الميثاق', 'الميثاق')
    expect(eventsOf(meeting()([scheduled()]).when(reschedule({ agenda })))).toMatchObject([
      { data: { agenda: [{ ref: 'M2.2' }, { ref: 'M2.3' }] } }
    ])
  })

  it('is for a meeting that has not opened; the earlier times stay on record', () => {
    expect(refusalOf(meeting()([scheduled(), opened()]).when(reschedule({})))).toMatchObject({
      tag: 'MeetingAlreadyOpened'
    })
    const moved = fact('MeetingRescheduled', '09:30', {
      startsAt: at('15:00'),
      endsAt: at('17:00'),
      reason: 'x'
    })
    expect(stateOf([scheduled(), moved]).schedule).toMatchObject({
      startsAt: at('15:00'),
      moved: [{ from: { startsAt: at('10:00'), endsAt: at('14:00') } }]
    })
  })
})

describe('CancelMeeting', () => {
  it('calls off what has not opened; twice is already so', () => {
    const cancel = act('CancelMeeting', at('09:00'), { reason: 'مطر' })
    expect(eventsOf(meeting()([scheduled()]).when(cancel))).toEqual([
      { type: 'MeetingCancelled', data: { reason: 'مطر' } }
    ])
    expect(eventsOf(meeting()([scheduled(), cancelled()]).when(cancel))).toEqual([])
  })
})

describe('InviteAssociations', () => {
  const invite = (...associations: ReadonlyArray<string>) =>
    act('InviteAssociations', at('12:00', '2025-12-02'), { associations })

  it('invites each once', () => {
    const invited = [scheduled(), fact('AssociationInvited', '09:10', { association: 'A1' })]
    expect(eventsOf(meeting()(invited).when(invite('A1', 'A2')))).toEqual([
      { type: 'AssociationInvited', data: { association: 'A2' } }
    ])
    expect(eventsOf(meeting()(invited).when(invite('A1')))).toEqual([])
  })

  it('refuses a name twice, and who is not a member', () => {
    expect(refusalOf(meeting()([scheduled()]).when(invite('A1', 'A1')))).toMatchObject({ tag: 'NamedTwice' })
    expect(refusalOf(meeting()([scheduled()]).when(invite('A9')))).toMatchObject({ tag: 'ReferenceUnknown' })
  })
})
