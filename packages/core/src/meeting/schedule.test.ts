import {
  act,
  at,
  cancelled,
  eventsOf,
  fact,
  meeting,
  opened,
  refusalOf,
  scheduled,
  stateOf
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
    const first = stateOf([scheduled({ ref: 'M1', startsAt: at('10:00', '2025-12-20') })])
    expect(eventsOf(meeting({}, first)([]).when(schedule({ secondCallOf: 'M1' })))).toMatchObject([
      { data: { secondCallOf: 'M1', firstCallOn: '2025-12-20' } }
    ])
    expect(refusalOf(meeting()([]).when(schedule({ secondCallOf: 'M1' })))).toMatchObject({
      tag: 'ReferenceUnknown',
      value: 'M1'
    })
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
