import { clean, deepest } from './clean-text'

const expected = (value: unknown, field = 'payload.title.ar') =>
  clean(value, field).problems.map(problem => [problem.field, problem.expected])

describe('Cleaning what people give', () => {
  it('keeps text in NFC', () => {
    expect(clean('e\u0301', 'payload.title.fr')).toEqual({ value: '\u00e9', problems: [] })
  })

  it('names the field of a lone surrogate and of U+0000', () => {
    expect(expected('a\ud800b')).toEqual([['payload.title.ar', 'LoneSurrogate']])
    expect(expected('a\u0000b')).toEqual([['payload.title.ar', 'NulCharacter']])
  })

  it('lets pairs of surrogates pass: emoji and ZWJ sequences', () => {
    expect(expected('👩🏽‍🌾 ماء')).toEqual([])
  })

  it('refuses bidi overrides in names and titles, and leaves running text alone', () => {
    expect(expected('\u202eبلدية')).toEqual([['payload.title.ar', 'BidiOverride']])
    expect(expected('\u2067نص\u2069', 'payload.texts[0].blocks[0].text')).toEqual([])
  })

  it.each(['\u200b', '\u200f\u200e', '\u2060', 'ـــ', '\u0651\u064e', ' \u200d '])(
    'refuses a name, a title or a block that shows nothing: %j',
    text => {
      expect(expected(text)).toEqual([['payload.title.ar', 'NothingVisible']])
      expect(expected(text, 'payload.texts[0].blocks[0].text').map(([, tag]) => tag)).toEqual([
        'NothingVisible'
      ])
      expect(expected(text, 'payload.operations[0].new')).toEqual([])
    }
  )

  it('leaves joiners, marks and tatweel within words alone', () => {
    expect(expected('می\u200cخواهم مـــاء بَلَدِيَّة\u200f')).toEqual([])
  })

  it('refuses control characters in names and titles, save the tab', () => {
    expect(expected('ماء\u0007')).toEqual([['payload.title.ar', 'ControlCharacter']])
    expect(expected('ماء\tبئر')).toEqual([])
    expect(expected('ماء\nبئر', 'payload.names.ar')).toEqual([['payload.names.ar', 'ControlCharacter']])
    expect(expected('ماء\nبئر', 'payload.texts[0].title')).toEqual([])
  })

  it('refuses person tokens in people’s own text', () => {
    expect(expected(`{p_${'a'.repeat(26)}}`, 'payload.summary')).toEqual([['payload.summary', 'PersonToken']])
  })

  it('walks no deeper than any act goes, however deep it is given', () => {
    const deep = (levels: number): unknown =>
      Array.from({ length: levels }).reduce<unknown>(inner => [inner], 'ماء')
    expect(clean(deep(deepest), '').problems).toEqual([])
    expect(clean(deep(deepest + 1), '').problems).toMatchObject([{ expected: 'NestedTooDeep' }])
    expect(clean(deep(100_000), '').problems).toHaveLength(1)
  })

  it('refuses numbers that JSON cannot hold exactly, and null, wherever they stand', () => {
    expect(expected({ votes: [2 ** 53, null, Number.NaN] }, 'payload')).toEqual([
      ['payload.votes[0]', 'SafeInteger'],
      ['payload.votes[1]', 'NoNull'],
      ['payload.votes[2]', 'SafeInteger']
    ])
  })
})
