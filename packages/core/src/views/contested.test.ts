import { after, each, found, lastEvent, shown } from '../../test/path-log'
import {
  act,
  answered,
  decided,
  departed,
  endorsed,
  entered,
  founded,
  gathered,
  held,
  opened
} from '../../test/views-story'

const taken = after(
  opened,
  ...held('M1', '10-26', ['A1', 'A2', 'A3']),
  decided('M1-Q1', '10-26T11:30', { kind: 'other', ref: 'مثال' }, 'other', 3)
)
const late = after(taken, departed('M1', 'A3', '10-26T11:00', { recordedAt: '10-26T12:00' }))
const inSecondMeeting = (motion: 'confirm' | 'annul') =>
  after(
    late,
    act('CloseMeeting', 'chair', '10-26T13:00', { meeting: 'M1' }),
    ...held('M2', '11-26', ['A1', 'A2', 'A4']),
    decided('M2-Q1', '11-26T11:00', { kind: 'annulment', ref: 'M1-Q1' }, motion, 3, {
      affects: ['meeting-khemisset.M1'],
      reason: 'مثال توضيحي: تبين الأمر'
    })
  )

describe('The contested view', () => {
  it('has nothing to show where everything was typed as it happened', () => {
    expect(shown(answered, 'contested')).toMatchObject({ decisions: [], acts: [], notes: [], late: [] })
  })

  it('rule 2: shows a decision that a late departure leaves without quorum, with the numbers', () => {
    expect(found(shown(late, 'contested'), 'decisions', 'decision=M1-Q1')).toMatchObject({
      settlement: 'open',
      wouldFail: [{ tag: 'QuorumNotReached', details: { present: 2, needed: 3 } }, {}]
    })
    expect(found(shown(late, 'today'), 'waiting', 'ref=M1-Q1')).toMatchObject({
      what: 'contestedDecision',
      for: ['meeting']
    })
  })

  it('rule 2: is shown on the agenda too, where the decision stands, until a meeting has settled it', () => {
    const onAgenda = (log: typeof late) =>
      found(shown(log, 'agenda', { ref: 'M1' }), 'decisions', 'decision=M1-Q1', 'contested')
    expect(onAgenda(late)).toMatchObject({
      settlement: 'open',
      wouldFail: [{ tag: 'QuorumNotReached', details: { present: 2, needed: 3 } }, {}],
      against: []
    })
    expect(onAgenda(inSecondMeeting('confirm'))).toMatchObject({ settlement: 'confirmed', by: 'M2-Q1' })
    const quiet = found(shown(answered, 'agenda', { ref: 'M2' }), 'decisions', 'decision=M2-Q1')
    expect(quiet).toMatchObject({ outcome: 'adopted' })
    expect(quiet).not.toHaveProperty('contested')
  })

  it('rule 2: shows the late entry beside the later act that was on record already', () => {
    expect(found(shown(late, 'contested'), 'late', 'type=DepartureRecorded')).toMatchObject({
      at: '2025-10-26T11:00:00.000+01:00',
      before: { type: 'DecisionTaken', named: 'M1-Q1' }
    })
  })

  it('rule 1: keeps a late entry that was taken back, struck through', () => {
    const entry = lastEvent(late)
    const struck = after(
      late,
      act('RetractEntry', 'secretary', '10-26T12:30', {
        entry,
        stream: 'meeting-khemisset.M1',
        reason: 'خطأ'
      })
    )
    expect(shown(struck, 'contested')).toMatchObject({
      decisions: [],
      late: [{ type: 'DepartureRecorded', retracted: true }]
    })
    expect(found(shown(late, 'contested'), 'late', 'type=DepartureRecorded')).not.toHaveProperty('retracted')
  })

  it('rule 2: says that a meeting has confirmed it', () => {
    const log = inSecondMeeting('confirm')
    expect(found(shown(log, 'contested'), 'decisions', 'decision=M1-Q1')).toMatchObject({
      settlement: 'confirmed',
      by: 'M2-Q1'
    })
    expect(each(found(shown(log, 'today'), 'waiting'), 'what')).not.toContain('contestedDecision')
  })

  it('rule 1: waits again where that confirmation is annulled, also by a later meeting', () => {
    const confirmed = after(
      inSecondMeeting('confirm'),
      act('CloseMeeting', 'chair', '11-26T13:00', { meeting: 'M2' }),
      ...held('M3', '12-26', ['A1', 'A2', 'A4']),
      decided('M3-Q1', '12-26T11:00', { kind: 'annulment', ref: 'M2-Q1' }, 'annul', 3, {
        affects: ['meeting-khemisset.M2'],
        reason: 'مثال توضيحي: خطأ'
      })
    )
    expect(found(shown(confirmed, 'contested'), 'decisions', 'decision=M1-Q1')).toMatchObject({
      settlement: 'open'
    })
  })

  it('rule 1: says that a meeting has annulled it', () => {
    expect(found(shown(inSecondMeeting('annul'), 'contested'), 'decisions', 'decision=M1-Q1')).toMatchObject({
      settlement: 'annulled',
      by: 'M2-Q1'
    })
  })

  describe('rule 3: an act under a mandate that turns out to have been revoked', () => {
    const endorsing = after(gathered, endorsed('P1', 'A5', '11-20T09:00'))
    const event = lastEvent(endorsing)
    const revoked = after(
      endorsing,
      act(
        'RevokeMandate',
        'convenor',
        '11-15T09:00',
        { mandate: 'A5-m1', reason: 'مثال توضيحي' },
        { recordedAt: '11-25T09:00' }
      )
    )

    it('is contested', () => {
      expect(found(shown(revoked, 'contested'), 'acts', `event=${event}`)).toMatchObject({
        command: 'Endorse',
        against: ['mandate'],
        settlement: 'open'
      })
      expect(found(shown(revoked, 'today'), 'waiting', `ref=${event}`)).toMatchObject({
        what: 'contestedAct',
        for: ['meeting'],
        about: ['Endorse']
      })
    })

    it('is settled by the confirmation of its event', () => {
      const confirmed = after(
        revoked,
        ...held('M2', '12-26', ['A1', 'A2', 'A4']),
        decided('M2-Q1', '12-26T11:00', { kind: 'other', ref: event }, 'confirm', 3)
      )
      expect(found(shown(confirmed, 'contested'), 'acts', `event=${event}`)).toMatchObject({
        settlement: 'confirmed',
        by: 'M2-Q1'
      })
      expect(each(found(shown(confirmed, 'today'), 'waiting'), 'what')).not.toContain('contestedAct')
      expect(
        found(shown(confirmed, 'agenda', { ref: 'M2' }), 'decisions', 'decision=M2-Q1', 'confirms')
      ).toMatchObject({ event, command: 'Endorse', actor: { association: 'A5' } })
    })
  })

  it('rule 6: a contribution is contested where the next stage was entered before it', () => {
    const log = after(
      opened,
      founded({ lateSubmissions: 'refused' }),
      act('Submit', 'A2', '11-20T09:00', {
        ref: 'P1',
        kind: 'proposal',
        coAuthors: [],
        original: 'ar',
        texts: [{ language: 'ar', title: 'الماء', blocks: [{ kind: 'paragraph', text: 'نطالب بالماء' }] }],
        themes: [],
        areas: [],
        levels: [],
        references: [],
        evidence: [],
        answers: []
      }),
      entered('refining', '11-15T09:00', { recordedAt: '11-25T09:00' })
    )
    expect(found(shown(log, 'contested'), 'acts', 'command=Submit')).toMatchObject({ against: ['stage'] })
    expect(found(shown(log, 'contested'), 'late', 'type=StageEntered', 'before', 'type')).toBe(
      'SubmissionReceived'
    )
  })

  it('rule 2: an entry of the very millisecond of an act does not speak against it', () => {
    const log = after(
      gathered,
      endorsed('P1', 'A5', '11-20T09:00'),
      act('RevokeMandate', 'convenor', '11-20T09:00', { mandate: 'A5-m1', reason: 'مثال توضيحي' })
    )
    expect(found(shown(log, 'contested'), 'acts')).toEqual([])
  })

  it('rule 14: a note of silence is contested by an earlier answer that was entered later', () => {
    const log = after(
      answered,
      act('NoteOverdue', 'secretary', '2026-02-02T09:00', {
        raising: 'V1-S2',
        clauses: ['V1.1'],
        on: '2026-02-02'
      }),
      act('RecordResponse', 'secretary', '2026-02-05T09:00', {
        ref: 'V1-S2-N1',
        raising: 'V1-S2',
        clauses: ['V1.1'],
        outcome: 'noted',
        quotation: 'مثال توضيحي: أخذنا علما',
        date: '2026-01-30'
      })
    )
    expect(found(shown(log, 'contested'), 'notes', 'raising=V1-S2')).toMatchObject({
      contestedBy: ['V1-S2-N1']
    })
  })
})
