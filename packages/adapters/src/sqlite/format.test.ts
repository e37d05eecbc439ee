import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act, logHolds, given, root, withRecord } from '@ardiya/core/testing/store-contract-acts'
import { newFolder, removeFolder, rightOf, runSql } from '../../test/sqlite-files'
import { openDatabase } from './driver'
import { openSqliteEventStore } from './event-store'
import { checkSqliteIntegrity } from './integrity'

const folder = newFolder()
afterAll(() => removeFolder(folder))

const opened = withRecord(act(1, [root, 1]), 0, {
  type: 'ProcessOpened',
  bytes: new Uint8Array(Buffer.from('{"format":1}'))
})

describe('the stored format of events', () => {
  it('version 1, as the first release wrote it, is read and gone on with', async () => {
    const file = join(folder, 'version-1.db')
    runSql(file, readFileSync(join(__dirname, '../../test/fixtures/events-version-1.sql'), 'utf8'))
    const store = await rightOf(openSqliteEventStore({ file, create: false }))
    await rightOf(logHolds(store, opened))
    await rightOf(given(store, act(2, [root, 2])))
    await rightOf(store.close)
    await rightOf(checkSqliteIntegrity(file))
  })

  it('is written as docs/spec/sqlite.md shows it', async () => {
    const file = join(folder, 'written.db')
    const store = await rightOf(openSqliteEventStore({ file, create: true }))
    await rightOf(given(store, opened))
    await rightOf(store.close)
    const db = openDatabase(file, { readOnly: true, timeout: 0 })
    const rows = (sql: string): unknown => ({ ...(db.prepare(sql).get() as object) })
    expect(rows('SELECT * FROM process')).toEqual({ number: 1, slug: 'khemisset', head: 1, sum: 4111074906 })
    expect(rows('SELECT number, version, sum FROM stream')).toEqual({
      number: 1,
      version: 1,
      sum: 1428256675
    })
    expect(rows('SELECT place, sum, hex(bytes) AS bytes FROM event')).toEqual({
      place: 1099511627777,
      sum: 3101060032,
      bytes: '7B22666F726D6174223A317D'
    })
    expect(rows('SELECT * FROM log')).toMatchObject({
      process: 'khemisset',
      log: 1,
      envelope: '{"format":1}'
    })
    db.close()
  })
})
