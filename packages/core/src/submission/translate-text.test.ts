import { act, eventsOf, refusalOf, revises, story, submits } from '../../test/submission-story'
import { type Language } from '../kernel/primitives'
import { currentRevision, revisionsOf, staleTranslations } from './queries'

const told = story().after(submits('P1'))
const original = currentRevision(told.submission('P1'))

const translates = (when: string, over: object = {}) =>
  act('TranslateText', 'A1', when, {
    submission: 'P1',
    language: 'fr',
    title: 'Fournir l’eau',
    blocks: [
      { id: 'b1', kind: 'paragraph', text: 'Fournir l’eau potable' },
      { id: 'b2', kind: 'paragraph', text: 'Réparer le réseau' }
    ],
    of: original?.textHash,
    revision: 1,
    ...over
  })

const { payload } = translates('10:00')
const { revision: _revision, ...translation } = payload
const french = { ...translates('10:00'), payload: translation }
const other = (over: object, when = '10:00') => ({
  ...french,
  at: when,
  payload: { ...translation, ...over }
})

describe('TranslateText', () => {
  it('renders the text with the same block ids, and says of which text it is', () => {
    expect(eventsOf(told.when(french))).toMatchObject([
      {
        type: 'TextRevised',
        data: { revision: 1, language: 'fr', of: original?.textHash, because: { kind: 'translation' } }
      }
    ])
  })

  it('is stale once the original moves on, and is never dropped', () => {
    const moved = told.after(french, revises('P1', '11:00', ['b1', 'توفير', 'تعميم']))
    expect(staleTranslations(told.after(french).submission('P1'))).toEqual([])
    expect(staleTranslations(moved.submission('P1'))).toEqual(['fr'])
    expect(revisionsOf(moved.submission('P1'), 'fr' as Language)).toHaveLength(1)
  })

  it('is current again when it renders the new text, in the same words too', () => {
    const moved = told.after(french, revises('P1', '11:00', ['b1', 'توفير', 'تعميم']))
    const of = currentRevision(moved.submission('P1'))?.textHash
    const again = moved.after(other({ of }, '12:00'))
    expect(staleTranslations(again.submission('P1'))).toEqual([])
    expect(revisionsOf(again.submission('P1'), 'fr' as Language)).toHaveLength(2)
  })

  it('does not stand twice in the same words', () => {
    expect(eventsOf(told.after(french).when({ ...french, at: '11:00' }))).toEqual([])
  })

  it.each([
    ['into the authoritative language', other({ language: 'ar' }), 'NotATranslation'],
    ['of a text that has moved (rule 16)', other({ of: `sha256:${'0'.repeat(64)}` }), 'TextHasMoved'],
    [
      'with other blocks',
      other({ blocks: [{ id: 'b9', kind: 'paragraph', text: 'x' }] }),
      'TranslationDiffers'
    ],
    ['with words that cannot be recorded', other({ title: ' Eau' }), 'TextNotRecordable'],
    ['by who is not its author', { ...french, by: 'A5' }, 'NotAnAuthor'],
    ['before it was brought (rule 2)', { ...french, at: '10-31 10:00' }, 'PrecedesWhatItRefersTo']
  ])('is refused %s', (_, asked, tag) => {
    expect(refusalOf(told.when(asked)).tag).toBe(tag)
  })

  it('is refused before the last rendering in that language (rule 2)', () => {
    const later = told.after({ ...french, at: '12:00' })
    expect(refusalOf(later.when(other({ title: 'Eau' })))).toMatchObject({
      tag: 'PrecedesWhatItRefersTo',
      rule: 2
    })
  })
})
