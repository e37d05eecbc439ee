import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import { type Act, after, type Log, refusal, statesOf, tried } from '../../test/path-log'
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
  textOf
} from '../../test/views-story'
import { amendmentsOf, fateOf as amendmentFate, openAmendments, standingOf } from '../amendment/queries'
import { currentStands } from '../endorsement/stands'
import { fateOf, isAdmitted } from '../submission/fate'
import { currentText } from '../submission/queries'
import { operationsOn } from '../testing/text-arbitraries'

const refining = after(gathered, entered('refining', '12-01T09:00'))

const streamOf = (log: Log, ref: string) => {
  const stream = statesOf(log).submissions[ref]
  if (stream === undefined) throw new Error(`no ${ref}`)
  return stream
}

/** Something that an association says of a submission; what is refused leaves the log as it is. */
interface Said {
  readonly what: 'amend' | 'withdraw' | 'settle' | 'endorse' | 'object' | 'reword'
  readonly by: string
  readonly on: string
  readonly seed: number
}

const said = (...on: ReadonlyArray<string>): fc.Arbitrary<Said> =>
  fc.record({
    what: fc.constantFrom('amend', 'amend', 'amend', 'withdraw', 'settle', 'endorse', 'object', 'reword'),
    by: fc.constantFrom('A2', 'A3', 'A4', 'A5'),
    on: fc.constantFrom(...on),
    seed: fc.nat(1000)
  })

const actOf = ({ what, by, on, seed }: Said, at: string, log: Log): Act | undefined => {
  const { submission, amendments } = streamOf(log, on)
  const [operations = []] = fc.sample(operationsOn(textOf(log, on).text, 2), { numRuns: 1, seed })
  const why = { materiality: 'substantive', why: 'مثال توضيحي: توضيح' }
  const number = amendmentsOf(amendments).length
  switch (what) {
    case 'amend':
      return act('ProposeAmendment', by, at, {
        ref: `${on}-A${number + 1}`,
        ...onText(log, on),
        language: 'ar',
        operations,
        materiality: 'substantive'
      })
    case 'withdraw':
      return act('WithdrawAmendment', by, at, { amendment: `${on}-A${1 + (seed % (number + 1))}` })
    case 'settle': {
      const collision = Object.values(amendments.collisions)[0]
      if (collision === undefined) return undefined
      const between = [collision.collision.first.ref, collision.collision.second.ref]
      return act('ResolveCollision', submission.authors[0]?.association ?? by, at, {
        collision: collision.ref,
        resolution: { take: 'one', of: collision.hash, between, ref: between[seed % 2] },
        reason: 'مثال توضيحي: اتفقوا'
      })
    }
    case 'endorse':
      return endorsed(on, by, at)(log)
    case 'object':
      return act('RaiseObjection', by, at, {
        ...onText(log, on),
        reason: 'مثال توضيحي: الكلفة',
        blocks: ['b1']
      })
    case 'reword':
      return act('ReviseText', submission.authors[0]?.association ?? by, at, {
        ...onText(log, on),
        operations,
        ...why
      })
  }
}

const spoken = (log: Log, day: string, all: ReadonlyArray<Said>): Log =>
  all.reduce((so, one, index) => {
    const next = actOf(one, `${day}T10:${String(10 + index)}`, so)
    const result = next === undefined ? undefined : tried(so, next)
    return result !== undefined && E.isRight(result) ? result.right : so
  }, log)

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

/** All that a meeting would find of a submission on the table. */
const asFound = (log: Log, ref: string) => {
  const { submission, stands, amendments } = streamOf(log, ref)
  return {
    fate: fateOf(submission),
    admitted: isAdmitted(submission),
    text: currentText(submission),
    stands: currentStands({ submission, stands }),
    amendments: amendmentsOf(amendments).map(amendment => [
      amendment.ref,
      standingOf(amendments, amendment),
      amendment.forms
    ])
  }
}

/** Every wording that was ever submitted, as texts and as operations: none may change, and none may go. */
const wordings = (log: Log): ReadonlyArray<string> =>
  Object.entries(statesOf(log).submissions).flatMap(([ref, stream]) =>
    stream === undefined
      ? []
      : [
          ...Object.values(stream.submission.texts).flatMap(texts =>
            (texts ?? []).map(({ revision, text }) => `${ref} ${revision} ${JSON.stringify(text)}`)
          ),
          ...amendmentsOf(stream.amendments).map(
            ({ ref: amendment, forms: [form] }) => `${amendment} ${JSON.stringify(form)}`
          )
        ]
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
      { numRuns: 40, endOnFailure: true }
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
      { numRuns: 25, endOnFailure: true }
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
      { numRuns: 25, endOnFailure: true }
    )
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

describe('A split that is annulled', () => {
  it('closes what is still open on its parts, and opens what was open on the source', () => {
    const splitting = (log: Log): Act =>
      decided('M2-Q1', '12-28T11:00', { kind: 'split', ref: 'P1', ...textOfSubject(log) }, 'split', 4, {
        parts: [
          { ref: 'P4', title: 'الماء', blocks: ['b1'] },
          { ref: 'P5', title: 'الجدول', blocks: ['b2'] }
        ]
      })
    const textOfSubject = (log: Log) => {
      const { revision, textHash } = textOf(log, 'P1')
      return { revision, textHash }
    }
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
      ...held('M2', '12-28', ['A1', 'A2', 'A3', 'A4']),
      splitting,
      amending('P4', 'P4-A1', '12-28T11:10'),
      decided('M2-Q2', '12-28T11:30', { kind: 'annulment', ref: 'M2-Q1' }, 'annul', 4, {
        reason: 'مثال توضيحي: خطأ',
        affects: ['P1', 'P4', 'P5'].map(ref => `submission-khemisset.${ref}`)
      })
    )
    expect(openAmendments(streamOf(end, 'P4').amendments)).toEqual([])
    expect(streamOf(end, 'P4').amendments.amendments['P4-A1' as never]).toMatchObject({
      fates: [{ fate: { status: 'moot', because: { kind: 'mergedInto', into: 'P1' } } }]
    })
    expect(openAmendments(streamOf(end, 'P1').amendments).map(({ ref }) => ref)).toEqual(['P1-A1'])
  })
})
