import * as E from 'fp-ts/lib/Either'
import fc from 'fast-check'
import {
  acting,
  adopted,
  after,
  answered,
  commit,
  committed,
  outcomeOf,
  progress,
  raise,
  raised,
  respond,
  retracting,
  superseded,
  times,
  V1
} from '../../test/platform-story'
import { daysLater } from '../kernel/calendar'
import { type LocalDate } from '../kernel/primitives'
import { authorityLedger } from './ledger'
import { nextCommitment, nextRaising, nextResponse, raisingsOf } from './numbers'
import { type RaisingRef } from './ids'

const date = (text: string) => text as LocalDate
const S1 = 'V1-S1' as RaisingRef
const standingOn = (state: typeof raised, on: string) =>
  authorityLedger(state, date(on)).raisings[0]?.clauses.map(({ clause, standing }) => [clause, standing])

const forward = acting(
  'ForwardRaising',
  {
    raising: 'V1-S1',
    to: 'H3',
    date: '2026-02-20',
    dueOn: '2026-05-01',
    reason: 'مثال توضيحي: الاختصاص وطني'
  },
  times.later
)
const overdue = acting('NoteOverdue', { raising: 'V1-S1', clauses: ['V1.2'], on: '2026-03-20' }, times.later)

describe('RaisePlatform', () => {
  it('computes the due date from the days of the charter in force, in calendar days', () => {
    expect(raised.raisings[S1]).toMatchObject({ dueOn: '2026-03-06', level: 'provincial', authority: 'H2' })
  })

  it('takes the due date given by hand where the charter names none for the level', () => {
    const state = after(
      [raise({ level: 'local', authority: 'H1', dueOn: '2026-02-15', receipt: '44' })],
      adopted
    )
    expect(state.raisings[S1]).toMatchObject({ dueOn: '2026-02-15', receipt: '44' })
  })

  it('numbers raisings, responses and commitments one after the other, also past nine', () => {
    const many = after(
      Array.from({ length: 11 }, (_, index) => raise({ ref: `V1-S${index + 1}` })),
      adopted
    )
    expect(nextRaising(V1, many)).toBe('V1-S12')
    expect(
      raisingsOf(many)
        .map(({ ref }) => ref)
        .slice(-3)
    ).toEqual(['V1-S9', 'V1-S10', 'V1-S11'])
    expect([nextResponse(raised, S1), nextResponse(answered, S1)]).toEqual(['V1-S1-N1', 'V1-S1-N2'])
    expect([nextCommitment(V1, adopted), nextCommitment(V1, committed)]).toEqual(['V1-K1', 'V1-K2'])
  })
})

describe('The authority ledger (rule 14)', () => {
  it('shows a raised clause as silent until the due date, overdue after it, answered once answered', () => {
    expect(standingOn(answered, '2026-01-31')).toEqual([
      ['V1.1', 'silent'],
      ['V1.2', 'silent']
    ])
    expect(standingOn(answered, '2026-03-06')).toEqual([
      ['V1.1', 'answered'],
      ['V1.2', 'silent']
    ])
    expect(standingOn(answered, '2026-03-07')).toEqual([
      ['V1.1', 'answered'],
      ['V1.2', 'overdue']
    ])
    expect(authorityLedger(answered, date('2026-01-04')).raisings).toEqual([])
  })

  it('awaits no answer on a clause that does not concern the level, yet shows one that came', () => {
    const local = after([raise({ level: 'local', authority: 'H1', dueOn: '2026-02-01' })], adopted)
    expect(standingOn(local, '2026-03-01')).toEqual([['V1.2', 'overdue']])
    const unasked = after([respond()], local)
    expect(authorityLedger(unasked, date('2026-03-01')).raisings[0]?.clauses).toMatchObject([
      { clause: 'V1.1', standing: 'answered', asked: false },
      { clause: 'V1.2', standing: 'overdue', asked: true }
    ])
  })

  it('keeps every answer, so that a changed position shows', () => {
    const twice = after(
      [respond({ ref: 'V1-S1-N2', outcome: 'refused', date: '2026-03-01' }, times.later)],
      answered
    )
    expect(authorityLedger(twice, date('2026-03-31')).raisings[0]?.clauses[0]).toEqual({
      clause: 'V1.1',
      standing: 'answered',
      asked: true,
      outcome: 'refused',
      responses: ['V1-S1-N1', 'V1-S1-N2'],
      changed: true
    })
    expect(authorityLedger(twice, date('2026-02-28')).raisings[0]?.clauses[0]).toMatchObject({
      outcome: 'inPart',
      changed: false
    })
  })

  it('follows a forwarded raising to the new authority and due date, from its day on', () => {
    const state = after([forward], raised)
    expect(authorityLedger(state, date('2026-02-19')).raisings[0]).toMatchObject({
      authority: 'H2',
      dueOn: '2026-03-06'
    })
    expect(authorityLedger(state, date('2026-04-30')).raisings[0]).toMatchObject({
      raisedTo: 'H2',
      authority: 'H3',
      dueOn: '2026-05-01',
      clauses: [{ standing: 'silent' }, { standing: 'silent' }]
    })
  })

  it('rule 14: waits for the authority to which a referred clause was passed on, until it answers', () => {
    const referral = { outcome: 'referredTo', referredTo: 'H3', date: '2026-02-18' }
    const referred = after([respond(referral, times.later)], raised)
    expect(standingOn(referred, '2026-05-02')?.[0]).toEqual(['V1.1', 'answered'])
    const passedOn = after([forward], referred)
    expect(standingOn(passedOn, '2026-02-19')?.[0]).toEqual(['V1.1', 'answered'])
    expect(standingOn(passedOn, '2026-05-01')?.[0]).toEqual(['V1.1', 'silent'])
    expect(standingOn(passedOn, '2026-05-02')?.[0]).toEqual(['V1.1', 'overdue'])
    const note = acting(
      'NoteOverdue',
      { raising: 'V1-S1', clauses: ['V1.1'], on: '2026-05-02' },
      '2026-05-03T10:00:00.000+01:00'
    )
    expect(outcomeOf(note, passedOn)).toMatchObject({ right: [{ type: 'ResponseOverdue' }] })
    expect(
      authorityLedger(after([note], passedOn), date('2026-05-03')).raisings[0]?.overdueNotes
    ).toMatchObject([{ contestedBy: [] }])
    const answer = { ref: 'V1-S1-N2', outcome: 'accepted', date: '2026-02-25' }
    expect(standingOn(after([respond(answer, times.later)], passedOn), '2026-05-02')?.[0]).toEqual([
      'V1.1',
      'answered'
    ])
  })

  it('keeps a note of silence, and shows it as contested by an answer entered later (rule 2)', () => {
    const noted = after([overdue], answered)
    expect(authorityLedger(noted, date('2026-03-31')).raisings[0]?.overdueNotes).toMatchObject([
      { clauses: ['V1.2'], on: '2026-03-20', contestedBy: [] }
    ])
    const late = after(
      [respond({ ref: 'V1-S1-N2', clauses: ['V1.2'], date: '2026-03-10' }, times.later)],
      noted
    )
    expect(authorityLedger(late, date('2026-03-31')).raisings[0]?.overdueNotes[0]?.contestedBy).toEqual([
      'V1-S1-N2'
    ])
    expect(outcomeOf(overdue, noted)).toEqual(E.right([]))
  })

  it('rule 13: says of the clauses of a superseded platform what follows them, from that day on', () => {
    const state = { ...committed, superseded: superseded.superseded } as typeof committed
    const on = (day: string) => {
      const { raisings, commitments } = authorityLedger(state, date(day))
      return [...(raisings[0]?.clauses ?? []), ...commitments].map(
        one => one.followedBy ?? one.droppedBecause ?? 'nothing yet'
      )
    }
    expect(on('2026-03-31')).toEqual(['nothing yet', 'nothing yet', 'nothing yet'])
    expect(on('2026-04-01')).toEqual(['V2.1', 'مثال توضيحي: تحقق', 'V2.1'])
  })

  it('depends on the record and the given date alone: an overdue clause stays overdue until answered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (days, more) => {
        const [first, then] = [days, days + more].map(
          count =>
            authorityLedger(raised, daysLater(date('2026-01-05'), count)).raisings[0]?.clauses[0]?.standing
        )
        expect(first).toBe(days > 60 ? 'overdue' : 'silent')
        if (first === 'overdue') expect(then).toBe('overdue')
      })
    )
  })
})

