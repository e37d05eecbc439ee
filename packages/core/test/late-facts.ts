/** Acts of a sitting and of the weeks around it, in few words: for tests of what late entries speak against. */
import { type Act, after, type Log } from './path-log'
import {
  act,
  arrived,
  decided,
  departed,
  endorsed,
  entered,
  founded,
  gathered,
  held,
  onText,
  opened,
  scheduled,
  submitted
} from './views-story'

export type Told = Act | ((log: Log) => Act)

const why = 'مثال توضيحي: سبب'
const atM1 = (time: string): string => `10-26T${time}`
const meeting = { meeting: 'M1' }

/** Typed weeks after all the others. */
export const late =
  (told: Told) =>
  (log: Log): Act => ({
    ...(typeof told === 'function' ? told(log) : told),
    recordedAt: '2026-01-20T09:00'
  })

/** The first meeting, on 26 October under A1: at `11:20`. */
export const comes = (who: string, time: string): Act => arrived('M1', who, atM1(time))
export const goes = (who: string, time: string): Act => departed('M1', who, atM1(time))
export const gives = (from: string, to: string, time: string): Act =>
  act('GiveProxy', 'secretary', atM1(time), { ...meeting, from, to })
export const calls = (time: string): Act =>
  act('OpenAgendaItem', 'secretary', atM1(time), { ...meeting, item: 'M1.1' })
export const speak = (time: string, ...speakers: ReadonlyArray<string>): Act =>
  act('DiscussItem', 'secretary', atM1(time), {
    ...meeting,
    item: 'M1.1',
    summary: why,
    speakers,
    submissions: [],
    references: []
  })
export const adjourns = (time: string): Act => act('AdjournMeeting', 'chair', atM1(time), meeting)
export const resumes = (time: string): Act => act('ResumeMeeting', 'secretary', atM1(time), meeting)
export const closes = (time: string): Act => act('CloseMeeting', 'chair', atM1(time), meeting)
export const handsOver = (to: string, time: string, by = 'secretary'): Act =>
  act('HandOverChair', by, atM1(time), { ...meeting, to })
export const annuls = (decision: string, time: string): Act =>
  act(
    'AnnulDecision',
    'chair',
    atM1(time),
    { decision, rapporteur: 'A2-m1', error: 'outcome', reason: why, affects: ['process-khemisset'] },
    { evidence: { kind: 'paper' } }
  )

/** The first decision there, on something else. */
export const decides = (time: string, also: object = {}, recordedBy = 'A1-m2'): Act =>
  decided('M1-Q1', atM1(time), { kind: 'other', ref: 'مثال' }, 'other', 3, also, { recordedBy })

export const suspends = (association: string, ref: string, at: string): Act =>
  decided(ref, at, { kind: 'association', ref: association }, 'suspend', 3, { reason: why })
export const moves = (stage: string, ref: string, at: string): Act =>
  decided(ref, at, { kind: 'stage', ref: stage }, 'enter', 3, { reason: why })
export const confirmsCharter = (ref: string, charter: string, time: string): Act =>
  decided(ref, atM1(time), { kind: 'charter', ref: charter }, 'confirm', 3)
export const adoptsCharter = (
  ref: string,
  charter: string,
  time: string,
  terms: Parameters<typeof founded>[0] = {}
): Act =>
  decided(ref, atM1(time), { kind: 'charter', ref: charter }, 'adopt', 3, {
    charter: founded(terms).payload
  })

export const invites = (who: string, at: string): Act =>
  act('InviteAssociations', 'convenor', at, { ...meeting, associations: [who] })
export const leaves = (association: string, at = '10-20T09:00'): Act =>
  act('RecordAssociationLeft', 'convenor', at, { association, reason: why })
export const revokes = (mandate: string, at = '10-20T09:00'): Act =>
  act('RevokeMandate', 'convenor', at, { mandate, reason: why })
export const withdraws = (by: string, at: string): Act =>
  act('WithdrawEndorsement', by, at, { submission: 'P1' })
export const objects =
  (by: string, at: string) =>
  (log: Log): Act =>
    act('RaiseObjection', by, at, { ...onText(log, 'P1'), reason: why, blocks: [] })
export const lifts = (by: string, at: string): Act => act('LiftObjection', by, at, { submission: 'P1' })
export const reaffirms =
  (by: string, at: string) =>
  (log: Log): Act =>
    act('ReaffirmEndorsement', by, at, onText(log, 'P1'))
export const shortens =
  (at: string) =>
  (log: Log): Act =>
    act('ReviseText', 'A2', at, {
      ...onText(log, 'P1'),
      operations: [{ op: 'delete', block: 'b2', old: 'نطالب بنشر جدول زمني واضح للأشغال' }],
      materiality: 'substantive',
      why
    })
/** With A3 as its co-author, on 20 November. */
export const submits = submitted('P1', 'A2', 'الماء', ['نطالب بالماء'], { coAuthors: ['A3'] }, '11-20T09:00')

/** The first meeting called; opened under A1 with A2 to report it; and with A1, A2 and A3 there. */
export const called = after(
  opened,
  founded({ proxies: { perHolder: 1, countForQuorum: false } as never }),
  scheduled('M1', '10-26')
)
export const opens = act('OpenMeeting', 'chair', atM1('10:00'), {
  ...meeting,
  chair: 'A1-m1',
  rapporteur: 'A2-m1'
})
export const sitting = after(called, opens, ...['A1', 'A2', 'A3'].map(who => comes(who, '10:00')))

/** In the stage of refining, with a second meeting open on 28 December. */
export const refining = after(
  gathered,
  entered('refining', '12-01T09:00'),
  ...held('M2', '12-28', ['A1', 'A2', 'A3'])
)

/** The charter asks for three of five; A5, A1 and A4 support P1 in this order; the first meeting is on 28 December. */
export const supported = after(
  opened,
  founded({ support: { parts: 3, of: 5 } as never }),
  submits,
  act('AdmitSubmission', 'secretary', '11-21T09:00', { submission: 'P1' }),
  endorsed('P1', 'A5', '11-22T09:00'),
  endorsed('P1', 'A1', '11-25T09:00'),
  endorsed('P1', 'A4', '11-25T09:00'),
  entered('refining', '12-01T09:00'),
  ...held('M1', '12-28', ['A1', 'A2', 'A3'])
)

/** A late fact, what it is held against, on which log after which acts, and what the view is to say. */
export type Against = readonly [
  fact: string,
  late: Told,
  against: string,
  on: Log,
  acts: ReadonlyArray<Told>,
  expected: string
]

export const titled = (all: ReadonlyArray<Against>) =>
  all.map(row => [`${row[0]} speaks against ${row[2]}`, row] as const)
