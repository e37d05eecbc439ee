/** docs/reference/views.md names every view and every field that it shows. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { views } from '../src/views/registry'
import { shown } from './path-log'
import { adopted, answered, decidedAll } from './views-story'

const reference = readFileSync(resolve(__dirname, '../../../docs/reference/views.md'), 'utf8')
const sections = new Map(
  reference.split(/^## /m).map(section => [section.slice(0, section.indexOf('\n')), section] as const)
)
const head = ['view', 'process', 'demonstration', 'ref', 'asAt']
const refs: { readonly [view: string]: string } = {
  attendance: 'M2',
  agenda: 'M1',
  minutes: 'M1',
  provenance: 'V1.1',
  changes: 'P4'
}

describe('The reference of the views', () => {
  it.each(Object.values(views).map(({ name, about, dated }) => [name, about, dated] as const))(
    'says of %s what it takes',
    (name, about, dated) => {
      const row = reference.split('\n').find(line => line.startsWith(`| [${name}](#${name}) |`))
      const [, , takes = '', said = ''] = row?.split('|') ?? []
      expect([row !== undefined, said.trim() === 'yes']).toEqual([true, dated])
      expect(takes.trim() === '').toBe(about.kind === 'none')
    }
  )

  it.each(Object.keys(views))('names every field of %s', name => {
    const asked = refs[name] === undefined ? {} : { ref: refs[name] }
    const fields = [decidedAll, adopted, answered]
      .flatMap(log => Object.keys(shown(log, name, asked) ?? {}))
      .concat(name === 'provenance' ? Object.keys(shown(adopted, name, { ref: 'V1' }) ?? {}) : [])
    const section = sections.get(name) ?? ''
    const unnamed = [...new Set(fields)].filter(
      field => !head.includes(field) && !new RegExp(`\`${field}(\\[\\])?[\`.]`).test(section)
    )
    expect(unnamed).toEqual([])
  })
})
