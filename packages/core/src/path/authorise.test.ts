import { type Actor } from '../kernel/envelope'
import { after, type Log, refusal } from '../../test/path-log'
import {
  act,
  admitted,
  arrived,
  decided,
  endorsed,
  entered,
  founded,
  gathered,
  held,
  mandate,
  onText,
  opened,
  scheduled,
  submitted
} from '../../test/views-story'

const because = 'مثال توضيحي: سبب'
const theme = (at: string, also: object = {}) =>
  act('DefineTheme', 'convenor', at, { ref: 'T3', names: { ar: 'الصحة' } }, also)
const proposal = (at: string, also: object = {}) => ({
  ...submitted('P1', 'A3', 'الماء', ['نطالب بالماء'], {}, at),
  ...also
})
const by = (association: string, n: number): { readonly actor: Actor } => ({
  actor: { as: 'association', association, mandate: `${association}-m${n}` } as Actor
})
const office = (name: string, held_: string): { readonly actor: Actor } => ({
  actor: { as: 'office', office: name, mandate: held_ } as Actor
})
const paper = { evidence: { kind: 'paper' as const } }
const accepted = (...events: ReadonlyArray<string>) => ({ accepted: events })
const received = accepted('SubmissionReceived', 'TextRevised')

describe('Rule 2: when an act happened', () => {
  it('may lie five minutes after it was recorded, and no second more', () => {
    const typed = { recordedAt: '10-10T09:00' }
    expect(refusal(opened, theme('10-10T09:05', typed))).toEqual(accepted('ThemeDefined'))
    expect(refusal(opened, theme('10-10T09:06', typed))).toMatchObject({
      tag: 'AfterItWasRecorded',
      rule: 2,
      details: { recordedAt: '2025-10-10T08:00:00.000Z' }
    })
  })

  it('is not before the process was opened', () => {
    expect(refusal(opened, theme('10-01T08:59'))).toMatchObject({
      tag: 'PrecedesWhatItRefersTo',
      rule: 2,
      details: { refersTo: 'khemisset' }
    })
    expect(refusal(opened, theme('10-01T09:00'))).toEqual(accepted('ThemeDefined'))
  })

  it('may be long before it was recorded: it is judged as at its own time', () => {
    const closed = after(opened, entered('refining', '11-01T09:00'), entered('adoption', '11-20T09:00'))
    expect(refusal(closed, proposal('10-20T09:00', { recordedAt: '12-01T09:00' }))).toEqual(received)
    expect(refusal(closed, proposal('11-20T09:00', { recordedAt: '12-01T09:00' }))).toMatchObject({
      tag: 'NotInThisStage',
      rule: 6
    })
  })
})

