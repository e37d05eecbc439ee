/** guarantees.md §7: a disk without room, and writes that come to the disk only in part. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { act, khemisset, proposal, wholeLog } from '@ardiya/core/testing/store-contract-acts'
import { openSqliteEventStore } from '../src/sqlite/event-store'
import { checkSqliteIntegrity } from '../src/sqlite/integrity'
import { compiledPrograms, type Ended } from './processes'
import { type InsisterArgument } from './programs/insister'
import { newFolder, removeFolder, rightOf } from './sqlite-files'

jest.setTimeout(120_000)

const folder = newFolder()
const small = join(folder, 'small')
mkdirSync(small)
/** Whether this user may mount a small disk in memory; where not, its test is shown as skipped. */
const canMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=320k', 'none', small]).status === 0
const programs = compiledPrograms()
afterAll(() => {
  programs.remove()
  if (canMount) spawnSync('umount', [small])
  removeFolder(folder)
})

const acknowledgedIn = ({ lines }: Ended): number => Math.max(0, ...lines.map(Number).filter(n => n > 0))

/** Everything that was acknowledged is there, once, and at most the act without an answer more. */
const holds = async (file: string, acknowledged: number): Promise<void> => {
  const store = await rightOf(openSqliteEventStore({ file, create: false }))
  const log = await rightOf(wholeLog(store, khemisset, 1000))
  expect([acknowledged, acknowledged + 1]).toContain(log.length)
  expect(log.map(({ id }) => id)).toEqual(log.map((_, i) => act(i + 1, [proposal, i + 1]).records[0]?.id))
  await rightOf(store.close)
  await rightOf(checkSqliteIntegrity(file))
}

const goesOn = async (file: string, from: number): Promise<void> => {
  const ended = await programs.start('insister', { file, acts: 20, from } satisfies InsisterArgument).ended
  expect(ended).toMatchObject({ code: 0, errors: '' })
  expect(ended.lines).toHaveLength(1 + 20)
  await holds(file, from + 19)
}

;(canMount ? it : it.skip)(
  'a full disk is StoreFull: what was acknowledged is kept, can be read, and is gone on with when there is room',
  async () => {
    const file = join(small, 'coalition.db')
    const ended = await programs.start('insister', {
      file,
      acts: 100_000,
      patience: 3
    } satisfies InsisterArgument).ended
    expect(ended).toMatchObject({ code: 0, errors: '' })
    expect(ended.lines.slice(-3)).toEqual(['StoreFull', 'StoreFull', 'StoreFull'])
    const acknowledged = acknowledgedIn(ended)
    expect(acknowledged).toBeGreaterThan(5)
    await holds(file, acknowledged)
    execFileSync('mount', ['-o', 'remount,size=16m', small])
    await goesOn(file, acknowledged + 1)
  }
)

it.each([64, 97, 150, 211])(
  'a write that comes to the disk only in part, at %i KiB, is a typed error, and nothing acknowledged is lost',
  async limit => {
    const file = join(folder, `limited-${limit}.db`)
    const ended = await programs.startBelow(
      ['bash', '-c', `ulimit -f ${limit}; exec "$@"`, 'bash'],
      'insister',
      { file, acts: 100_000, patience: 3 } satisfies InsisterArgument
    ).ended
    expect(ended).toMatchObject({ code: 0, errors: '' })
    const faults = ended.lines.filter(line => line.startsWith('Store'))
    expect(faults).toHaveLength(3)
    expect(['StoreFull', 'StoreUnreachable']).toEqual(expect.arrayContaining([...new Set(faults)]))
    const acknowledged = acknowledgedIn(ended)
    expect(acknowledged).toBeGreaterThan(0)
    await holds(file, acknowledged)
    await goesOn(file, acknowledged + 1)
  }
)
