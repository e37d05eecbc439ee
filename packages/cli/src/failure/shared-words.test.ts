import { SubmissionClosed } from '@ardiya/core/submission/rejections'
import { sayRefusal } from './refusals'

const said = (details: Parameters<typeof SubmissionClosed>[2]): ReadonlyArray<string> => {
  const { message, remedy } = sayRefusal(SubmissionClosed('payload.submission', 'P1', details))
  return [message.replace('it takes no more acts of this sort: ', ''), remedy]
}

describe('Who acts on a submission that takes no more acts', () => {
  it.each([
    [
      { fate: 'mergedInto', into: ['P3'], wayBack: { motion: 'undoMerge', ref: 'P3' } },
      ['merged into P3', 'Act on P3. A meeting can undo that: subject merge P3, motion undoMerge.']
    ],
    [
      { fate: 'splitInto', into: ['P4', 'P5'], wayBack: { motion: 'undoSplit', ref: 'P1' } },
      [
        'split into P4 and P5',
        'Act on P4 and P5. A meeting can undo that: subject split P1, motion undoSplit.'
      ]
    ],
    [{ fate: 'mergedInto', into: ['P3'] }, ['merged into P3', 'Act on P3.']],
    [
      { fate: 'withdrawn', into: [] },
      ['withdrawn', 'What is withdrawn stays so: its authors can submit it again, under a new number.']
    ],
    [{ fate: 'declined', into: [] }, ['declined', 'A meeting can take the question up again.']],
    [
      { fate: 'returned', into: [] },
      ['returned', 'Its authors can mend it (ReviseText), or a meeting takes it up.']
    ],
    [
      { fate: 'proposed', into: [] },
      ['proposed', 'The merge is only proposed: make it first (MergeSubmissions).']
    ],
    [
      { fate: 'dropped', into: [] },
      ['dropped', 'The merge was dropped: act on its sources, or propose it again.']
    ]
  ])('is told what became of it and what can be done: %p', (details, words) => {
    expect(said(details)).toEqual(words)
  })
})
