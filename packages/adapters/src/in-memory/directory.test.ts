import * as TE from 'fp-ts/lib/TaskEither'
import { directoryContract } from '@ardiya/core/testing/directory-contract'
import { runContract } from '../../test/run-contract'
import { inMemoryDirectory } from './directory'

runContract(
  'the directory in memory',
  directoryContract({ name: 'in memory', open: TE.fromIO(() => ({ directory: inMemoryDirectory() })) })
)
