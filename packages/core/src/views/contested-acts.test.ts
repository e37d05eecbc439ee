/**
 * Which late entries speak against which acts (rule 2): every dated fact, with each act whose decision reads it. What
 * is not in the tables cannot happen, or is read as last recorded:
 * - a late arrival, mandate, registration or reinstatement only adds to who may act; what it adds to a count is in the
 *   recount of the decision;
 * - a charter speaks against no decision and no merge: each stays under the charter that it was judged by;
 * - a second call stands, whatever is typed of the first (ADR 0011);
 * - texts, amendments, fates, platforms and minutes are no dated facts: an act that is dated before them is refused.
 */
import {
  adjourns,
  annuls,
  called,
  calls,
  closes,
  comes,
  decides,
  gives,
  goes,
  handsOver,
  invites,
  late,
  leaves,
  lifts,
  objects,
  opens,
  reaffirms,
  revokes,
  shortens,
  sitting,
  speak,
  submits,
  suspends,
  withdraws,
  titled,
  type Against
} from '../../test/late-facts'
import { after, each, found, shown, type Log } from '../../test/path-log'
import {
  act,
  decided,
  endorsed,
  entered,
  founded,
  gathered,
  held,
  mandate,
  opened
} from '../../test/views-story'

const refused = founded({ lateSubmissions: 'refused' })
const onlyUntil = founded({ lateSubmissions: 'refused', submissionsUntil: '2025-11-15' as never })
const helper = after(opened, mandate('A1-m3', 'secretary', 'i', '10-05T09:00'))
const typed = act(
  'DefineTheme',
  'secretary',
  '11-20T09:00',
  { ref: 'T3', names: { ar: 'الصحة' } },
  { recordedBy: 'A1-m3', evidence: { kind: 'paper' } }
)
const alternate = mandate('A3-m2', 'alternate', 'i', '11-20T09:00')
const endorses = endorsed('P1', 'A5', '11-20T09:00')
const suspended = after(sitting, suspends('A5', 'M1-Q1', '10-26T10:30'))
const inNovember = after(gathered, ...held('M2', '11-14', ['A1', 'A2', 'A3']))
const stale = after(gathered, endorses, shortens('11-21T09:00'))
const objected = after(gathered, objects('A5', '11-20T09:00'))
const next = entered('refining', '11-20T09:00')

