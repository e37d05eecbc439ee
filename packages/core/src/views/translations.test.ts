import { after, found, type Log, shown } from '../../test/path-log'
import { act, gathered, onText, replacing, textOf } from '../../test/views-story'

const translated = (log: Log): Log =>
  after(
    log,
    act('TranslateText', 'A4', '11-14T09:00', {
      submission: 'P3',
      language: 'fr',
      title: 'Réparer les routes',
      blocks: [{ id: 'b1', kind: 'paragraph', text: 'Réparer la route du souk hebdomadaire' }],
      of: textOf(log, 'P3').textHash
    })
  )

const revised = (old: string, wanted: string, at: string) => (log: Log) =>
  act('ReviseText', 'A4', at, {
    ...onText(log, 'P3'),
    operations: [replacing(log, 'P3', 'b1', old, wanted)],
    materiality: 'clarifying'
  })

const rowOf = (log: Log) => found(shown(log, 'translations', { ref: 'P3' }), 'submissions', 'submission=P3')

describe('The translations view', () => {
  it('says what each translation renders, and which languages of the process are missing', () => {
    expect(rowOf(gathered)).toMatchObject({ original: 'ar', translations: [], missing: ['fr'] })
    const row = rowOf(translated(gathered))
    expect(row).toMatchObject({ missing: [], revision: 1 })
    expect(found(row, 'translations', 'language=fr')).toMatchObject({
      title: 'Réparer les routes',
      revision: 1,
      rendersRevision: 1,
      stale: false,
      by: { association: 'A4' }
    })
    expect(found(row, 'translations', 'language=fr', 'changed')).toBeUndefined()
  })

  it('shows of a stale one what has changed in the original since it was made, over all revisions', () => {
    const log = after(
      translated(gathered),
      revised('الأسبوعي', 'الكبير', '11-15T09:00'),
      revised('الطريق', 'الطرق', '11-16T09:00')
    )
    expect(found(rowOf(log), 'translations', 'language=fr')).toMatchObject({
      stale: true,
      rendersRevision: 1,
      changed: {
        from: 1,
        to: 3,
        blocks: [
          {
            id: 'b1',
            tag: 'changed',
            runs: [
              {},
              { tag: 'deleted', words: 'الطريق' },
              { tag: 'inserted', words: 'الطرق' },
              {},
              { tag: 'deleted', words: 'الأسبوعي' },
              { tag: 'inserted', words: 'الكبير' }
            ]
          }
        ]
      }
    })
    expect(found(shown(log, 'today'), 'waiting', 'what=translationToRenew')).toMatchObject({
      ref: 'P3',
      about: ['fr']
    })
  })

  it('is up to date again where the original reads again as it was translated', () => {
    const log = after(
      translated(gathered),
      revised('الأسبوعي', 'الكبير', '11-15T09:00'),
      revised('الكبير', 'الأسبوعي', '11-16T09:00')
    )
    expect(found(rowOf(log), 'translations', 'language=fr')).toMatchObject({
      stale: false,
      rendersRevision: 3
    })
  })

  it('leaves out what has no text yet, and knows no other reference', () => {
    expect(shown(gathered, 'translations', { ref: 'P99' })).toBeUndefined()
  })
})