describe('Rule 3: a mandate valid at that time', () => {
  const granted = after(opened, {
    ...mandate('A3-m2', 'alternate', 'k'),
    payload: { ...mandate('A3-m2', 'alternate', 'k').payload, from: '2025-11-10', until: '2025-11-20' }
  })

  it.each([
    ['11-09T23:30', { because: 'notYet', date: '2025-11-09' }],
    ['11-21T00:30', { because: 'ended', date: '2025-11-21' }]
  ])('is refused on the local date of %s', (at, details) => {
    expect(refusal(granted, proposal(at, by('A3', 2)))).toMatchObject({
      tag: 'MandateNotValid',
      rule: 3,
      field: 'actor.mandate',
      value: 'A3-m2',
      details
    })
  })

  it.each(['11-10T00:30', '11-20T23:30'])('includes its first and its last day: %s', at => {
    expect(refusal(granted, proposal(at, by('A3', 2)))).toEqual(received)
  })

  it('ends with its revocation, and acts before it stand', () => {
    const revoked = after(
      opened,
      act('RevokeMandate', 'convenor', '11-10T09:00', { mandate: 'A3-m1', reason: because })
    )
    expect(refusal(revoked, proposal('11-10T08:59'))).toEqual(received)
    expect(refusal(revoked, proposal('11-10T09:00'))).toMatchObject({
      tag: 'MandateNotValid',
      details: { because: 'revoked' }
    })
  })

  it.each([
    [
      'of another association',
      { actor: { as: 'association', association: 'A3', mandate: 'A4-m1' } },
      'ofAnother'
    ],
    ['that nobody was given', by('A3', 7), 'unknown'],
    ['of an association that is not there', by('A9', 1), 'unknown']
  ])('is not one %s', (_name, actor, why) => {
    expect(refusal(opened, proposal('11-10T09:00', actor))).toMatchObject({
      tag: 'MandateNotValid',
      details: { because: why }
    })
  })

  it('of an office is that office’s own, and the convenor’s and the secretary’s are two', () => {
    expect(refusal(opened, theme('10-10T09:00', office('secretary', 'A1-m2')))).toEqual(
      accepted('ThemeDefined')
    )
    for (const actor of [
      office('secretary', 'A1-m1'),
      office('convenor', 'A1-m2'),
      office('secretary', 'A3-m1')
    ])
      expect(refusal(opened, theme('10-10T09:00', actor))).toMatchObject({
        tag: 'MandateNotValid',
        details: { because: 'ofAnother' }
      })
  })

  it('of an alternate brings texts, and takes no stand', () => {
    const alternate = after(gathered, mandate('A5-m2', 'alternate', 'k', '11-01T09:00'))
    const stand = act(
      'Endorse',
      'A5',
      '11-20T09:00',
      { ...onText(alternate, 'P1'), reservations: [] },
      by('A5', 2)
    )
    expect(refusal(alternate, stand)).toMatchObject({
      tag: 'NotForThisActor',
      value: 'alternate',
      details: { by: ['representative'] }
    })
    expect(
      refusal(alternate, {
        ...submitted('P4', 'A5', 'النور', ['نطالب بالنور'], {}, '11-20T09:00'),
        ...by('A5', 2)
      })
    ).toEqual(received)
  })
})

describe('Rule 3: suspended and departed associations', () => {
  const stood = after(gathered, endorsed('P1', 'A3', '11-20T09:00'))
  const suspended = after(
    stood,
    ...held('M2', '11-26', ['A1', 'A2', 'A4', 'A5']),
    decided('M2-Q1', '11-26T11:00', { kind: 'association', ref: 'A3' }, 'suspend', 4, { reason: because })
  )
  const departed = after(stood, act('RecordAssociationLeft', 'A3', '11-26T11:00', { association: 'A3' }))

  it.each([
    ['suspended', suspended, 'suspended'],
    ['departed', departed, 'left']
  ])(
    '%s: their acts are refused, their past acts stand, and they may still withdraw support',
    (_n, log, standing) => {
      const late = (at: string) => submitted('P4', 'A3', 'النور', ['نطالب بالنور'], {}, at)
      expect(refusal(log, late('11-27T09:00'))).toMatchObject({
        tag: 'AssociationMayNotAct',
        rule: 3,
        details: { standing }
      })
      expect(refusal(log, late('11-26T10:59'))).toEqual(received)
      expect(refusal(log, act('WithdrawEndorsement', 'A3', '11-27T09:00', { submission: 'P1' }))).toEqual(
        accepted('EndorsementWithdrawn')
      )
    }
  )

  it('an association leaves in its own name only; the office records it for any', () => {
    const leaves = (who: string) => act('RecordAssociationLeft', who, '11-27T09:00', { association: 'A4' })
    expect(refusal(stood, leaves('A5'))).toMatchObject({
      tag: 'NotForThisActor',
      field: 'payload.association'
    })
    expect(refusal(stood, leaves('A4'))).toEqual(accepted('AssociationLeft'))
    expect(refusal(stood, leaves('secretary'))).toEqual(accepted('AssociationLeft'))
  })

  it('rule 20: an association asks for its own people only', () => {
    const asks = (who: string) =>
      act('AskPersonErasure', who, '11-27T09:00', {
        person: `p_${'e'.repeat(26)}`,
        completion: '01998000-0000-7000-8000-0000000000ff'
      })
    expect(refusal(stood, asks('A5'))).toMatchObject({ tag: 'NotForThisActor', field: 'payload.person' })
    expect(refusal(stood, asks('A4'))).toEqual(accepted('PersonErasureAsked'))
    expect(refusal(stood, asks('convenor'))).toEqual(accepted('PersonErasureAsked'))
  })
})

