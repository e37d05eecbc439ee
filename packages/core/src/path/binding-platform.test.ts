import { after, type Log, refusal, statesOf } from '../../test/path-log'
import {
  act,
  adopted,
  arrived,
  decided,
  decidedAll,
  decidedOn,
  endorsed,
  entered,
  onText,
  replacing,
  textOf
} from '../../test/views-story'

const because = 'مثال توضيحي: سبب'
const accepted = (...events: ReadonlyArray<string>) => ({ accepted: events })
const refining = (ref: string, at: string) =>
  decided(ref, at, { kind: 'stage', ref: 'refining' }, 'enter', 4, { reason: because })

/** Frozen at 12:20 of 28 December, not yet adopted, and then the meeting goes back to refining. */
const frozen = after(
  decidedAll,
  endorsed('P4', 'A5', '12-28T11:59'),
  entered('adoption', '12-28T12:00'),
  act('CompilePlatform', 'convenor', '12-28T12:10', { ref: 'V1' }),
  decided('M2-Q6', '12-28T12:20', { kind: 'platform', ref: 'V1' }, 'freeze', 4)
)
const frozenInRefining = after(frozen, refining('M2-Q7', '12-28T12:30'))

const adopts = (ref: string) => (log: Log) =>
  decided(
    ref,
    '12-28T12:40',
    { kind: 'platform', ref: 'V1', textHash: statesOf(log).platforms['V1']?.freezes[0]?.documentHash },
    'adopt',
    4,
    { method: { kind: 'rollCall', votes: [{ association: 'A1', vote: 'endorsing' }] } }
  )

/** Adopted at 12:40, and a later meeting goes back to refining for the next version. */
const nextVersion = after(
  adopted,
  act('ScheduleMeeting', 'convenor', '12-29T09:00', {
    ref: 'M3',
    title: { ar: 'لقاء' },
    kind: 'plenary',
    venue: { name: { ar: 'دار الشباب' } },
    startsAt: '2026-03-01T10:00:00.000+01:00',
    endsAt: '2026-03-01T12:00:00.000+01:00',
    zone: 'Africa/Casablanca',
    agenda: []
  }),
  act('OpenMeeting', 'chair', '2026-03-01T10:00', { meeting: 'M3', chair: 'A1-m1', rapporteur: 'A2-m1' }),
  ...['A1', 'A2', 'A3', 'A4'].map(one => arrived('M3', one, '2026-03-01T10:00')),
  refining('M3-Q1', '2026-03-01T10:10')
)

const revises =
  (at: string, also: object = {}) =>
  (log: Log) =>
    act(
      'ReviseText',
      'A2',
      at,
      {
        ...onText(log, 'P4'),
        operations: [replacing(log, 'P4', 'b2', 'واضح', 'مفصل')],
        materiality: 'substantive',
        why: because
      },
      also
    )
const proposes = (at: string) => (log: Log) =>
  act('ProposeAmendment', 'A3', at, {
    ref: 'P4-A3',
    ...onText(log, 'P4'),
    language: 'ar',
    operations: [replacing(log, 'P4', 'b2', 'واضح', 'دقيق')],
    materiality: 'substantive'
  })
const withdraws = (who: string, at: string, also: object = {}) =>
  act('WithdrawEndorsement', who, at, { submission: 'P4' }, also)

const closed = {
  tag: 'ClosedByFrozenPlatform',
  rule: 2,
  field: 'at',
  details: { platform: 'V1', frozenAt: '2025-12-28T12:20:00.000+01:00' }
}

