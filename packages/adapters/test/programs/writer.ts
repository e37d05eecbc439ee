/** Appends one act after the other to a stream of its own until it is killed; says the number of each that was acknowledged. */
import { streamOf } from '@ardiya/core/kernel/stream-name'
import { accepted, act, khemisset } from '@ardiya/core/testing/store-contract-acts'
import { openSqliteEventStore } from '@ardiya/adapters/sqlite/event-store'
import { argument, rightOrDie, say } from './speaking'

export interface WriterArgument {
  readonly file: string
  readonly writer: number
  /** The first act to send; it may have come into the log already, without an answer. */
  readonly from: number
}

const main = async (): Promise<void> => {
  const { file, writer, from } = argument<WriterArgument>()
  const store = await rightOrDie(openSqliteEventStore({ file, create: true }))
  const stream = streamOf(khemisset, `P${writer}`)
  for (let n = from; ; n++) {
    await rightOrDie(accepted(store, act(100_000 * writer + n, [stream, 2 * n - 1], [stream, 2 * n])))
    say(String(n))
  }
}

void main()
