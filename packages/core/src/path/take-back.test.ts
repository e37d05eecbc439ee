import { type Actor } from '../kernel/envelope'
import { after, lastEvent, refusal } from '../../test/path-log'
import { act, arrived, decided, gathered, held, mandate, opened } from '../../test/views-story'

const because = 'مثال توضيحي: سبب'
const office = (name: string, held_: string): { readonly actor: Actor } => ({
  actor: { as: 'office', office: name, mandate: held_ } as Actor
})
const by = (association: string, n = 1): { readonly actor: Actor } => ({
  actor: { as: 'association', association, mandate: `${association}-m${n}` } as Actor
})

describe('Rule 1: a clerical error, annulled by chair and rapporteur with evidence', () => {
  const suspended = after(
    opened,
    ...held('M1', '10-26', ['A1', 'A2', 'A3']),
    decided('M1-Q1', '10-26T11:00', { kind: 'association', ref: 'A5' }, 'suspend', 3, { reason: because })
  )
  const annuls = (payload: object = {}, also: object = {}) =>
    act(
      'AnnulDecision',
      'chair',
      '10-26T11:30',
      {
        decision: 'M1-Q1',
        rapporteur: 'A2-m1',
        error: 'outcome',
        reason: because,
        affects: ['process-khemisset'],
        ...payload
      },
      { evidence: { kind: 'paper' }, ...also }
    )

  it('takes the effects back in the same append', () => {
    expect(refusal(suspended, annuls())).toEqual({ accepted: ['DecisionAnnulled', 'AssociationReinstated'] })
  })

  it.each([
    ['without evidence', annuls({}, { evidence: undefined })],
    ['with somebody who does not report the meeting', annuls({ rapporteur: 'A3-m1' })]
  ])('is refused %s', (_name, asked) => {
    expect(refusal(suspended, asked)).toMatchObject({
      tag: 'ClericalErrorNeedsBoth',
      rule: 1,
      details: { rapporteur: 'A2-m1' }
    })
  })

  it('is refused where chair and rapporteur are one person, under whichever mandates', () => {
    const one = after(
      suspended,
      mandate('A3-m2', 'alternate', 'c', '10-20T09:00'),
      act('HandOverChair', 'chair', '10-26T11:10', { meeting: 'M1', to: 'A3-m2' })
    )
    expect(refusal(one, annuls({}, office('chair', 'A3-m2')))).toMatchObject({
      tag: 'ClericalErrorNeedsBoth'
    })
  })

  it('is annulled once, in whatever meeting that was', () => {
    const twice = after(
      suspended,
      act('CloseMeeting', 'chair', '10-26T13:00', { meeting: 'M1' }),
      ...held('M2', '11-26', ['A1', 'A2', 'A3']),
      decided('M2-Q1', '11-26T11:00', { kind: 'annulment', ref: 'M1-Q1' }, 'annul', 3, {
        reason: because,
        affects: ['process-khemisset']
      })
    )
    const again = { ...annuls({ affects: ['meeting-khemisset.M2'] }), at: '11-26T11:30' }
    expect(refusal(twice, again)).toMatchObject({ tag: 'DecisionIsAnnulled', rule: 1 })
  })
})

describe('Who takes an entry back', () => {
  const came = after(gathered, ...held('M2', '11-26', ['A1', 'A2']), arrived('M2', 'A3', '11-26T10:10'))
  const retracts = (also: object) =>
    act(
      'RetractEntry',
      'secretary',
      '11-26T10:20',
      { entry: lastEvent(came), stream: 'meeting-khemisset.M2', reason: because },
      also
    )
  const refused = { tag: 'NotForThisActor', rule: 3, field: 'payload.entry' }

  it.each([
    ['the secretary, who typed it', {}],
    ['the chair of that meeting', office('chair', 'A1-m1')],
    ['its rapporteur', office('rapporteur', 'A2-m1')]
  ])('%s', (_name, also) => {
    expect(refusal(came, retracts(also))).toEqual({ accepted: ['EntryRetracted'] })
  })

  it.each([
    ['the convenor, who did not type it', office('convenor', 'A1-m1')],
    ['the association that came', by('A3')]
  ])('not %s', (_name, also) => {
    expect(refusal(came, retracts(also))).toMatchObject(refused)
  })

  it('whoever typed it, in whichever name', () => {
    const typed = after(
      came,
      act(
        'RecordDeparture',
        'chair',
        '11-26T10:15',
        { meeting: 'M2', association: 'A3' },
        {
          ...office('rapporteur', 'A2-m1')
        }
      )
    )
    const own = act(
      'RetractEntry',
      'A2',
      '11-26T10:20',
      { entry: lastEvent(typed), stream: 'meeting-khemisset.M2', reason: because },
      by('A2')
    )
    expect(refusal(typed, own)).toEqual({ accepted: ['EntryRetracted'] })
  })
})
