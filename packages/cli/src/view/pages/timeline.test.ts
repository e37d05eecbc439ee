import pc from 'picocolors'
import { laidOut } from '../lay-out'
import { sayIn } from '../tell'
import { timelinePage } from './timeline'

const row = (log: string, type: string, stream: string, also: object) => ({
  log,
  id: `event-${log}`,
  type,
  stream,
  occurredAt: '2026-01-12T10:25:00.000+01:00',
  recordedAt: '2026-01-12T09:25:00.000Z',
  actor: { as: 'office', office: 'secretary', mandate: 'A1-m2' },
  recordedBy: 'A1-m2',
  ...also
})

const events = [
  row('1', 'MandateRevoked', 'process-hikaya', { about: 'A3-m1' }),
  row('2', 'AssociationLeft', 'process-hikaya', { about: 'A5' }),
  row('3', 'DepartureRecorded', 'meeting-hikaya.M1', { about: 'A4' }),
  row('4', 'EntryRetracted', 'meeting-hikaya.M1', { about: 'event-3' }),
  row('5', 'DecisionTaken', 'meeting-hikaya.M1', { ref: 'M1-Q1' })
]

describe('The page of the timeline', () => {
  it('says of each event what it is about, and which entry was struck out', () => {
    const page = laidOut(
      { width: 120, terminal: false, colours: pc.createColors(false) },
      timelinePage({ events } as never, sayIn(['fr'], new Map(), undefined, 120))
    ).join('\n')
    expect(page).toMatch(/mandate revoked +A3-m1 /)
    expect(page).toMatch(/association left +A5 /)
    expect(page).toMatch(/departure recorded +M1 A4 /)
    expect(page).toMatch(/entry retracted +M1 log 3 /)
    expect(page).toMatch(/decision taken +M1-Q1 /)
  })
})
