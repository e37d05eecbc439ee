import * as E from 'fp-ts/lib/Either'
import fc from 'fast-check'
import { act, eventsOf, refusalOf, revises, story, submits } from '../../test/submission-story'
import { newText } from '../testing/text-arbitraries'
import { withBlockIds } from '../text/apply'
import { type BlockId } from '../text/text'
import { textHash } from '../text/text-hash'
import { submissionEvents } from './events'
import { currentRevision, currentText, revisionsOf, textAt } from './queries'
import { reviseText } from './revise-text'
import { initialSubmissionState } from './state'
import { at } from '../../test/submission-story'

const brought = story().after(submits('P1', { coAuthors: ['A2'] }))
const clean = ['b1', 'توفير', 'تعميم'] as const
const pipes = ['b2', 'إصلاح', 'تجديد'] as const

describe('ReviseText', () => {
  it('puts the author’s own text in other words: the next revision, whole, with its cause', () => {
    expect(eventsOf(brought.when(revises('P1', '10:00', clean)))).toMatchObject([
      {
        type: 'TextRevised',
        data: { revision: 2, title: 'توفير الماء', because: { kind: 'author' }, materiality: 'substantive' }
      }
    ])
  })

  it('keeps every text that was (rule 1)', () => {
    const told = brought.after(revises('P1', '10:00', clean), revises('P1', '11:00', pipes))
    expect(
      revisionsOf(told.submission('P1')).map(({ text }) => text.blocks.map(({ text: words }) => words))
    ).toEqual([
      ['توفير الماء الصالح للشرب', 'إصلاح الشبكة القديمة'],
      ['تعميم الماء الصالح للشرب', 'إصلاح الشبكة القديمة'],
      ['تعميم الماء الصالح للشرب', 'تجديد الشبكة القديمة']
    ])
  })

  it('is open to every author', () => {
    expect(eventsOf(brought.when({ ...revises('P1', '10:00', clean), by: 'A2' }))).toHaveLength(1)
  })

  it('needs no reason while proposals are gathered, and one afterwards', () => {
    const silent = { ...revises('P1', '11-02 10:00', clean) }
    const { why: _why, ...payload } = silent.payload
    const gathering = story({ stage: 'gathering' }).after(submits('P1'))
    expect(eventsOf(gathering.when({ ...silent, payload }))).toHaveLength(1)
    expect(refusalOf(brought.when({ ...silent, payload }))).toMatchObject({
      tag: 'ReasonMissing',
      field: 'payload.why'
    })
  })

  it('never gives a block id twice, also after its block is gone', () => {
    const insert = (when: string) =>
      revises('P1', when, clean, {
        operations: [{ op: 'insert', after: 'b2', blocks: [{ kind: 'paragraph', text: 'مراقبة الجودة' }] }]
      })
    const remove = revises('P1', '11:00', clean, {
      operations: [{ op: 'delete', block: 'b3', old: 'مراقبة الجودة' }]
    })
    const told = brought.after(insert('10:00'), remove, insert('12:00'))
    expect(currentText(told.submission('P1'))?.blocks.map(({ id }) => id)).toEqual(['b1', 'b2', 'b4'])
  })

  it('is nothing new where the words stay as they are', () => {
    const twice = [
      { op: 'insert', after: 'b1', blocks: [{ kind: 'paragraph', text: 'إصلاح الشبكة القديمة' }] },
      { op: 'delete', block: 'b2', old: 'إصلاح الشبكة القديمة' }
    ]
    expect(eventsOf(brought.when(revises('P1', '10:00', clean, { operations: twice })))).toEqual([])
  })

  describe('is refused', () => {
    const revised = brought.after(revises('P1', '11:00', clean))
    const old = { revision: 1, textHash: currentRevision(brought.submission('P1'))?.textHash }

    it.each([
      [
        'of another’s text',
        brought,
        { ...revises('P1', '10:00', clean), by: 'A3' },
        'NotAnAuthor',
        undefined
      ],
      [
        'of a submission that is not there',
        brought,
        revises('P9', '10:00', clean, old),
        'ReferenceUnknown',
        undefined
      ],
      [
        'before it was brought (rule 2)',
        brought,
        revises('P1', '10-31 10:00', clean),
        'PrecedesWhatItRefersTo',
        2
      ],
      ['on a text that has moved (rule 16)', revised, revises('P1', '12:00', pipes, old), 'TextHasMoved', 16],
      [
        'dated before the last revision (rule 2)',
        revised,
        revises('P1', '10:00', pipes),
        'LaterRevisionRecorded',
        2
      ],
      [
        'with words that the text does not say (rule 7)',
        brought,
        revises('P1', '10:00', ['b1', 'منع', 'تعميم']),
        'QuotationDiffers',
        7
      ],
      [
        'in a block that is not there',
        brought,
        revises('P1', '10:00', ['b7', 'توفير', 'تعميم']),
        'TextNotRecordable',
        undefined
      ],
      [
        'of a withdrawn submission',
        brought.after(act('WithdrawSubmission', 'A1', '09:00', { submission: 'P1' })),
        revises('P1', '10:00', clean),
        'SubmissionClosed',
        undefined
      ],
      [
        'in the name of an office',
        brought,
        { ...revises('P1', '10:00', clean), by: 'secretary' },
        'NotAnAssociation',
        3
      ]
    ])('%s', (_, told, asked, tag, rule) => {
      const refused = refusalOf(told.when(asked))
      expect(refused.tag).toBe(tag)
      expect(refused.rule).toBe(rule)
    })

    it('where the text with all its languages would be too long', () => {
      const grows = revises('P1', '10:00', clean, {
        operations: [{ op: 'insert', after: 'b2', blocks: [{ kind: 'paragraph', text: 'ا'.repeat(90_000) }] }]
      })
      expect(refusalOf(brought.when(grows))).toMatchObject({
        tag: 'TextNotRecordable',
        details: { problem: 'TextTooLong' }
      })
    })
  })
})

describe('The text at an instant (rule 2)', () => {
  const told = brought.after(revises('P1', '11:00', clean))

  it.each([
    ['before it was brought', '10-31 10:00', undefined],
    ['before it was revised', '10:59', 1],
    ['from its revision on', '11:00', 2]
  ])('%s', (_, when, revision) => {
    expect(textAt(told.submission('P1'), at(when))?.revision).toBe(revision)
  })
})

describe('Every TextRevised', () => {
  it('decodes, and is bound to its words', () => {
    fc.assert(
      fc.property(newText(), written => {
        const { text } = withBlockIds(written, 1)
        const data = reviseText(initialSubmissionState, {
          text,
          materiality: 'substantive',
          because: { kind: 'received' }
        })
        expect(E.isRight(submissionEvents.TextRevised.decode(data))).toBe(true)
        expect(data.textHash).toBe(textHash(written))
        expect(data.blocks[0]?.id).toBe('b1' as BlockId)
      })
    )
  })
})
