/** One of several programs that act on one store at the same time: does lines as `ardiya apply` does, says what came of each. */
import * as E from 'fp-ts/lib/Either'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { closeStores, doAll, sessionOver, storesIn } from '../acts/stage'
import { argument, readyForSignal, say } from './speaking'

export interface ActorArgument {
  readonly folder: string
  readonly process: ProcessSlug
  /** Lines of input, one act each. */
  readonly lines: ReadonlyArray<unknown>
}

const main = async (): Promise<void> => {
  const { folder, process, lines } = argument<ActorArgument>()
  const stores = await storesIn(folder)
  const session = await sessionOver(stores, process, 'own')
  await readyForSignal()
  for (const line of lines)
    for (const { result } of await doAll(session, JSON.stringify(line)))
      say(JSON.stringify(E.isRight(result) ? result.right : { outcome: 'refused', failure: result.left }))
  await closeStores(stores)
}

void main()