/** `command: what speaks against it`. */
const acts: ReadonlyArray<Against> = [
  [
    'a departure',
    goes('A3', '11:00'),
    'a later one',
    sitting,
    [goes('A3', '11:30')],
    'RecordDeparture: attendance'
  ],
  [
    'a departure',
    goes('A3', '11:00'),
    'who spoke',
    sitting,
    [calls('11:10'), speak('11:20', 'A3')],
    'DiscussItem: attendance'
  ],
  [
    'a departure',
    goes('A3', '11:00'),
    'a proxy that it holds',
    sitting,
    [gives('A4', 'A3', '11:20')],
    'GiveProxy: attendance'
  ],
  [
    'an arrival',
    comes('A4', '11:00'),
    'a proxy that it gave',
    sitting,
    [gives('A4', 'A3', '11:20')],
    'GiveProxy: attendance'
  ],
  [
    'a proxy',
    gives('A4', 'A2', '11:00'),
    'another of its giver',
    sitting,
    [gives('A4', 'A3', '11:20')],
    'GiveProxy: attendance'
  ],
  [
    'a proxy',
    gives('A5', 'A3', '11:00'),
    'one too many',
    sitting,
    [gives('A4', 'A3', '11:20')],
    'GiveProxy: attendance'
  ],
  ['a pause', adjourns('11:00'), 'an item', sitting, [calls('11:20')], 'OpenAgendaItem: sitting'],
  [
    'a pause',
    adjourns('11:10'),
    'what was said',
    sitting,
    [calls('11:00'), speak('11:20')],
    'DiscussItem: sitting'
  ],
  [
    'a pause',
    adjourns('11:00'),
    'another chair',
    sitting,
    [handsOver('A3-m1', '11:20')],
    'HandOverChair: sitting'
  ],
  ['a closing', closes('11:00'), 'a pause', sitting, [adjourns('11:20')], 'AdjournMeeting: sitting'],
  ['a closing', closes('11:00'), 'an arrival', sitting, [comes('A4', '11:20')], 'RecordArrival: sitting'],
  [
    'a closing',
    closes('11:00'),
    'a proxy',
    sitting,
    [gives('A4', 'A3', '11:20')],
    'GiveProxy: sitting, attendance'
  ],
  [
    'a closing',
    closes('11:00'),
    'an invitation',
    after(called, opens),
    [invites('A3', '10-26T11:20')],
    'InviteAssociations: sitting'
  ],
  [
    'another chair',
    handsOver('A3-m1', '11:00'),
    'a pause',
    sitting,
    [adjourns('11:20')],
    'AdjournMeeting: chair'
  ],
  [
    'another chair',
    handsOver('A3-m1', '11:00'),
    'the closing',
    sitting,
    [closes('11:20')],
    'CloseMeeting: chair'
  ],
  [
    'another chair',
    handsOver('A3-m1', '11:00'),
    'a third chair',
    sitting,
    [handsOver('A2-m1', '11:20', 'chair')],
    'HandOverChair: chair'
  ],
  [
    'another chair',
    handsOver('A3-m1', '11:00'),
    'an annulment',
    suspended,
    [annuls('M1-Q1', '11:20')],
    'AnnulDecision: chair'
  ],
  [
    'another chair',
    handsOver('A3-m1', '11:00'),
    'a decision typed by the former',
    sitting,
    [decides('11:20', {}, 'A1-m1')],
    'Decide: typist'
  ],
  [
    'a revoked mandate',
    revokes('A1-m3', '11-15T09:00'),
    'what it typed',
    helper,
    [typed],
    'DefineTheme: typist'
  ],
  [
    'a revoked mandate',
    revokes('A4-m1'),
    'a delegate',
    sitting,
    [comes('A4', '11:20')],
    'RecordArrival: mandate'
  ],
  ['a revoked mandate', revokes('A2-m1'), 'who reports', called, [opens], 'OpenMeeting: mandate'],
  [
    'a revoked mandate',
    revokes('A3-m1'),
    'another chair',
    sitting,
    [handsOver('A3-m1', '11:20')],
    'HandOverChair: mandate'
  ],
  [
    'a revoked mandate',
    revokes('A5-m1', '11-15T09:00'),
    'an act under it',
    gathered,
    [endorses],
    'Endorse: mandate'
  ],
  ['a leaving', leaves('A5', '11-15T09:00'), 'an act', gathered, [endorses], 'Endorse: standing'],
  ['a leaving', leaves('A4'), 'an arrival', sitting, [comes('A4', '11:20')], 'RecordArrival: standing'],
  ['a leaving', leaves('A4'), 'a proxy', sitting, [gives('A4', 'A3', '11:20')], 'GiveProxy: standing'],
  [
    'a leaving',
    leaves('A4'),
    'an invitation',
    called,
    [invites('A4', '10-21T11:20')],
    'InviteAssociations: standing'
  ],
  ['a leaving', leaves('A3', '11-15T09:00'), 'a co-author', opened, [submits], 'Submit: standing'],
  ['a leaving', leaves('A3', '11-15T09:00'), 'a mandate', opened, [alternate], 'GrantMandate: standing'],
  [
    'a suspension',
    suspends('A5', 'M2-Q1', '11-14T11:00'),
    'an act',
    inNovember,
    [endorses],
    'Endorse: standing'
  ],
  [
    'a stage',
    entered('refining', '11-15T09:00'),
    'a late text',
    after(opened, refused),
    [submits],
    'Submit: stage'
  ],
  ['a stage', entered('closed', '11-15T09:00'), 'the next', gathered, [next], 'EnterStage: stage'],
  ['a charter', onlyUntil, 'a text after its day', opened, [submits], 'Submit: charter'],
  [
    'a withdrawal',
    withdraws('A5', '11-22T09:00'),
    'a reaffirmation',
    stale,
    [reaffirms('A5', '11-23T09:00')],
    'ReaffirmEndorsement: stands'
  ],
  [
    'an objection',
    objects('A5', '11-22T09:00'),
    'a withdrawal',
    after(gathered, endorses),
    [withdraws('A5', '11-23T09:00')],
    'WithdrawEndorsement: stands'
  ],
  [
    'an endorsement',
    endorsed('P1', 'A5', '11-22T09:00'),
    'an objection lifted',
    objected,
    [lifts('A5', '11-23T09:00')],
    'LiftObjection: stands'
  ]
]

const contestedActs = (log: Log): ReadonlyArray<string> => {
  const rows = found(shown(log, 'contested'), 'acts')
  const against = each(rows, 'against') as ReadonlyArray<ReadonlyArray<string>>
  return each(rows, 'command').map((command, index) => `${String(command)}: ${against[index]?.join(', ')}`)
}

describe('Rule 2: a late entry speaks against acts that would have been refused with it', () => {
  it.each(titled(acts))('%s', (_title, [, lately, , on, told, expected]) => {
    const before = after(on, ...told)
    expect(shown(before, 'contested')).toMatchObject({ decisions: [], acts: [] })
    expect(contestedActs(after(before, late(lately)))).toContain(expected)
  })

  it('is silent on the very millisecond: nobody can say which came first', () => {
    const log = after(sitting, decides('11:20', {}, 'A1-m1'), late(handsOver('A3-m1', '11:20')))
    expect(shown(log, 'contested')).toMatchObject({ acts: [] })
  })

  it('is settled for a decision by naming the decision, whoever typed it', () => {
    const log = after(
      sitting,
      decides('11:20', {}, 'A1-m1'),
      late(handsOver('A3-m1', '11:00')),
      ...held('M2', '11-26', ['A1', 'A2', 'A4']),
      decided('M2-Q1', '11-26T11:00', { kind: 'annulment', ref: 'M1-Q1' }, 'confirm', 3, {
        affects: ['meeting-khemisset.M1']
      })
    )
    expect(found(shown(log, 'contested'), 'acts', 'command=Decide')).toMatchObject({
      against: ['typist'],
      settlement: 'confirmed',
      by: 'M2-Q1'
    })
  })
})
