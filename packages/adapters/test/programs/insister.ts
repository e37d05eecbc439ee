/**
 * Opens a store and appends so many acts, each again until it is acknowledged, whatever fault comes, or until so many
 * faults came; says each fault and each number.
 */
import * as E from 'fp-ts/lib/Either'
import { act, proposal, sent } from '@ardiya/core/testing/store-contract-acts'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { openSqliteEventStore } from '@ardiya/adapters/sqlite/event-store'
import { argument, say } from './speaking'

export interface InsisterArgument {
  readonly file: string
  readonly acts: number
  /** The first act to send. */
  readonly from?: number
  /** After so many faults it gives up. */
  readonly patience?: number
}

const main = async (): Promise<void> => {
  const { file, acts, from = 1, patience = Infinity } = argument<InsisterArgument>()
  let faults = 0
  const told = <A>(answer: E.Either<{ readonly tag: string }, A>): A | undefined => {
    if (E.isRight(answer)) return answer.right
    faults += 1
    say(answer.left.tag)
    return undefined
  }
  const opened = async (): Promise<EventStore | undefined> => {
    for (;;) {
      const store = told(await openSqliteEventStore({ file, create: true })())
      if (store !== undefined || faults >= patience) return store
    }
  }
  const store = await opened()
  if (store === undefined) return
  say('opened')
  for (let n = from; n < from + acts && faults < patience;) {
    if (told(await sent(store, act(n, [proposal, n]))()) === undefined) continue
    say(String(n))
    n += 1
  }
  await store.close()
}

void main()
