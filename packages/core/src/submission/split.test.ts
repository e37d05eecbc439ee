import {
  act,
  arabic,
  endorses,
  eventsOf,
  objects,
  refusalOf,
  revises,
  type Story,
  story,
  submits
} from '../../test/submission-story'
import { fateOf } from './fate'
import { authorsOf, currentText } from './queries'

const told = story().after(
  submits('P1', {
    coAuthors: ['A2'],
    texts: [arabic('الماء والطرق', 'توفير الماء', 'إصلاح الشبكة', 'تعبيد الطرق')]
  }),
  endorses('P1', 'A5', '09:00', { reservations: [{ block: 'b3', reason: 'الكلفة' }] }),
  objects('P1', 'A6', '09:10', { blocks: ['b1'] }),
  objects('P1', 'A7', '09:20')
)
const parts = (...over: ReadonlyArray<object>) => [
  { ref: 'P2', title: 'الماء', blocks: ['b1', 'b2'], ...over[0] },
  { ref: 'P3', title: 'الطرق', blocks: ['b3'], themes: ['T2'], ...over[1] }
]
const splits = (when: string, over: object = {}, by = 'A1') =>
  act('SplitSubmission', by, when, { submission: 'P1', parts: parts(), reason: 'مطلبان مختلفان', ...over })
const undoes = (when: string) => act('undoSplit', 'A1', when, { submission: 'P1', reason: 'خطأ' })
const split = told.after(splits('10:00'))

describe('SplitSubmission', () => {
  it('makes the parts and closes the source, in one append', () => {
    const events = eventsOf(told.when(splits('10:00')))
    expect(events.map(({ type }) => type)).toEqual([
      'SplitFrom',
      'TextRevised',
      'SplitFrom',
      'TextRevised',
      'SubmissionSplit'
    ])
    expect(events[2]?.data).toMatchObject({
      ref: 'P3',
      source: { ref: 'P1', revision: 1 },
      blocks: [{ block: 'b1', from: ['P1#b3'] }],
      themes: ['T2']
    })
    expect(fateOf(split.submission('P1'))).toMatchObject({ fate: 'splitInto', into: ['P2', 'P3'] })
    expect(authorsOf(split.submission('P3'))).toEqual(['A1', 'A2'])
  })

  it('loses no word: the parts together read as the source', () => {
    const wordsOf = (ref: string) => currentText(split.submission(ref))?.blocks.map(({ text }) => text) ?? []
    expect([...wordsOf('P2'), ...wordsOf('P3')]).toEqual(wordsOf('P1'))
  })

  it('lets each part inherit what concerns it, with the block where it now is', () => {
    expect(split.submission('P2').splitFrom?.stands).toEqual([
      { association: 'A5', kind: 'endorsement', from: ['P1'] },
      {
        association: 'A6',
        kind: 'objection',
        from: ['P1'],
        reason: 'غير دقيق',
        points: [{ from: 'P1#b1', block: 'b1' }]
      },
      { association: 'A7', kind: 'objection', from: ['P1'], reason: 'غير دقيق' }
    ])
    expect(split.submission('P3').splitFrom?.stands).toEqual([
      {
        association: 'A5',
        kind: 'reservation',
        from: ['P1'],
        points: [{ from: 'P1#b3', block: 'b1', reason: 'الكلفة' }]
      },
      { association: 'A7', kind: 'objection', from: ['P1'], reason: 'غير دقيق' }
    ])
  })

  it('is admitted where the source was', () => {
    const admitted = told.after(act('AdmitSubmission', 'secretary', '09:30', { submission: 'P1' }))
    expect(
      eventsOf(admitted.when(splits('10:00'))).filter(({ type }) => type === 'SubmissionAdmitted')
    ).toHaveLength(2)
  })

  it('of what a meeting accepted is the meeting’s', () => {
    const accepted = told.after(act('accept', 'A1', '09:30', { submission: 'P1' }))
    expect(refusalOf(accepted.when(splits('10:00'))).tag).toBe('DecidedByMeeting')
    const byMeeting = act('split', 'A9', '10:00', { submission: 'P1', parts: parts() })
    expect(eventsOf(accepted.when(byMeeting)).at(-1)).toMatchObject({
      type: 'SubmissionSplit',
      data: { decision: 'M2-Q1' }
    })
  })

  it.each([
    ['by who is not its author', splits('10:00', {}, 'A5'), 'NotAnAuthor'],
    ['into one part', splits('10:00', { parts: parts().slice(0, 1) }), 'TooFewParts'],
    ['into two parts of one number', splits('10:00', { parts: parts({}, { ref: 'P2' }) }), 'NamedTwice'],
    ['into a number that is taken', splits('10:00', { parts: parts({}, { ref: 'P1' }) }), 'NumberNotNext'],
    ['into another kind', splits('10:00', { parts: parts({}, { ref: 'D2' }) }), 'LetterOfAnotherKind'],
    ['with a part of no blocks', splits('10:00', { parts: parts({}, { blocks: [] }) }), 'PartWithoutBlocks'],
    [
      'with a block that is not there',
      splits('10:00', { parts: parts({}, { blocks: ['b9'] }) }),
      'ReferenceUnknown'
    ],
    [
      'with a block in two parts',
      splits('10:00', { parts: parts({}, { blocks: ['b2', 'b3'] }) }),
      'NamedTwice'
    ],
    ['that leaves a block out', splits('10:00', { parts: parts({ blocks: ['b1'] }) }), 'BlocksLeftOut'],
    [
      'with a title that cannot be recorded',
      splits('10:00', { parts: parts({ title: ' الماء' }) }),
      'TextNotRecordable'
    ],
    ['with an unknown theme', splits('10:00', { parts: parts({}, { themes: ['T9'] }) }), 'ReferenceUnknown'],
    [
      'of another text (rule 16)',
      splits('10:00', { revision: 1, textHash: `sha256:${'0'.repeat(64)}` }),
      'TextHasMoved'
    ]
  ])('is refused %s', (_, asked, tag) => {
    expect(refusalOf(told.when(asked)).tag).toBe(tag)
  })

  it('is refused before the last revision (rule 2), and twice', () => {
    const revised = told.after(revises('P1', '11:00', ['b1', 'توفير', 'تعميم']))
    expect(refusalOf(revised.when(splits('10:00'))).tag).toBe('LaterRevisionRecorded')
    expect(refusalOf(split.when(splits('11:00'))).tag).toBe('SubmissionClosed')
  })
})

