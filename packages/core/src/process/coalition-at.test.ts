import fc from 'fast-check'
import {
  after,
  association,
  asked,
  charterDraft,
  effect,
  type Journal,
  mandate,
  on,
  open,
  recorded,
  type Step
} from '../../test/process-story'
import { type AssociationRef, type MandateRef } from '../kernel/envelope'
import { type Occurred } from '../kernel/event'
import { fold } from '../kernel/decider'
import { type Instant, millis, type Positive, type UtcInstant, type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { adoptCharter, confirmCharter } from './adopt-charter'
import { reinstate, suspend } from './change-standing'
import { coalitionAt } from './coalition-at'
import { evolveProcess } from './evolve'
import { type ProcessEvent } from './events'
import { type AuthorityRef, type ReferenceRef, type ThemeRef } from './ids'
import { initialProcessState, type ProcessState } from './state'

const reason = 'مثال توضيحي' as Words
const decision = 'M1-Q1' as DecisionRef
const A2 = 'A2' as AssociationRef

const suspended = (ref: string, at: Instant): Step =>
  effect(at, coalition => suspend({ association: ref, reason, decision }, coalition))
const reinstated = (ref: string, at: Instant): Step =>
  effect(at, coalition => reinstate({ association: ref, reason, decision }, coalition))
const left = (ref: string, at: Instant): Step => asked('RecordAssociationLeft', { association: ref }, at)

describe('the coalition as at an instant, rule 2', () => {
  describe('the eligible', () => {
    const { state } = after(
      open(),
      association(2, on('10-05')),
      association(3, on('10-07')),
      suspended('A2', on('11-01')),
      reinstated('A2', on('11-10')),
      left('A3', on('12-01'))
    )
    it.each([
      ['10-01', ['A1']],
      ['10-06', ['A1', 'A2']],
      ['10-31', ['A1', 'A2', 'A3']],
      ['11-01', ['A1', 'A3']],
      ['11-10', ['A1', 'A2', 'A3']],
      ['12-02', ['A1', 'A2']]
    ])('on %s are %j, in number order', (day, expected) => {
      expect(coalitionAt(state, on(day)).eligible).toEqual(expected)
    })

    it('do not know an association before it registered', () => {
      expect(coalitionAt(state, on('10-04')).standing(A2)).toBeUndefined()
    })

    it('lose who has left for good, also where it had been suspended', () => {
      const late = after(
        open(),
        association(2),
        suspended('A2', on('11-01')),
        reinstated('A2', on('11-10')),
        left('A2', on('11-05'))
      )
      expect(coalitionAt(late.state, on('11-20')).standing(A2)).toBe('left')
    })

    it('stand in number order beyond nine', () => {
      const many = after(open(), ...Array.from({ length: 11 }, (_, index) => association(index + 2)))
      expect(coalitionAt(many.state, on('10-06')).eligible.slice(8)).toEqual(['A9', 'A10', 'A11', 'A12'])
    })
  })

  describe('a mandate, rule 3', () => {
    const { state } = after(
      open(),
      association(2),
      mandate('A2-m1', { from: '2025-10-10', until: '2025-10-20' }),
      mandate('A2-m2', { from: '2025-10-01' }),
      asked('RevokeMandate', { mandate: 'A2-m2', reason }, on('10-15T12:00'))
    )
    const validity = (ref: string, day: string) =>
      coalitionAt(state, on(day)).mandate(ref as MandateRef)?.valid

    it.each([
      ['10-09T23:59', false],
      ['10-10T00:00', true],
      ['10-20T23:59', true],
      ['10-21T00:00', false]
    ])('counts both its days: on %s it is valid: %j', (day, expected) => {
      expect(validity('A2-m1', day)).toBe(expected)
    })

    it('ends with its revocation, to the minute', () => {
      expect(validity('A2-m2', '10-15T11:59')).toBe(true)
      expect(validity('A2-m2', '10-15T12:00')).toBe(false)
    })

    it('is not known before it was granted, whatever day it begins', () => {
      expect(validity('A2-m2', '10-05')).toBeUndefined()
    })

    it('is compared with the date written in the act, not with that of Greenwich', () => {
      expect(coalitionAt(state, '2025-10-09T23:30:00.000Z' as UtcInstant).date).toBe('2025-10-09')
      expect(
        coalitionAt(state, '2025-10-10T00:30:00.000+01:00' as Instant).mandate('A2-m1' as MandateRef)?.valid
      ).toBe(true)
    })
  })

  describe('the charter', () => {
    const draft = charterDraft({ abstentionsCount: true })
    const story = after(
      open(),
      asked('EnterFoundingCharter', charterDraft(), on('10-20')),
      effect(on('10-26'), coalition => confirmCharter({ ref: 'C1', decision }, coalition)),
      effect(on('12-28'), coalition => adoptCharter({ ref: 'C2', draft, decision }, coalition))
    )
    const charter = (day: string) => coalitionAt(story.state, on(day)).charter

    it('is that of the founding rules before any', () => {
      expect(charter('10-19')).toMatchObject({
        version: 0,
        confirmed: true,
        terms: { support: { parts: 0 } }
      })
    })
    it('shows as unconfirmed until a meeting confirms it', () => {
      expect(charter('10-25')).toMatchObject({ version: 1, confirmed: false })
      expect(charter('10-26')).toMatchObject({ version: 1, confirmed: true })
    })
    it('is confirmed by the decision that adopts it', () => {
      expect(charter('12-28')).toMatchObject({
        version: 2,
        confirmed: true,
        terms: { abstentionsCount: true }
      })
    })
    it('is read at another time with asAt', () => {
      expect(coalitionAt(story.state, on('12-30')).asAt(on('11-01')).charter.version).toBe(1)
    })
  })

  describe('what acts refer to', () => {
    const { state } = after(
      open(),
      asked('DefineTheme', { ref: 'T1', names: { ar: 'الماء' }, dimension: 'social' }, on('10-10')),
      asked(
        'RegisterReference',
        {
          ref: 'R1',
          title: { ar: 'خطاب العرش' },
          issuer: { ar: 'جلالة الملك' },
          kind: 'speech',
          date: '2025-07-29'
        },
        on('10-10')
      ),
      asked(
        'RegisterAuthority',
        {
          ref: 'H1',
          names: { fr: 'Council, local level (example)' },
          level: 'local',
          office: { ar: 'المجلس' }
        },
        on('10-10')
      )
    )
    it('is there from the day on which it was entered', () => {
      const [before, then] = [coalitionAt(state, on('10-09')), coalitionAt(state, on('10-10'))]
      const seen = ({ hasTheme, hasReference, authority }: typeof before) => [
        hasTheme('T1' as ThemeRef),
        hasReference('R1' as ReferenceRef),
        authority('H1' as AuthorityRef)
      ]
      expect(seen(before)).toEqual([false, false, undefined])
      expect(seen(then)).toEqual([true, true, { level: 'local' }])
    })
    it('is not there under another number', () => {
      expect(coalitionAt(state, on('10-11')).hasTheme('T2' as ThemeRef)).toBe(false)
    })
  })

  it('knows what opening fixed', () => {
    expect(coalitionAt(after(open()).state, on('10-26'))).toMatchObject({
      process: 'khemisset',
      openedAt: on('10-01'),
      authoritative: 'ar',
      languages: ['ar', 'fr'],
      rules: 1,
      stage: 'gathering',
      date: '2025-10-26'
    })
  })
})

/** Facts of one process that could be typed in any order: each at a time of its own. */
const datedFacts = fc
  .uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 12 })
  .chain(hours =>
    fc.tuple(
      fc.constant(hours),
      fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 2, max: 4 })), {
        minLength: hours.length,
        maxLength: hours.length
      })
    )
  )
  .map(([hours, kinds]) =>
    hours.map((hour, index) => fact(hour, kinds[index]?.[0] ?? 0, kinds[index]?.[1] ?? 2))
  )