describe('Commitments', () => {
  it('are not started until something is known, then as the last progress says, and overdue past their date', () => {
    const state = after(
      [
        progress(),
        progress({ state: 'completed', date: '2026-03-31', shownBy: 'evidence' }, times.later, {
          kind: 'paper'
        })
      ],
      committed
    )
    const seen = (on: string) => authorityLedger(state, date(on)).commitments[0]
    expect(seen('2026-02-28')).toMatchObject({ state: 'notStarted', overdue: false })
    expect(seen('2026-02-28')).not.toHaveProperty('shownBy')
    expect(seen('2026-03-20')).toMatchObject({ state: 'underway', shownBy: 'claimedByTheInstitution' })
    expect(seen('2027-01-01')).toMatchObject({ state: 'completed', shownBy: 'evidence', overdue: false })
    expect(authorityLedger(committed, date('2027-01-01')).commitments[0]?.overdue).toBe(true)
    expect(authorityLedger(state, date('2026-01-31')).commitments).toEqual([])
  })

  it('are also made without a response, at a hearing', () => {
    expect(E.isRight(outcomeOf(commit({ response: undefined }), adopted))).toBe(true)
  })
})

describe('A retracted entry', () => {
  const responseEvent = answered.raisings[S1]?.responses[0]?.event ?? ''

  it('counts no more, stays visible struck through, and keeps its number', () => {
    const state = after([retracting(responseEvent)], answered)
    const row = authorityLedger(state, date('2026-03-31')).raisings[0]
    expect(row?.clauses[0]).toMatchObject({ standing: 'overdue', responses: [], changed: false })
    expect(row?.responses).toMatchObject([{ ref: 'V1-S1-N1', retracted: true }])
    expect(nextResponse(state, S1)).toBe('V1-S1-N2')
    expect(outcomeOf(retracting(responseEvent), state)).toEqual(E.right([]))
    expect(outcomeOf(commit(), state)).toMatchObject({ left: { tag: 'ReferenceUnknown' } })
  })

  it('may be a receipt or a progress too', () => {
    const receipt = acting(
      'AcknowledgeReceipt',
      { raising: 'V1-S1', date: '2026-01-06', receipt: '12' },
      times.later
    )
    const acknowledged = after([receipt], raised)
    expect(outcomeOf(receipt, acknowledged)).toEqual(E.right([]))
    const taken = after([retracting(acknowledged.raisings[S1]?.receipts[0]?.event ?? '')], acknowledged)
    expect(taken.raisings[S1]?.receipts).toMatchObject([{ retracted: true }])
    expect(outcomeOf(receipt, taken)).toMatchObject({ right: [{ type: 'ReceiptAcknowledged' }] })

    const underway = after([progress()], committed)
    const [first] = Object.values(underway.commitments)
    const back = after([retracting(first?.progress[0]?.event ?? '')], underway)
    expect(authorityLedger(back, date('2026-04-01')).commitments[0]?.state).toBe('notStarted')
  })
})