describe('Rule 3: who typed', () => {
  const inSession = after(opened, ...held('M1', '10-26', ['A1', 'A2', 'A3']))
  const puts = (also: object) =>
    decided('M1-Q1', '10-26T11:00', { kind: 'other', ref: 'مثال' }, 'other', 3, {}, also)
  const adjourns = (actor: object, also: object) =>
    act('AdjournMeeting', 'chair', '10-26T11:00', { meeting: 'M1' }, { ...actor, ...also })
  const taken = accepted('DecisionTaken')

  it.each([
    ['the rapporteur', 'A2-m1'],
    ['the secretary', 'A1-m2'],
    ['the chair', 'A1-m1']
  ])('a meeting’s decision is typed by %s, not on behalf', (_name, recordedBy) => {
    expect(refusal(inSession, puts({ recordedBy }))).toEqual(taken)
  })

  it.each([
    ['the rapporteur', 'A2-m1'],
    ['the secretary', 'A1-m2']
  ])('a chair’s act is typed by %s, not on behalf', (_name, recordedBy) => {
    expect(refusal(inSession, adjourns(office('chair', 'A1-m1'), { recordedBy }))).toEqual(
      accepted('MeetingAdjourned')
    )
  })

  it('the convenor who neither chairs nor reports types for the meeting on behalf, with evidence', () => {
    const chairedByOther = after(
      inSession,
      act('HandOverChair', 'chair', '10-26T10:30', { meeting: 'M1', to: 'A3-m1' })
    )
    expect(refusal(chairedByOther, puts({ recordedBy: 'A1-m1' }))).toMatchObject({
      tag: 'EvidenceMissing',
      rule: 3,
      details: { actor: 'M1' }
    })
    expect(refusal(chairedByOther, puts({ recordedBy: 'A1-m1', ...paper }))).toEqual(taken)
  })

  it('nobody else types for a meeting', () => {
    expect(refusal(inSession, puts({ recordedBy: 'A3-m1', ...paper }))).toMatchObject({
      tag: 'MayNotRecordForOthers',
      rule: 3,
      details: { role: 'representative' }
    })
  })

  it('the secretary types for an association with evidence only', () => {
    const typed = { recordedBy: 'A1-m2' }
    expect(refusal(opened, proposal('11-10T09:00', typed))).toMatchObject({
      tag: 'EvidenceMissing',
      rule: 3,
      details: { actor: 'A3-m1' }
    })
    expect(refusal(opened, proposal('11-10T09:00', { ...typed, ...paper }))).toEqual(received)
  })

  it('another mandate of the same association types with evidence, that of another association never', () => {
    const two = after(opened, mandate('A3-m2', 'alternate', 'k'))
    expect(refusal(two, proposal('11-10T09:00', { recordedBy: 'A3-m2' }))).toMatchObject({
      tag: 'EvidenceMissing'
    })
    expect(refusal(two, proposal('11-10T09:00', { recordedBy: 'A3-m2', ...paper }))).toEqual(received)
    expect(refusal(two, proposal('11-10T09:00', { recordedBy: 'A4-m1', ...paper }))).toMatchObject({
      tag: 'MayNotRecordForOthers'
    })
  })

  it('needs a mandate valid when the act happened or when it was typed', () => {
    const later = after(opened, {
      ...mandate('A1-m3', 'secretary', 'k', '11-10T09:00'),
      payload: {
        ...mandate('A1-m3', 'secretary', 'k').payload,
        from: '2025-11-12',
        until: '2025-11-20'
      }
    })
    const typed = (recordedAt: string) =>
      proposal('11-11T09:00', { recordedBy: 'A1-m3', recordedAt, ...paper })
    expect(refusal(later, typed('11-12T09:00'))).toEqual(received)
    expect(refusal(later, typed('11-11T09:00'))).toMatchObject({
      tag: 'MandateNotValid',
      field: 'recordedBy',
      details: { because: 'notYet', date: '2025-11-11' }
    })
    expect(refusal(later, typed('11-21T09:00'))).toMatchObject({
      tag: 'MandateNotValid',
      field: 'recordedBy',
      details: { because: 'ended', date: '2025-11-21' }
    })
    expect(refusal(later, proposal('11-11T09:00', { recordedBy: 'A1-m9', ...paper }))).toMatchObject({
      tag: 'MandateNotValid',
      details: { because: 'unknown' }
    })
  })
})

