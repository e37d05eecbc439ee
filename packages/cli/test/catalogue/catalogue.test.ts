/**
 * Every event type is given, and every refusal met, by an act of a script on real SQLite files; and after each script
 * the record replays, what is kept is what the log makes, and decisions rest on what they declare.
 */
import { rejections } from '@ardiya/core/path/all-rejections'
import { commandTable } from '@ardiya/core/path/command-table'
import { pathDomain } from '@ardiya/core/path/domain'
import { eventTable } from '@ardiya/core/path/event-table'
import { motions } from '@ardiya/core/path/motions'
import * as E from 'fp-ts/lib/Either'
import { ofInput, refusedBy } from '../json-schemas'
import { beforeTheForgery, forged, guards } from './guards'
import { type MotionLine, motionLines } from './motions-page'
import { play, type Played } from './play'
import { type Outcome } from './script'
import { scripts } from './scripts/all'

/** What a script gives to Decide, as far as the table of motions speaks of it. */
interface Decision {
  readonly subject: { readonly kind: string }
  readonly motion: string
  readonly outcome: string
}

const allPlayed: Array<Played> = []

/** They make something new beside what they name. */
const makers = ['ProposeAmendment', 'SplitSubmission']

/** An outcome in one line, with as much of it as is expected. */
const told = ({ step, number }: Played, outcome: Outcome): string =>
  `${number} ${step.name}: ${JSON.stringify(outcome)}`

/** What came of a step, less what the script does not speak of. */
const asFarAsExpected = ({ step, outcome }: Played): Outcome => {
  if (!('refused' in outcome)) return outcome
  const expected = step.outcome
  return {
    refused: outcome.refused,
    ...('refused' in expected && expected.refused === outcome.refused
      ? Object.fromEntries(
          Object.keys(expected)
            .filter(key => key !== 'refused')
            .map(key => [key, outcome[key as keyof typeof outcome]])
        )
      : { rule: outcome.rule, field: outcome.field, details: outcome.details })
  } as Outcome
}

describe.each(scripts)('the script of $title', script => {
  it('comes out act by act as it is written, and the record holds', async () => {
    const { played, replayed, kept, onAll, again, log } = await play(script)
    allPlayed.push(...played)
    expect(played.map(so => told(so, asFarAsExpected(so)))).toEqual(
      played.map(so => told(so, so.step.outcome))
    )
    expect(replayed.difference).toBeUndefined()
    expect(kept.found).toEqual([])
    expect(onAll.differing).toEqual([])
    expect(onAll.acts).toBe(replayed.acts)
    expect([...new Set(again)]).toEqual(['repeated'])
    expect(log[1]).toBe(log[0])
  })
})

describe('the catalogue', () => {
  it('has no event type that no script gives', () => {
    const given = new Set<string>(
      allPlayed.flatMap(({ outcome }) => ('gives' in outcome ? outcome.gives : []))
    )
    expect(Object.keys(eventTable).filter(type => !given.has(type))).toEqual([])
  })

  it('has no act that was accepted and that the schema of its input refuses', () => {
    const accepted = allPlayed.flatMap(({ step: { name }, input, receipt }) =>
      receipt === undefined ? [] : [{ name, value: input }]
    )
    expect(refusedBy(ofInput(), accepted)).toEqual([])
  })

  it('has no receipt that calls an act by what only followed from it', () => {
    const about = ['amendment', 'collision', 'merge', 'submission', 'decision']
    const named = allPlayed.flatMap(({ step: { name, payload }, receipt }) => {
      const own = Object.entries(payload).find(([field]) => about.includes(field))?.[1]
      return receipt === undefined || makers.includes(name) || typeof own !== 'string'
        ? []
        : [{ name, own, ref: receipt.ref }]
    })
    expect(new Set(named.map(({ name }) => name)).size).toBeGreaterThan(20)
    expect(named.filter(({ own, ref }) => ref !== own)).toEqual([])
  })

  it('has one kind of reference for the receipts of each command', () => {
    const kinds = new Map<string, Set<string>>()
    for (const { step, receipt } of allPlayed)
      if (receipt !== undefined)
        kinds.set(
          step.name,
          (kinds.get(step.name) ?? new Set()).add(
            (receipt.ref ?? 'none').replace(/^[DEP](?=\d)/, 'submission ').replace(/\d+/g, '1')
          )
        )
    expect([...kinds].filter(([, kindsOfOne]) => kindsOfOne.size > 1)).toEqual([])
  })

  it('has no command that no script accepts', () => {
    const accepted = new Set<string>(
      allPlayed.flatMap(({ step, outcome }) =>
        'gives' in outcome && outcome.gives.length > 0 ? [step.name] : []
      )
    )
    expect(Object.keys(commandTable).filter(name => !accepted.has(name))).toEqual([])
  })

  it('has no refusal that no script meets, save those that hold off forged logs', () => {
    const met = new Set<string>(
      allPlayed.flatMap(({ outcome }) => ('refused' in outcome ? [outcome.refused] : []))
    )
    expect(Object.keys(rejections).filter(tag => !met.has(tag))).toEqual(Object.keys(guards))
  })

  it.each(Object.entries(guards))('refuses a forged log with %s', async (tag, guard) => {
    const { onAll } = await play(beforeTheForgery)
    const decided = pathDomain.decide(forged(guard), onAll.states)
    expect(E.isLeft(decided) ? decided.left.tag : decided.right).toBe(tag)
  })
})

describe('a decision in the scripts', () => {
  const decisions = () =>
    allPlayed.flatMap(({ step, outcome }) =>
      step.name === 'Decide' && 'gives' in outcome && outcome.gives.length > 0
        ? [{ ...(step.payload as unknown as Decision), gives: outcome.gives }]
        : []
    )
  const of = ({ subject, motion }: MotionLine) =>
    decisions().filter(
      decision =>
        decision.subject.kind === subject &&
        decision.motion === motion &&
        decision.outcome.startsWith('adopted')
    )

  it.each(motionLines())('on $subject, $motion, brings what docs/reference/motions.md says', line => {
    const adopted = of(line).map(({ gives }) => gives.filter(type => type !== 'DecisionTaken'))
    expect(adopted).not.toEqual([])
    for (const gives of adopted) {
      expect(line.always.filter(type => !gives.some(given => given === type))).toEqual([])
      expect(gives.filter(type => ![...line.always, ...line.mayFollow].includes(type))).toEqual([])
    }
    const given: ReadonlyArray<string> = adopted.flat()
    expect(line.mayFollow.filter(type => !given.includes(type))).toEqual([])
  })

  it('leaves its subject as it was unless the motion is adopted', () => {
    const others = decisions().filter(({ outcome }) => !outcome.startsWith('adopted'))
    expect([...new Set(others.map(({ outcome }) => outcome))].sort()).toEqual([
      'deferred',
      'noDecision',
      'referred',
      'rejected'
    ])
    expect([...new Set(others.flatMap(({ gives }) => gives))]).toEqual(['DecisionTaken'])
  })

  it('has a line for every motion that a subject admits', () => {
    const lines = motionLines().map(({ subject, motion }) => `${subject} ${motion}`)
    expect(lines).toEqual(
      Object.entries(motions).flatMap(([subject, rows]) =>
        Object.keys(rows).map(motion => `${subject} ${motion}`)
      )
    )
  })
})
