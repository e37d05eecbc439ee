/** Laws 2, 4 and 5 with eight operating-system processes on one SQLite file, and kill -9 (guarantees.md §7). */
import { join } from 'node:path'
import { eventId } from '@ardiya/core/kernel/primitives'
import { streamOf } from '@ardiya/core/kernel/stream-name'
import { commandOf, khemisset, wholeLog, wholeStream } from '@ardiya/core/testing/store-contract-acts'
import { openSqliteEventStore } from '../src/sqlite/event-store'
import { checkSqliteIntegrity } from '../src/sqlite/integrity'
import { allAtOnce, compiledPrograms, type Ended, type Running, until } from './processes'
import { type FollowerArgument } from './programs/follower'
import { type RacerArgument } from './programs/racer'
import { type WriterArgument } from './programs/writer'
import { newFolder, removeFolder, rightOf } from './sqlite-files'

const folder = newFolder()
const programs = compiledPrograms()
afterAll(() => {
  programs.remove()
  removeFolder(folder)
})

const eight = [0, 1, 2, 3, 4, 5, 6, 7]

const racers = (file: string, race: RacerArgument['race'], rounds: number): ReadonlyArray<Running> =>
  eight.map(racer => programs.start('racer', { file, racer, rounds, race } satisfies RacerArgument))

const follower = (file: string, count: number): Running =>
  programs.start('follower', { file, count } satisfies FollowerArgument)

/** What each program said after the signal, by round. */
const outcomes = (ended: ReadonlyArray<Ended>): ReadonlyArray<ReadonlyArray<string>> =>
  ended.map(({ lines, errors, code }) => {
    expect({ errors, code }).toEqual({ errors: '', code: 0 })
    return lines.filter(line => line !== 'ready')
  })

const readLogOf = async (file: string) => {
  const store = await rightOf(openSqliteEventStore({ file, create: false }))
  const log = await rightOf(wholeLog(store, khemisset, 1000))
  await rightOf(store.close)
  await rightOf(checkSqliteIntegrity(file))
  return log
}

const oneWinsEachRound = (said: ReadonlyArray<ReadonlyArray<string>>, rounds: number): void => {
  for (let round = 0; round < rounds; round++) {
    const ofRound = said.map(lines => lines[round]?.split(' ')[0])
    expect([round, ofRound.filter(tag => tag === 'accepted').length]).toEqual([round, 1])
    expect(ofRound.filter(tag => tag === 'Conflict')).toHaveLength(7)
  }
}

describe('eight processes on one file, which they also make at once', () => {
  it('law 2: race for one stream: in each round exactly one wins, and the others learn of it', async () => {
    const file = join(folder, 'one-stream.db')
    const rounds = 60
    oneWinsEachRound(outcomes(await allAtOnce(racers(file, 'oneStream', rounds))), rounds)
    expect(await readLogOf(file)).toHaveLength(2 * rounds)
  })

  it('law 2: with crossing expectations: in each round exactly one wins', async () => {
    const file = join(folder, 'crossing.db')
    const rounds = 60
    oneWinsEachRound(outcomes(await allAtOnce(racers(file, 'crossing', rounds))), rounds)
    expect(await readLogOf(file)).toHaveLength(rounds)
  })

  it('laws 4 and 5: each on its own stream: all are accepted, none lost, none twice, and followers see all', async () => {
    const file = join(folder, 'own-stream.db')
    const rounds = 100
    const ended = await allAtOnce([
      ...racers(file, 'ownStream', rounds),
      follower(file, 8 * rounds),
      follower(file, 8 * rounds)
    ])
    const said = outcomes(ended)
    const answers = said.slice(0, 8).flat()
    const dense = Array.from({ length: 8 * rounds }, (_, i) => String(i + 1))
    expect(answers.map(line => line.replace('accepted ', '')).sort(byNumber)).toEqual(dense)
    expect(said.slice(8)).toEqual([dense, dense])
    const log = await readLogOf(file)
    expect(log.map(each => String(each.log.value))).toEqual(dense)
    expect(new Set(log.map(({ id }) => id)).size).toBe(8 * rounds)
    for (const racer of eight) {
      const own = log.filter(({ stream }) => stream === streamOf(khemisset, `D${racer + 1}`))
      expect(own.map(({ version }) => Number(version.value))).toEqual(
        Array.from({ length: rounds }, (_, i) => i + 1)
      )
    }
  })
})

const byNumber = (a: string, b: string): number => Number(a) - Number(b)

describe('a writer that is killed at any moment', () => {
  const rounds = 8
  const writers = [1, 2]

  it('leaves everything acknowledged, once, and the act without an answer can be sent again', async () => {
    const file = join(folder, 'killed.db')
    const acknowledged = new Map(writers.map(writer => [writer, 0]))
    for (let round = 0; round < rounds; round++) {
      const running = writers.map(writer => {
        const from = (acknowledged.get(writer) ?? 0) + 1
        return { writer, program: programs.start('writer', { file, writer, from } satisfies WriterArgument) }
      })
      await until(() => running.every(({ program }) => program.said().length > 3 * round))
      for (const { program } of running) program.kill()
      for (const { writer, program } of running) {
        const { lines, errors } = await program.ended
        expect(errors).toBe('')
        acknowledged.set(writer, Number(lines[lines.length - 1] ?? acknowledged.get(writer)))
      }
      await isThereOnce(file, acknowledged)
    }
  })

  const isThereOnce = async (file: string, acknowledged: ReadonlyMap<number, number>): Promise<void> => {
    const log = await readLogOf(file)
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length)
    const store = await rightOf(openSqliteEventStore({ file, create: false }))
    for (const [writer, last] of acknowledged) {
      const records = await rightOf(wholeStream(store, streamOf(khemisset, `P${writer}`)))
      const acts = records.length / 2
      expect([last, last + 1]).toContain(acts)
      expect(records.map(({ id }) => id)).toEqual(
        Array.from({ length: acts }, (_, i) =>
          [0, 1].map(index => eventId(commandOf(100_000 * writer + i + 1), index))
        ).flat()
      )
    }
    await rightOf(store.close)
  }
})
