import { type Json } from '../kernel/primitives'
import { each, after, type Log, shown, found } from '../../test/path-log'
import {
  act,
  amended,
  decided,
  endorsed,
  entered,
  gathered,
  held,
  merged,
  onText,
  textOf
} from '../../test/views-story'

const undone = (log: Log): Log =>
  after(
    log,
    ...held('M2', '12-28', ['A1', 'A2', 'A3', 'A4']),
    decided('M2-Q1', '12-28T11:00', { kind: 'merge', ref: 'P4' }, 'undoMerge', 4, {
      sources: ['P1', 'P2'],
      reason: 'مثال توضيحي: بطلب من الجمعية'
    })
  )

const inRegister = (log: Log, ref: string) =>
  found(shown(log, 'register'), 'submissions', `ref=${ref}`) as {
    readonly undone?: Readonly<Record<string, Json>>
  }

const types = (log: Log, ref: string) => each(found(inRegister(log, ref).undone ?? {}, 'done'), 'type')

describe('What was done on a merged submission whose merge was undone', () => {
  it('is listed in the register: each act, by whom and when, and why the merge was undone', () => {
    const { undone: listed } = inRegister(undone(amended), 'P4')
    expect(listed).toMatchObject({
      what: 'merge',
      into: ['P1', 'P2'],
      at: '2025-12-28T11:00:00.000+01:00',
      decision: 'M2-Q1',
      reason: 'مثال توضيحي: بطلب من الجمعية'
    })
    expect(found(listed ?? {}, 'done')).toMatchObject([
      { type: 'EndorsementGiven', at: '2025-12-05T09:00:00.000+01:00', actor: { association: 'A5' } },
      { type: 'AmendmentProposed', amendment: 'P4-A1', actor: { association: 'A4' } },
      { type: 'AmendmentProposed', amendment: 'P4-A2', actor: { association: 'A5' } }
    ])
  })

  it('is listed in the fate report of whoever brought a source', () => {
    const log = undone(amended)
    for (const one of ['A2', 'A3']) {
      const mine = found(shown(log, 'fates', { ref: one }), 'associations', `association=${one}`)
      expect(found(mine, 'submissions', 'submission=P4')).toMatchObject({
        undone: inRegister(log, 'P4').undone
      })
    }
  })

  it('names texts, meetings and co-authors, and what became of amendments and collisions', () => {
    const log = undone(
      after(
        amended,
        act('WithdrawAmendment', 'A4', '12-07T09:00', { amendment: 'P4-A1' }),
        act('JoinAsCoAuthor', 'A5', '12-07T10:00', { submission: 'P4' }),
        so =>
          act('RaiseObjection', 'A4', '12-08T09:00', {
            ...onText(so, 'P4'),
            reason: 'مثال توضيحي',
            blocks: ['b1']
          }),
        act('LiftObjection', 'A4', '12-08T10:00', { submission: 'P4' }),
        so =>
          act('TranslateText', 'A2', '12-09T09:00', {
            submission: 'P4',
            language: 'fr',
            title: 'Eau',
            of: textOf(so, 'P4').textHash,
            blocks: textOf(so, 'P4').text.blocks.map(({ id }) => ({
              id,
              kind: 'paragraph',
              text: `Exemple ${id}`
            }))
          })
      )
    )
    expect(types(log, 'P4')).toEqual([
      'EndorsementGiven',
      'AmendmentProposed',
      'AmendmentProposed',
      'AmendmentWithdrawn',
      'CoAuthorJoined',
      'ObjectionRaised',
      'ObjectionLifted',
      'TextRevised'
    ])
  })

  it('leaves out what the merge itself brought, and what its undoing ended', () => {
    expect(types(undone(merged), 'P4')).toEqual([])
  })

  it('is not listed of a merge that holds, nor of the sources', () => {
    expect(inRegister(amended, 'P4').undone).toBeUndefined()
    expect(inRegister(undone(amended), 'P1').undone).toBeUndefined()
  })
})

describe('What was done on a part of a split that was taken back', () => {
  const splitBack = after(
    gathered,
    entered('refining', '12-01T09:00'),
    ...held('M2', '12-28', ['A1', 'A2', 'A3', 'A4']),
    log => {
      const { revision, textHash } = textOf(log, 'P1')
      return decided('M2-Q1', '12-28T11:00', { kind: 'split', ref: 'P1', revision, textHash }, 'split', 4, {
        parts: [
          { ref: 'P4', title: 'الماء', blocks: ['b1'] },
          { ref: 'P5', title: 'الجدول', blocks: ['b2'] }
        ]
      })
    },
    endorsed('P4', 'A3', '12-28T11:10'),
    decided('M2-Q2', '12-28T11:30', { kind: 'annulment', ref: 'M2-Q1' }, 'annul', 4, {
      reason: 'مثال توضيحي: خطأ',
      affects: ['P1', 'P4', 'P5'].map(ref => `submission-khemisset.${ref}`)
    })
  )

  it('is listed as of an undone merge', () => {
    expect(inRegister(splitBack, 'P4').undone).toMatchObject({
      what: 'split',
      into: ['P1'],
      decision: 'M2-Q2',
      reason: 'مثال توضيحي: خطأ',
      done: [{ type: 'EndorsementGiven', actor: { association: 'A3' } }]
    })
    expect(types(splitBack, 'P5')).toEqual([])
    expect(inRegister(splitBack, 'P1').undone).toBeUndefined()
  })
})
