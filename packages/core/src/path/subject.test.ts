import { after, type Log, refusal, statesOf } from '../../test/path-log'
import { act, adopted, amended, decided, decidedAll, entered, held, textOf } from '../../test/views-story'

const because = 'مثال توضيحي: سبب'
const inSession = after(amended, ...held('M2', '12-28', ['A1', 'A2', 'A3', 'A4']))
const put = (log: Log, subject: object, motion: string, also: object = {}) =>
  refusal(log, decided('M2-Q1', '12-28T10:30', subject, motion, 4, also))

/** How a motion fares that the meeting did not adopt. */
const notAdopted: ReadonlyArray<readonly [string, object]> = [
  ['rejected', { method: { kind: 'showOfHands', for: 0, against: 4, abstain: 0 } }],
  ['deferred', { method: { kind: 'consensus', standAsides: [], blocks: [] } }],
  ['referred', { method: { kind: 'consensus', standAsides: [], blocks: [] } }],
  ['noDecision', { method: { kind: 'consensus', standAsides: [], blocks: [] } }]
]
const outcomes = notAdopted.map(([outcome, method]) => ({ outcome, ...method }))

describe('What a motion is about', () => {
  describe.each(outcomes)('whatever its outcome: $outcome', outcome => {
    const asked = { ...outcome, reason: because, materiality: 'substantive' }

    it.each([
      ['submission', 'P99', 'decline', 'submission'],
      ['submission', 'M1', 'accept', 'submission'],
      ['merge', 'P99', 'merge', 'submission'],
      ['amendment', 'P99-A1', 'accept', 'amendment'],
      ['amendment', 'P4-A99', 'decline', 'amendment'],
      ['amendment', 'P4', 'defer', 'amendment'],
      ['charter', 'C9', 'confirm', 'charter'],
      ['stage', 'elsewhere', 'enter', 'stage'],
      ['minutes', 'M9-PV', 'approve', 'minutes'],
      ['association', 'A9', 'suspend', 'association'],
      ['annulment', 'M1-Q9', 'annul', 'decision'],
      ['annulment', 'M9-Q1', 'confirm', 'decision'],
      ['annulment', 'مثال', 'confirm', 'decision']
    ])('a %s %s that is not there is refused (%s)', (kind, ref, motion, said) => {
      expect(put(inSession, { kind, ref }, motion, asked)).toMatchObject({
        tag: 'ReferenceUnknown',
        field: 'payload.subject.ref',
        value: ref,
        details: { kind: said }
      })
    })

    it('leaves a subject that is there as it was', () => {
      expect(put(inSession, { kind: 'association', ref: 'A5' }, 'suspend', asked)).toEqual({
        accepted: ['DecisionTaken']
      })
    })
  })

  it('is there when an earlier act is confirmed: a decision by its number, any other act by its event', () => {
    const taken = after(
      inSession,
      decided('M2-Q1', '12-28T10:30', { kind: 'other', ref: because }, 'other', 4)
    )
    const confirms = (subject: object, at = '12-28T10:40') =>
      refusal(taken, decided('M2-Q2', at, subject, 'confirm', 4))
    expect(confirms({ kind: 'annulment', ref: 'M2-Q1' })).toEqual({ accepted: ['DecisionTaken'] })
    expect(confirms({ kind: 'annulment', ref: 'M2-Q7' })).toMatchObject({ tag: 'ReferenceUnknown' })
    expect(confirms({ kind: 'annulment', ref: 'M2-Q1' }, '12-28T10:20')).toMatchObject({
      tag: 'PrecedesWhatItRefersTo',
      rule: 2,
      details: { refersTo: 'M2-Q1' }
    })
    expect(confirms({ kind: 'other', ref: '01998000-0000-7000-8000-000000000001.0' })).toEqual({
      accepted: ['DecisionTaken']
    })
  })

  it('rule 2: may not come after the decision on it', () => {
    const association = after(
      inSession,
      act('RegisterAssociation', 'convenor', '12-28T11:00', { ref: 'A6', names: { ar: 'جمعية' } })
    )
    expect(
      put(association, { kind: 'association', ref: 'A6' }, 'reinstate', {
        outcome: 'deferred',
        ...notAdopted[1]?.[1]
      })
    ).toMatchObject({ tag: 'PrecedesWhatItRefersTo', details: { refersTo: 'A6' } })
  })
})

