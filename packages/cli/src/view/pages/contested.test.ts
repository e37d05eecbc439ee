import { type Instant, type UtcInstant, type Zone } from '@ardiya/core/kernel/primitives'
import pc from 'picocolors'
import { laidOut } from '../lay-out'
import { sayIn } from '../tell'
import { contestedPage } from './contested'

const say = sayIn(['ar'], new Map(), 'Africa/Casablanca' as Zone, 120)

const row = (log: number, at: string, recordedAt: string) => ({
  event: `${log}`,
  type: 'ArrivalRecorded',
  stream: 'meeting-hikaya.M1',
  named: `M1-Q${log}`,
  log: `${log}`,
  at: at as Instant,
  recordedAt: recordedAt as UtcInstant
})

const pageOf = (at: string, recordedAt: string): string => {
  const late = [{ ...row(2, at, recordedAt), before: row(1, at, recordedAt) }]
  const lines = contestedPage({ decisions: [], acts: [], notes: [], late } as never, say)
  return laidOut({ width: 120, terminal: false, colours: pc.createColors(false) }, lines).join('\n')
}

describe('The page of what is contested', () => {
  it('says when a late entry was typed on the same clock as when it happened', () => {
    const page = pageOf('2026-01-12T23:30:00.000+01:00', '2026-01-12T23:10:00.000Z')
    expect(page).toContain('2026-01-12 23:30')
    expect(page).toContain('2026-01-13 00:10')
  })

  it('follows the clock of the zone through Ramadan, when it is set back', () =>
    expect(pageOf('2026-02-20T18:00:00.000+00:00', '2026-02-20T19:15:00.000Z')).toContain('2026-02-20 19:15'))
})
