import {
  act,
  endorses,
  eventsOf,
  objects,
  revises,
  type Setting,
  story,
  submits
} from '../../test/submission-story'
import { supportMissing, supportNeeded, supportOf, thresholdReached } from './support'

const half = { terms: { support: { parts: 1, of: 2 } } as never, eligible: 5 }
const brought = (setting: Setting = half) => story(setting).after(submits('P1'))
const two = brought().after(endorses('P1', 'A2', '10:00'), endorses('P1', 'A3', '10:10'))
const third = endorses('P1', 'A4', '10:20', { reservations: [{ block: 'b1', reason: 'الكلفة' }] })
const substantive = (when: string) => revises('P1', when, ['b1', 'توفير', 'تعميم'])
const withdraws = (by: string, when: string) => act('WithdrawEndorsement', by, when, { submission: 'P1' })

describe('The support that the charter asks for', () => {
  it.each([
    [1, 2, 5, 3],
    [1, 2, 4, 2],
    [0, 1, 20, 0],
    [2, 3, 20, 14]
  ])('of %i/%i of the eligible is rounded up', (parts, of, eligible, needed) => {
    const terms = { support: { parts, of } } as never
    expect(supportNeeded(story({ terms, eligible }).coalition('10:00'))).toBe(needed)
  })

  it('is reached by the stand that completes it, with the charter, the counted set and the hash', () => {
    expect(eventsOf(two.when(third))[1]).toMatchObject({
      type: 'ThresholdReached',
      data: { charter: 1, supporters: ['A2', 'A3', 'A4'], eligible: 5, needed: 3 }
    })
    expect(supportMissing(two.of('P1'), two.coalition('10:30'))).toMatchObject({
      tag: 'SupportNotReached',
      details: { supporters: 2, needed: 3 }
    })
    expect(supportMissing(two.after(third).of('P1'), two.coalition('10:30'))).toBeUndefined()
  })

  it('is reached once on a text', () => {
    expect(eventsOf(two.after(third).when(endorses('P1', 'A5', '10:30')))).toHaveLength(1)
  })

  it('counts neither objections, nor those that are not eligible (rule 3)', () => {
    expect(eventsOf(two.when(objects('P1', 'A4', '10:20')))).toHaveLength(1)
    expect(eventsOf(two.when(endorses('P1', 'A9', '10:20')))).toHaveLength(1)
  })

  it('once reached stays a fact, whoever withdraws', () => {
    const reached = two.after(third, withdraws('A2', '11:00'))
    expect(supportOf(reached.of('P1'), reached.coalition('11:30'))).toEqual({
      supporters: ['A3', 'A4'],
      needed: 3,
      reached: true
    })
  })

  it('is asked anew of a text that changed in substance, and not of one that was only edited', () => {
    const changed = two.after(third, substantive('11:00'))
    expect(supportOf(changed.of('P1'), changed.coalition('11:30'))).toMatchObject({
      supporters: [],
      reached: false
    })
    const edited = two.after(
      third,
      revises('P1', '11:00', ['b2', 'إصلاح', 'تجديد'], { materiality: 'editorial' })
    )
    expect(supportOf(edited.of('P1'), edited.coalition('11:30'))).toMatchObject({ reached: true })
  })

  it('is not reached by a stand that is stale at once (rule 2)', () => {
    const onFirst = two.submission('P1').texts['ar']?.[0]
    const changed = two.after(substantive('11:00'))
    const late = { ...third, payload: { ...third.payload, revision: 1, textHash: onFirst?.textHash } }
    expect(eventsOf(changed.when(late)).map(({ type }) => type)).toEqual([
      'EndorsementGiven',
      'EndorsementBecameStale'
    ])
  })

  it('is never reached where the charter asks for none', () => {
    const none = brought({ eligible: 1 }).after(endorses('P1', 'A1', '10:00'))
    expect(none.of('P1').stands.thresholds).toEqual([])
    expect(thresholdReached(none.of('P1'), none.coalition('11:00'))).toBeUndefined()
    expect(supportMissing(none.of('P1'), none.coalition('11:00'))).toBeUndefined()
  })
})
