/**
 * Kept documents are handed on as they are and may be remembered by a store: so nobody may change one in place, and
 * each must be what its JSON says, whether it comes from the file or from memory.
 */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Json, type LocalDate } from '@ardiya/core/kernel/primitives'
import { type Kept, type ViewStore } from '@ardiya/core/kernel/view-store'
import { showCurrent } from '@ardiya/core/views/show'
import { views } from '@ardiya/core/views/registry'
import { inMemoryViewStore } from '@ardiya/adapters/in-memory/view-store'
import { demo, demoText, inMemoryStores, play, rightOf, sessionOver } from './stage'

jest.setTimeout(120_000)

const frozen = <A>(value: A): A => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

const freezing = (below: ViewStore, put: (value: Json) => void): ViewStore => {
  const read = <L>(reading: TE.TaskEither<L, Kept>): TE.TaskEither<L, Kept> => pipe(reading, TE.map(frozen))
  return {
    ...below,
    load: (process, keys) => read(below.load(process, keys)),
    scan: (process, query) => read(below.scan(process, query)),
    step: (process, from, to, puts) => {
      puts.forEach(({ value }) => put(frozen(value)))
      return below.step(process, from, to, puts)
    }
  }
}

describe('What is kept', () => {
  it('is never changed in place, and is what its JSON says, through the demonstration and every view of it', async () => {
    const differing: Json[] = []
    const kept = freezing(inMemoryViewStore(), value => {
      try {
        expect(value).toStrictEqual(JSON.parse(JSON.stringify(value)))
      } catch {
        differing.push(value)
      }
    })
    const stores = { ...inMemoryStores(), views: kept }
    await play(await sessionOver(stores, demo), demoText())
    for (const view of Object.values(views))
      for (const ref of ['P1', 'M1', 'V1'])
        await rightOf(showCurrent(stores, demo, view, { today: '2026-09-30' as LocalDate, ref }))
    expect(differing).toEqual([])
  })
})
