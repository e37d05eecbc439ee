/** A view that is asked for one reference reads no more streams than it needs, and no fewer: it says what the whole log does. */
import { type Instant, type LocalDate } from '@ardiya/core/kernel/primitives'
import { logVersion } from '@ardiya/core/kernel/version'
import { views } from '@ardiya/core/views/registry'
import { showAsOf, showCurrent } from '@ardiya/core/views/show'
import { demo, demoInMemory, logOf, rightOf, type Stores } from './stage'

jest.setTimeout(240_000)

const today = '2026-02-01' as LocalDate

/** Inherited stands have not been reaffirmed yet. */
const afterTheMerge = '2025-12-28T10:46:00.000+01:00' as Instant

/** By the letter of what a view may be asked for. */
const refsOf: Readonly<Record<string, ReadonlyArray<string>>> = {
  A: ['A2'],
  D: ['D1'],
  E: ['E1'],
  M: ['M1', 'M2'],
  P: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10'],
  V: ['V1']
}

describe('A view of one reference', () => {
  let stores: Stores
  let until: ReturnType<typeof logVersion>
  beforeAll(async () => {
    stores = (await demoInMemory()).stores
    until = logVersion((await logOf(stores.store, demo)).length)
  })

  const asked = Object.values(views).flatMap(view =>
    view.about.kind === 'none'
      ? []
      : view.about.letters.split('').flatMap(letter => (refsOf[letter] ?? []).map(ref => ({ view, ref })))
  )

  it.each(asked.map(({ view, ref }) => [view.name, ref] as const))(
    '%s of %s is the same from the streams that are kept for it and from the whole log',
    async (name, ref) => {
      const view = views[name]
      if (view === undefined) throw new Error(name)
      for (const at of view.dated ? [undefined, afterTheMerge] : [undefined]) {
        const one = { today, ref, ...(at === undefined ? {} : { at }) }
        const whole = await rightOf(showAsOf(stores, demo, view, one, until))
        expect(await rightOf(showCurrent(stores, demo, view, one))).toEqual(whole)
      }
    }
  )
})
