import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { logVersion } from '@ardiya/core/kernel/version'
import { khemisset } from '@ardiya/core/testing/store-contract-acts'
import { viewStoreContract, type ViewStoreUnderTest } from '@ardiya/core/testing/view-store-contract'
import { runContract } from '../../test/run-contract'
import {
  afterDoing,
  leftOf,
  newFolder,
  removeFolder,
  rightOf,
  runSql,
  scramble
} from '../../test/sqlite-files'
import { crc32, sumOf } from './checksum'
import { openSqliteDirectory } from './directory'
import { openSqliteViewStore } from './view-store'

const open: TE.TaskEither<StoreFault, ViewStoreUnderTest> = () => {
  const folder = newFolder()
  const file = join(folder, 'coalition.views.db')
  const reopen = openSqliteViewStore({ file })
  return pipe(
    reopen,
    TE.map(store => ({
      store,
      reopen,
      damaged: afterDoing(() => scramble(file), reopen),
      otherFormat: afterDoing(() => runSql(file, 'PRAGMA user_version = 99'), reopen),
      release: async () => removeFolder(folder)
    }))
  )()
}

runContract('the view store on SQLite', viewStoreContract({ name: 'SQLite', open, damaging: true }))

describe('a file of views that is made anew', () => {
  const folder = newFolder()
  afterAll(() => removeFolder(folder))

  it('is never a file of another kind: persons are left as they are', async () => {
    const file = join(folder, 'coalition.persons.db')
    await rightOf((await rightOf(openSqliteDirectory({ file }))).close)
    const before = readFileSync(file)
    expect(await leftOf(openSqliteViewStore({ file }))).toMatchObject({ tag: 'NotAStore', at: file })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('is never a file that is not a database: it is left as it is', async () => {
    const file = join(folder, 'letter.txt')
    writeFileSync(file, 'رسالة إلى الجماعة\n'.repeat(100))
    expect(await leftOf(openSqliteViewStore({ file }))).toMatchObject({ tag: 'NotAStore', at: file })
    expect(readFileSync(file, 'utf8')).toContain('رسالة')
  })

  it('is one that is not a database only where that is asked for', async () => {
    const file = join(folder, 'words.views.db')
    writeFileSync(file, 'x\n')
    expect(await leftOf(openSqliteViewStore({ file }))).toMatchObject({ tag: 'NotAStore', of: 'views' })
    const store = await rightOf(openSqliteViewStore({ file, evenNoDatabase: true }))
    expect(await rightOf(store.load(khemisset, []))).toEqual({ checkpoint: undefined, documents: [] })
    await rightOf(store.close)
  })

  it('is never a database of another program, whatever is asked for', async () => {
    const file = join(folder, 'diary.views.db')
    runSql(file, 'CREATE TABLE diary (day TEXT); INSERT INTO diary VALUES (1)')
    const before = readFileSync(file)
    expect(await leftOf(openSqliteViewStore({ file, evenNoDatabase: true }))).toMatchObject({
      tag: 'NotAStore',
      of: 'views'
    })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('is begun anew while it is open, when damage shows in the middle of a read', async () => {
    const file = join(folder, 'open.views.db')
    const store = await rightOf(openSqliteViewStore({ file }))
    const at = { at: logVersion(1), code: 'c' }
    await rightOf(store.step(khemisset, undefined, at, [{ key: 'a', value: 'ما كتب' }]))
    runSql(file, `UPDATE document SET value = x'22782222'`)
    expect(await rightOf(store.load(khemisset, ['a']))).toEqual({ checkpoint: undefined, documents: [] })
    expect(await rightOf(store.step(khemisset, undefined, at, []))).toBe(true)
    await rightOf(store.close)
    expect(existsSync(`${file}.remaking`)).toBe(false)
  })

  it('is begun anew where a document is no JSON, though its checksum was forged with it', async () => {
    const file = join(folder, 'forged.views.db')
    const store = await rightOf(openSqliteViewStore({ file }))
    const at = { at: logVersion(1), code: 'c' }
    await rightOf(store.step(khemisset, undefined, at, [{ key: 'a', value: 'ما كتب' }]))
    const sum = sumOf([khemisset, 'a'], crc32('{'))
    runSql(file, `UPDATE document SET value = x'7b', sum = ${sum}`)
    expect(await rightOf(store.load(khemisset, ['a']))).toEqual({ checkpoint: undefined, documents: [] })
    await rightOf(store.close)
  })
})
