import { after, each, found, type Log, shown, statesOf } from '../../test/path-log'
import {
  act,
  adopted,
  decided,
  decidedAll,
  endorsed,
  gathered,
  held,
  merged,
  onText,
  replacing
} from '../../test/views-story'
import { currentRevision } from '../submission/queries'
import { preambleHash } from '../platform/document'
import { type NewBlock } from '../text/text'

const blockOf = (log: Log, ref: string, id: string) => {
  const submission = statesOf(log).submissions[ref]?.submission
  const block = submission && currentRevision(submission)?.text.blocks.find(one => one.id === id)
  return { kind: 'paragraph', text: block?.text }
}

describe('The provenance of a text', () => {
  it('follows words through a merge to the association that brought them', () => {
    const [first, second] = found(
      shown(decidedAll, 'provenance', { ref: 'P4' }),
      'blocks'
    ) as ReadonlyArray<never>
    expect(found(first, 'runs')).toMatchObject([
      { source: { submission: 'P2', because: 'received', by: ['A3'] } },
      {
        words: 'والدواوير ',
        revision: 2,
        source: {
          because: 'amendments',
          by: ['A4'],
          amendments: [{ amendment: 'P4-A1', decision: 'M2-Q1', as: 'proposed' }]
        }
      },
      { source: { submission: 'P2', by: ['A3'] } }
    ])
    expect(found(second, 'runs')).toMatchObject([{ source: { submission: 'P1', by: ['A2'] } }])
  })

  it('gives back all the words of every block', () => {
    const [first] = found(shown(decidedAll, 'provenance', { ref: 'P4' }), 'blocks') as ReadonlyArray<never>
    expect(each(found(first, 'runs'), 'words').join('')).toBe(
      'نطالب بتجديد شبكة الماء الصالح للشرب في الأحياء القديمة والدواوير قبل نهاية السنة المقبلة'
    )
  })

  it('says who took a stand on just that wording, and which meeting accepted the text', () => {
    const result = shown(decidedAll, 'provenance', { ref: 'P4' })
    expect(found(result, 'blocks', 'block=P4#b2', 'stands')).toMatchObject([
      { association: 'A5', revision: 1 }
    ])
    expect(found(result, 'blocks', 'block=P4#b1', 'stands')).toEqual([])
    expect(result).toMatchObject({ decision: 'M2-Q2', accepted: { revision: 2 } })
  })

  it('is asked for a clause, a block or an earlier revision', () => {
    expect(shown(adopted, 'provenance', { ref: 'V1.1' })).toMatchObject({
      submission: 'P4',
      clause: 'V1.1',
      revision: 2
    })
    expect(each(found(shown(adopted, 'provenance', { ref: 'P4#b2' }), 'blocks'), 'block')).toEqual(['P4#b2'])
    expect(shown(adopted, 'provenance', { ref: 'P4@1' })).toMatchObject({ revision: 1 })
    expect(shown(adopted, 'provenance', { ref: 'P4#b9' })).toBeUndefined()
    expect(shown(adopted, 'provenance', { ref: 'V1.9' })).toBeUndefined()
  })

  it('is asked for a whole platform: every finding and clause, and the decisions on it', () => {
    const result = shown(adopted, 'provenance', { ref: 'V1' })
    expect(result).toMatchObject({
      platform: 'V1',
      standing: 'adopted',
      frozen: { decision: 'M2-Q6' },
      adopted: { decision: 'M2-Q7' }
    })
    expect(each(found(result, 'findings'), 'submission')).toEqual(['D1', 'E1'])
    const {
      view: _v,
      process: _p,
      demonstration: _d,
      ref: _r,
      ...alone
    } = shown(adopted, 'provenance', {
      ref: 'V1.1'
    }) as Readonly<Record<string, never>>
    expect(found(result, 'clauses', 'clause=V1.1')).toEqual(alone)
    expect(shown(adopted, 'provenance', { ref: 'V2' })).toBeUndefined()
  })

  it('says which writing of the preamble brought which words', () => {
    const blocks = (...texts: ReadonlyArray<string>) =>
      texts.map(text => ({ kind: 'paragraph', text }) as unknown as NewBlock)
    const write = (at: string, read: ReadonlyArray<string>, ...words: ReadonlyArray<string>) =>
      act('WritePreamble', 'secretary', at, {
        platform: 'V1',
        blocks: blocks(...words),
        was: preambleHash(blocks(...read))
      })
    const log = after(
      decidedAll,
      act('CompilePlatform', 'convenor', '12-28T12:10', { ref: 'V1' }),
      write('12-28T12:11', [], 'نحن الجمعيات المشاركة'),
      write('12-28T12:12', ['نحن الجمعيات المشاركة'], 'ديباجة', 'نحن الجمعيات الموقعة')
    )
    const runs = (found(shown(log, 'provenance', { ref: 'V1' }), 'preamble') as ReadonlyArray<never>).map(
      block =>
        (found(block, 'runs') as ReadonlyArray<never>).map(run => [
          found(run, 'revision'),
          found(run, 'words')
        ])
    )
    expect(runs).toEqual([
      [[2, 'ديباجة']],
      [
        [1, 'نحن الجمعيات '],
        [2, 'الموقعة']
      ]
    ])
  })

  it('rule 10: says of a block taken over from a source who endorsed it there', () => {
    const log = after(
      gathered,
      endorsed('P1', 'A5', '11-20T09:00'),
      act('EnterStage', 'convenor', '12-01T09:00', { stage: 'refining', reason: 'مثال توضيحي' }),
      so =>
        act('ProposeMerge', 'A2', '12-02T09:00', {
          ref: 'P4',
          sources: ['P1', 'P2'].map(ref => {
            const { revision, textHash } = onText(so, ref)
            return { ref, revision, textHash }
          }),
          title: 'تجديد شبكة الماء',
          blocks: [
            { block: { kind: 'paragraph', text: 'نطالب بنشر جدول زمني واضح للأشغال' }, from: ['P1#b2'] },
            { block: { kind: 'paragraph', text: 'نطالب بتجديد الشبكة' }, from: ['P1#b1', 'P2#b1'] }
          ]
        }),
      act('GiveMergeConsent', 'A3', '12-03T09:00', { merge: 'P4', sources: ['P1', 'P2'] }),
      act('MergeSubmissions', 'A2', '12-04T09:00', { merge: 'P4', sources: ['P1', 'P2'] })
    )
    const result = shown(log, 'provenance', { ref: 'P4' })
    expect(found(result, 'title')).toMatchObject([{ source: { because: 'merge', by: ['A2'] } }])
    expect(found(result, 'blocks', 'block=P4#b1', 'stands')).toEqual([
      { association: 'A5', kind: 'endorsement', status: 'inherited', revision: 1, submission: 'P1' }
    ])
    expect(found(result, 'blocks', 'block=P4#b2', 'stands')).toEqual([])
    const changes = found(shown(log, 'stands', { ref: 'P4' }), 'submissions', 'submission=P4', 'changes')
    expect(changes).toMatchObject([
      { source: 'P1', from: 1, to: 1, blocks: [{ tag: 'moved' }, { tag: 'changed' }, { tag: 'movedAway' }] }
    ])
  })

  it.each([
    [['b2'], [], ['A5']],
    [[], ['A5'], ['A5']]
  ])('says of an objection to %j whose wording it is on, here and in the merge', (blocks, first, second) => {
    const objected = after(gathered, so =>
      act('RaiseObjection', 'A5', '11-20T09:00', {
        ...onText(so, 'P1'),
        reason: 'مثال توضيحي: نعترض',
        blocks
      })
    )
    const objectors = (log: Log, block: string) =>
      each(
        found(shown(log, 'provenance', { ref: block }), 'blocks', `block=${block}`, 'stands'),
        'association'
      )
    expect([objectors(objected, 'P1#b1'), objectors(objected, 'P1#b2')]).toEqual([first, second])
    const log = after(
      objected,
      act('EnterStage', 'convenor', '12-01T09:00', { stage: 'refining', reason: 'مثال توضيحي' }),
      so =>
        act('ProposeMerge', 'A2', '12-02T09:00', {
          ref: 'P4',
          sources: ['P1', 'P2'].map(ref => {
            const { revision, textHash } = onText(so, ref)
            return { ref, revision, textHash }
          }),
          title: 'تجديد شبكة الماء',
          blocks: ['b1', 'b2'].map(id => ({
            block: blockOf(so, 'P1', id),
            from: [`P1#${id}`]
          }))
        }),
      act('GiveMergeConsent', 'A3', '12-03T09:00', { merge: 'P4', sources: ['P1', 'P2'] }),
      act('MergeSubmissions', 'A2', '12-04T09:00', { merge: 'P4', sources: ['P1', 'P2'] })
    )
    expect([objectors(log, 'P4#b1'), objectors(log, 'P4#b2')]).toEqual([first, second])
  })

  it('tells what an author changed from what was received', () => {
    const log = after(gathered, so =>
      act('ReviseText', 'A4', '11-15T09:00', {
        ...onText(so, 'P3'),
        operations: [replacing(so, 'P3', 'b1', 'الأسبوعي', 'الكبير')],
        materiality: 'clarifying'
      })
    )
    const runs = found(shown(log, 'provenance', { ref: 'P3' }), 'blocks', 'block=P3#b1', 'runs')
    expect(runs).toMatchObject([
      { revision: 1, source: { because: 'received' } },
      { words: 'الكبير', revision: 2, source: { because: 'author', by: ['A4'] } }
    ])
  })

  it('rule 1: a text that was taken back has its words with the origins that they had', () => {
    const log = after(
      merged,
      so =>
        act('ProposeAmendment', 'A4', '12-06T09:00', {
          ref: 'P4-A1',
          ...onText(so, 'P4'),
          language: 'ar',
          operations: [replacing(so, 'P4', 'b1', 'القديمة ', '')],
          materiality: 'substantive'
        }),
      ...held('M2', '12-28', ['A1', 'A2', 'A3', 'A4']),
      so => {
        const { revision, textHash } = onText(so, 'P4')
        return decided(
          'M2-Q1',
          '12-28T10:30',
          { kind: 'amendment', ref: 'P4-A1', revision, textHash },
          'accept',
          4,
          { materiality: 'substantive' }
        )
      },
      decided('M2-Q2', '12-28T11:00', { kind: 'annulment', ref: 'M2-Q1' }, 'annul', 4, {
        reason: 'مثال توضيحي: خطأ',
        affects: ['meeting-khemisset.M2', 'submission-khemisset.P4']
      })
    )
    const result = shown(log, 'provenance', { ref: 'P4' })
    expect(result).toMatchObject({ revision: 3 })
    expect(found(result, 'blocks', 'block=P4#b1', 'runs')).toMatchObject([
      { revision: 1, source: { submission: 'P2', because: 'received', by: ['A3'] } }
    ])
  })
})
