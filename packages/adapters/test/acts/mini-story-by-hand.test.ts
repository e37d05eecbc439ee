/**
 * docs/spec/mini-story/README.md: the answers that a person worked out from the story and the rules, held against the
 * expected views. Those are written by the code and then read; these are not written by it at all.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalText } from '@ardiya/core/kernel/canonical'
import { type Json } from '@ardiya/core/kernel/primitives'
import { type Order, orders } from './mini-story'

const folder = join(__dirname, '../../../../docs/spec/mini-story')

interface Worked {
  readonly question: string
  /** One for both orders of typing, or one for each. */
  readonly answers: ReadonlyArray<Json>
  readonly view: string
  readonly path: ReadonlyArray<string>
}

const rowOf = (line: string): ReadonlyArray<Worked> => {
  const [, question = '', answer = '', , where = ''] = line.split(/(?<!\\)\|/).map(cell => cell.trim())
  const answers = [...answer.matchAll(/`([^`]+)`/g)].map(([, json = '']) => JSON.parse(json) as Json)
  const [view = '', ...path] = where.split(' ')
  return [{ question, answers, view, path }]
}

const worked = readFileSync(join(folder, 'README.md'), 'utf8')
  .split(/^### /m)
  .slice(1)
  .flatMap(section =>
    section.split('\n').filter(line => /^\|.*\|$/.test(line) && !/^\|( question|---)/.test(line))
  )
  .flatMap(rowOf)

const viewOf = (view: string, order: Order): Json | undefined => {
  const place = [join(folder, order, 'views'), join(folder, 'views')]
    .map(where => join(where, `${view}.json`))
    .find(existsSync)
  return place === undefined ? undefined : (JSON.parse(readFileSync(place, 'utf8')) as Json)
}

type Fields = { readonly [name: string]: Json }
const isFields = (value: Json): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `name`: the field, or the row of a list that bears it; `T10:04`: of that time; `*name`: of every row; `#`: how many. */
const stepInto = (value: Json, step: string): Json => {
  if (Array.isArray(value)) return intoList(value as ReadonlyArray<Json>, step)
  if (!isFields(value)) throw new Error(`${step} of ${JSON.stringify(value)}`)
  if (step.startsWith('{'))
    return Object.fromEntries(
      step
        .slice(1, -1)
        .split(',')
        .map(name => [name, stepInto(value, name)])
    )
  const found = value[step]
  if (found === undefined) throw new Error(`no ${step} in ${Object.keys(value).join(', ')}`)
  return found
}

const intoList = (list: ReadonlyArray<Json>, step: string): Json => {
  if (step === '#') return list.length
  if (step.startsWith('*')) return list.map(row => stepInto(row, step.slice(1)))
  const row = /^\d+$/.test(step) ? list[Number(step)] : list.find(each => bears(each, step))
  if (row === undefined) throw new Error(`no row ${step} among ${list.length}`)
  return row
}

const bears = (row: Json, name: string): boolean =>
  isFields(row) &&
  Object.values(row).some(
    value => value === name || (/^T\d/.test(name) && typeof value === 'string' && value.includes(name))
  )

const shownAt = ({ view, path }: Worked, order: Order): Json | undefined => {
  const whole = viewOf(view, order)
  return whole === undefined ? undefined : path.reduce(stepInto, whole)
}

describe('The mini story worked out by hand', () => {
  it('asks something of every expected view, and answers what it asks', () => {
    const views = [folder, ...orders.map(order => join(folder, order))].flatMap(place =>
      readdirSync(join(place, 'views')).map(file => file.replace(/\.json$/, ''))
    )
    expect([...new Set(worked.map(({ view }) => view))].sort()).toEqual([...new Set(views)].sort())
    expect(worked.filter(({ answers }) => answers.length === 0)).toEqual([])
  })

  it.each(worked)('$question', asked => {
    const seen = orders.flatMap(order => {
      const shown = shownAt(asked, order)
      return shown === undefined ? [] : [shown]
    })
    expect(seen.length).toBeGreaterThan(0)
    const expected = seen.map((_, index) => asked.answers[index] ?? asked.answers[0] ?? null)
    expect(seen.map(canonicalText)).toEqual(expected.map(canonicalText))
  })
})
