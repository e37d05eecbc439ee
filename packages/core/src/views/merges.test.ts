import { after, each, found, type Log, refusal, shown } from '../../test/path-log'
import {
  act,
  amended,
  decided,
  decidedOn,
  entered,
  founded,
  held,
  merged,
  mergeProposed,
  onText,
  opened,
  replacing,
  submitted,
  textOf
} from '../../test/views-story'

const P4 = (log: Log) => found(shown(log, 'merges', { ref: 'P4' }), 'merges', 'merge=P4')
const consents = (log: Log) => found(P4(log), 'consents')

const sources = ['P1', 'P2']
const given = act('GiveMergeConsent', 'A3', '12-03T09:00', { merge: 'P4', sources })
const refused = act('RefuseMergeConsent', 'A3', '12-03T10:00', {
  merge: 'P4',
  sources,
  reason: 'مثال توضيحي: أين مطلبنا؟'
})
const dropped = act('DropMergeProposal', 'A2', '12-04T09:00', { merge: 'P4', reason: 'مثال توضيحي: رُفض' })

const mergesAt = (ref: string) =>
  decided(ref, '12-28T11:30', { kind: 'merge', ref: 'P4' }, 'merge', 4, { sources })
const adoptsCharter = (ref: string, terms: Parameters<typeof founded>[0]) =>
  decided(ref, '12-28T11:00', { kind: 'charter', ref: 'C1' }, 'adopt', 4, {
    charter: founded(terms).payload
  })

const versionOf = (log: Log, ref: string) => {
  const { revision, textHash } = textOf(log, ref)
  return { revision, textHash }
}

const revised = (ref: string, by: string, old: string, at: string) => (log: Log) =>
  act('ReviseText', by, at, {
    ...onText(log, ref),
    operations: [replacing(log, ref, 'b1', old, 'كلها')],
    materiality: 'substantive',
    why: 'مثال توضيحي'
  })

describe('A proposed merge', () => {
  it('shows the words that its authors are asked about, with the blocks of the sources that they come from', () => {
    expect(P4(mergeProposed)).toMatchObject({
      state: 'proposed',
      proposed: { at: '2025-12-02T09:00:00.000+01:00', actor: { association: 'A2' } },
      sources: [
        { submission: 'P1', revision: 1, authors: ['A2'] },
        { submission: 'P2', revision: 1, authors: ['A3'] }
      ],
      title: { ar: 'تجديد شبكة الماء' },
      blocks: [
        { block: 'b1', kind: 'paragraph', from: ['P2#b1'] },
        { block: 'b2', text: 'نطالب بنشر جدول زمني واضح للأشغال', from: ['P1#b2'] }
      ]
    })
  })

  it('quotes the blocks of its sources that are in no from: they are left out in everybody’s sight', () => {
    expect(found(P4(mergeProposed), 'notTakenOver')).toEqual([
      {
        block: 'P1#b1',
        kind: 'paragraph',
        text: 'نطالب بتجديد شبكة الماء الصالح للشرب في الأحياء القديمة قبل نهاية السنة'
      }
    ])
  })

  it('says of each that is asked since when, and what it answered', () => {
    const since = '2025-12-02T09:00:00.000+01:00'
    expect(consents(mergeProposed)).toEqual([{ association: 'A3', since, answer: 'silent' }])
    expect(consents(after(mergeProposed, given))).toMatchObject([
      { association: 'A3', since, answer: 'given', at: '2025-12-03T09:00:00.000+01:00' }
    ])
  })

  it('says why an author refuses, also one that had agreed', () => {
    expect(consents(after(mergeProposed, given, refused))).toMatchObject([
      { answer: 'refused', at: '2025-12-03T10:00:00.000+01:00', reason: 'مثال توضيحي: أين مطلبنا؟' }
    ])
  })

  it('says that a consent lapsed with the text that it was given on, and since when it is asked anew', () => {
    const log = after(mergeProposed, given, revised('P1', 'A2', 'القديمة', '12-03T12:00'))
    expect(P4(log)).toMatchObject({
      sources: [{ submission: 'P1', revision: 2, proposedOn: 1 }, { submission: 'P2' }],
      notTakenOver: [{ block: 'P1#b1', text: expect.stringContaining('كلها') as string }],
      consents: [
        {
          answer: 'lapsed',
          since: '2025-12-03T12:00:00.000+01:00',
          at: '2025-12-03T09:00:00.000+01:00'
        }
      ]
    })
  })

  it('asks whoever has come to stand behind a source since', () => {
    const log = after(mergeProposed, act('JoinAsCoAuthor', 'A5', '12-02T12:00', { submission: 'P2' }))
    expect(consents(log)).toEqual([
      { association: 'A3', since: '2025-12-02T09:00:00.000+01:00', answer: 'silent' },
      { association: 'A5', since: '2025-12-02T12:00:00.000+01:00', answer: 'silent' }
    ])
  })

  it('says from when silence is consent, where the charter counts it and somebody is silent', () => {
    expect(P4(mergeProposed)).not.toHaveProperty('silenceCountsFrom')
    const log = after(
      opened,
      founded({ mergeConsent: { rule: 'silenceAfterDays', days: 10 as never } }),
      submitted('P1', 'A2', 'الماء', ['نطالب بتجديد شبكة الماء']),
      submitted('P2', 'A3', 'الماء', ['نطالب بتجديد شبكة الماء في المدينة']),
      so =>
        act('ProposeMerge', 'A2', '12-02T09:00', {
          ref: 'P3',
          sources: sources.map(ref => ({ ref, ...versionOf(so, ref) })),
          title: 'الماء',
          blocks: [{ block: { kind: 'paragraph', text: 'نطالب بتجديد شبكة الماء' }, from: ['P1#b1'] }]
        })
    )
    const P3 = (so: Log) => found(shown(so, 'merges'), 'merges', 'merge=P3')
    expect(P3(log)).toHaveProperty('silenceCountsFrom', '2025-12-12')
    const consented = act('GiveMergeConsent', 'A3', '12-03T09:00', { merge: 'P3', sources })
    expect(P3(after(log, consented))).not.toHaveProperty('silenceCountsFrom')
  })
})