describe('Rules 12 and 13: a frozen platform that is not adopted yet', () => {
  it.each([
    ['a new wording by its authors', revises('12-28T13:00')],
    ['an amendment', proposes('12-28T13:00')],
    ['a withdrawal', act('WithdrawSubmission', 'A2', '12-28T13:00', { submission: 'P4' })],
    ['a return', act('ReturnSubmission', 'secretary', '12-28T13:00', { submission: 'P3', reason: because })],
    ['a decision on its fate', decidedOn('M2-Q8', '12-28T13:00', 'P4', 'decline', 4, { reason: because })]
  ])('closes its submissions to %s, though the stage has gone back to refining', (_name, asked) => {
    expect(refusal(frozenInRefining, asked)).toMatchObject(closed)
  })

  it('closes also those that it names with the reason why they are not in it', () => {
    expect(refusal(frozenInRefining, decidedOn('M2-Q8', '12-28T13:00', 'P3', 'accept', 4))).toMatchObject(
      closed
    )
  })

  it.each([
    ['support', endorsed('P4', 'A3', '12-28T13:00'), ['EndorsementGiven']],
    ['its withdrawal', withdraws('A5', '12-28T13:00'), ['EndorsementWithdrawn']],
    [
      'a rating',
      act('RateCriterion', 'A2', '12-28T13:00', {
        assessment: 'E1',
        criterion: because,
        score: '3',
        outOf: 5,
        references: [],
        evidence: []
      }),
      ['CriterionRated']
    ],
    [
      'a translation',
      (log: Log) =>
        act('TranslateText', 'A2', '12-28T13:00', {
          submission: 'P4',
          language: 'fr',
          title: 'Eau',
          blocks: textOf(log, 'P4').text.blocks.map(block => ({ ...block, text: 'Exemple' })),
          of: textOf(log, 'P4').textHash
        }),
      ['TextRevised']
    ]
  ])('takes %s, which changes neither a text nor a fate', (_name, asked, events) => {
    expect(refusal(frozenInRefining, asked)).toEqual(accepted(...events))
  })

  it('lets them go once it is unfrozen', () => {
    const unfrozen = after(
      frozen,
      decided('M2-Q7', '12-28T12:25', { kind: 'platform', ref: 'V1' }, 'unfreeze', 4, { reason: because }),
      refining('M2-Q8', '12-28T12:30')
    )
    expect(refusal(unfrozen, proposes('12-28T13:00'))).toEqual(accepted('AmendmentProposed'))
  })
})

describe('Rule 2: acts dated at or before the freeze', () => {
  it('are refused, and one of a minute later is not', () => {
    const late = (at: string) => withdraws('A5', at, { recordedAt: '12-28T18:00' })
    expect(refusal(frozen, late('12-28T12:20'))).toMatchObject(closed)
    expect(refusal(frozen, late('12-28T12:21'))).toEqual(accepted('EndorsementWithdrawn'))
  })

  it('are refused also where they are entries taken back', () => {
    const entry = statesOf(frozen).submissions['E1']?.submission.ratings[0]?.event
    const retracts = (at: string) =>
      act('RetractEntry', 'secretary', at, { entry, stream: 'submission-khemisset.E1', reason: because })
    expect(refusal(frozen, retracts('12-28T12:20'))).toMatchObject(closed)
    expect(refusal(frozen, retracts('12-28T12:21'))).toEqual(accepted('EntryRetracted'))
  })

  it('are refused of readings and amendments, which name their submission in their own number', () => {
    const reads = act('RecordIndicator', 'A2', '12-28T12:20', {
      indicator: 'E1-I1',
      value: '80',
      date: '2025-01-01',
      source: because
    })
    expect(refusal(frozen, reads)).toMatchObject(closed)
    expect(
      refusal(frozen, act('WithdrawAmendment', 'A4', '12-28T11:59', { amendment: 'P4-A1' }))
    ).toMatchObject(closed)
  })
})

