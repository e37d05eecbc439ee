/**
 * Every event type is given, and every refusal met, by an act of a script on real SQLite files; and after each script
 * the record replays, what is kept is what the log makes, and decisions rest on what they declare.
 */
import { rejections } from '@ardiya/core/path/all-rejections'
import { eventTable } from '@ardiya/core/path/event-table'
import { play, type Played } from './play'
import { type Outcome } from './script'
import { scripts } from './scripts/all'

const allPlayed: Array<Played> = []

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
    const { played, replayed, kept, onAll } = await play(script)
    allPlayed.push(...played)
    expect(played.map(so => told(so, asFarAsExpected(so)))).toEqual(
      played.map(so => told(so, so.step.outcome))
    )
    expect(replayed.difference).toBeUndefined()
    expect(kept.differing).toEqual([])
    expect(onAll.differing).toEqual([])
    expect(onAll.acts).toBe(replayed.acts)
  })
})

describe('the catalogue', () => {
  it('has no event type that no script gives', () => {
    const given = new Set(allPlayed.flatMap(({ outcome }) => ('gives' in outcome ? outcome.gives : [])))
    expect(Object.keys(eventTable).filter(type => !given.has(type as never))).toEqual([])
  })

  it('has no refusal that no script meets', () => {
    const met = new Set(allPlayed.flatMap(({ outcome }) => ('refused' in outcome ? [outcome.refused] : [])))
    expect(Object.keys(rejections).filter(tag => !met.has(tag as never))).toEqual([])
  })
})
