import { readable } from './readable'

const reading = { language: 'ar', languages: ['ar', 'fr'], terminal: false }

describe('a view for a person', () => {
  it('shows fields as lines and like rows as a table', () => {
    const shown = readable(reading, {
      stage: 'refining',
      title: { ar: 'مسار', fr: 'Parcours' },
      rows: [
        { ref: 'P1', fate: 'open' },
        { ref: 'P10', fate: null }
      ],
      notes: ['a', 'b']
    })
    expect(shown).toEqual([
      'stage: refining',
      'title: مسار',
      'rows:',
      '  ref  fate',
      '  P1   open',
      '  P10  —',
      'notes: a, b'
    ])
  })

  it('shows nested rows one below the other', () => {
    expect(
      readable(reading, [{ ref: 'P1', blocks: [{ id: 'b1', text: 'سطر\nآخر' }] }, { ref: 'P2' }])
    ).toEqual([
      '- ref: P1',
      '  blocks:',
      '    - id: b1',
      '      text:',
      '        سطر',
      '        آخر',
      '- ref: P2'
    ])
  })

  it('puts words that run from right to left into an isolate, only on a terminal', () => {
    const onTerminal = { ...reading, terminal: true }
    expect(readable(onTerminal, { title: 'مسار 2021–2035', ref: 'P1' })).toEqual([
      'title: \u2068مسار 2021–2035\u2069',
      'ref: P1'
    ])
  })

  it('reads words in the language that is asked for, else in one there is', () => {
    const inFrench = { ...reading, language: 'fr' }
    expect(readable(inFrench, { title: { ar: 'مسار', fr: 'Parcours' } })).toEqual(['title: Parcours'])
    expect(readable(inFrench, { title: { ar: 'مسار' } })).toEqual(['title: مسار'])
  })
})