const hourly = (hour: number): Instant =>
  `${new Date(millis(on('10-10')) + hour * 3_600_000).toISOString().slice(0, -1)}+00:00` as Instant

interface Fact {
  readonly at: Instant
  readonly event: ProcessEvent
}

const fact = (hour: number, kind: number, n: number): Fact => {
  const ref = `A${n}` as AssociationRef
  const draft = charterDraft()
  const events: ReadonlyArray<ProcessEvent> = [
    { type: 'AssociationSuspended', data: { association: ref, decision, reason } },
    { type: 'AssociationReinstated', data: { association: ref, decision } },
    { type: 'AssociationLeft', data: { association: ref } },
    { type: 'MandateRevoked', data: { mandate: `${ref}-m1` as MandateRef, reason } },
    { type: 'StageEntered', data: { stage: n === 2 ? 'refining' : 'adoption', from: 'gathering', reason } },
    {
      type: 'CharterAdopted',
      data: {
        version: hour as Positive,
        text: draft.text,
        textHash: `sha256:${'0'.repeat(64)}` as never,
        terms: draft.terms,
        decision
      }
    }
  ]
  return { at: hourly(hour), event: events[kind] ?? { type: 'AssociationLeft', data: { association: ref } } }
}

const typedIn = (before: Journal, facts: ReadonlyArray<Fact>): ProcessState =>
  facts.reduce(
    (journal, { at, event }) => recorded(journal, at, [{ ...event, stream: 'process-khemisset' as never }]),
    before
  ).state

