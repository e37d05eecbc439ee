import * as fc from 'fast-check'
import {
  adjourned,
  arrived,
  at,
  closed,
  coalitionOf,
  decide,
  departed,
  fact,
  hands,
  history,
  meeting,
  opened,
  proxied,
  resumed,
  retracted,
  nth,
  roll,
  scheduled,
  stateOf,
  type Terms,
  type Told,
  type World
} from '../../test/meeting-story'
import { fold } from '../kernel/decider'
import { type Outcome } from '../testing/given'
import { byNumber } from './attendance'
import { contestedDecisions } from './contested'
import { evolveMeeting } from './evolve'
import { initialMeetingState } from './state'
import { type DecisionTaken } from './take-decision'

const members = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6']
const clock = fc
  .integer({ min: 0, max: 200 })
  .map(minute => `1${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`)
const early = fc.integer({ min: 0, max: 20 }).map(minute => `10:${String(minute).padStart(2, '0')}`)
const member = fc.constantFrom(...members)
const entry: fc.Arbitrary<Told> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(member, early).map(([who, when]) => arrived(who, when)) },
  {
    weight: 1,
    arbitrary: fc.tuple(member, clock).map(([who, when]) => arrived(who, when, { attending: 'remote' }))
  },
  { weight: 2, arbitrary: fc.tuple(member, clock).map(([who, when]) => departed(who, when)) },
  {
    weight: 2,
    arbitrary: fc.tuple(member, member, clock).map(([from, to, when]) => proxied(from, to, when))
  },
  { weight: 1, arbitrary: fc.tuple(fc.nat(12), clock).map(([index, when]) => retracted(nth(index), when)) }
)
const course = fc.constantFrom<ReadonlyArray<Told>>(
  [opened()],
  [opened(), adjourned('11:00'), resumed('11:20')],
  [opened(), closed('12:30')]
)
const events = fc
  .tuple(course, fc.array(entry, { minLength: 8, maxLength: 24 }))
  .map(([sittings, entries]) => [scheduled(), ...sittings, ...entries])
const vote = fc.oneof(
  fc.tuple(fc.nat(3), fc.nat(2), fc.nat(1)).map(([yes, no, none]) => hands(yes, no, none)),
  fc.dictionary(member, fc.constantFrom('for', 'against', 'abstain'), { maxKeys: 3 }).map(roll)
)
const charters: ReadonlyArray<Terms> = [
  {},
  { remoteCounts: true, proxies: { perHolder: 2, countForQuorum: true } as Terms['proxies'] & object },
  { quorum: { than: 'atLeast', fraction: { parts: 1, of: 3 } } as Terms['quorum'] & object }
]
const worlds: ReadonlyArray<World> = charters.map(charter => ({ associations: members.length, charter }))
const asked = fc.record({ method: vote, when: clock, world: fc.constantFrom(...worlds) })

/** A chair who reads the refusal: it says how many are present, and what the count gives. */
const declared = (told: ReadonlyArray<Told>, { method, when, world }: Asking): Outcome => {
  const put = (payload: object) => meeting(world)(told).when(decide(when, { method, ...payload }))
  const present = toldBy(put({ present: 99 }), 'present')
  const [outcome] = [toldBy(put({ present, outcome: 'referred' }), 'computed')].flat()
  return put({ present, outcome: outcome ?? 'referred' })
}

type Asking = typeof asked extends fc.Arbitrary<infer A> ? A : never

const toldBy = (outcome: Outcome, name: string): unknown =>
  'refused' in outcome
    ? Object.entries(outcome.refused.details ?? {}).find(([key]) => key === name)?.[1]
    : undefined

describe('Any meeting', () => {
  it('takes no decision that breaks rule 4 or 5, and none is contested when it is taken (rule 2)', () => {
    let accepted = 0
    fc.assert(
      fc.property(events, asked, (told, asking) => {
        const { world, when } = asking
        const result = declared(told, asking)
        if (!('events' in result)) return
        accepted += 1
        const taken = result.events[0]?.data as DecisionTaken
        const state = stateOf([...told, fact('DecisionTaken', when, taken)])
        expect(contestedDecisions(coalitionOf(world)(at('20:00')), state)).toEqual([])
        expect([...taken.present].sort(byNumber)).toEqual(taken.present)
        expect(
          taken.proxies.every(({ from, to }) => taken.present.includes(to) && !taken.present.includes(from))
        ).toBe(true)
        const counted =
          taken.present.length + (world.charter?.proxies?.countForQuorum === true ? taken.proxies.length : 0)
        expect(counted).toBeGreaterThanOrEqual(taken.quorumNeeded)
        expect(votesOf(taken)).toBeLessThanOrEqual(taken.present.length + taken.proxies.length)
      }),
      { numRuns: 1000 }
    )
    expect(accepted).toBeGreaterThan(50)
  })

  const votesOf = ({ method }: DecisionTaken): number => {
    switch (method.kind) {
      case 'rollCall':
        return method.votes.length
      case 'consensus':
        return 0
      case 'showOfHands':
      case 'secretBallot':
        return method.for + method.against + method.abstain
    }
  }

  it('is the same whether it is folded at once or in two parts', () => {
    fc.assert(
      fc.property(events, fc.nat(30), (told, cut) => {
        const all = history(told)
        const half = fold(evolveMeeting)(initialMeetingState, all.slice(0, cut))
        expect(fold(evolveMeeting)(half, all.slice(cut))).toEqual(
          fold(evolveMeeting)(initialMeetingState, all)
        )
      })
    )
  })

  it('is plain JSON: what the view store keeps is what was there', () => {
    fc.assert(
      fc.property(events, told => {
        const state = stateOf(told)
        expect(JSON.parse(JSON.stringify(state))).toEqual(state)
      })
    )
  })
})
