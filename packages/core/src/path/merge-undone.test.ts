import * as fc from 'fast-check'
import { after, type Log, refusal } from '../../test/path-log'
import { runs } from '../../test/runs'
import { asFound, said, spoken, streamOf, wordings } from '../../test/said'
import {
  act,
  decided,
  endorsed,
  entered,
  gathered,
  held,
  merged,
  mergeProposed,
  onText,
  replacing,
  textOf
} from '../../test/views-story'
import { fateOf as amendmentFate, openAmendments, openCollisions } from '../amendment/queries'
import { fateOf } from '../submission/fate'

const refining = after(gathered, entered('refining', '12-01T09:00'))

const mergeOf = (log: Log): Log =>
  after(
    log,
    so =>
      act('ProposeMerge', 'A2', '12-10T09:00', {
        ref: 'P4',
        sources: ['P1', 'P2'].map(ref => {
          const { revision, textHash } = textOf(so, ref)
          return { ref, revision, textHash }
        }),
        title: 'تجديد شبكة الماء',
        blocks: ['P1', 'P2'].flatMap(ref =>
          textOf(so, ref).text.blocks.map(({ id, ...block }) => ({ block, from: [`${ref}#${id}`] }))
        )
      }),
    act('GiveMergeConsent', 'A3', '12-11T09:00', { merge: 'P4', sources: ['P1', 'P2'] }),
    act('MergeSubmissions', 'A2', '12-12T09:00', { merge: 'P4', sources: ['P1', 'P2'] })
  )

const undone = (log: Log): Log =>
  after(
    log,
    ...held('M2', '12-28', ['A1', 'A2', 'A3', 'A4']),
    decided('M2-Q1', '12-28T11:00', { kind: 'merge', ref: 'P4' }, 'undoMerge', 4, {
      sources: ['P1', 'P2'],
      reason: 'مثال توضيحي: بطلب من الجمعية'
    })
  )

