import fc from 'fast-check'
import { daysBetween, daysLater } from './calendar'
import { LocalDate } from './primitives'

const date = (text: string) => text as LocalDate
const anyDay = fc.integer({ min: -400_000, max: 2_000_000 })

describe('daysLater', () => {
  it.each([
    ['2026-01-05', 60, '2026-03-06'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2000-02-28', 2, '2000-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-01-01', 0, '2026-01-01'],
    ['2026-03-01', -1, '2026-02-28']
  ])('from %s, %i days later is %s', (from, days, until) => {
    expect(daysLater(date(from), days)).toBe(until)
    expect(daysBetween(date(from), date(until))).toBe(days)
  })

  it('never leaves the calendar', () => {
    expect(daysLater(date('2026-01-01'), Number.MAX_SAFE_INTEGER)).toBe('9999-12-31')
  })

  it('agrees with the calendar of the platform on every day', () => {
    fc.assert(
      fc.property(anyDay, days => {
        const expected = new Date(days * 86_400_000).toISOString().slice(0, 10)
        const later = daysLater(date('1970-01-01'), days)
        expect(later).toBe(expected)
        expect(LocalDate.is(later)).toBe(true)
      })
    )
  })
})
