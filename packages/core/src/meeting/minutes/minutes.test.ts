import * as E from 'fp-ts/lib/Either'
import {
  act,
  arrivals,
  association,
  at,
  closed,
  eventsOf,
  fact,
  hands,
  meeting,
  opened,
  process,
  refusalOf,
  scheduled,
  stateOf,
  type Told,
  type World
} from '../../../test/meeting-story'
import {
  approved,
  circulated,
  claims,
  corrected,
  drafted,
  minutesText,
  recorded,
  sealed,
  settled
} from '../../../test/minutes-story'
import { textHash } from '../../text/text-hash'
import { type DecisionRef, type MeetingRef } from '../ids'
import { approveMinutes } from './approve'

const open = [scheduled(), opened(), ...arrivals(3)]
const over = [...open, closed('14:00')]
const tacit = { charter: { minutes: { tacitAfterDays: 7 } } } as World

const when = (
  events: ReadonlyArray<Told>,
  name: Parameters<typeof act>[0],
  instant = at('18:00'),
  payload: object = {},
  world: World = {}
) => meeting(world)(events).when(act(name, instant, payload))
const draft = (events: ReadonlyArray<Told>, text: object = minutesText()) =>
  when(events, 'DraftMinutes', at('18:00'), { text, claims })

describe('Drafting minutes', () => {
  it('holds the whole text with block ids, and the hash with person tokens as written', () => {
    expect(eventsOf(draft(over))).toEqual([
      { type: 'MinutesDrafted', data: { ref: 'M2-PV', ...recorded(minutesText()), claims } }
    ])
    expect(recorded(minutesText()).text.blocks).toMatchObject([{ id: 'b1', kind: 'paragraph' }])
  })

  it('is for a meeting that is over, and goes on until they are sent round', () => {
    expect(refusalOf(draft(open))).toMatchObject({ tag: 'MeetingNotClosed' })
    expect(eventsOf(draft([...over, drafted()]))).toEqual([])
    expect(eventsOf(draft([...over, drafted()], minutesText('نص آخر')))).toHaveLength(1)
    expect(refusalOf(draft([...over, drafted(), circulated()]))).toMatchObject({
      tag: 'MinutesAlreadyCirculated'
    })
  })

  it('takes no words that a text cannot hold', () => {
    const broken = { ...minutesText(), blocks: [{ kind: 'paragraph', text: 'سطر\nآخر' }] }
    expect(refusalOf(draft(over, broken))).toMatchObject({
      tag: 'MinutesTextRefused',
      details: { problem: 'LineBreakInBlock' }
    })
  })
})

describe('Circulating and correcting', () => {
  const sent = [...over, drafted(), circulated()]
  const propose = (events: ReadonlyArray<Told>, number: number) =>
    meeting()(events).when(
      act(
        'ProposeMinutesCorrection',
        at('18:00'),
        { number, wording: 'حضرنا منذ البداية' },
        association('A2')
      )
    )
  const settle = (events: ReadonlyArray<Told>, payload: object) =>
    when(events, 'SettleMinutesCorrection', at('18:00'), { number: 1, claims, ...payload })

  it('sends round the wording that counts, again only where it changed', () => {
    const hash = textHash(minutesText())
    expect(eventsOf(when([...over, drafted()], 'CirculateMinutes'))).toEqual([
      { type: 'MinutesCirculated', data: { textHash: hash } }
    ])
    expect(eventsOf(when(sent, 'CirculateMinutes'))).toEqual([])
    const changed = [...sent, corrected(), settled('accepted', minutesText('نص مصحح'))]
    expect(eventsOf(when(changed, 'CirculateMinutes'))).toEqual([
      { type: 'MinutesCirculated', data: { textHash: textHash(minutesText('نص مصحح')) } }
    ])
  })

  it('takes corrections in the name of the association that proposes, numbered', () => {
    expect(eventsOf(propose(sent, 1))).toEqual([
      {
        type: 'MinutesCorrectionProposed',
        data: { number: 1, association: 'A2', wording: 'حضرنا منذ البداية' }
      }
    ])
    expect(refusalOf(propose([...sent, corrected()], 1))).toMatchObject({
      tag: 'NumberNotNext',
      details: { next: '2' }
    })
  })

  it('settles each once: accepted with the new words, refused with none changed and the remark kept', () => {
    const proposed = [...sent, corrected()]
    const accepted = settle(proposed, { outcome: 'accepted', text: minutesText('نص مصحح') })
    expect(eventsOf(accepted)).toMatchObject([
      { type: 'MinutesCorrectionSettled', data: { outcome: 'accepted', ...recorded(minutesText('نص مصحح')) } }
    ])
    const refused = settle(proposed, {
      outcome: 'refused',
      text: minutesText(),
      reason: 'تؤكد الورقة الوصول متأخرا'
    })
    expect(eventsOf(refused)).toHaveLength(1)
    expect(stateOf([...proposed, settled('refused')]).minutes?.corrections).toMatchObject([
      { association: 'A2', wording: 'حضرنا منذ البداية', settled: { outcome: 'refused' } }
    ])
    expect(refusalOf(settle(sent, { outcome: 'refused', text: minutesText() }))).toMatchObject({
      tag: 'ReferenceUnknown'
    })
  })
})

