import * as fc from 'fast-check'
import { type Act, after, type Log, refusal } from '../../test/path-log'
import { runs } from '../../test/runs'
import { asFound, said, spoken, streamOf, wordings } from '../../test/said'
import { act, decided, decidedOn, entered, gathered, held, onText, textOf } from '../../test/views-story'
import { openAmendments } from '../amendment/queries'
import { fateOf } from '../submission/fate'

const refining = after(gathered, entered('refining', '12-01T09:00'))
const because = 'مثال توضيحي: سبب'
const parts = ['P4', 'P5']
const room = held('M2', '12-10', ['A1', 'A2', 'A3', 'A4'])

/** The first block of P1 is one part, the others are another. */
const partsOf = (log: Log) => {
  const [first = '', ...others] = textOf(log, 'P1').text.blocks.map(({ id }) => id as string)
  return [
    { ref: 'P4', title: 'مثال توضيحي: الماء', blocks: [first] },
    { ref: 'P5', title: 'مثال توضيحي: الجدول', blocks: others }
  ]
}

const byAuthor = (log: Log): Act =>
  act('SplitSubmission', 'A2', '12-10T11:00', { ...onText(log, 'P1'), parts: partsOf(log), reason: because })

const byMeeting = (log: Log): Act => {
  const { revision, textHash } = textOf(log, 'P1')
  const subject = { kind: 'split', ref: 'P1', revision, textHash }
  return decided('M2-Q1', '12-10T11:00', subject, 'split', 4, { parts: partsOf(log), reason: because })
}

const splits = { 'by its author': byAuthor, 'by a meeting': byMeeting }

const undoes = (ref: string, at: string, sources: ReadonlyArray<string> = parts): Act =>
  decided(ref, at, { kind: 'split', ref: 'P1' }, 'undoSplit', 4, { sources, reason: because })

const undone = (log: Log): Log =>
  after(
    log,
    act('CloseMeeting', 'chair', '12-10T13:00', { meeting: 'M2' }),
    ...held('M3', '12-28', ['A1', 'A2', 'A3', 'A4']),
    undoes('M3-Q1', '12-28T11:00')
  )

const annuls = (ref: string, at: string, decision: string): Act =>
  decided(ref, at, { kind: 'annulment', ref: decision }, 'annul', 4, {
    reason: because,
    affects: ['meeting-khemisset.M2', ...['P1', ...parts].map(one => `submission-khemisset.${one}`)]
  })

describe.each(Object.entries(splits))('A split %s that a meeting undoes', (_, splitting) => {
  const split = after(refining, ...room, splitting)

  it('gives back the same fate, text, stands and amendments, whatever was said before it and since', () => {
    const seen = { carried: 0, since: 0 }
    fc.assert(
      fc.property(
        fc.array(said('P1'), { maxLength: 8 }),
        fc.array(said(...parts), { maxLength: 6 }),
        (before, since) => {
          const told = after(spoken(refining, '12-02', before), ...room)
          fc.pre(textOf(told, 'P1').text.blocks.length > 1)
          const apart = after(told, splitting)
          const later = spoken(apart, '12-14', since)
          const end = undone(later)
          seen.carried += parts.flatMap(ref => openAmendments(streamOf(apart, ref).amendments)).length
          seen.since += later.acts - apart.acts
          expect(asFound(end, 'P1')).toEqual(asFound(told, 'P1'))
          for (const ref of parts) {
            expect(openAmendments(streamOf(end, ref).amendments)).toEqual([])
            expect(fateOf(streamOf(end, ref).submission)).toMatchObject({ fate: 'mergedInto', into: ['P1'] })
          }
        }
      ),
      { ...runs(40), endOnFailure: true }
    )
    expect(seen.carried).toBeGreaterThan(10)
    expect(seen.since).toBeGreaterThan(20)
  })

  it('rule 7: loses no submitted wording from the record', () => {
    fc.assert(
      fc.property(
        fc.array(said('P1'), { maxLength: 8 }),
        fc.array(said(...parts), { maxLength: 6 }),
        (before, since) => {
          const told = after(spoken(refining, '12-02', before), ...room)
          fc.pre(textOf(told, 'P1').text.blocks.length > 1)
          const later = spoken(after(told, splitting), '12-14', since)
          expect(wordings(later)).toEqual(expect.arrayContaining([...wordings(told)]))
          expect(wordings(undone(later))).toEqual(expect.arrayContaining([...wordings(later)]))
        }
      ),
      { ...runs(20), endOnFailure: true }
    )
  })

  it('is one append: the source reopened, its parts merged into it', () => {
    const next = splitting === byMeeting ? 'M2-Q2' : 'M2-Q1'
    expect(refusal(split, undoes(next, '12-10T12:00'))).toEqual({
      accepted: ['DecisionTaken', 'SubmissionReopened', 'SubmissionMergedInto', 'SubmissionMergedInto']
    })
  })
})

