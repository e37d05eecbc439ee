/**
 * One of several programs that append to one file at the same time. In every round it sends one act and says the
 * outcome: `accepted <log version>`, or the tag of the refusal.
 */
import * as E from 'fp-ts/lib/Either'
import { streamOf } from '@ardiya/core/kernel/stream-name'
import { type Act, act, khemisset, relyingOn, sent } from '@ardiya/core/testing/store-contract-acts'
import { openSqliteEventStore } from '@ardiya/adapters/sqlite/event-store'
import { argument, readyForSignal, rightOrDie, say } from './speaking'

export interface RacerArgument {
  readonly file: string
  readonly racer: number
  readonly rounds: number
  /** One stream a round for all; two that each reads of the other; one of its own. */
  readonly race: 'oneStream' | 'crossing' | 'ownStream'
}

const actOfRound = ({ racer, race }: RacerArgument, round: number): Act => {
  const n = 100_000 * (racer + 1) + round
  const proposal = streamOf(khemisset, `P${round}`)
  const meeting = streamOf(khemisset, `M${round}`)
  switch (race) {
    case 'oneStream':
      return act(n, [proposal, 1], [proposal, 2])
    case 'crossing':
      return racer % 2 === 0
        ? relyingOn(act(n, [proposal, 1]), [meeting, 0])
        : relyingOn(act(n, [meeting, 1]), [proposal, 0])
    case 'ownStream':
      return act(n, [streamOf(khemisset, `D${racer + 1}`), round])
  }
}

const main = async (): Promise<void> => {
  const given = argument<RacerArgument>()
  const store = await rightOrDie(openSqliteEventStore({ file: given.file, create: true }))
  await readyForSignal()
  for (let round = 1; round <= given.rounds; round++) {
    const answer = await sent(store, actOfRound(given, round))()
    say(E.isRight(answer) ? `accepted ${answer.right.value}` : answer.left.tag)
  }
  await rightOrDie(store.close)
}

void main()
