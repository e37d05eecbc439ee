import { act, arabic, eventsOf, refusalOf, story, submits } from '../../test/submission-story'
import { textHash } from '../text/text-hash'
import { authorsOf, currentText, languagesOf, staleTranslations } from './queries'

const french = {
  language: 'fr',
  title: 'Fournir l’eau',
  blocks: [
    { kind: 'paragraph', text: 'Fournir l’eau potable' },
    { kind: 'paragraph', text: 'Réparer le vieux réseau' }
  ]
}
const water = arabic('توفير الماء', 'توفير الماء الصالح للشرب', 'إصلاح الشبكة القديمة')

describe('Submit', () => {
  it('receives a proposal with its first text, block ids from b1, and its hash', () => {
    const events = eventsOf(story().when(submits('P1', { coAuthors: ['A2'] })))
    expect(events).toMatchObject([
      { type: 'SubmissionReceived', data: { ref: 'P1', association: 'A1', coAuthors: ['A2'] } },
      {
        type: 'TextRevised',
        data: {
          revision: 1,
          language: 'ar',
          blocks: [{ id: 'b1' }, { id: 'b2' }],
          because: { kind: 'received' }
        }
      }
    ])
    expect(events[1]?.data).toMatchObject({ textHash: textHash(water as never) })
  })

  it('keeps a translation tied to the text that it renders, with the same block ids', () => {
    const { submission } = story().after(submits('P1', { texts: [water, french] }))
    const P1 = submission('P1')
    expect(languagesOf(P1)).toEqual(['ar', 'fr'])
    expect(currentText(P1, languagesOf(P1)[1])?.blocks.map(({ id }) => id)).toEqual(['b1', 'b2'])
    expect(staleTranslations(P1)).toEqual([])
    expect(P1.nextBlock).toBe(3)
  })

  it('makes the association and its co-authors its authors', () => {
    expect(
      authorsOf(
        story()
          .after(submits('P1', { coAuthors: ['A3', 'A2'] }))
          .submission('P1')
      )
    ).toEqual(['A1', 'A3', 'A2'])
  })

  it('lets a proposal answer a diagnosis that came before it', () => {
    const told = story().after(submits('D1'))
    expect(eventsOf(told.when(submits('P1', { answers: ['D1'], when: '11-02 10:00' })))).toHaveLength(2)
  })

  it('is accepted late where the charter takes late submissions', () => {
    const terms = { submissionsUntil: '2025-10-31', lateSubmissions: 'accepted' } as never
    expect(eventsOf(story({ terms }).when(submits('P1')))).toHaveLength(2)
  })

  describe('is refused', () => {
    const late = { submissionsUntil: '2025-10-31', lateSubmissions: 'refused' } as never
    const empty = arabic('توفير الماء')
    const french1 = { ...french, blocks: french.blocks.slice(1) }
    const authority = { kind: 'council', level: 'local', term: { from: '2021-09-08', until: '2027-09-08' } }
    const policy = { kind: 'policy', name: { ar: 'سياسة' } }

    it.each([
      ['under the letter of another kind', { kind: 'diagnosis' }, 'LetterOfAnotherKind', { letter: 'D' }],
      ['with an unknown theme', { themes: ['T7'] }, 'ReferenceUnknown', { kind: 'theme' }],
      ['with an unknown reference', { references: ['R7'] }, 'ReferenceUnknown', { kind: 'reference' }],
      ['with an unknown co-author', { coAuthors: ['A77'] }, 'ReferenceUnknown', { kind: 'association' }],
      [
        'with a suspended co-author (rule 3)',
        { coAuthors: ['A98'] },
        'CoAuthorNotEligible',
        { standing: 'suspended' }
      ],
      ['with itself as a co-author', { coAuthors: ['A1'] }, 'NamedTwice', {}],
      ['at an unknown meeting', { meeting: 'M9' }, 'ReferenceUnknown', { kind: 'meeting' }],
      [
        'before the meeting was called (rule 2)',
        { meeting: 'M1', when: '10-31 10:00' },
        'PrecedesWhatItRefersTo',
        { refersTo: 'M1' }
      ],
      [
        'without the authoritative language first',
        { texts: [french] },
        'AuthoritativeTextMissing',
        { language: 'ar' }
      ],
      ['with two texts in one language', { texts: [water, water] }, 'NamedTwice', {}],
      [
        'with a translation of other blocks',
        { texts: [water, french1] },
        'TranslationDiffers',
        { original: ['b1 paragraph', 'b2 paragraph'] }
      ],
      ['with an empty text', { texts: [empty] }, 'TextNotRecordable', { problem: 'TextEmpty' }],
      [
        'with the name of a person in it',
        { texts: [arabic('عنوان', `{p_${'a'.repeat(26)}}`)] },
        'TextNotRecordable',
        { problem: 'PersonTokenNotAllowed' }
      ],
      [
        'with languages of more than 160 KiB together',
        {
          texts: [
            arabic('عنوان', 'ا'.repeat(60_000)),
            { ...arabic('عنوان', 'ا'.repeat(60_000)), language: 'zgh' }
          ]
        },
        'TextNotRecordable',
        { problem: 'TextTooLong' }
      ],
      [
        'with a subject, if it is no assessment',
        { subject: policy },
        'SubjectOnlyOfAssessments',
        { kind: 'proposal' }
      ],
      ['without a subject, if it is an assessment', { ref: 'E1', kind: 'assessment' }, 'SubjectMissing', {}],
      [
        'with an unknown authority as its subject',
        { ref: 'E1', kind: 'assessment', subject: { ...authority, authority: 'H9' } },
        'ReferenceUnknown',
        { kind: 'authority' }
      ],
      [
        'with an unknown reference as its subject',
        { ref: 'E1', kind: 'assessment', subject: { ...policy, reference: 'R9' } },
        'ReferenceUnknown',
        { kind: 'reference' }
      ],
      [
        'as a diagnosis that answers',
        { ref: 'D1', kind: 'diagnosis', answers: ['D1'] },
        'OnlyProposalsAnswer',
        { kind: 'diagnosis' }
      ],
      ['as an answer to a proposal', { answers: ['P1'] }, 'OnlyDiagnosesAreAnswered', {}],
      ['as an answer to what is not there', { answers: ['D1'] }, 'ReferenceUnknown', { kind: 'submission' }]
    ])('%s', (_, over, tag, details) => {
      expect(refusalOf(story().when(submits('P1', over)))).toMatchObject({ tag, details })
    })

    it('after the charter’s day (rule 6)', () => {
      expect(refusalOf(story({ terms: late }).when(submits('P1')))).toMatchObject({
        tag: 'SubmissionsAreOver',
        rule: 6,
        details: { until: '2025-10-31' }
      })
    })

    it('under a number that is taken', () => {
      expect(refusalOf(story().after(submits('P1')).when(submits('P1')))).toMatchObject({
        tag: 'NumberNotNext',
        field: 'payload.ref',
        details: { next: 'P2' }
      })
    })

    it('before the diagnosis that it answers (rule 2)', () => {
      const told = story().after(submits('D1', { when: '11-03 10:00' }))
      expect(refusalOf(told.when(submits('P1', { answers: ['D1'], when: '11-02 10:00' })))).toMatchObject({
        tag: 'PrecedesWhatItRefersTo',
        rule: 2
      })
    })

    it('in the name of an office', () => {
      const { payload } = submits('P1')
      expect(refusalOf(story().when(act('Submit', 'secretary', '10:00', payload)))).toMatchObject({
        tag: 'NotAnAssociation'
      })
    })
  })
})
