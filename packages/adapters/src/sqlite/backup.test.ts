import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { logVersion } from '@ardiya/core/kernel/version'
import {
  act,
  actOf,
  given,
  khemisset,
  logHolds,
  logOfHolds,
  meeting,
  proposal,
  tiflet
} from '@ardiya/core/testing/store-contract-acts'
import { streamOf } from '@ardiya/core/kernel/stream-name'
import { leftOf, newFolder, removeFolder, rightOf, runSql, scramble } from '../../test/sqlite-files'
import { backupSqlite } from './backup'
import { openSqliteDirectory } from './directory'
import { openSqliteEventStore } from './event-store'
import { checkSqliteIntegrity } from './integrity'

const folder = newFolder()
afterAll(() => removeFolder(folder))

const ours = [act(1, [proposal, 1], [meeting, 1]), act(2, [proposal, 2])]
const theirs = actOf(tiflet, 1, [streamOf(tiflet, 'P1'), 1])

const stored = async (name: string) => {
  const file = join(folder, name)
  const store = await rightOf(openSqliteEventStore({ file, create: true }))
  await rightOf(given(store, ...ours, theirs))
  return { file, store }
}

describe('a check of a store', () => {
  it('says what a sound store holds, also while it is open', async () => {
    const { file, store } = await stored('sound.db')
    expect(await rightOf(checkSqliteIntegrity(file))).toEqual({
      file,
      processes: [
        { process: khemisset, events: logVersion(3) },
        { process: tiflet, events: logVersion(1) }
      ]
    })
    await rightOf(store.close)
  })

  it.each([
    ['an event is gone', 'DELETE FROM event WHERE place & 0xffffffff = 3'],
    ['the last event of a stream is gone', 'DELETE FROM event WHERE version = 2'],
    [
      'a word of an event is another',
      "UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), 'الماء', 'الهواء') AS BLOB)"
    ],
    ['a type is another', "UPDATE event SET type = 'ItemDropped' WHERE version = 2"],
    ['a log says that it is shorter', 'UPDATE process SET head = head - 1'],
    ['a log says that it is longer', 'UPDATE process SET head = head + 1'],
    ['a stream is gone', 'DELETE FROM stream WHERE version = 2'],
    ['a process is gone', 'DELETE FROM process WHERE number = 1'],
    ['a stream says that it is longer', 'UPDATE stream SET version = version + 1']
  ])('says that the store is damaged where %s', async (what, sql) => {
    const { file, store } = await stored(`${what.replace(/ /g, '-')}.db`)
    await rightOf(store.close)
    runSql(file, sql)
    expect(await leftOf(checkSqliteIntegrity(file))).toMatchObject({ tag: 'StoreDamaged', at: file })
  })

  it('says that a file of another kind is not a store of events, and changes nothing', async () => {
    const file = join(folder, 'other.db')
    runSql(file, 'CREATE TABLE other (a); INSERT INTO other VALUES (1)')
    const before = readFileSync(file)
    expect(await leftOf(checkSqliteIntegrity(file))).toMatchObject({ tag: 'NotAStore', at: file })
    expect(await leftOf(openSqliteEventStore({ file, create: true }))).toMatchObject({ tag: 'NotAStore' })
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

describe('a backup', () => {
  it('holds what was in the store, is taken while the store is open, and opens as a store', async () => {
    const { file, store } = await stored('live.db')
    const to = join(folder, 'live-backup.db')
    expect(await rightOf(backupSqlite(file, to))).toMatchObject({ from: file, to, kind: 'events' })
    await rightOf(given(store, act(3, [proposal, 3])))
    const copy = await rightOf(openSqliteEventStore({ file: to, create: false }))
    await rightOf(logHolds(copy, ...ours))
    await rightOf(logOfHolds(copy, tiflet, theirs))
    await rightOf(given(copy, act(4, [proposal, 3])))
    await rightOf(logHolds(store, ...ours, act(3, [proposal, 3])))
    await rightOf(copy.close)
    await rightOf(store.close)
  })

  it('never overwrites a file', async () => {
    const { file, store } = await stored('again.db')
    const to = join(folder, 'taken.db')
    writeFileSync(to, 'نسخة قديمة')
    expect(await leftOf(backupSqlite(file, to))).toEqual({ tag: 'BackupTaken', at: to })
    expect(readFileSync(to, 'utf8')).toBe('نسخة قديمة')
    await rightOf(store.close)
  })

  it('of a damaged store leaves nothing under the name, nor beside it', async () => {
    const { file, store } = await stored('harmed.db')
    await rightOf(store.close)
    const harmed = join(folder, 'harmed-copy.db')
    copyFileSync(file, harmed)
    scramble(harmed)
    const to = join(folder, 'of-harmed.db')
    expect(E.isLeft(await backupSqlite(harmed, to)())).toBe(true)
    runSql(file, "UPDATE event SET type = 'ItemDropped'")
    expect(await leftOf(backupSqlite(file, to))).toMatchObject({ tag: 'StoreDamaged' })
    expect(readdirSync(folder).filter(name => name.startsWith('of-harmed'))).toEqual([])
  })

  it('to a folder that is not there says so', async () => {
    const { file, store } = await stored('nowhere.db')
    const to = join(folder, 'no-folder', 'backup.db')
    expect(await leftOf(backupSqlite(file, to))).toMatchObject({ tag: 'StoreUnreachable' })
    expect(existsSync(to)).toBe(false)
    await rightOf(store.close)
  })

  it('is taken of the directory of persons too', async () => {
    const file = join(folder, 'coalition.persons.db')
    const directory = await rightOf(openSqliteDirectory({ file }))
    const to = join(folder, 'persons-backup.db')
    expect(await rightOf(backupSqlite(file, to))).toMatchObject({ kind: 'persons' })
    await rightOf(directory.close)
  })
})
