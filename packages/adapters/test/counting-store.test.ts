import * as TE from 'fp-ts/lib/TaskEither'
import { streamVersion, logStart } from '@ardiya/core/kernel/version'
import { eventStoreContract } from '@ardiya/core/testing/store-contract'
import { countingStore } from '@ardiya/core/testing/counting-store'
import { act, given, khemisset, meeting, proposal } from '@ardiya/core/testing/store-contract-acts'
import { inMemoryEventStore } from '../src/in-memory/event-store'
import { runContract } from './run-contract'

runContract(
  'a counting store',
  eventStoreContract({
    name: 'counting',
    open: TE.fromIO(() => ({ store: countingStore(inMemoryEventStore()).store }))
  })
)

describe('what a counting store counts', () => {
  it('counts records by stream, whatever read brought them, and begins anew when told to', async () => {
    const { store, counts, forget } = countingStore(inMemoryEventStore())
    await given(store, act(1, [proposal, 1], [proposal, 2], [meeting, 1]))()
    await store.readStream(khemisset, proposal, { after: streamVersion(1), limit: 9 })()
    await store.readLog(khemisset, { after: logStart, limit: 9 })()
    expect(counts()).toMatchObject({ appends: 1, readStream: 1, readLog: 1, records: 4 })
    expect(counts().byStream).toEqual({ [proposal]: 3, [meeting]: 1 })
    forget()
    expect(counts().records).toBe(0)
  })
})
