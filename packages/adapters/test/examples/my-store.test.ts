import * as E from 'fp-ts/lib/Either'
import * as TE from 'fp-ts/lib/TaskEither'
import { eventStoreContract } from '@ardiya/core/testing/store-contract'
import { inMemoryEventStore } from '@ardiya/adapters/in-memory/event-store'

const cases = eventStoreContract({
  name: 'my store',
  open: TE.fromIO(() => ({ store: inMemoryEventStore() }))
})

describe('my store', () => {
  it.each(cases.map(each => [`law ${each.law}: ${each.title}`, each.run] as const))('%s', async (_, run) => {
    expect(await run()).toEqual(E.right(undefined))
  })
})