describe('An open proposal', () => {
  const waiting = (log: Log, what: string) => found(shown(log, 'today'), 'waiting', `what=${what}`)
  const room = held('M2', '12-28', ['A1', 'A2', 'A3', 'A4'])
  const withdrawn = act('WithdrawSubmission', 'A3', '12-05T09:00', { submission: 'P2' })
  const declined = decidedOn('M2-Q1', '12-28T11:00', 'P2', 'decline', 4, { reason: 'مثال توضيحي' })
  const accepted = decidedOn('M2-Q1', '12-28T11:00', 'P2', 'accept', 4)
  const split = (log: Log) =>
    act('SplitSubmission', 'A2', '12-05T09:00', {
      ...onText(log, 'P1'),
      parts: ['b1', 'b2'].map((block, index) => ({
        ref: `P${5 + index}`,
        title: 'مثال توضيحي',
        blocks: [block]
      }))
    })

  it('waits for its authors where nothing stands in the way', () => {
    expect(P4(mergeProposed)).toMatchObject({ carriedOutBy: 'authors', obstacles: [] })
    expect(waiting(mergeProposed, 'consentToGive')).toMatchObject({ ref: 'P4', for: ['A3'] })
  })

  it.each([
    ['withdrawn', [withdrawn], { submission: 'P2', fate: 'withdrawn' }],
    ['declined', [...room, declined], { submission: 'P2', fate: 'declined' }],
    [
      'split',
      [split],
      { submission: 'P1', fate: 'splitInto', into: ['P5', 'P6'], wayBack: { motion: 'undoSplit', ref: 'P1' } }
    ]
  ])('is to be dropped where a source was %s', (_what, acts, obstacle) => {
    const log = after(mergeProposed, ...acts)
    expect(P4(log)).toMatchObject({
      carriedOutBy: 'nobody',
      obstacles: [{ what: 'sourceClosed', ...obstacle }]
    })
    expect(waiting(log, 'mergeToDrop')).toMatchObject({ ref: 'P4', for: ['A2'] })
    expect(waiting(log, 'consentToGive')).toBeUndefined()
    expect(P4(after(log, { ...dropped, at: '12-29T09:00' }))).not.toHaveProperty('obstacles')
  })

  it('is to be dropped where an author refused, unless the charter lets a meeting decide', () => {
    const log = after(mergeProposed, refused)
    expect(P4(log)).toMatchObject({ carriedOutBy: 'nobody', obstacles: [{ what: 'refused', by: ['A3'] }] })
    expect(waiting(log, 'mergeToDrop')).toMatchObject({ for: ['A2'] })
    expect(refusal(after(log, ...room), mergesAt('M2-Q1'))).toMatchObject({ tag: 'MergeRefused' })

    const allowed = after(log, ...room, adoptsCharter('M2-Q1', { mergeConsent: { rule: 'meeting' } }))
    expect(P4(allowed)).toMatchObject({ carriedOutBy: 'meeting' })
    expect(waiting(allowed, 'mergeToCarryOut')).toMatchObject({ ref: 'P4', for: ['meeting'] })
  })

  it('is a meeting’s where a source was accepted', () => {
    const log = after(mergeProposed, ...room, accepted)
    expect(P4(log)).toMatchObject({
      carriedOutBy: 'meeting',
      obstacles: [{ what: 'sourceAccepted', submission: 'P2', decision: 'M2-Q1' }]
    })
    expect(refusal(log, mergesAt('M2-Q2'))).toMatchObject({
      accepted: expect.arrayContaining(['SubmissionsMerged']) as unknown
    })
  })

  it('rule 6: stays as it was where texts are closed, and nobody is asked any more', () => {
    const log = after(mergeProposed, entered('adoption', '12-20T09:00'))
    expect(P4(log)).toMatchObject({
      carriedOutBy: 'nobody',
      obstacles: [{ what: 'textsClosed', stage: 'adoption' }]
    })
    expect(each(found(shown(log, 'today'), 'waiting'), 'ref')).not.toContain('P4')
  })
})

