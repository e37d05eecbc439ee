import { after, found, type Log, shown } from '../../test/path-log'
import { act, amended, decidedAll, endorsed, entered, gathered, merged, onText } from '../../test/views-story'

const cellOf = (...given: Parameters<typeof shown>) =>
  found(shown(...given), 'submissions', 'submission=P4', 'stands', 'association=A5')

describe('The stands matrix', () => {
  it('rule 10: a stand is live until a substantive change, then stale, with the difference to look at', () => {
    expect(found(cellOf(amended, 'stands'), 'cell')).toBe('endorsement')
    expect(found(cellOf(decidedAll, 'stands'), 'cell')).toBe('stale')
    expect(found(shown(decidedAll, 'stands'), 'submissions', 'submission=P4', 'changes')).toMatchObject([
      {
        from: 1,
        to: 2,
        blocks: [
          { id: 'b1', runs: [{ tag: 'same' }, { tag: 'inserted', words: 'والدواوير ' }, { tag: 'same' }] }
        ]
      }
    ])
  })

  it('rule 2: as at an instant it shows the stand on the text that was current then', () => {
    expect(found(cellOf(decidedAll, 'stands', { ref: 'P4', at: '12-10T09:00' }), 'cell')).toBe('endorsement')
    expect(cellOf(decidedAll, 'stands', { ref: 'P4', at: '12-04T12:00' })).toBeUndefined()
  })

  it('tells reservations with their blocks from endorsements and objections', () => {
    const log = after(
      merged,
      so =>
        act('Endorse', 'A4', '12-05T09:00', {
          ...onText(so, 'P4'),
          reservations: [{ block: 'b2', reason: 'مثال توضيحي: الأجل قصير' }]
        }),
      so =>
        act('RaiseObjection', 'A5', '12-05T10:00', {
          ...onText(so, 'P4'),
          reason: 'مثال توضيحي: نعترض',
          blocks: []
        })
    )
    const stands = found(shown(log, 'stands', { ref: 'P4' }), 'submissions', 'submission=P4', 'stands')
    expect(stands).toMatchObject([
      { association: 'A4', cell: 'reservation', reservations: [{ block: 'b2' }] },
      { association: 'A5', cell: 'objection' }
    ])
  })

  it('rule 10: a stand on a source is inherited by the merge and asked to reaffirm', () => {
    const endorsedSource = after(gathered, endorsed('P1', 'A5', '11-20T09:00'))
    const log = after(
      endorsedSource,
      act('EnterStage', 'convenor', '12-01T09:00', { stage: 'refining', reason: 'مثال توضيحي' }),
      so =>
        act('ProposeMerge', 'A2', '12-02T09:00', {
          ref: 'P4',
          sources: ['P1', 'P2'].map(ref => {
            const { revision, textHash } = onText(so, ref)
            return { ref, revision, textHash }
          }),
          title: 'تجديد شبكة الماء',
          blocks: [{ block: { kind: 'paragraph', text: 'نطالب بتجديد شبكة الماء' }, from: ['P1#b1'] }]
        }),
      act('GiveMergeConsent', 'A3', '12-03T09:00', { merge: 'P4', sources: ['P1', 'P2'] }),
      act('MergeSubmissions', 'A2', '12-04T09:00', { merge: 'P4', sources: ['P1', 'P2'] })
    )
    expect(cellOf(log, 'stands')).toMatchObject({ cell: 'inherited', from: ['P1'] })
    expect(found(shown(log, 'today'), 'waiting', 'what=standToReaffirm')).toMatchObject({
      ref: 'P4',
      for: ['A5']
    })
  })
})

describe('The amendment desk', () => {
  it('rule 9: shows what collides, with the exact words of both sides', () => {
    const desk = found(shown(amended, 'amendments', { ref: 'P4' }), 'submissions', 'submission=P4')
    expect(found(desk, 'amendments', 'amendment=P4-A1')).toMatchObject({
      standing: 'colliding',
      collidesIn: ['P4-X1']
    })
    expect(found(desk, 'collisions', 'collision=P4-X1')).toMatchObject({
      open: true,
      words: {
        base: 'القديمة',
        first: { ref: 'P4-A1', words: 'القديمة والدواوير' },
        second: { ref: 'P4-A2', words: 'الهامشية' }
      }
    })
  })

  it('rule 7: keeps the submitted wording of one that gave way, and says in which collision it did', () => {
    const row = found(
      shown(decidedAll, 'amendments'),
      'submissions',
      'submission=P4',
      'amendments',
      'amendment=P4-A2'
    )
    expect(row).toMatchObject({
      standing: 'gaveWay',
      forms: [{ revision: 1, operations: [{ new: 'الهامشية' }] }],
      fates: [
        {
          status: 'moot',
          because: { kind: 'gaveWay', collisions: ['P4-X1'], revision: 2 },
          gaveWay: [{ collision: 'P4-X1', to: 'P4-A1', reason: 'مثال توضيحي: اتفق الطرفان' }]
        }
      ]
    })
    const end = found(
      shown(decidedAll, 'fates'),
      'associations',
      'association=A5',
      'amendments',
      'amendment=P4-A2'
    )
    expect(end).toMatchObject({
      standing: 'gaveWay',
      gaveWay: [{ to: 'P4-A1', actor: { association: 'A2' } }]
    })
  })

  it('rule 12: shows an amendment that still waits as lapsed once texts are closed', () => {
    const waiting = after(amended, act('WithdrawAmendment', 'A5', '12-06T11:00', { amendment: 'P4-A2' }))
    const standing = (log: Log) =>
      found(
        shown(log, 'amendments'),
        'submissions',
        'submission=P4',
        'amendments',
        'amendment=P4-A1',
        'standing'
      )
    expect(standing(waiting)).toBe('open')
    const closed = after(waiting, entered('adoption', '12-07T09:00'))
    expect(standing(closed)).toBe('lapsed')
    expect(found(shown(closed, 'register'), 'submissions', 'ref=P4', 'amendments')).toMatchObject({
      lapsed: 1
    })
  })

  it('rule 9: shows how a collision was settled, by whom and why', () => {
    const collision = found(
      shown(decidedAll, 'amendments'),
      'submissions',
      'submission=P4',
      'collisions',
      'collision=P4-X1'
    )
    expect(collision).toMatchObject({
      open: false,
      history: [
        { status: 'detected' },
        {
          status: 'resolved',
          actor: { association: 'A2' },
          reason: 'مثال توضيحي: اتفق الطرفان',
          resolution: { take: 'one', ref: 'P4-A1' }
        }
      ]
    })
  })
})
