import * as E from 'fp-ts/lib/Either'
import fc from 'fast-check'
import {
  after,
  asked,
  association,
  type Command,
  decided,
  hashOf,
  type Journal,
  mandate,
  on,
  open,
  outcome,
  personOf,
  recorded
} from '../../test/process-story'

const theme = (ref: string): Command => asked('DefineTheme', { ref, names: { ar: 'الماء' } }, on('10-10'))
const reference = (ref: string): Command =>
  asked(
    'RegisterReference',
    {
      ref,
      title: { ar: 'خطاب العرش' },
      issuer: { ar: 'جلالة الملك' },
      kind: 'speech',
      date: '2025-07-29'
    },
    on('10-10')
  )
const authority = (ref: string): Command =>
  asked(
    'RegisterAuthority',
    { ref, names: { fr: 'Council, local level (example)' }, level: 'local', office: { ar: 'المجلس' } },
    on('10-10')
  )

describe('what is registered takes the next number', () => {
  it.each([
    ['association', association(2), 'AssociationRegistered'],
    ['theme', theme('T1'), 'ThemeDefined'],
    ['reference', reference('R1'), 'ReferenceRegistered'],
    ['authority', authority('H1'), 'AuthorityRegistered']
  ])('for an %s', (_, command, type) => {
    expect(outcome(after(open()), command)).toEqual([{ type, data: command.payload }])
  })

  it.each([
    ['association', association(3), 'A2'],
    ['theme', theme('T2'), 'T1'],
    ['reference', reference('R2'), 'R1'],
    ['authority', authority('H2'), 'H1'],
    ['mandate', mandate('A1-m3'), 'A1-m2']
  ])('and no other, for an %s', (_, command, next) => {
    expect(outcome(after(open()), command)).toMatchObject({
      tag: 'NumberNotNext',
      field: 'payload.ref',
      details: { next }
    })
  })

  it('is never given again after an association has left', () => {
    const gone = after(
      open(),
      association(2),
      asked('RecordAssociationLeft', { association: 'A2' }, on('11-01'))
    )
    expect(outcome(gone, association(2, on('11-02')))).toMatchObject({
      tag: 'NumberNotNext',
      details: { next: 'A3' }
    })
  })

  it('whatever is asked in whatever order: no accepted sequence uses a number twice', () => {
    const one = fc.integer({ min: 1, max: 5 })
    const anything: fc.Arbitrary<Command> = fc.oneof(
      one.map(n => association(n + 1)),
      one.map(n => theme(`T${n}`)),
      one.map(n => reference(`R${n}`)),
      one.map(n => authority(`H${n}`)),
      fc
        .tuple(one, one)
        .map(([a, m]) => mandate(`A${a}-m${m}`, { person: personOf('b'), commitment: hashOf('b') })),
      one.map(n => asked('RecordAssociationLeft', { association: `A${n}` }, on('11-01')))
    )
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 60 }), commands => {
        const { events } = commands.reduce<Journal>((journal, command) => {
          const decision = decided(command, journal.state)
          return E.isLeft(decision) ? journal : recorded(journal, command.occurredAt, decision.right)
        }, after(open()))
        const numbers = events.flatMap(({ data }) => ('ref' in data ? [data.ref] : []))
        expect(new Set(numbers).size).toBe(numbers.length)
      })
    )
  })
})

describe('RegisterAssociation', () => {
  it('takes a register number once', () => {
    expect(outcome(after(open()), association(2, on('10-05'), { registerNumber: '1/2011' }))).toMatchObject({
      tag: 'RegisterNumberTaken',
      field: 'payload.registerNumber',
      value: '1/2011',
      details: { by: 'A1' }
    })
  })

  it('lets an association come back under a new number after it left', () => {
    const gone = after(
      open(),
      association(2, on('10-05'), { registerNumber: '7/2015' }),
      asked('RecordAssociationLeft', { association: 'A2' }, on('11-01'))
    )
    const back = association(3, on('11-02'), { registerNumber: '7/2015' })
    expect(outcome(gone, back)).toMatchObject([{ type: 'AssociationRegistered', data: { ref: 'A3' } }])
  })
})
