/** guarantees.md §7: permissions, syncs, locks that other programs hold. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  act,
  given,
  khemisset,
  logHolds,
  meeting,
  proposal,
  sent
} from '@ardiya/core/testing/store-contract-acts'
import { logVersion } from '@ardiya/core/kernel/version'
import { openDatabase } from '../src/sqlite/driver'
import { openSqliteDirectory } from '../src/sqlite/directory'
import { openSqliteEventStore } from '../src/sqlite/event-store'
import { compiledPrograms } from './processes'
import { type InsisterArgument } from './programs/insister'
import { type VisitorArgument } from './programs/visitor'
import { leftOf, newFolder, removeFolder, rightOf } from './sqlite-files'

const folder = newFolder()
const programs = compiledPrograms()
afterAll(() => {
  programs.remove()
  removeFolder(folder)
})

const written = [act(1, [proposal, 1], [proposal, 2]), act(2, [proposal, 3])]

const storeIn = async (name: string): Promise<string> => {
  mkdirSync(join(folder, name))
  const file = join(folder, name, 'coalition.db')
  const store = await rightOf(openSqliteEventStore({ file, create: true }))
  await rightOf(given(store, ...written))
  await rightOf(store.close)
  return file
}

const nobody = 65534

const visit = async (file: string, readOnly: boolean): Promise<ReadonlyArray<string>> => {
  chmodSync(folder, 0o755)
  const asOther: Partial<VisitorArgument> = process.getuid?.() === 0 ? { uid: nobody } : {}
  const ended = await programs.start('visitor', { file, readOnly, ...asOther } satisfies VisitorArgument)
    .ended
  expect(ended.errors).toBe('')
  return ended.lines
}

describe('a store that this user may not write', () => {
  it.each([true, false])(
    'is read whole, and an append is refused as StoreReadOnly (read-only asked: %s)',
    async readOnly => {
      const file = await storeIn(`no-write-${readOnly}`)
      chmodSync(file, 0o444)
      chmodSync(join(file, '..'), 0o555)
      const said = await visit(file, readOnly)
      chmodSync(join(file, '..'), 0o755)
      expect(said).toEqual(['read 3', 'StoreReadOnly'])
    }
  )

  it('and may not read either is out of reach, not empty', async () => {
    const file = await storeIn('no-read')
    chmodSync(file, 0o000)
    expect(await visit(file, false)).toEqual(['StoreUnreachable'])
  })
})

/** Whether system calls can be watched and failed here; where they cannot, those tests are shown as skipped. */
const canTrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0
const whereTraced = canTrace ? it : it.skip

describe('the disk', () => {
  const acts = 30
  const calls = 'fsync,fdatasync'

  whereTraced('is synced at least once for each acknowledged append', async () => {
    const file = join(folder, 'synced.db')
    const trace = join(folder, 'synced.trace')
    const ended = await programs.startBelow(
      ['strace', '-f', '-e', `trace=${calls}`, '-o', trace],
      'insister',
      {
        file,
        acts
      } satisfies InsisterArgument
    ).ended
    expect(ended.lines).toHaveLength(1 + acts)
    expect(readFileSync(trace, 'utf8').match(/f(data)?sync\(/g)?.length).toBeGreaterThanOrEqual(acts)
  })
})

describe('a lock that another program holds', () => {
  it('is waited for: the append goes in when the other is done', async () => {
    const file = await storeIn('waiting')
    const store = await rightOf(openSqliteEventStore({ file, create: false }))
    const other = openDatabase(file, { readOnly: false, timeout: 0 })
    other.exec('BEGIN IMMEDIATE')
    const appending = sent(store, act(3, [meeting, 1]))()
    await new Promise(done => setTimeout(done, 60))
    other.exec('COMMIT')
    other.close()
    expect(await appending).toMatchObject({ right: logVersion(4) })
    await rightOf(store.close)
  })

  it('is a typed error with the time waited, and the same append goes in afterwards', async () => {
    const file = await storeIn('locked')
    const store = await rightOf(openSqliteEventStore({ file, create: false, lockWaitMs: 40 }))
    const other = openDatabase(file, { readOnly: false, timeout: 0 })
    other.exec('BEGIN IMMEDIATE')
    const fault = await leftOf(sent(store, act(3, [meeting, 1])))
    expect(fault).toMatchObject({ tag: 'StoreLocked', at: file })
    expect(fault.tag === 'StoreLocked' && fault.waitedMs).toBeGreaterThanOrEqual(40)
    other.exec('COMMIT')
    other.close()
    await rightOf(logHolds(store, ...written))
    await rightOf(given(store, act(3, [meeting, 1])))
    await rightOf(store.close)
  })
})

describe('an erasure while another program reads the directory', () => {
  it('waits until nothing of the person is left, and says StoreLocked when it cannot', async () => {
    const file = join(folder, 'coalition.persons.db')
    const directory = await rightOf(openSqliteDirectory({ file, lockWaitMs: 40 }))
    const person = `p_${'a'.repeat(26)}` as Parameters<typeof directory.lookup>[1]
    await rightOf(directory.erase(khemisset, []))
    const other = openDatabase(file, { readOnly: false, timeout: 0 })
    other.exec('BEGIN; SELECT count(*) FROM entry')
    expect(await leftOf(directory.erase(khemisset, [person]))).toMatchObject({ tag: 'StoreLocked' })
    other.exec('COMMIT')
    other.close()
    await rightOf(directory.erase(khemisset, [person]))
    expect(await rightOf(directory.lookup(khemisset, person))).toEqual({ tag: 'Erased' })
    await rightOf(directory.close)
  })
})
