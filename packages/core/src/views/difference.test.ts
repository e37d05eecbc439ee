import { shown } from '../../test/path-log'
import { adopted, amended, decidedAll, gathered, merged } from '../../test/views-story'
import { difference } from './difference'

const between = (
  view: 'register' | 'stands' | 'platform',
  ...[before, after]: ReadonlyArray<typeof gathered>
) => difference(view, shown(before ?? gathered, view) ?? {}, shown(after ?? gathered, view) ?? {})

describe('The difference of two results', () => {
  it('of the register: what came, and which fates changed', () => {
    const { added, removed, changed } = between('register', gathered, merged)
    expect(added.map(({ key }) => key)).toEqual(['P4'])
    expect(removed).toEqual([])
    expect(changed.map(({ key }) => key)).toEqual(['P1', 'P2'])
    expect(changed[0]?.fields).toContainEqual({ field: 'fate', was: 'open', is: 'mergedInto' })
  })

  it('of the stands: cell by cell', () => {
    const { changed } = between('stands', amended, decidedAll)
    expect(changed.find(({ key }) => key === 'P4 A5')?.fields).toContainEqual({
      field: 'cell',
      was: 'endorsement',
      is: 'stale'
    })
  })

  it('of the platform: clauses, findings and exclusions of one that was none before', () => {
    const { added, head } = between('platform', decidedAll, adopted)
    expect(added.map(({ key }) => key)).toContain('clause P4')
    expect(added.map(({ key }) => key)).toContain('exclusion P3')
    expect(head).toContainEqual({ field: 'standing', was: 'none', is: 'adopted' })
  })

  it('of equal results: nothing', () => {
    for (const view of ['register', 'stands', 'platform'] as const)
      expect(between(view, adopted, adopted)).toEqual({ head: [], added: [], removed: [], changed: [] })
  })
})
