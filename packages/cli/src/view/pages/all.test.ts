import { type LocalDate, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { views } from '@ardiya/core/views/registry'
import pc from 'picocolors'
import { laidOut } from '../lay-out'
import { type Say } from '../say'
import { pages } from './all'

const say: Say = {
  name: () => '',
  person: ref => ref,
  withPersons: text => text,
  local: instant => instant,
  width: 80
}

describe('The pages', () => {
  it('are those of the views', () => expect(Object.keys(pages).sort()).toEqual(Object.keys(views).sort()))

  it.each(Object.values(views).filter(({ about }) => about.kind !== 'required'))(
    '$name: of a process that is not open yet there is something to say',
    ({ name, compute }) => {
      const states = { process: undefined, log: 0, meetings: {}, submissions: {}, platforms: {} }
      const data = compute(
        { process: 'khemisset' as ProcessSlug, states, timeline: [] },
        { today: '2026-01-01' as LocalDate }
      )
      const sheet = { width: 80, terminal: false, colours: pc.createColors(false) }
      const lines = laidOut(sheet, pages[name]?.(data as never, say) ?? [])
      expect(lines.join('\n').trim()).not.toBe('')
      expect(lines.join('\n')).not.toMatch(/undefined|\[object/)
    }
  )
})
