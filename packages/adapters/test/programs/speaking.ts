/** How a program of the tests hears and speaks: JSON as its argument, a signal on its input, lines on its output. */
import { writeSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either'
import { type TaskEither } from 'fp-ts/lib/TaskEither'

export const argument = <A>(): A => JSON.parse(process.argv[2] ?? '{}') as A

/** Says a line, which is out before the next step: what was said before a kill is known. */
export const say = (line: string): void => {
  writeSync(1, `${line}\n`)
}

/** Says that it is ready and waits for the signal. */
export const readyForSignal = async (): Promise<void> => {
  say('ready')
  await new Promise(go => process.stdin.once('data', go))
  process.stdin.unref()
  process.stdin.destroy()
}

export const rightOrDie = async <L, A>(task: TaskEither<L, A>): Promise<A> => {
  const answer = await task()
  if (E.isRight(answer)) return answer.right
  throw new Error(
    JSON.stringify(answer.left, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))
  )
}
