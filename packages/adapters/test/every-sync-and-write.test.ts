/**
 * guarantees.md §7: the machine stops, or the disk fails, at every sync and at every write of a small work: making the
 * file, appending, bringing the WAL in. What was acknowledged is there, once, and the rest can be sent again.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { act, logHolds, proposal } from '@ardiya/core/testing/store-contract-acts'
import { openSqliteEventStore } from '../src/sqlite/event-store'
import { checkSqliteIntegrity } from '../src/sqlite/integrity'
import { compiledPrograms, type Ended } from './processes'
import { type InsisterArgument } from './programs/insister'
import { newFolder, removeFolder, rightOf } from './sqlite-files'

jest.setTimeout(300_000)

const folder = newFolder()
const programs = compiledPrograms()
afterAll(() => {
  programs.remove()
  removeFolder(folder)
})

/** Whether system calls can be watched and failed here; where they cannot, these tests are shown as skipped. */
const canTrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0
const whereTraced = canTrace ? describe : describe.skip

const file = join(folder, 'coalition.db')
const acts = 2

/** Only calls on the files of the store count. */
const ofTheStore = ['', '-wal', '-shm'].flatMap(suffix => ['-P', file + suffix])

const below = (inject: string, argument: Omit<InsisterArgument, 'file'>): Promise<Ended> =>
  programs.startBelow(
    ['strace', '-f', ...ofTheStore, '-e', `inject=${inject}`, '-o', '/dev/null'],
    'insister',
    {
      file,
      ...argument
    } satisfies InsisterArgument
  ).ended

const numbersIn = ({ lines }: Ended): ReadonlyArray<number> => lines.map(Number).filter(n => n > 0)

const begunAnew = (): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
}

/** The log holds acts from the first to the last acknowledged, at most the one without an answer more, all once. */
const holdsWhatWasAcknowledged = async (acknowledged: number): Promise<void> => {
  const store = await rightOf(openSqliteEventStore({ file, create: true }))
  const held = Number((await rightOf(store.head('khemisset' as Parameters<typeof store.head>[0]))).value)
  expect([acknowledged, acknowledged + 1]).toContain(held)
  const all = Array.from({ length: acts }, (_, i) => act(i + 1, [proposal, i + 1]))
  await rightOf(logHolds(store, ...all.slice(0, held)))
  for (const each of all) await rightOf(store.append(each.process, each.expectation, each.records))
  await rightOf(logHolds(store, ...all))
  await rightOf(store.close)
  await rightOf(checkSqliteIntegrity(file))
}

whereTraced.each([
  ['fsync,fdatasync', 6],
  ['pwrite64', 40],
  ['ftruncate', 2]
])('At every %s', (calls, atLeast) => {
  it('a program that is killed there leaves what it acknowledged, once', async () => {
    let moments = 0
    for (let n = 1, killed = true; killed; n++) {
      begunAnew()
      const ended = await below(`${calls}:signal=KILL:when=${n}`, { acts })
      killed = ended.code !== 0
      if (killed) moments += 1
      await holdsWhatWasAcknowledged(Math.max(0, ...numbersIn(ended)))
    }
    expect(moments).toBeGreaterThanOrEqual(atLeast)
  })
})

/** Calls fail one in so many, beginning with each of the first so many: more than making the file takes. */
whereTraced.each([
  ['fsync,fdatasync', 7, ['EIO'], ['StoreUnreachable']],
  ['pwrite64', 43, ['EIO', 'ENOSPC'], ['StoreFull', 'StoreUnreachable']],
  ['pread64', 11, ['EIO'], ['StoreDamaged', 'StoreUnreachable']]
])('Where one %s in %i fails', (calls, oneIn, errors, tags) => {
  it('each failure is a typed error, and every act is there once when it was sent again', async () => {
    const faults = new Set<string>()
    for (let n = 1; n <= oneIn; n++) {
      begunAnew()
      const error = errors[n % errors.length] ?? 'EIO'
      const ended = await below(`${calls}:error=${error}:when=${n}+${oneIn}`, { acts, patience: 200 })
      expect(ended).toMatchObject({ code: 0, errors: '' })
      expect(numbersIn(ended)).toEqual(Array.from({ length: acts }, (_, i) => i + 1))
      for (const line of ended.lines) if (/^[A-Z]/.test(line)) faults.add(line)
      await holdsWhatWasAcknowledged(acts)
    }
    expect([...faults].sort()).toEqual(tags)
  })
})
