/** Which late entries speak against which decisions (rule 2); what stands in no table is said in contested-acts.test.ts. */
import { type Json } from '../kernel/primitives'
import {
  adjourns,
  adoptsCharter,
  confirmsCharter,
  decides,
  goes,
  late,
  leaves,
  moves,
  refining,
  revokes,
  sitting,
  submits,
  supported,
  suspends,
  withdraws,
  titled,
  type Against
} from '../../test/late-facts'
import { after, each, found, refusal, shown, type Log } from '../../test/path-log'
import { act, decidedOn, entered, founded, held, opened } from '../../test/views-story'

const accepts = decidedOn('M1-Q1', '12-28T11:00', 'P1', 'accept', 3)
const inSecond = decidedOn('M2-Q1', '12-28T11:00', 'P1', 'accept', 3)
const ballot = { method: { kind: 'secretBallot', for: 3, against: 0, abstain: 0, tellers: ['A4-m1'] } }
const suspending = suspends('A5', 'M1-Q1', '10-26T11:20')
const toAdoption = moves('adoption', 'M2-Q1', '12-28T11:00')

/** The refusal that the decision would have met. */
const decisions: ReadonlyArray<Against> = [
  ['a departure', goes('A3', '11:00'), 'the quorum', sitting, [decides('11:20')], 'QuorumNotReached'],
  ['a pause', adjourns('11:00'), 'the sitting', sitting, [decides('11:20')], 'NotAnOpenSitting'],
  ['a revoked mandate', revokes('A3-m1'), 'a voter', sitting, [decides('11:20')], 'QuorumNotReached'],
  [
    'a revoked mandate',
    revokes('A4-m1'),
    'a teller',
    sitting,
    [decides('11:20', ballot)],
    'MandateOutOfForce'
  ],
  ['a leaving', leaves('A3'), 'the votes', sitting, [decides('11:20')], 'CountsAbovePresent'],
  ['a leaving', leaves('A5'), 'a suspension', sitting, [suspending], 'AssociationHasLeft'],
  [
    'a leaving',
    leaves('A5', '11-24T09:00'),
    'an acceptance that rests on it',
    supported,
    [accepts],
    'SupportNotReached'
  ],
  [
    'a withdrawal',
    withdraws('A5', '11-24T09:00'),
    'an acceptance',
    supported,
    [accepts],
    'SupportNotReached'
  ],
  [
    'a stage',
    entered('adoption', '12-27T09:00'),
    'what was decided in the former',
    refining,
    [inSecond],
    'NotInThisStage'
  ],
  ['a stage', moves('gathering', 'M2-Q2', '12-28T10:30'), 'the next', refining, [toAdoption], 'StageNotNext'],
  [
    'a charter',
    adoptsCharter('M1-Q2', 'C2', '11:00'),
    'a confirmation',
    sitting,
    [confirmsCharter('M1-Q1', 'C1', '11:20')],
    'CharterNotInForce'
  ]
]

const refusals = (log: Log): ReadonlyArray<Json | undefined> =>
  each(found(shown(log, 'contested'), 'decisions'), 'wouldFail').flatMap(all => each(all, 'tag'))

describe('Rule 2: a late entry speaks against decisions that would have been refused with it', () => {
  it.each(titled(decisions))('%s', (_title, [, lately, , on, told, expected]) => {
    const before = after(on, ...told)
    expect(shown(before, 'contested')).toMatchObject({ decisions: [], acts: [] })
    const contested = after(before, late(lately))
    expect(refusals(contested)).toContain(expected)
    expect(found(shown(contested, 'today'), 'waiting', 'what=contestedDecision')).toBeDefined()
  })

  it('leaves a threshold that was reached a fact, whoever withdraws after it', () => {
    const log = after(supported, accepts, late(withdraws('A5', '11-26T09:00')))
    expect(refusals(log)).toEqual([])
  })
})

describe('A charter that a sitting adopts', () => {
  it('does not change that sitting: what support it asks for holds from the next', () => {
    const asking = { support: { parts: 1, of: 1 } as never }
    const log = after(
      opened,
      founded({}),
      submits,
      entered('refining', '11-21T09:00'),
      ...held('M1', '12-28', ['A1', 'A2', 'A3']),
      { ...adoptsCharter('M1-Q1', 'C2', '10:30', asking), at: '12-28T10:30' }
    )
    const accepting = decidedOn('M1-Q2', '12-28T11:00', 'P1', 'accept', 3)
    expect(refusal(log, accepting)).toMatchObject({ accepted: ['DecisionTaken', 'SubmissionAccepted'] })
    const later = after(
      log,
      act('CloseMeeting', 'chair', '12-28T13:00', { meeting: 'M1' }),
      ...held('M2', '12-29', ['A1', 'A2', 'A3'])
    )
    expect(refusal(later, decidedOn('M2-Q1', '12-29T11:00', 'P1', 'accept', 3))).toMatchObject({
      tag: 'SupportNotReached'
    })
  })
})
