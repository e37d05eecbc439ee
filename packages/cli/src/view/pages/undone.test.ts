import { type Undone } from '@ardiya/core/views/undone'
import pc from 'picocolors'
import { laidOut } from '../lay-out'
import { undoneParts } from './undone'

const said = (undone: Undone | undefined): ReadonlyArray<string> =>
  laidOut(
    { width: 100, terminal: false, colours: pc.createColors(false) },
    undoneParts('P4', undone === undefined ? {} : { undone })
  )

const at = '2025-12-28T11:00:00.000+01:00'
const fact = { event: 'e.0', at, recordedAt: at }
const undone = {
  ...fact,
  what: 'merge',
  into: ['P1', 'P2'],
  decision: 'M2-Q1',
  reason: 'يريد أصحابها',
  done: [
    { ...fact, type: 'EndorsementGiven', actor: { as: 'association', association: 'A5', mandate: 'A5-m1' } },
    {
      ...fact,
      type: 'AmendmentAdopted',
      amendment: 'P4-A1',
      decision: 'M1-Q2',
      actor: { as: 'meeting', meeting: 'M1' }
    },
    {
      ...fact,
      type: 'ObjectionRaised',
      reason: 'الكلفة',
      actor: { as: 'association', association: 'A4', mandate: 'A4-m1' },
      retracted: { reason: 'خطأ' }
    }
  ]
} as unknown as Undone

const unisolated = (lines: ReadonlyArray<string>): string => lines.join('\n').replace(/[\u2066-\u2069]/g, '')

describe('The page of a submission whose merge was undone', () => {
  it('says what was done on it, by whom, and what was struck out', () => {
    const page = unisolated(said(undone))
    expect(page).toContain('Done on P4 before its merge was undone')
    expect(page).toContain('2025-12-28 11:00, by M2-Q1, back into P1, P2: «يريد أصحابها»')
    expect(page).toMatch(/endorsement given +A5$/m)
    expect(page).toMatch(/amendment adopted +P4-A1 · M1-Q2 +M1$/m)
    expect(page).toMatch(/\[struck out\] objection raised \(«خطأ»\) +«الكلفة» +A4$/m)
  })

  it('says that nothing was done, and nothing of a submission that nothing had made', () => {
    expect(unisolated(said({ ...undone, done: [] }))).toContain('Nothing was done on it.')
    expect(said(undefined)).toEqual([])
  })
})
