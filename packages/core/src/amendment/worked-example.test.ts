import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  accepting,
  done,
  proposed,
  received,
  resolving,
  standing,
  type Story,
  types,
  words,
  wordsOf
} from '../../test/refining-story'

const page = readFileSync(resolve(__dirname, '../../../../docs/explanation/text-engine.md'), 'utf8')
const section = page.slice(
  page.indexOf('### One sentence, three amendments'),
  page.indexOf('### Why the order')
)
const rows = section
  .split('\n')
  .filter(line => line.startsWith('| '))
  .slice(1)
  .map(line => line.split('|').slice(1, 4))

const quoted = (cell = ''): ReadonlyArray<string> =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)

const P1 = received('توفير الماء الصالح للشرب لكل الأحياء')

const steps: ReadonlyArray<(story: Story) => Story> = [
  so => proposed(so, 'A2', words(P1, 'b1', 'لكل الأحياء', 'لكل الأحياء والدواوير')),
  so => proposed(so, 'A3', words(P1, 'b1', 'الماء الصالح للشرب', 'ماء الشبكة')),
  so => proposed(so, 'A4', words(P1, 'b1', 'الصالح للشرب', 'الكافي')),
  so => done(accepting(so, 'P1-A1')),
  so => done(resolving(so, 'P1-X1', { one: 1 })),
  so => done(accepting(so, 'P1-A3'))
]

describe('The worked example of the text engine’s page', () => {
  const line = steps.reduce<ReadonlyArray<Story>>((so, step) => [...so, step(so.at(-1) ?? P1)], [])

  it('says what each act records', () => {
    expect(rows.map(([, events]) => quoted(events))).toEqual(line.map(types))
  })

  it('names files that are there', () => {
    const files = rows.flatMap(([, , where]) => quoted(where))
    expect(files.length).toBeGreaterThan(10)
    for (const file of files)
      expect([file, existsSync(resolve(__dirname, file.includes('/') ? '..' : '.', file))]).toEqual([
        file,
        true
      ])
  })

  it('ends with the words that it says, and with what gave way', () => {
    const end = line.at(-1) ?? P1
    expect(section).toContain(`«${wordsOf(end).join(' ')}»`)
    expect(['P1-A1', 'P1-A2', 'P1-A3'].map(ref => standing(end, ref))).toEqual([
      'acceptedByAuthor',
      'gaveWay',
      'acceptedByAuthor'
    ])
  })

  it('rule 8: would end with the same words, had the loser been put in first', () => {
    const settled = line[4] ?? P1
    const other = done(accepting(done(accepting(settled, 'P1-A2')), 'P1-A3'))
    expect(wordsOf(other)).toEqual(wordsOf(line.at(-1) ?? P1))
  })
})
