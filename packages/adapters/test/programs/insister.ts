/** Appends so many acts, each again until it is acknowledged, whatever fault comes; says each fault and each number. */
import * as E from 'fp-ts/lib/Either'
import { act, proposal, sent } from '@ardiya/core/testing/store-contract-acts'
import { openSqliteEventStore } from '@ardiya/adapters/sqlite/event-store'
import { argument, rightOrDie, say } from './speaking'

export interface InsisterArgument {
  readonly file: string
  readonly acts: number
}

const main = async (): Promise<void> => {
  const { file, acts } = argument<InsisterArgument>()
  const store = await rightOrDie(openSqliteEventStore({ file, create: true }))
  say('opened')
  for (let n = 1; n <= acts;) {
    const answer = await sent(store, act(n, [proposal, n]))()
    say(E.isRight(answer) ? String(n) : answer.left.tag)
    if (E.isRight(answer)) n += 1
  }
  await store.close()
}

void main()
