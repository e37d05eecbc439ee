import * as TE from 'fp-ts/lib/TaskEither'
import { eventStoreContract } from '@ardiya/core/testing/store-contract'
import { runContract } from '../../test/run-contract'
import { inMemoryEventStore } from './event-store'

runContract(
  'the event store in memory',
  eventStoreContract({
    name: 'in memory',
    open: TE.fromIO(() => ({ store: inMemoryEventStore() }))
  })
)
