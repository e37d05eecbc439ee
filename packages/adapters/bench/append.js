/**
 * First figures of the event store on SQLite, side by side with a floor written by hand with the same pragmas.
 * Run after `npm run build`: `node packages/adapters/bench/append.js [appends a round]`.
 */
const { mkdtempSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const { openDatabase, driverInfo } = require('@ardiya/adapters/sqlite/driver')
const { openSqliteEventStore } = require('@ardiya/adapters/sqlite/event-store')
const { logStart } = require('@ardiya/core/kernel/version')
const { act, khemisset, proposal, sent, withRecord } = require('@ardiya/core/testing/store-contract-acts')

const count = Number(process.argv[2] ?? 2000)
const rounds = 7
const body = new Uint8Array(Buffer.from(`{"text":"${'نطالب بتوفير الماء الصالح للشرب '.repeat(17)}"}`))

const acts = Array.from({ length: count }, (_, i) =>
  withRecord(act(i + 1, [proposal, i + 1]), 0, { bytes: body })
)
const perSecond = (from, n) => n / (Number(process.hrtime.bigint() - from) / 1e9)
const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

const openFloor = folder => {
  const db = openDatabase(join(folder, 'floor.db'), { readOnly: false, timeout: 1000 })
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  if (db.prepare('PRAGMA synchronous').get().synchronous !== 2) throw new Error('not durable')
  db.exec(`CREATE TABLE counter (process INTEGER PRIMARY KEY, head INTEGER NOT NULL);
    CREATE TABLE event (log INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL, bytes BLOB NOT NULL, UNIQUE (stream, version));
    INSERT INTO counter VALUES (1, 0)`)
  const [begin, commit] = ['BEGIN IMMEDIATE', 'COMMIT'].map(sql => db.prepare(sql))
  const version = db.prepare('SELECT max(version) AS version FROM event WHERE stream = ?')
  const next = db.prepare('UPDATE counter SET head = head + 1 WHERE process = 1 RETURNING head')
  const insert = db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)')
  const append = ({ records: [record] }) => {
    begin.run()
    if ((version.get(record.stream).version ?? 0) !== Number(record.version.value) - 1)
      throw new Error('moved')
    const { head } = next.get()
    insert.run(head, record.stream, Number(record.version.value), record.id, record.type, record.bytes)
    commit.run()
  }
  return { append, close: () => db.close() }
}

const right = async task => {
  const answer = await task()
  if (answer._tag === 'Left') throw new Error(JSON.stringify(answer.left))
  return answer.right
}

const batch = 50

/** Both write the same acts in turns of fifty, so that what else the machine does falls on both. */
const appending = async (folder, store) => {
  const floor = openFloor(folder)
  const seconds = { floor: 0, store: 0 }
  for (let from = 0; from < count; from += batch) {
    const part = acts.slice(from, from + batch)
    const first = process.hrtime.bigint()
    for (const each of part) floor.append(each)
    const second = process.hrtime.bigint()
    for (const each of part) await right(sent(store, each))
    seconds.floor += Number(second - first) / 1e9
    seconds.store += Number(process.hrtime.bigint() - second) / 1e9
  }
  floor.close()
  return seconds
}

const reading = async store => {
  const began = process.hrtime.bigint()
  let seen = 0
  for (let after = logStart, end = false; !end;) {
    const page = await right(store.readLog(khemisset, { after, limit: 1000 }))
    seen += page.records.length
    ;({ next: after, end } = page)
  }
  return perSecond(began, seen)
}

const rawRead = folder => {
  const db = openDatabase(join(folder, 'floor.db'), { readOnly: true, timeout: 1000 })
  const page = db.prepare('SELECT * FROM event WHERE log > ? ORDER BY log LIMIT 1000')
  const began = process.hrtime.bigint()
  let seen = 0
  for (let rows = page.all(0); rows.length > 0; rows = page.all(rows[rows.length - 1].log))
    seen += rows.length
  const figure = perSecond(began, seen)
  db.close()
  return figure
}

const main = async () => {
  const figures = { ratio: [], floor: [], append: [], rawRead: [], read: [] }
  for (let round = 0; round < rounds; round++) {
    const folder = mkdtempSync(join(tmpdir(), 'ardiya-bench-'))
    const store = await right(openSqliteEventStore({ file: join(folder, 'store.db'), create: true }))
    const seconds = await appending(folder, store)
    figures.floor.push(count / seconds.floor)
    figures.append.push(count / seconds.store)
    figures.ratio.push(seconds.floor / seconds.store)
    figures.read.push(await reading(store))
    await right(store.close)
    figures.rawRead.push(rawRead(folder))
    rmSync(folder, { recursive: true, force: true })
  }
  const { driver, sqlite } = driverInfo()
  console.log(
    `${driver}, SQLite ${sqlite}, ${body.length} bytes an event, ${count} a round, medians of ${rounds}`
  )
  console.log(`raw floor      ${Math.round(median(figures.floor))} appends/s`)
  console.log(`event store    ${Math.round(median(figures.append))} appends/s`)
  console.log(`ratio          ${median(figures.ratio).toFixed(2)}`)
  console.log(`raw reading    ${Math.round(median(figures.rawRead))} rows/s`)
  console.log(`store reading  ${Math.round(median(figures.read))} records/s`)
}

void main()
