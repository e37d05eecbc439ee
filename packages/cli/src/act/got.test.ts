import * as E from 'fp-ts/lib/Either'
import { type CommandId } from '@ardiya/core/kernel/primitives'
import { fillIn } from './got'

const id = '01a20a9e-0000-7000-8000-000000000001' as CommandId
const got = new Map([[id, 'P3']])

describe('the reference that an earlier line got', () => {
  it('stands where a later line says "@<id>", at any depth', () => {
    expect(fillIn(got)({ a: [`@${id}`, { b: `@${id}` }], c: 1, d: true })).toEqual(
      E.right({ a: ['P3', { b: 'P3' }], c: 1, d: true })
    )
  })

  it.each(['.2', '#b1', '-m1', '@2', '-A2', '-S1-N1'])('takes what belongs to it: %s', rest => {
    expect(fillIn(got)(`@${id}${rest}`)).toEqual(E.right(`P3${rest}`))
  })

  it('is not looked for inside other words', () => {
    const words = [`see @${id}`, `@${id} and more`, '@somebody', `@${id}/x`]
    expect(fillIn(got)(words)).toEqual(E.right(words))
  })

  it('is missing where no earlier line got one: the field is named', () => {
    const other = id.replace(/1$/, '2')
    expect(fillIn(got)({ payload: { refs: ['P1', `@${other}`] } })).toEqual(
      E.left({ tag: 'LineHasNoReference', field: 'payload.refs[1]', value: `@${other}` })
    )
  })
})