describe('A merge that is undone', () => {
  it('gives back the same fates, texts, stands and amendments, whatever was said before it and since', () => {
    let carried = 0
    fc.assert(
      fc.property(
        fc.array(said('P1', 'P2'), { maxLength: 8 }),
        fc.array(said('P4'), { maxLength: 5 }),
        (before, since) => {
          const told = spoken(refining, '12-02', before)
          const one = mergeOf(told)
          carried += openAmendments(streamOf(one, 'P4').amendments).length
          const end = undone(spoken(one, '12-14', since))
          for (const ref of ['P1', 'P2']) expect(asFound(end, ref)).toEqual(asFound(told, ref))
          expect(openAmendments(streamOf(end, 'P4').amendments)).toEqual([])
          expect(fateOf(streamOf(end, 'P4').submission)).toMatchObject({
            fate: 'splitInto',
            into: ['P1', 'P2']
          })
        }
      ),
      { ...runs(40), endOnFailure: true }
    )
    expect(carried).toBeGreaterThan(10)
  })

  it('rule 7: no submitted wording is ever lost from the record, through a merge and its undoing', () => {
    fc.assert(
      fc.property(
        fc.array(said('P1', 'P2'), { maxLength: 8 }),
        fc.array(said('P4'), { maxLength: 5 }),
        (before, since) => {
          const steps = [mergeOf, (log: Log) => spoken(log, '12-14', since), undone]
          steps.reduce(
            (log, next) => {
              const after = next(log)
              expect(wordings(after)).toEqual(expect.arrayContaining([...wordings(log)]))
              return after
            },
            spoken(refining, '12-02', before)
          )
        }
      ),
      { ...runs(25), endOnFailure: true }
    )
  })

  it('leaves no open amendment of a source out: each is carried, or moot with a reason', () => {
    fc.assert(
      fc.property(fc.array(said('P1', 'P2'), { maxLength: 8 }), before => {
        const told = spoken(refining, '12-02', before)
        const one = mergeOf(told)
        for (const ref of ['P1', 'P2'])
          for (const { ref: amendment } of openAmendments(streamOf(told, ref).amendments)) {
            const found = streamOf(one, ref).amendments.amendments[amendment]
            const fate = found === undefined ? undefined : amendmentFate(found)
            if (fate?.status !== 'moot') throw new Error(`${amendment} was left out`)
            if (fate.because.kind === 'carriedTo')
              expect(streamOf(one, 'P4').amendments.amendments[fate.because.amendment]?.origin).toBe(
                amendment
              )
            else expect(fate.because).toMatchObject({ kind: 'mergedInto', into: 'P4' })
          }
      }),
      { ...runs(25), endOnFailure: true }
    )
  })

  it('gives back also what one collided in with another that had not followed the text (rule 9)', () => {
    const amending = (ref: string, by: string, at: string, operation: (log: Log) => object) => (log: Log) =>
      act('ProposeAmendment', by, at, {
        ref,
        ...onText(log, 'P1'),
        language: 'ar',
        operations: [operation(log)],
        materiality: 'substantive'
      })
    const blocks = [{ kind: 'paragraph', text: 'نطالب بشبكة جديدة' }]
    const told = after(
      refining,
      amending('P1-A1', 'A4', '12-02T10:00', log => replacing(log, 'P1', 'b1', 'القديمة', 'الهامشية')),
      amending('P1-A2', 'A5', '12-02T10:10', log => {
        const { text, textHash } = textOf(log, 'P1')
        return { op: 'recast', old: textHash, title: text.title, blocks }
      }),
      log =>
        act('ReviseText', 'A2', '12-02T10:20', {
          ...onText(log, 'P1'),
          operations: [replacing(log, 'P1', 'b2', 'واضح', 'معلن')],
          materiality: 'substantive',
          why: 'مثال توضيحي: توضيح'
        })
    )
    const standing = (log: Log) => {
      const { amendments } = streamOf(log, 'P1')
      return openCollisions(amendments).map(({ concerns }) => concerns)
    }
    expect(standing(told)).toEqual([['P1-A1', 'P1-A2'], ['P1-A2']])
    expect(standing(undone(mergeOf(told)))).toEqual(standing(told))
  })

  it('rule 1: leaves the annulment of the decision that made it nothing to take back', () => {
    const merging = after(
      mergeProposed,
      ...held('M2', '12-20', ['A1', 'A2', 'A3', 'A4']),
      decided('M2-Q1', '12-20T11:00', { kind: 'merge', ref: 'P4' }, 'merge', 4, { sources: ['P1', 'P2'] }),
      decided('M2-Q2', '12-20T11:10', { kind: 'merge', ref: 'P4' }, 'undoMerge', 4, {
        sources: ['P1', 'P2'],
        reason: 'مثال توضيحي: سبب'
      })
    )
    const annuls = decided('M2-Q3', '12-20T11:20', { kind: 'annulment', ref: 'M2-Q1' }, 'annul', 4, {
      reason: 'مثال توضيحي: سبب',
      affects: ['meeting-khemisset.M2', ...['P4', 'P1', 'P2'].map(ref => `submission-khemisset.${ref}`)]
    })
    expect(refusal(merging, annuls)).toEqual({ accepted: ['DecisionTaken', 'DecisionAnnulled'] })
  })

  it('is known to who refuses: the sources are closed from the merge on, and open to acts again after it', () => {
    expect(refusal(mergeProposed, endorsed('P1', 'A5', '12-03T09:30'))).toEqual({
      accepted: ['EndorsementGiven']
    })
    expect(refusal(merged, endorsed('P1', 'A5', '12-05T09:00'))).toMatchObject({ tag: 'SubmissionClosed' })
    expect(refusal(undone(merged), endorsed('P1', 'A5', '12-29T09:00'))).toEqual({
      accepted: ['EndorsementGiven']
    })
  })
})