describe('Accepting a correction', () => {
  const proposed = [...over, drafted(), circulated(), corrected()]
  const accept = (payload: object) =>
    when(proposed, 'SettleMinutesCorrection', at('18:00'), {
      number: 1,
      outcome: 'accepted',
      text: minutesText(),
      claims,
      ...payload
    })

  it('rule 15: is refused where the minutes would read as before', () => {
    expect(refusalOf(accept({}))).toMatchObject({
      tag: 'CorrectionChangesNothing',
      rule: 15,
      field: 'payload.text',
      details: { current: textHash(minutesText()) }
    })
    expect(eventsOf(accept({ text: minutesText('نص مصحح') }))).toHaveLength(1)
  })

  it('may mend what the minutes claim beside words that stay', () => {
    expect(eventsOf(accept({ claims: { ...claims, attended: claims.attended.slice(1) } }))).toHaveLength(1)
  })
})

describe('Approving (rule 15)', () => {
  const sent = [...over, drafted(), circulated()]
  const approve = (events: ReadonlyArray<Told>, also: object = {}) =>
    approveMinutes(
      {
        process,
        occurredAt: at('11:00', '2026-01-25'),
        meeting: 'M2' as MeetingRef,
        decision: 'M3-Q1' as DecisionRef,
        ...also
      },
      stateOf(events)
    )
  const silence = (events: ReadonlyArray<Told>, instant: ReturnType<typeof at>) =>
    when(events, 'ApproveMinutesTacitly', instant, {}, tacit)

  it('is a decision of a later sitting, on the words that count', () => {
    expect(approve(sent, { textHash: textHash(minutesText()) })).toMatchObject(
      E.right({
        type: 'MinutesApproved',
        stream: 'meeting-khemisset.M2',
        data: { textHash: textHash(minutesText()), how: 'decision', decision: 'M3-Q1' }
      })
    )
    expect(approve(sent, { textHash: textHash(minutesText('أخرى')) })).toMatchObject(
      E.left({ tag: 'MinutesTextDiffers', rule: 16, details: { current: textHash(minutesText()) } })
    )
    expect(approve(sent, { occurredAt: at('14:00') })).toMatchObject(E.left({ tag: 'ApprovalNotLater' }))
    expect(approve([...over, drafted()])).toMatchObject(E.left({ tag: 'MinutesNotCirculated' }))
    expect(approve([...sent, corrected()])).toMatchObject(
      E.left({ tag: 'CorrectionsOpen', details: { numbers: [1] } })
    )
    expect(approve([...sent, approved()])).toMatchObject(E.left({ tag: 'MinutesAlreadyApproved' }))
    expect(approve(over)).toMatchObject(E.left({ tag: 'MinutesNotDrafted' }))
  })

  it('is tacit after the charter’s days, to the minute, with no open correction', () => {
    expect(refusalOf(silence(sent, at('15:59', '2026-01-04')))).toMatchObject({
      tag: 'TacitApprovalTooEarly',
      details: { circulatedAt: at('16:00'), days: 7 }
    })
    expect(eventsOf(silence(sent, at('16:00', '2026-01-04')))).toEqual([
      { type: 'MinutesApproved', data: { textHash: textHash(minutesText()), how: 'tacit' } }
    ])
    expect(refusalOf(silence([...sent, corrected()], at('16:00', '2026-01-04')))).toMatchObject({
      tag: 'CorrectionsOpen'
    })
  })

  it('is not tacit on words that nobody was sent, nor where the charter does not know it', () => {
    const changed = [...sent, corrected(), settled('accepted', minutesText('نص مصحح'))]
    expect(refusalOf(silence(changed, at('16:00', '2026-01-20')))).toMatchObject({
      tag: 'MinutesNotCirculated'
    })
    expect(refusalOf(when(sent, 'ApproveMinutesTacitly', at('16:00', '2026-01-20')))).toMatchObject({
      tag: 'NoTacitApproval',
      details: { charter: 0 }
    })
  })
})

