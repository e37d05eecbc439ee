import { type Zone } from '@ardiya/core/kernel/primitives'
import pc from 'picocolors'
import { laidOut } from '../lay-out'
import { type Part } from '../parts'
import { sayIn } from '../tell'
import { provenancePage } from './provenance'
import { standsPage } from './stands'

const say = sayIn(['ar'], new Map(), 'Africa/Casablanca' as Zone, 120)
const said = (parts: ReadonlyArray<Part>): string =>
  laidOut({ width: 120, terminal: false, colours: pc.createColors(false) }, parts).join('\n')

describe('The pages of a text that inherited stands', () => {
  it('say on which text of which source each was given, and what changed since that text only', () => {
    const stand = {
      association: 'A4',
      kind: 'reservation',
      cell: 'inherited',
      status: 'inherited',
      from: ['P1', 'P2'],
      reservations: [],
      blocks: [],
      takenOn: [
        { submission: 'P1', kind: 'endorsement', revision: 1, stale: true },
        { submission: 'P2', kind: 'reservation', revision: 3 }
      ]
    }
    const changes = [1, 2].map(from => ({ source: 'P1', from, to: 1, blocks: [] }))
    const submission = {
      submission: 'P3',
      title: { ar: 'الماء' },
      stands: [stand],
      support: { supporters: [], needed: 2, reached: false },
      thresholds: [],
      changes
    }
    const page = said(standsPage({ associations: [], submissions: [submission] } as never, say))
    expect(page).toContain('A4: endorsement given on P1@1, stale since; reservation given on P2@3')
    expect(page).toContain('Nothing changed from P1@1 to P3@1.')
    expect(page).not.toContain('P1@2')
  })

  it('name it under a block with the text that had its words', () => {
    const block = {
      block: 'P3#b1',
      kind: 'paragraph',
      runs: [],
      stands: [{ association: 'A4', kind: 'endorsement', status: 'inherited', submission: 'P1', revision: 1 }]
    }
    const text = { submission: 'P3', revision: 1, fate: 'open', title: [], blocks: [block] }
    expect(said(provenancePage(text as never, say))).toContain('endorsement (inherited): A4 on P1@1')
  })
})
