import * as TE from 'fp-ts/lib/TaskEither'
import { viewStoreContract } from '@ardiya/core/testing/view-store-contract'
import { runContract } from '../../test/run-contract'
import { inMemoryViewStore } from './view-store'

runContract(
  'the view store in memory',
  viewStoreContract({ name: 'in memory', open: TE.fromIO(() => ({ store: inMemoryViewStore() })) })
)