describe('Rule 16: the text that a meeting had before it', () => {
  const old = (log: Log) => {
    const { revision, textHash } = textOf(log, 'P4')
    return { revision, textHash }
  }
  const named = old(amended)
  const moved = after(decidedAll)

  it.each([
    ['submission', 'P4', 'decline'],
    ['submission', 'P4', 'defer'],
    ['submission', 'P4', 'accept'],
    ['amendment', 'P4-A2', 'decline']
  ])('is the current one for every motion: %s %s, %s', (kind, ref, motion) => {
    const asked = decided('M2-Q6', '12-28T11:40', { kind, ref, ...named }, motion, 4, {
      reason: because,
      materiality: 'substantive'
    })
    expect(refusal(moved, asked)).toMatchObject({
      tag: 'TextHasMoved',
      rule: 16,
      field: 'payload.subject.revision',
      details: { revision: 2 }
    })
  })

  it('rule 2: no motion on a text is dated before its last revision', () => {
    const asked = decided(
      'M2-Q6',
      '12-28T10:20',
      { kind: 'submission', ref: 'P4', ...old(moved) },
      'defer',
      4
    )
    expect(refusal(moved, asked)).toMatchObject({ tag: 'LaterRevisionRecorded', rule: 2 })
  })
})

describe('Rule 13: a vote on the platform', () => {
  const drafted = after(
    decidedAll,
    entered('adoption', '12-28T12:00'),
    act('CompilePlatform', 'convenor', '12-28T12:10', { ref: 'V1' })
  )
  const frozen = after(drafted, decided('M2-Q6', '12-28T12:20', { kind: 'platform', ref: 'V1' }, 'freeze', 4))
  const hashIn = (log: Log) => statesOf(log).platforms['V1']?.freezes[0]?.documentHash
  const rejects = (log: Log, ref: string, textHash: string | undefined, votes: ReadonlyArray<object>) =>
    refusal(
      log,
      decided(
        ref,
        '12-28T12:30',
        { kind: 'platform', ref: 'V1', ...(textHash === undefined ? {} : { textHash }) },
        'adopt',
        4,
        { outcome: 'rejected', method: { kind: 'rollCall', votes } }
      )
    )
  const opposing = ['A1', 'A2', 'A3'].map(association => ({ association, vote: 'opposing' }))

  it('is on the frozen document also where the meeting rejects it', () => {
    expect(rejects(drafted, 'M2-Q6', undefined, opposing)).toMatchObject({
      tag: 'PlatformNotFrozen',
      rule: 13
    })
    expect(rejects(frozen, 'M2-Q7', undefined, opposing)).toMatchObject({
      tag: 'DocumentHashDiffers',
      rule: 13
    })
    expect(
      rejects(frozen, 'M2-Q7', hashIn(frozen), [...opposing, { association: 'A4', vote: 'withReservations' }])
    ).toMatchObject({ tag: 'ReservationsDoNotFit' })
    expect(rejects(frozen, 'M2-Q7', hashIn(frozen), opposing)).toEqual({ accepted: ['DecisionTaken'] })
  })

  it('is on a platform that is there', () => {
    const asked = decided('M2-Q6', '12-28T12:30', { kind: 'platform', ref: 'V9' }, 'freeze', 4, outcomes[0])
    expect(refusal(drafted, asked)).toMatchObject({ tag: 'ReferenceUnknown', details: { kind: 'platform' } })
  })

  it('is taken once', () => {
    const again = after(adopted, act('ResumeMeeting', 'secretary', '12-28T12:50', { meeting: 'M2' }))
    expect(rejects(again, 'M2-Q8', hashIn(again), opposing)).toMatchObject({ tag: 'PlatformIsAdopted' })
  })
})