describe('A split taken back', () => {
  it('gives back the fate, the text and the stands; the parts are listed as merged into it', () => {
    const deferred = told.after(act('defer', 'A1', '09:30', { submission: 'P1' }))
    const undone = deferred.after(splits('10:00'), undoes('11:00'))
    expect(fateOf(undone.submission('P1'))).toEqual(fateOf(deferred.submission('P1')))
    expect(undone.submission('P1').splitInto).toBeUndefined()
    expect(undone.stands('P1')).toEqual(told.stands('P1'))
    expect(fateOf(undone.submission('P2'))).toMatchObject({ fate: 'mergedInto', into: ['P1'] })
  })

  it('is of a split that holds, after it, and while its parts are there', () => {
    expect(refusalOf(told.when(undoes('11:00')))).toMatchObject({
      tag: 'NotSplit',
      details: { fate: 'open' }
    })
    expect(refusalOf(split.after(undoes('11:00')).when(undoes('12:00'))).tag).toBe('NotSplit')
    expect(refusalOf(split.when(undoes('09:50'))).tag).toBe('LaterFateRecorded')
  })

  const again = [
    { ref: 'P4', title: 'الماء', blocks: ['b1'] },
    { ref: 'P5', title: 'الشبكة', blocks: ['b2'] }
  ]
  it.each([
    ['declined', act('decline', 'A1', '10:30', { submission: 'P3', reason: 'خارج الاختصاص' }), {}],
    ['returned', act('ReturnSubmission', 'secretary', '10:30', { submission: 'P3', reason: 'نقص' }), {}],
    [
      'split itself',
      act('SplitSubmission', 'A1', '10:30', { submission: 'P2', parts: again }),
      { wayBack: { motion: 'undoSplit', ref: 'P2' } }
    ]
  ])('is refused while a part is %s, and says what can be done about it', (fate, did, details) => {
    const refused = refusalOf(split.after(did).when(undoes('11:00')))
    expect(refused).toMatchObject({ tag: 'SubmissionClosed', field: 'payload.sources', details })
    expect('wayBack' in (refused.details as object)).toBe('wayBack' in details)
    expect((refused.details as { readonly fate: string }).fate).toContain(fate.split(' ')[0])
  })

  it('is refused where it is dated before what became of a part (rule 2)', () => {
    const deferred = split.after(act('defer', 'A1', '11:00', { submission: 'P2' }))
    expect(refusalOf(deferred.when(undoes('10:30'))).tag).toBe('LaterFateRecorded')
    expect(fateOf(deferred.after(undoes('11:30')).submission('P1'))).toEqual({ fate: 'open' })
  })

  it('lets the source be split anew, and that be undone too', () => {
    const anew = split.after(undoes('11:00'), splits('12:00', { parts: parts({ ref: 'P4' }, { ref: 'P5' }) }))
    expect(fateOf(anew.submission('P1'))).toMatchObject({ fate: 'splitInto', into: ['P4', 'P5'] })
    const back = anew.after(undoes('13:00'))
    expect(fateOf(back.submission('P1'))).toEqual({ fate: 'open' })
    expect(fateOf(back.submission('P5'))).toMatchObject({ fate: 'mergedInto', into: ['P1'] })
  })
})

describe('Who asks for what went elsewhere', () => {
  const asked = (told: Story, ref: string) => refusalOf(told.when(endorses(ref, 'A8', '12:00'))).details

  it('is told how a meeting can undo a split', () => {
    expect(asked(split, 'P1')).toEqual({
      fate: 'splitInto',
      into: ['P2', 'P3'],
      wayBack: { motion: 'undoSplit', ref: 'P1' }
    })
  })

  it('is told of no way where the split has been undone', () => {
    expect(asked(split.after(undoes('11:00')), 'P2')).toEqual({ fate: 'mergedInto', into: ['P1'] })
  })
})
