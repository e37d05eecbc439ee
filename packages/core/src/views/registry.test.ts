import { type Json } from '../../src/kernel/primitives'
import { emptyLog, found, type Log, shown } from '../../test/path-log'
import { adopted, amended, answered, decidedAll, gathered, merged, opened } from '../../test/views-story'
import { views } from './registry'

const names = [
  'process',
  'attendance',
  'agenda',
  'minutes',
  'register',
  'fates',
  'stands',
  'amendments',
  'collisions',
  'translations',
  'duplicates',
  'merges',
  'platform',
  'provenance',
  'changes',
  'assessments',
  'authorities',
  'timeline',
  'participation',
  'today',
  'contested'
]

const refs: { readonly [view: string]: string } = {
  attendance: 'M1',
  agenda: 'M1',
  minutes: 'M1',
  provenance: 'P4',
  changes: 'P4'
}

const show = (log: Log, name: string): Json | undefined =>
  shown(log, name, refs[name] === undefined ? {} : { ref: refs[name] })

describe('The views', () => {
  it('are those of the domain, by their names', () => {
    expect(Object.keys(views).sort()).toEqual([...names].sort())
    expect(Object.values(views).map(view => view.name)).toEqual(Object.keys(views))
  })

  it.each(names)('%s names itself and the process, and says that it is a demonstration', name => {
    expect(show(answered, name)).toMatchObject({ view: name, process: 'khemisset', demonstration: true })
  })

  it.each(names)('%s is plain JSON at every stage of the path', name => {
    for (const log of [opened, gathered, merged, amended, decidedAll, adopted, answered]) {
      const result = show(log, name)
      expect(JSON.parse(JSON.stringify(result ?? null))).toStrictEqual(result ?? null)
    }
  })

  it.each(names)('%s of a process that is not open yet is empty, or has not the reference', name => {
    const result = show(emptyLog, name)
    expect(found(result, 'view')).toBe(refs[name] === undefined ? name : undefined)
  })

  it.each(
    Object.values(views)
      .filter(({ about }) => about.kind !== 'none')
      .map(
        ({ name, about }) => [name, `${about.kind === 'none' ? '' : about.letters.slice(0, 1)}99`] as const
      )
  )('%s knows no %s', (name, ref) => {
    expect(shown(answered, name, { ref })).toBeUndefined()
  })

  it('give the same for the same states, whatever the date, unless they measure due dates (rule 14)', () => {
    const dated = ['authorities', 'today', 'process']
    for (const name of names.filter(one => !dated.includes(one))) {
      const asked = refs[name] === undefined ? {} : { ref: refs[name] }
      expect(shown(answered, name, { ...asked, today: '2030-01-01' })).toEqual(shown(answered, name, asked))
    }
  })
})