describe('Sealing (rule 15)', () => {
  const decision = fact('DecisionTaken', '11:00', {
    ref: 'M2-Q1',
    subject: { kind: 'other', ref: 'x' },
    motion: 'other',
    outcome: 'adopted',
    method: hands(3, 0),
    present: ['A1', 'A2', 'A3'],
    proxies: [],
    eligible: ['A1', 'A2', 'A3'],
    quorumNeeded: 2,
    charter: 0
  })
  const ready = (told: object = claims, events = over) => [
    ...events,
    drafted({ claims: told }),
    circulated(),
    approved()
  ]
  const seal = (events: ReadonlyArray<Told>, explanations: ReadonlyArray<object> = []) =>
    when(events, 'SealMinutes', at('12:00', '2026-01-26'), { explanations })
  const missing = { kind: 'decisionMissing', about: 'M2-Q1' }

  it('repeats the hash of the approved text', () => {
    expect(eventsOf(seal(ready()))).toEqual([
      { type: 'MinutesSealed', data: { textHash: textHash(minutesText()), explanations: [] } }
    ])
  })

  it('is refused with the list of what contradicts the record', () => {
    expect(refusalOf(seal(ready(claims, [...open, decision, closed()])))).toMatchObject({
      tag: 'MinutesContradictTheRecord',
      rule: 15,
      details: { contradictions: [missing] }
    })
  })

  it('is possible where each contradiction is explained, and only those that there are', () => {
    const explained = [{ contradiction: missing, explanation: 'مثال توضيحي: أدرج في محضر آخر' }]
    expect(eventsOf(seal(ready(claims, [...open, decision, closed()]), explained))).toMatchObject([
      { type: 'MinutesSealed', data: { explanations: explained } }
    ])
    expect(refusalOf(seal(ready(), explained))).toMatchObject({ tag: 'ReferenceUnknown', value: 'M2-Q1' })
  })

  it('closes the meeting’s stream to every act (rule 2)', () => {
    const shut = [...ready(), sealed()]
    const late = at('12:00', '2026-02-01')
    const acts: ReadonlyArray<readonly [Parameters<typeof act>[0], object]> = [
      ['InviteAssociations', { associations: ['A4'] }],
      ['RecordDeparture', { association: 'A1' }],
      ['GiveProxy', { from: 'A4', to: 'A1' }],
      ['AdjournMeeting', {}],
      ['CloseMeeting', {}],
      ['CirculateMinutes', {}],
      ['SealMinutes', { explanations: [] }],
      ['CorrectDecision', { decision: 'M2-Q1', method: hands(1, 0), reason: 'x' }],
      ['Decide', { ref: 'M2-Q1' }]
    ]
    for (const [name, payload] of acts) {
      expect(refusalOf(when(shut, name, late, payload))).toMatchObject({ tag: 'MeetingSealed', rule: 2 })
    }
  })
})
