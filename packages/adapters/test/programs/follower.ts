/** Reads by checkpoint while others append, until it has seen so many events; says the log version of each. */
import * as E from 'fp-ts/lib/Either'
import { logStart } from '@ardiya/core/kernel/version'
import { khemisset } from '@ardiya/core/testing/store-contract-acts'
import { openSqliteEventStore } from '@ardiya/adapters/sqlite/event-store'
import { argument, readyForSignal, rightOrDie, say } from './speaking'

export interface FollowerArgument {
  readonly file: string
  readonly count: number
}

const main = async (): Promise<void> => {
  const { file, count } = argument<FollowerArgument>()
  const store = await rightOrDie(openSqliteEventStore({ file, create: true }))
  await readyForSignal()
  const subscription = await rightOrDie(store.subscribe(khemisset, { after: logStart }))
  const stay = setInterval(() => undefined, 1000)
  for (let seen = 0; seen < count;) {
    const delivery = await subscription.next()
    if (E.isLeft(delivery)) throw new Error(delivery.left.tag)
    if (delivery.right.tag === 'CaughtUp') continue
    for (const { log } of delivery.right.page.records) say(String(log.value))
    seen += delivery.right.page.records.length
  }
  clearInterval(stay)
  await rightOrDie(subscription.close)
  await rightOrDie(store.close)
}

void main()
