import * as fc from 'fast-check'
import {
  arrived,
  at,
  coalitionOf,
  opened,
  processEvent,
  proxied,
  scheduled,
  stateOf,
  type Told,
  type World
} from '../../test/meeting-story'
import { type LocalDate } from '../kernel/primitives'
import { type CharterTerms, foundingTerms, type Threshold } from '../process/charter'
import { countedForQuorum, daysBetween, quorumNeeded, voiceCount, voicesAt } from './quorum'
import { type Sitting } from './sittings'
import { leastReaching, reaches } from './threshold'

const threshold = (than: Threshold['than'], parts: number, of: number): Threshold =>
  ({ than, fraction: { parts, of } }) as Threshold

const terms = (also: Partial<CharterTerms> = {}): CharterTerms => ({ ...foundingTerms, ...also })
const sitting = { since: at('10:00') } as Sitting
const needed = (charter: CharterTerms, eligible: number, schedule: object = {}, held = sitting): number =>
  quorumNeeded(charter, eligible, stateOf([scheduled(schedule)]).schedule, held)

const voices = (events: ReadonlyArray<Told>, charter = terms(), world: World = {}) =>
  voicesAt(
    stateOf([scheduled(), opened(), ...events]),
    { at: at('11:00') },
    coalitionOf(world)(at('11:00')),
    charter
  )

describe('How many associations a quorum needs', () => {
  it.each([
    ['moreThan', 1, 2, 4, 3],
    ['moreThan', 1, 2, 5, 3],
    ['atLeast', 1, 2, 5, 3],
    ['atLeast', 2, 3, 20, 14],
    ['moreThan', 2, 3, 21, 15],
    ['atLeast', 0, 1, 20, 1],
    ['moreThan', 1, 2, 0, 1]
  ] as const)('%s %i/%i of %i is %i', (than, parts, of, eligible, expected) => {
    expect(needed(terms({ quorum: threshold(than, parts, of) }), eligible)).toBe(expected)
  })

  it('is the least number that reaches the fraction, by cross-multiplication of integers', () => {
    const fraction = fc
      .integer({ min: 1, max: Number.MAX_SAFE_INTEGER })
      .chain(of => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
    fc.assert(
      fc.property(
        fc.constantFrom('moreThan' as const, 'atLeast' as const),
        fraction,
        fc.nat(100_000),
        (than, [parts, of], base) => {
          const by = threshold(than, parts, of)
          const least = leastReaching(by, base)
          expect(reaches(by, least, base)).toBe(true)
          if (least > 0) expect(reaches(by, least - 1, base)).toBe(false)
        }
      )
    )
  })

  it('is the second call’s where the meeting is one, held the charter’s days after the first', () => {
    const charter = terms({
      secondCall: { quorum: threshold('atLeast', 1, 4), afterDays: 7 } as CharterTerms['secondCall'] & object
    })
    const second = { secondCallOf: 'M1', firstCallOn: '2025-12-21' }
    expect(needed(charter, 20)).toBe(11)
    expect(needed(charter, 20, second)).toBe(5)
    expect(needed(charter, 20, { ...second, firstCallOn: '2025-12-22' })).toBe(11)
    expect(needed(terms(), 20, second)).toBe(11)
  })

  it('counts calendar days between local dates, over the end of months and years', () => {
    expect(daysBetween('2025-12-28' as LocalDate, '2026-01-04' as LocalDate)).toBe(7)
    expect(daysBetween('2024-02-28' as LocalDate, '2024-03-01' as LocalDate)).toBe(2)
  })
})

describe('Rule 4: whose voices count', () => {
  const remote = { attending: 'remote' }

  it('counts who follows from afar only where the charter says so', () => {
    const events = [arrived('A1'), arrived('A2', '10:00', remote)]
    expect(voices(events).present).toEqual(['A1'])
    expect(voices(events, terms({ remoteCounts: true })).present).toEqual(['A1', 'A2'])
  })

  it('counts proxies for the quorum only where the charter says so; they always vote', () => {
    const proxies = (countForQuorum: boolean) =>
      terms({ proxies: { perHolder: 1, countForQuorum } as CharterTerms['proxies'] })
    const room = voices([arrived('A1'), proxied('A3', 'A1', '10:10')], proxies(false))
    expect(room.proxies).toEqual([{ from: 'A3', to: 'A1' }])
    expect(voiceCount(room)).toBe(2)
    expect(countedForQuorum(room, proxies(false))).toBe(1)
    expect(countedForQuorum(room, proxies(true))).toBe(2)
  })

  it('counts of each holder as many proxies as the charter allows', () => {
    const events = [arrived('A1'), proxied('A4', 'A1', '10:10'), proxied('A3', 'A1', '10:20')]
    const charter = terms({ proxies: { perHolder: 1, countForQuorum: false } as CharterTerms['proxies'] })
    expect(voices(events, charter).proxies).toEqual([{ from: 'A3', to: 'A1' }])
    expect(voices(events).proxies).toEqual([])
  })

  it('does not count the proxy of who is suspended, nor one held by who is not counted', () => {
    const charter = terms({ proxies: { perHolder: 2, countForQuorum: true } as CharterTerms['proxies'] })
    const suspended = (association: string) => ({
      also: [
        processEvent('AssociationSuspended', at('10:30'), { association, decision: 'M1-Q1', reason: 'x' })
      ]
    })
    const events = [arrived('A1'), proxied('A3', 'A1', '10:10'), proxied('A4', 'A1', '10:10')]
    expect(voices(events, charter).proxies.map(({ from }) => from)).toEqual(['A3', 'A4'])
    expect(voices(events, charter, suspended('A3')).proxies).toEqual([{ from: 'A4', to: 'A1' }])
    expect(voices(events, charter, suspended('A1'))).toMatchObject({ present: [], proxies: [] })
  })

  it('does not count who is suspended, nor a voter whose mandate was revoked', () => {
    const also = [
      processEvent('AssociationSuspended', at('10:30'), {
        association: 'A2',
        decision: 'M1-Q1',
        reason: 'x'
      }),
      processEvent('MandateRevoked', at('10:30'), { mandate: 'A3-m1', reason: 'x' })
    ]
    const events = [arrived('A1'), arrived('A2'), arrived('A3')]
    expect(voices(events).present).toEqual(['A1', 'A2', 'A3'])
    expect(voices(events, terms(), { also }).present).toEqual(['A1'])
    expect(voices(events, terms(), { also }).eligible).toEqual(['A1', 'A3', 'A4', 'A5'])
  })
})