const refs = ['A1', 'A2', 'A3', 'A4'].map(ref => ref as AssociationRef)
const reading = (state: ProcessState, at: Instant) => {
  const { eligible, stage, charter, standing, mandate: read } = coalitionAt(state, at)
  return {
    eligible,
    stage,
    charter,
    standings: refs.map(standing),
    mandates: refs.map(ref => read(`${ref}-m1` as MandateRef))
  }
}

describe('reading as at an instant, rule 2', () => {
  const start = after(
    open(),
    ...[2, 3, 4].flatMap(n => [
      association(n),
      mandate(`A${n}-m1`, { person: `p_${'bcd'[n - 2]?.repeat(26)}` })
    ])
  )

  it('does not depend on the order in which the facts were typed', () => {
    fc.assert(
      fc.property(
        datedFacts.chain(facts =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts as Fact[], { minLength: facts.length }))
        ),
        fc.nat(520),
        ([facts, shuffled], hour) => {
          expect(reading(typedIn(start, shuffled), hourly(hour))).toEqual(
            reading(typedIn(start, facts), hourly(hour))
          )
        }
      )
    )
  })

  it('does not depend on facts of a later time', () => {
    fc.assert(
      fc.property(datedFacts, fc.nat(520), (facts, hour) => {
        const untilThen = facts.filter(({ at }) => millis(at) <= millis(hourly(hour)))
        expect(reading(typedIn(start, facts), hourly(hour))).toEqual(
          reading(typedIn(start, untilThen), hourly(hour))
        )
      })
    )
  })

  it('folds a history in two parts as in one', () => {
    fc.assert(
      fc.property(datedFacts, fc.nat(12), (facts, cut) => {
        const { events } = facts.reduce<Journal>(
          (journal, { at, event }) =>
            recorded(journal, at, [{ ...event, stream: 'process-khemisset' as never }]),
          start
        )
        const replay = (from: ProcessState, history: ReadonlyArray<Occurred<ProcessEvent>>) =>
          fold(evolveProcess)(from, history)
        expect(replay(replay(initialProcessState, events.slice(0, cut)), events.slice(cut))).toEqual(
          replay(initialProcessState, events)
        )
      })
    )
  })

  it('is of a state that is plain JSON', () => {
    const { state } = after(open(), association(2), mandate('A2-m1'), suspended('A2', on('11-01')))
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  })
})
