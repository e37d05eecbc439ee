/** Rule 17: the same act, recorded by another program between this one's look into the log and its decision. */
import { numbersKey, stateKey } from '@ardiya/core/kernel/kept'
import { processStream } from '@ardiya/core/kernel/stream-name'
import { type ViewStore } from '@ardiya/core/kernel/view-store'
import { demo, demoText, inMemoryStores, play, rightOf, sessionOver } from './stage'

const lines = demoText().split('\n')
/** The first association endorses. */
const at = lines.findIndex(line => line.includes('"name":"Endorse"'))

/** A view store that lets something happen just before intake first looks at the process. */
const interrupted = (views: ViewStore, happens: () => Promise<unknown>): ViewStore => {
  let pending = true
  return {
    ...views,
    load: (process, keys) => async () => {
      if (pending && keys.join() === [stateKey(processStream(demo)), numbersKey].join()) {
        pending = false
        await happens()
      }
      return views.load(process, keys)()
    }
  }
}

it('is told again as it was recorded, and not as something that is already so', async () => {
  const stores = inMemoryStores()
  const session = await sessionOver(stores, demo)
  await play(session, lines.slice(0, at).join('\n'))
  const line = lines[at] ?? ''
  let first: Awaited<ReturnType<typeof play>> = []
  const views = interrupted(stores.views, async () => {
    first = await play(session, line)
  })
  const [second] = await play({ ...session, capabilities: { ...session.capabilities, views } }, line)
  expect(first[0]).toMatchObject({ name: 'Endorse', outcome: 'recorded' })
  expect(second).toEqual({ ...first[0], outcome: 'repeated' })
  expect(String((await rightOf(stores.store.head(demo))).value)).toBe(first[0]?.log)
})