describe('An adopted platform', () => {
  it('lets the next version be refined while the last is followed up', () => {
    expect(refusal(nextVersion, revises('2026-03-01T10:20'))).toEqual(accepted('TextRevised'))
    expect(refusal(nextVersion, proposes('2026-03-01T10:20'))).toEqual(accepted('AmendmentProposed'))
    expect(refusal(nextVersion, decidedOn('M3-Q2', '2026-03-01T10:20', 'P3', 'accept', 4))).toEqual(
      accepted('DecisionTaken', 'SubmissionAccepted')
    )
  })

  it('keeps closed what is dated before the vote on it, however late that is typed', () => {
    expect(refusal(adopted, withdraws('A5', '12-28T12:20', { recordedAt: '12-30T09:00' }))).toMatchObject(
      closed
    )
    const back = after(frozenInRefining, entered('adoption', '12-28T12:35'), adopts('M2-Q8'))
    expect(refusal(back, revises('12-28T12:31', { recordedAt: '12-30T09:00' }))).toMatchObject(closed)
  })

  it('rule 1: a decision that it rests on is not annulled; one taken since is', () => {
    const since = after(nextVersion, decidedOn('M3-Q2', '2026-03-01T10:20', 'P3', 'accept', 4))
    const annuls = (decision: string, stream: string) =>
      decided('M3-Q3', '2026-03-01T10:30', { kind: 'annulment', ref: decision }, 'annul', 4, {
        reason: because,
        affects: [`submission-khemisset.${stream}`]
      })
    expect(refusal(since, annuls('M2-Q5', 'P3'))).toMatchObject({
      tag: 'FrozenPlatformRestsOnIt',
      rule: 1,
      details: { platform: 'V1' }
    })
    expect(refusal(since, annuls('M3-Q2', 'P3'))).toEqual(
      accepted('DecisionTaken', 'DecisionAnnulled', 'SubmissionReopened')
    )
  })

  it('rule 1: does not rest on a motion that was not adopted', () => {
    const rejected = after(
      decidedAll,
      decidedOn('M2-Q6', '12-28T11:40', 'P3', 'accept', 4, {
        outcome: 'rejected',
        method: { kind: 'showOfHands', for: 0, against: 4, abstain: 0 }
      }),
      entered('adoption', '12-28T12:00'),
      act('CompilePlatform', 'convenor', '12-28T12:10', { ref: 'V1' }),
      decided('M2-Q7', '12-28T12:20', { kind: 'platform', ref: 'V1' }, 'freeze', 4)
    )
    expect(
      refusal(
        rejected,
        decided('M2-Q8', '12-28T12:30', { kind: 'annulment', ref: 'M2-Q6' }, 'annul', 4, { reason: because })
      )
    ).toEqual(accepted('DecisionTaken', 'DecisionAnnulled'))
  })
})

describe('Rule 6: withdrawing support, until the adoption vote', () => {
  const standing = after(
    decidedAll,
    endorsed('P4', 'A5', '12-28T11:59'),
    entered('adoption', '12-28T12:00'),
    act('RaiseObjection', 'A3', '12-28T12:05', { ...onText(decidedAll, 'P4'), blocks: [], reason: because })
  )
  const voted = after(
    standing,
    act('CompilePlatform', 'convenor', '12-28T12:10', { ref: 'V1' }),
    decided('M2-Q6', '12-28T12:20', { kind: 'platform', ref: 'V1' }, 'freeze', 4),
    adopts('M2-Q7')
  )
  const taken = { tag: 'AdoptionVoteTaken', rule: 6, details: { platform: 'V1' } }

  it('is over from the vote on, for support and for objections', () => {
    expect(refusal(voted, withdraws('A5', '12-28T12:41'))).toMatchObject(taken)
    expect(refusal(voted, act('LiftObjection', 'A3', '12-28T12:41', { submission: 'P4' }))).toMatchObject(
      taken
    )
  })

  it('is recorded late where it happened before the vote', () => {
    expect(refusal(voted, withdraws('A5', '12-28T12:39', { recordedAt: '12-29T09:00' }))).toEqual(
      accepted('EndorsementWithdrawn')
    )
  })

  it('is possible of support that was given since, on the way to the next version', () => {
    const again = after(voted, endorsed('P4', 'A4', '12-28T12:50'))
    expect(refusal(again, withdraws('A4', '12-28T12:55'))).toEqual(accepted('EndorsementWithdrawn'))
  })
})
