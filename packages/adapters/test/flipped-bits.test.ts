/** guarantees.md §7: a flipped bit in every region of a small store is reported, or changes nothing that is read. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { logStart } from '@ardiya/core/kernel/version'
import { shown } from '@ardiya/core/testing/contract'
import {
  act,
  actOf,
  given,
  khemisset,
  meeting,
  proposal,
  root,
  tiflet,
  wholeLog,
  wholeStream
} from '@ardiya/core/testing/store-contract-acts'
import { streamOf } from '@ardiya/core/kernel/stream-name'
import { openSqliteEventStore } from '../src/sqlite/event-store'
import { newFolder, removeFolder, rightOf } from './sqlite-files'

const folder = newFolder()
afterAll(() => removeFolder(folder))

/** Everything that a reader can ask of the store. */
const everything = (store: EventStore): TE.TaskEither<unknown, string> =>
  pipe(
    TE.sequenceSeqArray<unknown, unknown>([
      store.processes,
      store.head(khemisset),
      store.head(tiflet),
      wholeLog(store, khemisset),
      wholeLog(store, tiflet),
      wholeStream(store, proposal),
      wholeStream(store, meeting),
      wholeStream(store, root),
      store.readLog(khemisset, { after: logStart, limit: 100, streams: [meeting] }),
      store.readLog(khemisset, { after: logStart, limit: 100, types: ['ItemDiscussed'] }),
      store.readAll({ limit: 100 })
    ]),
    TE.map(shown)
  )

const opened = (file: string): TE.TaskEither<unknown, string> =>
  pipe(
    openSqliteEventStore({ file, create: false, lockWaitMs: 0 }),
    TE.flatMap(store => async () => {
      const answer = await everything(store)()
      await store.close()
      return answer
    })
  )

const written = async (): Promise<Buffer> => {
  const file = join(folder, 'whole.db')
  const store = await rightOf(openSqliteEventStore({ file, create: true }))
  await rightOf(
    given(
      store,
      act(1, [root, 1], [meeting, 1]),
      actOf(tiflet, 1, [streamOf(tiflet, 'P1'), 1]),
      ...Array.from({ length: 10 }, (_, i) => act(10 + i, [proposal, i + 1], [meeting, i + 2]))
    )
  )
  await rightOf(store.close)
  return readFileSync(file)
}

const bytesApart = 61

it('a flipped bit is reported, or changes nothing that is read', async () => {
  const whole = await written()
  const before = await rightOf(opened(join(folder, 'whole.db')))
  const unseen: string[] = []
  let reported = 0
  for (let at = 0; at < whole.length; at += bytesApart) {
    const bit = (at / bytesApart) % 8
    const file = join(folder, 'flipped.db')
    for (const suffix of ['', '-wal', '-shm']) if (existsSync(file + suffix)) rmSync(file + suffix)
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
    writeFileSync(file, bytes)
    const answer = await opened(file)()
    if (E.isLeft(answer)) reported += 1
    else if (answer.right !== before)
      unseen.push(`byte ${at} (page ${1 + Math.floor(at / 4096)}, ${at % 4096}) bit ${bit}`)
  }
  expect(unseen).toEqual([])
  expect(reported).toBeGreaterThan(10)
})
