import * as E from 'fp-ts/lib/Either'
import fc from 'fast-check'
import {
  type Act,
  acting,
  adopting,
  after,
  commit,
  compiling,
  freezing,
  frozenHash,
  outcomeOf,
  progress,
  raise,
  respond,
  times
} from '../../test/platform-story'
import { type Json } from '../kernel/primitives'
import { retractionEvents } from '../process/events'
import { platformEvents } from './events'
import { platformOutline } from './outline'
import { platformStanding } from './standing'
import { initialPlatformState } from './state'
import { type NewBlock } from '../text/text'
import { preambleHash } from './document'

const blocks = [{ kind: 'paragraph', text: 'مثال توضيحي: ديباجة' }] as unknown as ReadonlyArray<NewBlock>

/** The whole life of a platform, act by act. */
const story: ReadonlyArray<Act> = [
  compiling(times.compiled),
  acting('WritePreamble', { platform: 'V1', blocks, was: preambleHash([]) }, times.compiled),
  acting('MoveClause', { platform: 'V1', submission: 'P1', after: 'start' }, times.compiled),
  acting('MoveClause', { platform: 'V1', submission: 'P1', after: 'P3' }, times.compiled),
  acting('WritePreamble', { platform: 'V1', blocks: [], was: preambleHash(blocks) }, times.compiled),
  freezing(times.frozen),
  adopting(times.adopted, frozenHash),
  raise(),
  acting('AcknowledgeReceipt', { raising: 'V1-S1', date: '2026-01-05', receipt: '17' }, times.raised),
  respond(),
  acting('NoteOverdue', { raising: 'V1-S1', clauses: ['V1.2'], on: '2026-03-10' }, times.later),
  acting(
    'ForwardRaising',
    { raising: 'V1-S1', to: 'H3', date: '2026-03-12', dueOn: '2026-05-01' },
    times.later
  ),
  commit(),
  progress()
]

describe('The state of a platform', () => {
  it('is the same whether its stream is folded at once or in two parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: story.length }), cut => {
        const [whole, parts] = [after(story), after(story.slice(cut), after(story.slice(0, cut)))]
        expect(platformOutline(parts)).toEqual(platformOutline(whole))
        expect(Object.keys(parts.raisings)).toEqual(Object.keys(whole.raisings))
      })
    )
  })

  it('is plain JSON at every step: what is kept in a store is what was folded', () => {
    story.forEach((_, index) => {
      const state = after(story.slice(0, index + 1))
      expect(JSON.parse(JSON.stringify(state)) as Json).toStrictEqual(state)
    })
  })

  it('goes from draft to frozen to adopted', () => {
    const standings = [0, 1, 6, 7].map(count => platformStanding(after(story.slice(0, count))))
    expect(standings).toEqual(['none', 'draft', 'frozen', 'adopted'])
    expect(platformOutline(initialPlatformState)).toBeUndefined()
  })
})

describe('Every event that a platform’s decisions give', () => {
  it('is read by the codec of its type', () => {
    const codecs = { ...platformEvents, ...retractionEvents }
    const given = story.flatMap((act, index) => {
      const outcome = outcomeOf(act, after(story.slice(0, index)))
      return E.isRight(outcome) ? outcome.right : []
    })
    expect(given).toHaveLength(story.length)
    for (const { type, data } of given) expect(codecs[type].decode(data)).toEqual(E.right(data))
  })
})
