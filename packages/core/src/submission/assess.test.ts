import { act, eventsOf, refusalOf, story, submits } from '../../test/submission-story'

const told = story({ stage: 'followUp' }).after(submits('E1'), submits('P1'))
const rates = (score: string, over: object = {}, by = 'A1', when = '10:00') =>
  act('RateCriterion', by, when, {
    assessment: 'E1',
    criterion: 'إشراك الجمعيات',
    score,
    outOf: 5,
    references: [],
    evidence: [],
    ...over
  })
const defines = (ref: string, over: object = {}, when = '10:00') =>
  act('DefineIndicator', 'A1', when, {
    assessment: 'E1',
    ref,
    name: { ar: 'نسبة الربط بالماء' },
    unit: { ar: 'بالمئة' },
    dimension: 'social',
    better: 'up',
    ...over
  })
const records = (indicator: string, value: string, date: string, when = '11:00') =>
  act('RecordIndicator', 'secretary', when, { indicator, value, date, source: 'مثال توضيحي' })

describe('An assessment over time', () => {
  it('keeps every rating and every reading', () => {
    const { submission } = told.after(
      rates('2'),
      rates('3.5', {}, 'A1', '10:30'),
      defines('E1-I1', { baseline: { value: '61', date: '2021-01-01' } }),
      records('E1-I1', '64.2', '2022-12-31'),
      records('E1-I1', '66', '2023-12-31')
    )
    expect(submission('E1').ratings.map(({ score }) => score)).toEqual(['2', '3.5'])
    expect(submission('E1').indicators[0]?.readings.map(({ value }) => value)).toEqual(['64.2', '66'])
  })

  it('changes no text', () => {
    expect(told.after(rates('2')).submission('E1').texts).toEqual(told.submission('E1').texts)
  })

  it('is entered by its authors, or by the secretary for all', () => {
    expect(eventsOf(told.when(rates('2', {}, 'secretary')))).toHaveLength(1)
    expect(refusalOf(told.when(rates('2', {}, 'A4')))).toMatchObject({
      tag: 'NotAnAuthor',
      details: { authors: ['A1'] }
    })
  })

  it.each([
    ['a rating over the top', rates('5.01'), 'ScoreOutOfRange'],
    ['a rating below nothing', rates('-1'), 'ScoreOutOfRange'],
    ['a rating of a proposal', rates('2', { assessment: 'P1' }), 'NotAnAssessment'],
    ['a rating of what is not there', rates('2', { assessment: 'E9' }), 'ReferenceUnknown'],
    ['a rating with an unknown reference', rates('2', { references: ['R9'] }), 'ReferenceUnknown'],
    [
      'a rating before the assessment (rule 2)',
      rates('2', {}, 'A1', '10-31 10:00'),
      'PrecedesWhatItRefersTo'
    ],
    ['an indicator that is not the next', defines('E1-I2'), 'NumberNotNext'],
    ['a reading of an unknown indicator', records('E1-I1', '1', '2022-12-31'), 'ReferenceUnknown']
  ])('refuses %s', (_, asked, tag) => {
    expect(refusalOf(told.when(asked)).tag).toBe(tag)
  })

  it('takes the whole score, and exactly that', () => {
    expect(eventsOf(told.when(rates('5.000')))).toHaveLength(1)
  })

  it('refuses a reading dated after the act, and an act before the indicator (rule 2)', () => {
    const defined = told.after(defines('E1-I1', {}, '10:30'))
    expect(refusalOf(defined.when(records('E1-I1', '1', '2025-11-11')))).toMatchObject({
      tag: 'ReadingAfterTheAct',
      rule: 2
    })
    expect(refusalOf(defined.when(records('E1-I1', '1', '2025-11-09', '10:00'))).tag).toBe(
      'PrecedesWhatItRefersTo'
    )
  })

  it('is over where it was withdrawn', () => {
    const gone = told.after(act('WithdrawSubmission', 'A1', '09:00', { submission: 'E1' }))
    expect(refusalOf(gone.when(rates('2'))).tag).toBe('SubmissionClosed')
  })
})

describe('A rating or a reading taken back as a typing mistake', () => {
  const rated = told.after(rates('2'), defines('E1-I1'), records('E1-I1', '6.6', '2023-12-31'))
  const retracts = (entry: string, when = '12:00') =>
    act('RetractEntry', 'secretary', when, { in: 'E1', entry })

  it.each([
    ['rating', 2],
    ['reading', 4]
  ])('stays visible, struck through: a %s', (_, index) => {
    const struck = rated.after(retracts(rated.entry(index))).submission('E1')
    const entries = [...struck.ratings, ...(struck.indicators[0]?.readings ?? [])]
    expect(entries.filter(({ retracted }) => retracted !== undefined).map(({ event }) => event)).toEqual([
      rated.entry(index)
    ])
  })

  it('is said once', () => {
    expect(eventsOf(rated.after(retracts(rated.entry(2))).when(retracts(rated.entry(2), '13:00')))).toEqual(
      []
    )
  })

  it('is of a closed list: an indicator is not an entry', () => {
    expect(refusalOf(rated.when(retracts(rated.entry(3))))).toMatchObject({
      tag: 'EntryNotRetractable',
      rule: 1
    })
  })

  it('does not precede the entry (rule 2)', () => {
    expect(refusalOf(rated.when(retracts(rated.entry(2), '09:00'))).tag).toBe('PrecedesWhatItRefersTo')
  })
})
