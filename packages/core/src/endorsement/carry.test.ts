import {
  act,
  endorses,
  eventsOf,
  objects,
  proposesMerge,
  refusalOf,
  revises,
  story,
  submits
} from '../../test/submission-story'
import { currentRevision } from '../submission/queries'
import { supportOf } from './support'

const half = { terms: { support: { parts: 1, of: 2 } } as never, eligible: 4 }
const gathered = story(half).after(submits('P1'), submits('P2', { when: '11-02 10:00' }))
const refs = ['P1', 'P2'].map(ref => {
  const current = currentRevision(gathered.submission(ref))
  return { ref, revision: current?.revision, textHash: current?.textHash }
})
const merges = act('MergeSubmissions', 'A1', '12:00', { merge: 'P3', sources: ['P1', 'P2'] })
const merged = gathered.after(
  endorses('P1', 'A2', '09:00'),
  endorses('P2', 'A2', '09:01', { reservations: [{ block: 'b1', reason: 'الكلفة' }] }),
  endorses('P1', 'A3', '09:02'),
  objects('P2', 'A3', '09:03', { blocks: ['b2'] }),
  endorses('P1', 'A4', '09:04'),
  endorses('P1', 'A5', '09:05'),
  act('WithdrawEndorsement', 'A5', '09:06', { submission: 'P1' }),
  proposesMerge('10:00', { sources: refs }),
  merges
)
const reaffirms = (by: string, when: string) => act('ReaffirmEndorsement', by, when, { submission: 'P3' })

describe('The stands on merged submissions (rule 10)', () => {
  it('are carried as a set: one an association, the strongest, with all that they name', () => {
    expect(merged.submission('P3').merged?.stands).toEqual([
      {
        association: 'A2',
        kind: 'reservation',
        from: ['P1', 'P2'],
        points: [{ from: 'P2#b1', block: 'b1', reason: 'الكلفة' }]
      },
      {
        association: 'A3',
        kind: 'objection',
        from: ['P1', 'P2'],
        reason: 'غير دقيق',
        points: [{ from: 'P2#b2' }]
      },
      { association: 'A4', kind: 'endorsement', from: ['P1'] }
    ])
  })

  it('are inherited, and count toward no threshold until they are said again', () => {
    expect(merged.stands('P3')).toEqual([
      'A2 reservation inherited',
      'A3 objection inherited',
      'A4 endorsement inherited'
    ])
    expect(supportOf(merged.of('P3'), merged.coalition('13:00'))).toMatchObject({
      supporters: [],
      reached: false
    })
    const again = merged.after(reaffirms('A2', '13:00'))
    expect(again.stands('P3')[0]).toBe('A2 reservation live')
    expect(eventsOf(again.when(reaffirms('A4', '13:10'))).map(({ type }) => type)).toEqual([
      'EndorsementReaffirmed',
      'ThresholdReached'
    ])
  })

  it('can be taken back, and an objection is not reaffirmed but raised again or lifted', () => {
    const back = merged.after(
      act('WithdrawEndorsement', 'A4', '13:00', { submission: 'P3' }),
      act('LiftObjection', 'A3', '13:00', { submission: 'P3' })
    )
    expect(back.stands('P3').slice(1)).toEqual(['A3 objection lifted', 'A4 endorsement withdrawn'])
    expect(refusalOf(merged.when(reaffirms('A3', '13:00'))).tag).toBe('NothingToReaffirm')
  })

  it('are not taken back on the source, which is closed', () => {
    expect(
      refusalOf(merged.when(act('WithdrawEndorsement', 'A4', '13:00', { submission: 'P1' })))
    ).toMatchObject({
      tag: 'SubmissionClosed',
      details: { into: ['P3'] }
    })
  })

  it('are carried on by a further split, with what they name', () => {
    const split = merged.after(
      act('SplitSubmission', 'A1', '14:00', {
        submission: 'P3',
        parts: [
          { ref: 'P4', title: 'الماء', blocks: ['b1'] },
          { ref: 'P5', title: 'الشبكة', blocks: ['b2'] }
        ]
      })
    )
    expect(split.stands('P4')).toEqual([
      'A2 reservation inherited',
      'A3 objection inherited',
      'A4 endorsement inherited'
    ])
    expect(split.submission('P5').splitFrom?.stands[1]).toMatchObject({ points: [{ from: 'P2#b2' }] })
    expect(split.stands('P5')).toEqual([
      'A2 endorsement inherited',
      'A3 objection inherited',
      'A4 endorsement inherited'
    ])
  })

  it('are asked also where they were stale', () => {
    const stale = gathered.after(
      endorses('P1', 'A2', '09:00'),
      revises('P1', '09:30', ['b1', 'توفير', 'تعميم'])
    )
    const current = currentRevision(stale.submission('P1'))
    const sources = [{ ref: 'P1', revision: current?.revision, textHash: current?.textHash }, refs[1]]
    expect(stale.after(proposesMerge('10:00', { sources }), merges).stands('P3')).toEqual([
      'A2 endorsement inherited'
    ])
  })
})
