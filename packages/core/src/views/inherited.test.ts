import { after, each, found, type Log, shown, statesOf } from '../../test/path-log'
import { act, gathered, onText, replacing } from '../../test/views-story'
import { type SubmissionRef } from '../submission/ids'
import { currentRevision } from '../submission/queries'

const blocksOf = (log: Log, ref: SubmissionRef) => {
  const submission = statesOf(log).submissions[ref]?.submission
  const text = submission === undefined ? undefined : currentRevision(submission)?.text
  return (text?.blocks ?? []).map(({ id, text: words }) => ({
    block: { kind: 'paragraph', text: words },
    from: [`${ref}#${id}`]
  }))
}

const exact = (log: Log, ref: string) => {
  const { revision, textHash } = onText(log, ref)
  return { ref, revision, textHash }
}

/** All blocks of both, as they are. */
const merging = (ref: string, sources: readonly [string, string], day: string) => [
  (so: Log) =>
    act('ProposeMerge', 'A2', `${day}T09:00`, {
      ref,
      sources: sources.map(source => exact(so, source)),
      title: 'تجديد شبكة الماء',
      blocks: sources.flatMap(source => blocksOf(so, source as SubmissionRef))
    }),
  ...(sources[1] === 'P3' ? ['A3', 'A4'] : ['A3']).map(by =>
    act('GiveMergeConsent', by, `${day}T10:00`, { merge: ref, sources })
  ),
  act('MergeSubmissions', 'A2', `${day}T11:00`, { merge: ref, sources })
]

const refining = act('EnterStage', 'convenor', '12-01T09:00', { stage: 'refining', reason: 'مثال توضيحي' })

const revised = (block: string, old: string, wanted: string, when: string) => (so: Log) =>
  act('ReviseText', 'A2', when, {
    ...onText(so, 'P1'),
    operations: [replacing(so, 'P1', block, old, wanted)],
    materiality: 'substantive'
  })

const endorsing =
  (ref: string, by: string, when: string, ...reserved: ReadonlyArray<string>) =>
  (so: Log) =>
    act('Endorse', by, when, {
      ...onText(so, ref),
      reservations: reserved.map(block => ({ block, reason: `مثال توضيحي: تحفظ على ${block}` }))
    })

const standsOn = (log: Log, ref: string) =>
  found(shown(log, 'stands', { ref }), 'submissions', `submission=${ref}`)
const onBlock = (log: Log, block: string) =>
  found(shown(log, 'provenance', { ref: block }), 'blocks', `block=${block}`, 'stands')

/** A5 endorses P1@1, whose first block is other in substance from P1@2 on. */
const stale = after(
  gathered,
  endorsing('P1', 'A5', '11-20T09:00'),
  revised('b1', 'الماء', 'المياه', '11-21T09:00'),
  refining
)