describe('A merge that is settled', () => {
  it('keeps what was proposed, who made it, and the consents as they stood then', () => {
    const { blocks, notTakenOver, title } = P4(mergeProposed) as Record<string, never>
    expect(P4(amended)).toMatchObject({
      state: 'made',
      title,
      blocks,
      notTakenOver,
      consents: [{ association: 'A3', answer: 'given' }],
      made: { at: '2025-12-04T09:00:00.000+01:00', actor: { association: 'A2' } }
    })
  })

  it('says why it was dropped; what comes after of its sources changes nothing of it', () => {
    const log = after(mergeProposed, given, dropped)
    expect(P4(log)).toMatchObject({
      state: 'dropped',
      dropped: { actor: { association: 'A2' }, reason: 'مثال توضيحي: رُفض' },
      consents: [{ answer: 'given' }]
    })
    expect(P4(after(log, revised('P1', 'A2', 'القديمة', '12-05T12:00')))).toEqual(P4(log))
  })

  it('says which meeting undid it and why, and keeps its words', () => {
    const log = after(
      merged,
      ...held('M2', '12-28', ['A1', 'A2', 'A3', 'A4']),
      decided('M2-Q1', '12-28T11:00', { kind: 'merge', ref: 'P4' }, 'undoMerge', 4, {
        sources,
        reason: 'مثال توضيحي: بطلب من الجمعية'
      })
    )
    expect(P4(log)).toMatchObject({
      ...(P4(merged) as object),
      state: 'undone',
      undone: { decision: 'M2-Q1', reason: 'مثال توضيحي: بطلب من الجمعية' }
    })
  })
})

describe('The merges of a reference', () => {
  it('are the one under that number and those that it is a source of', () => {
    const of = (ref?: string) =>
      each(found(shown(merged, 'merges', ref === undefined ? {} : { ref }), 'merges'), 'merge')
    expect([of(), of('P4'), of('P2'), of('P3')]).toEqual([['P4'], ['P4'], ['P4'], []])
  })
})
