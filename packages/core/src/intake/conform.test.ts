import { Actor } from '../kernel/envelope'
import { Localized } from '../kernel/primitives'
import { list, oneOf, shape } from '../kernel/shapes'
import { conform, fieldsOf } from './conform'
import { Input } from './input'
import { inputCodec } from './inputs'

const told = (codec: Parameters<typeof conform>[0], value: unknown): ReadonlyArray<string> =>
  conform(codec, value, 'x').problems.map(({ field, expected }) => `${field} ${expected}`)

describe('what is said of a field that is not as it must be', () => {
  it('is the kind of thing that belongs there, and never the name of a whole shape', () => {
    expect(told(Input, 42)).toEqual(['x Object'])
    expect(told(Input, [])).toEqual(['x Object'])
    expect(told(inputCodec('DefineTheme'), 'words')).toEqual(['x Object'])
    expect(told(list(oneOf('a', 'b')), 'a')).toEqual(['x List'])
    expect(told(Input, { name: 'A', actor: 'A1-m2', payload: [] })).toEqual([
      'x.actor Object',
      'x.payload Object'
    ])
  })

  it('is the word that tells the members of a union apart, where that is missing or none of theirs', () => {
    expect(told(Actor, { mandate: 'A1-m1' })).toEqual(['x.as Missing'])
    expect(told(Actor, { as: 'secretary', mandate: 'A1-m1' })).toEqual([
      'x.as "association" | "office" | "meeting"'
    ])
  })

  it('is about the one member that is meant, where that word is right', () => {
    expect(told(Actor, { as: 'office', office: 'chair', mandate: 'm1' })).toEqual(['x.mandate MandateRef'])
    expect(told(Actor, { as: 'meeting', meeting: 'M1', mandate: 'A1-m1' })).toEqual(['x.mandate UnknownKey'])
    const operations = shape({ operations: inputCodecOf('ProposeAmendment', 'operations') })
    expect(
      told(operations, { operations: [{ op: 'insert', after: 'b1', blocks: [{ kind: 'item', text: 'a' }] }] })
    ).toEqual(['x.operations[0].blocks[0].level Missing'])
  })

  it('is about the fields of an object, where the other members of the union are words', () => {
    const person = inputCodecOf('GrantMandate', 'person')
    expect(told(person, { name: 'ن', phone: true })).toEqual(['x.phone Words'])
    expect(told(person, 'A2')).toEqual(['x PersonRef'])
  })

  it('names the language that is none, and what is known where a key is not', () => {
    expect(told(Localized, { 'arabic!': 'ماء' })).toEqual(['x.arabic! Language'])
    expect(told(Localized, { ar: '' })).toEqual(['x Localized'])
    expect(conform(shape({ names: Localized }), { names: { ar: 'ماء' }, nmaes: 1 }, '').problems).toEqual([
      { field: 'nmaes', value: 1, expected: 'UnknownKey', known: ['names'] }
    ])
  })
})

function inputCodecOf(name: Parameters<typeof inputCodec>[0], field: string): Parameters<typeof conform>[0] {
  const fields = fieldsOf(inputCodec(name))
  if (fields?.codecs[field] === undefined) throw new Error(`${name} has no ${field}`)
  return fields.codecs[field]
}