describe('An inherited stand (rule 10)', () => {
  it('is shown with the exact text that it was given on, and that it was stale there', () => {
    const first = onText(after(gathered), 'P1')
    const log = after(stale, ...merging('P4', ['P1', 'P2'], '12-02'))
    expect(found(standsOn(log, 'P4'), 'stands', 'association=A5')).toMatchObject({
      cell: 'inherited',
      takenOn: [{ submission: 'P1', kind: 'endorsement', revision: 1, textHash: first.textHash, stale: true }]
    })
  })

  it('asks to look at what changed since that text, not since the last one of the source', () => {
    const log = after(stale, ...merging('P4', ['P1', 'P2'], '12-02'))
    const [change, ...others] = found(standsOn(log, 'P4'), 'changes') as ReadonlyArray<never>
    expect(others).toEqual([])
    expect(change).toMatchObject({ source: 'P1', from: 1, to: 1 })
    expect(found(change, 'blocks', 'id=b1')).toMatchObject({ tag: 'changed' })
  })

  it('is on the wording of a block only where the association saw that wording', () => {
    const log = after(stale, ...merging('P4', ['P1', 'P2'], '12-02'))
    expect(onBlock(log, 'P4#b1')).toEqual([])
    expect(onBlock(log, 'P4#b2')).toEqual([
      { association: 'A5', kind: 'endorsement', status: 'inherited', submission: 'P1', revision: 1 }
    ])
  })

  it('is followed through a merge of merges, and through a split, to where it was given', () => {
    const twice = after(
      stale,
      ...merging('P4', ['P1', 'P2'], '12-02'),
      ...merging('P5', ['P4', 'P3'], '12-03')
    )
    expect(found(standsOn(twice, 'P5'), 'stands', 'association=A5', 'takenOn')).toMatchObject([
      { submission: 'P1', revision: 1, stale: true }
    ])
    expect(each(found(standsOn(twice, 'P5'), 'changes'), 'source')).toEqual(['P1'])
    expect([onBlock(twice, 'P5#b1'), onBlock(twice, 'P5#b2')]).toMatchObject([
      [],
      [{ association: 'A5', submission: 'P1', revision: 1 }]
    ])
    const split = after(stale, ...merging('P4', ['P1', 'P2'], '12-02'), so =>
      act('SplitSubmission', 'A2', '12-03T09:00', {
        ...onText(so, 'P4'),
        parts: [
          { ref: 'P5', title: 'الشبكة', blocks: ['b2'] },
          {
            ref: 'P6',
            title: 'الأشغال',
            blocks: blocksOf(so, 'P4' as SubmissionRef).flatMap(({ from: [name = ''] }) =>
              name === 'P4#b2' ? [] : [name.slice(3)]
            )
          }
        ],
        reason: 'مثال توضيحي'
      })
    )
    expect(found(standsOn(split, 'P5'), 'stands', 'association=A5', 'takenOn')).toMatchObject([
      { submission: 'P1', revision: 1, stale: true }
    ])
    const [first] = found(shown(split, 'provenance', { ref: 'P5' }), 'blocks') as ReadonlyArray<never>
    expect(found(first, 'stands')).toMatchObject([{ association: 'A5', submission: 'P1', revision: 1 }])
  })
})

describe('A reservation', () => {
  it('is on the blocks that it names; of the others its association is an endorser', () => {
    const log = after(gathered, endorsing('P1', 'A5', '11-20T09:00', 'b2'))
    expect(onBlock(log, 'P1#b1')).toEqual([
      { association: 'A5', kind: 'endorsement', status: 'live', revision: 1 }
    ])
    expect(onBlock(log, 'P1#b2')).toMatchObject([{ kind: 'reservation', reason: 'مثال توضيحي: تحفظ على b2' }])
  })

  it('is inherited on the block of the source that it names, not on what came from another source', () => {
    const log = after(
      gathered,
      endorsing('P1', 'A5', '11-20T09:00'),
      endorsing('P2', 'A5', '11-20T10:00', 'b1'),
      refining,
      ...merging('P4', ['P1', 'P2'], '12-02')
    )
    const fromP2 = `P4#b${blocksOf(log, 'P1' as SubmissionRef).length + 1}`
    expect(onBlock(log, 'P4#b1')).toEqual([
      { association: 'A5', kind: 'endorsement', status: 'inherited', submission: 'P1', revision: 1 }
    ])
    expect(onBlock(log, fromP2)).toMatchObject([
      { kind: 'reservation', submission: 'P2', reason: 'مثال توضيحي: تحفظ على b1' }
    ])
  })

  it('an objection to one source is none to the blocks that came from another', () => {
    const log = after(
      gathered,
      endorsing('P1', 'A5', '11-20T09:00'),
      so =>
        act('RaiseObjection', 'A5', '11-20T10:00', {
          ...onText(so, 'P2'),
          reason: 'مثال توضيحي',
          blocks: []
        }),
      refining,
      ...merging('P4', ['P1', 'P2'], '12-02')
    )
    const fromP2 = `P4#b${blocksOf(log, 'P1' as SubmissionRef).length + 1}`
    expect(onBlock(log, 'P4#b1')).toMatchObject([{ kind: 'endorsement', submission: 'P1' }])
    expect(onBlock(log, fromP2)).toMatchObject([{ kind: 'objection', submission: 'P2' }])
  })
})
