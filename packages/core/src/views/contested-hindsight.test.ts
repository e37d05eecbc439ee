/** The view of what is contested against the decisions themselves: an act typed after the late entry is judged with it. */
import * as E from 'fp-ts/lib/Either'
import * as fc from 'fast-check'
import {
  adjourns,
  calls,
  closes,
  comes,
  decides,
  gives,
  goes,
  handsOver,
  late,
  leaves,
  resumes,
  revokes,
  sitting,
  speak,
  type Told
} from '../../test/late-facts'
import { after, each, found, lastEvent, shown, tried, type Act, type Log } from '../../test/path-log'
import { runs } from '../../test/runs'

/** With its item called. */
const underway = after(sitting, calls('10:05'))

const who = fc.constantFrom('A1', 'A2', 'A3', 'A4', 'A5')
const happening: fc.Arbitrary<(time: string) => Told> = fc.oneof(
  who.map(one => (time: string) => comes(one, time)),
  who.map(one => (time: string) => goes(one, time)),
  fc.tuple(who, who).map(
    ([from, to]) =>
      (time: string) =>
        gives(from, to, time)
  ),
  who.map(one => (time: string) => speak(time, one)),
  who.map(one => (time: string) => handsOver(`${one}-m1`, time)),
  who.map(one => (time: string) => leaves(one, `10-26T${time}`)),
  who.map(one => (time: string) => revokes(`${one}-m1`, `10-26T${time}`)),
  fc.constantFrom(calls, adjourns, resumes, closes, decides)
)

interface Recording {
  readonly log: Log
  /** The acts that brought something, each with the log before it and its first event. */
  readonly recorded: ReadonlyArray<{ readonly act: Act; readonly before: Log; readonly event: string }>
}

const asAct = (told: Told, log: Log): Act => (typeof told === 'function' ? told(log) : told)

/** Typed as it happened, where it is not refused. */
const inTime = ({ log, recorded }: Recording, told: Told): Recording => {
  const one = asAct(told, log)
  const result = tried(log, one)
  if (E.isLeft(result) || result.right.timeline.length === log.timeline.length) return { log, recorded }
  const event = lastEvent(result.right)
  return { log: result.right, recorded: [...recorded, { act: one, before: log, event }] }
}

describe('Rule 2: what is known afterwards', () => {
  it('speaks against just those that are refused when they are typed after it', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(
        fc.array(happening, { minLength: 4, maxLength: 12 }),
        happening,
        fc.nat(6),
        (all, fact, place) => {
          const lately = fact(`11:${String(11 + 2 * place)}`)
          const told = all.map((one, index) => one(`11:${String(10 + 2 * index)}`))
          const { log, recorded } = told.reduce<Recording>(inTime, { log: underway, recorded: [] })
          const end = tried(log, asAct(late(lately), log))
          if (E.isLeft(end)) return
          const contested = each(found(shown(end.right, 'contested'), 'acts'), 'event')
          for (const { act: one, before, event } of recorded) {
            if (one.name === 'Decide' || one.at < asAct(lately, log).at) continue
            const then = tried(before, asAct(late(lately), before))
            if (E.isLeft(then)) continue
            const again = tried(then.right, { ...one, recordedAt: '2026-01-21T09:00' })
            expect({ ...one, contested: contested.includes(event) }).toEqual({
              ...one,
              contested: E.isLeft(again)
            })
            if (E.isLeft(again)) seen.set(one.name, (seen.get(one.name) ?? 0) + 1)
          }
        }
      ),
      { ...runs(500), endOnFailure: true }
    )
    expect(seen.size).toBeGreaterThan(2)
    expect([...seen.values()].reduce((all, one) => all + one, 0)).toBeGreaterThan(5)
  })

  it('is silent where all was typed as it happened, whatever happened', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(happening, { minLength: 5, maxLength: 20 }), all => {
        const log = all.reduce<Log>((so, one, index) => {
          const told = one(`11:${String(10 + Math.floor(index / 2))}`)
          const result = tried(so, typeof told === 'function' ? told(so) : told)
          return E.isRight(result) ? result.right : so
        }, underway)
        for (const { command } of log.timeline) if (command !== undefined) seen.add(command)
        expect(shown(log, 'contested')).toMatchObject({ decisions: [], acts: [], late: [] })
      }),
      runs(300)
    )
    expect(seen.size).toBeGreaterThan(7)
  })
})