describe('A meeting that would undo a split', () => {
  const split = after(refining, ...room, byAuthor)

  it('is refused where nothing was split', () => {
    expect(refusal(after(refining, ...room), undoes('M2-Q1', '12-10T12:00', []))).toMatchObject({
      tag: 'NotSplit',
      field: 'payload.subject.ref',
      details: { fate: 'open' }
    })
  })

  it('says why it does', () => {
    const unsaid = decided('M2-Q1', '12-10T12:00', { kind: 'split', ref: 'P1' }, 'undoSplit', 4, {
      sources: parts
    })
    expect(refusal(split, unsaid)).toMatchObject({ tag: 'DecisionNeeds', field: 'payload.reason' })
  })

  it('rule 6: does so in refining, like every decision on a split', () => {
    const closed = after(split, entered('adoption', '12-10T11:30'))
    expect(refusal(closed, undoes('M2-Q1', '12-10T12:00'))).toMatchObject({ tag: 'NotInThisStage', rule: 6 })
  })

  it('may do so though a part was accepted: that stays in its course, and the source is decided on anew', () => {
    const accepted = after(split, decidedOn('M2-Q1', '12-10T11:30', 'P4', 'accept', 4))
    const end = after(accepted, undoes('M2-Q2', '12-10T12:00'))
    expect(fateOf(streamOf(end, 'P1').submission)).toEqual({ fate: 'open' })
    expect(streamOf(end, 'P4').submission.turns.map(({ turn }) => turn)).toEqual([
      'admitted',
      'accepted',
      'mergedInto'
    ])
  })
})

describe('Rule 1: the annulment', () => {
  const split = after(refining, ...room, byMeeting)

  it('of a split closes what is still open on its parts, and opens what was open on the source', () => {
    const amending = (on: string, ref: string, at: string) => (log: Log) =>
      act('ProposeAmendment', 'A4', at, {
        ref,
        ...onText(log, on),
        language: 'ar',
        operations: [{ op: 'retitle', old: textOf(log, on).text.title, new: 'عنوان آخر' }],
        materiality: 'clarifying'
      })
    const end = after(
      refining,
      amending('P1', 'P1-A1', '12-02T10:00'),
      ...room,
      byMeeting,
      amending('P4', 'P4-A1', '12-10T11:10'),
      annuls('M2-Q2', '12-10T12:00', 'M2-Q1')
    )
    expect(openAmendments(streamOf(end, 'P4').amendments)).toEqual([])
    expect(streamOf(end, 'P4').amendments.amendments['P4-A1' as never]).toMatchObject({
      fates: [{ fate: { status: 'moot', because: { kind: 'mergedInto', into: 'P1' } } }]
    })
    expect(openAmendments(streamOf(end, 'P1').amendments).map(({ ref }) => ref)).toEqual(['P1-A1'])
  })

  it('of a split that a meeting has undone finds nothing left to take back, also where it was split anew', () => {
    const anew = after(split, undoes('M2-Q2', '12-10T11:30'), log =>
      act('SplitSubmission', 'A2', '12-10T11:40', {
        ...onText(log, 'P1'),
        parts: partsOf(log).map((part, index) => ({ ...part, ref: `P${6 + index}` }))
      })
    )
    expect(refusal(anew, annuls('M2-Q3', '12-10T12:00', 'M2-Q1'))).toEqual({
      accepted: ['DecisionTaken', 'DecisionAnnulled']
    })
  })

  it('of the undoing of a split is refused: a split is made anew', () => {
    const back = after(split, undoes('M2-Q2', '12-10T11:30'))
    expect(refusal(back, annuls('M2-Q3', '12-10T12:00', 'M2-Q2'))).toMatchObject({
      tag: 'NotTakenBackByAnnulment',
      rule: 1,
      details: { subject: 'split', motion: 'undoSplit' }
    })
  })
})
