import { replay } from '@ardiya/core/ledger/replay'
import { fromUtf8 } from '@ardiya/core/kernel/canonical'
import { demo, demoText, inMemoryStores, logOf, play, rightOf, sessionOver } from './stage'

const opening = demoText().split('\n').slice(0, 4)
const first = '01998000-0000-7000-8000-000000000001.0'

/** What an act says it follows from is of its first event; the others have the cause that the decision gives them. */
describe('an act that names what it follows from', () => {
  const line = JSON.stringify({
    id: '01998000-0000-7000-8000-0000000000f9',
    name: 'DefineTheme',
    at: '2025-10-20T10:05',
    cause: first,
    correlation: '01998000-0000-7000-8000-000000000001',
    actor: { as: 'office', office: 'secretary', mandate: 'A1-m2' },
    payload: { names: { ar: 'مثال توضيحي: محور آخر' } }
  })

  it('keeps it in the envelope, and is decided again byte for byte (rule 18)', async () => {
    const stores = inMemoryStores()
    await play(await sessionOver(stores, demo), [...opening, line].join('\n'))
    const log = await logOf(stores.store, demo)
    expect(JSON.parse(fromUtf8(log.at(-1)?.bytes ?? new Uint8Array()))).toMatchObject({ cause: first })
    expect(await rightOf(replay(stores.store, demo))).not.toHaveProperty('difference')
  })
})
