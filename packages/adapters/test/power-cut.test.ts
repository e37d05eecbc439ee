/**
 * guarantees.md §7, a power cut: writers on a file system of their own, in an image, are stopped at any moment, and the
 * image is copied as the disk has it then: what the file system has not yet written is not in it. The copy is mounted as
 * after the cut. Everything that was acknowledged before is in it.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { eventId } from '@ardiya/core/kernel/primitives'
import { streamOf } from '@ardiya/core/kernel/stream-name'
import { commandOf, khemisset, wholeLog, wholeStream } from '@ardiya/core/testing/store-contract-acts'
import { openSqliteEventStore } from '../src/sqlite/event-store'
import { checkSqliteIntegrity } from '../src/sqlite/integrity'
import { compiledPrograms, until } from './processes'
import { type WriterArgument } from './programs/writer'
import { copyOf, newFolder, removeFolder, rightOf } from './sqlite-files'

jest.setTimeout(120_000)

const folder = newFolder()
const image = join(folder, 'disk.img')
const disk = join(folder, 'disk')
const after = join(folder, 'after')
for (const place of [disk, after]) mkdirSync(place)

const runs = (command: string, ...line: ReadonlyArray<string>): boolean =>
  spawnSync(command, line).status === 0

/** Whether this user may make a file system in an image and mount it; where not, the test is shown as skipped. */
const canMount =
  runs('truncate', '-s', '24M', image) &&
  runs('mkfs.ext4', '-q', image) &&
  runs('mount', '-o', 'loop', image, disk)

const programs = compiledPrograms()
afterAll(() => {
  programs.remove()
  if (canMount) for (const place of [disk, after]) spawnSync('umount', [place])
  removeFolder(folder)
})

const writers = [1, 2, 3]
const cuts = 8

;(canMount ? it : it.skip)(
  'a power cut at any moment leaves everything that was acknowledged, once',
  async () => {
    const running = writers.map(writer =>
      programs.start('writer', {
        file: join(disk, 'coalition.db'),
        writer,
        from: 1
      } satisfies WriterArgument)
    )
    const told = (): ReadonlyArray<number> => running.map(({ said }) => said().length)
    for (let cut = 1; cut <= cuts; cut++) {
      const before = told()
      await until(() => told().every((count, i) => count > (before[i] ?? 0) + cut))
      for (const program of running) program.halt()
      await said()
      const acknowledged = told()
      copyFileSync(image, join(folder, 'cut.img'))
      for (const program of running) program.resume()
      await isThereAfterTheCut(acknowledged)
    }
    expect(running.map(({ hasEnded }) => hasEnded())).toEqual([false, false, false])
    for (const program of running) program.kill()
    expect((await Promise.all(running.map(({ ended }) => ended))).map(({ errors }) => errors)).toEqual([
      '',
      '',
      ''
    ])
  }
)

/** What a stopped program had said is heard. */
const said = (): Promise<void> => new Promise(done => setTimeout(done, 30))

const isThereAfterTheCut = async (acknowledged: ReadonlyArray<number>): Promise<void> => {
  execFileSync('mount', ['-o', 'loop', join(folder, 'cut.img'), after])
  const file = join(folder, 'coalition.db')
  copyOf(join(after, 'coalition.db'), file)
  execFileSync('umount', [after])
  const store = await rightOf(openSqliteEventStore({ file, create: false }))
  const log = await rightOf(wholeLog(store, khemisset, 1000))
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length)
  for (const [i, writer] of writers.entries()) {
    const records = await rightOf(wholeStream(store, streamOf(khemisset, `P${writer}`)))
    const acts = records.length / 2
    expect([acknowledged[i], (acknowledged[i] ?? 0) + 1]).toContain(acts)
    expect(records.map(({ id }) => id)).toEqual(
      Array.from({ length: acts }, (_, n) =>
        [0, 1].map(index => eventId(commandOf(100_000 * writer + n + 1), index))
      ).flat()
    )
  }
  await rightOf(store.close)
  await rightOf(checkSqliteIntegrity(file))
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
}
