import { initialSubmissionState, type Revision, type SubmissionState } from '../submission/state'
import { withBlockIds } from '../text/apply'
import { type NewText, type Text } from '../text/text'
import { textHash } from '../text/text-hash'
import { changesView } from './changes'

const text = (...words: ReadonlyArray<string>): Text =>
  withBlockIds(
    {
      language: 'ar' as Text['language'],
      title: 'الماء',
      blocks: words.map(word => ({
        kind: 'paragraph' as const,
        text: word as NewText['blocks'][number]['text']
      }))
    },
    1
  ).text

const revision = (number: number, of: Text): Revision =>
  ({
    event: '01998000-0000-7000-8000-000000000001.0',
    at: '2025-12-28T10:00:00.000+01:00',
    recordedAt: '2025-12-28T09:00:00.000Z',
    actor: { as: 'association', association: 'A1', mandate: 'A1-m1' },
    recordedBy: 'A1-m1',
    revision: number,
    text: of,
    textHash: textHash(of),
    materiality: 'substantive',
    because: { kind: 'author' }
  }) as Revision

const submission: SubmissionState = {
  ...initialSubmissionState,
  ref: 'P1' as NonNullable<SubmissionState['ref']>,
  authoritative: 'ar' as NonNullable<SubmissionState['authoritative']>,
  texts: {
    ar: [
      revision(1, text('توفير الماء')),
      revision(2, text('توفير الماء الشروب')),
      revision(3, text('توفير الماء الشروب', 'كل يوم <24 ساعة>'))
    ]
  }
}

const show = (ref: string) =>
  changesView.compute(
    {
      process: 'khemisset' as never,
      states: {
        process: undefined,
        meetings: {},
        submissions: {
          P1: {
            kind: 'submission',
            submission,
            amendments: { amendments: {}, collisions: {} },
            stands: { stands: {}, stale: [], thresholds: [] }
          }
        },
        platforms: {},
        log: 3
      },
      timeline: []
    },
    { ref, today: '2026-01-01' as never }
  ) as
    | {
        readonly from: { readonly revision: number }
        readonly to: { readonly revision: number }
        readonly html: string
        readonly markdown: string
      }
    | undefined

describe('The changes of a submission', () => {
  it('go from the first text to the last where no revision is named', () => {
    const shown = show('P1')
    expect([shown?.from.revision, shown?.to.revision]).toEqual([1, 3])
    expect(shown?.html).toContain('<ins>')
  })

  it('go from the revision before to the one that is named', () => {
    const shown = show('P1@2')
    expect([shown?.from.revision, shown?.to.revision]).toEqual([1, 2])
    expect(shown?.markdown).toContain('الشروب')
    expect(shown?.markdown).not.toContain('24')
  })

  it('go between any two revisions, and escape what people wrote', () => {
    const shown = show('P1@2..3')
    expect([shown?.from.revision, shown?.to.revision]).toEqual([2, 3])
    expect(shown?.html).toContain('&lt;24')
  })

  it('are not there for a revision or a submission that does not exist', () => {
    expect([show('P1@9'), show('P2'), show('M1')]).toEqual([undefined, undefined, undefined])
  })
})
