#!/usr/bin/env node
/**
 * First figures: a durable act through intake, decision, append and kept states on SQLite; deciding 100,000 events
 * again from the record. Run after `npm run build`.
 * Usage: node packages/cli/bench/figures.js
 */
'use strict'
const { mkdtempSync, readFileSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const { act } = require('@ardiya/core/intake/act')
const { replay } = require('@ardiya/core/ledger/replay')
const { openSqliteEventStore } = require('@ardiya/adapters/sqlite/event-store')
const { openSqliteViewStore } = require('@ardiya/adapters/sqlite/view-store')
const { openSqliteDirectory } = require('@ardiya/adapters/sqlite/directory')
require('../../core/bench/on-sources')
const { machine } = require('../src/container.ts')

const slug = 'khemisset'
const rounds = 5
const replayed = 100_000
const median = figures => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)]
const seconds = since => Number(process.hrtime.bigint() - since) / 1e9

const right = async task => {
  const either = await task()
  if (either._tag === 'Left') throw new Error(JSON.stringify(either.left))
  return either.right
}

const story = readFileSync(join(__dirname, '../demo/khemisset.jsonl'), 'utf8')

/** The story's acts one by one, each durable before the next; later lines name what earlier ones got. */
const record = async capabilities => {
  const got = new Map()
  const since = process.hrtime.bigint()
  for (const line of story.trim().split('\n')) {
    const named = line.replace(/"@([0-9a-f-]{36})/g, (_, id) => `"${got.get(id)}`)
    const receipt = await right(act(capabilities)(slug, JSON.parse(named)))
    got.set(receipt.id, receipt.ref)
  }
  return got.size / seconds(since)
}

const main = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ardiya-figures-'))
  const acts = []
  let store
  for (let round = 0; round < rounds; round++) {
    const file = name => join(folder, `${round}.${name}db`)
    store = await right(openSqliteEventStore({ file: file(''), create: true }))
    const views = await right(openSqliteViewStore({ file: file('views.') }))
    const directory = await right(openSqliteDirectory({ file: file('persons.') }))
    acts.push(await record({ ...machine('fromInput'), store, views, directory }))
  }
  const once = await right(replay(store, slug))
  if (once.difference !== undefined) throw new Error(`replay differs: ${JSON.stringify(once.difference)}`)
  const times = Math.ceil(replayed / once.events)
  const since = process.cpuUsage()
  for (let time = 0; time < times; time++) await right(replay(store, slug))
  const { user, system } = process.cpuUsage(since)
  const took = (user + system) / 1e6
  const figures = {
    'durable acts per second (SQLite, FULL; intake to kept states)': Math.round(median(acts)),
    [`seconds of processor time to decide ${times * once.events} events again (${times} logs of ${once.events})`]:
      Number(took.toFixed(1)),
    'events decided again per second of it': Math.round((times * once.events) / took),
    'resident memory after it, MB': Math.round(process.memoryUsage().rss / 1e6)
  }
  for (const [name, figure] of Object.entries(figures)) console.log(`${String(figure).padStart(8)}  ${name}`)
  rmSync(folder, { recursive: true, force: true })
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