describe('Rule 3: the chair and the rapporteur of a meeting', () => {
  const opens = (mandated: string, also: object = {}) =>
    act(
      'OpenMeeting',
      'chair',
      '10-26T10:00',
      { meeting: 'M1', chair: mandated, rapporteur: 'A2-m1', ...also },
      office('chair', mandated)
    )
  const called = after(opened, scheduled('M1', '10-26'))

  it('are judged on the chair that the opening names, whoever’s mandate that is', () => {
    expect(refusal(called, opens('A4-m1'))).toEqual(accepted('MeetingOpened'))
    expect(refusal(called, { ...opens('A4-m1'), ...office('chair', 'A5-m1') })).toMatchObject({
      tag: 'MandateNotValid',
      details: { because: 'notOfTheMeeting' }
    })
    expect(refusal(called, opens('A4-m9'))).toMatchObject({ tag: 'MandateNotValid' })
  })

  it('hold a mandate valid then', () => {
    const revoked = after(
      called,
      act('RevokeMandate', 'convenor', '10-26T09:00', { mandate: 'A4-m1', reason: because })
    )
    expect(refusal(revoked, opens('A4-m1'))).toMatchObject({
      tag: 'MandateNotValid',
      details: { because: 'revoked' }
    })
  })

  it('a meeting decides at itself, with quorum of its own', () => {
    const two = after(
      called,
      opens('A1-m1'),
      ...['A1', 'A2', 'A3'].map(one => arrived('M1', one, '10-26T10:00')),
      ...held('M2', '10-26', ['A4'])
    )
    const asM2 = {
      ...decided('M1-Q1', '10-26T11:00', { kind: 'other', ref: 'مثال' }, 'other', 3),
      actor: { as: 'meeting', meeting: 'M2' } as Actor
    }
    expect(refusal(two, asM2)).toMatchObject({ tag: 'NotForThisActor', field: 'actor.meeting' })
  })
})

describe('Rule 6: late contributions', () => {
  const refining = (lateSubmissions: 'accepted' | 'refused'): Log =>
    after(opened, founded({ lateSubmissions }), entered('refining', '11-01T09:00'))

  it('are taken in refining as the charter says', () => {
    expect(refusal(refining('accepted'), proposal('11-10T09:00'))).toEqual(received)
    expect(refusal(refining('refused'), proposal('11-10T09:00'))).toMatchObject({
      tag: 'NotInThisStage',
      rule: 6,
      details: { stage: 'refining', allowed: ['gathering'] }
    })
  })

  it('before refining only the authors amend: their own text', () => {
    const one = after(opened, proposal('11-10T09:00'), admitted('P1'))
    const amends = (who: string) => (log: Log) =>
      act('ProposeAmendment', who, '11-12T10:00', {
        ref: 'P1-A1',
        ...onText(log, 'P1'),
        language: 'ar',
        operations: [{ op: 'replace', block: 'b1', at: 0, old: 'نطالب', new: 'نلح' }],
        materiality: 'clarifying'
      })
    expect(refusal(one, amends('A3'))).toEqual(accepted('AmendmentProposed'))
    expect(refusal(one, amends('A4'))).toMatchObject({
      tag: 'NotInThisStage',
      details: { allowed: ['refining'] }
    })
  })
})
