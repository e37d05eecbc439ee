#!/usr/bin/env node
/**
 * The cost of an act does not grow with the log (spec/performance.md, G4): the same acts on logs of 1,000, 10,000 and
 * 100,000 events, in turns, by CPU time. Run after `npm run build`.
 * Usage: node packages/cli/bench/growth.js [largest log]
 */
'use strict'
const { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const { act } = require('@ardiya/core/intake/act')
const { showCurrent } = require('@ardiya/core/views/show')
const { views: viewTable } = require('@ardiya/core/views/registry')
const { openSqliteEventStore } = require('@ardiya/adapters/sqlite/event-store')
const { openSqliteViewStore } = require('@ardiya/adapters/sqlite/view-store')
const { openSqliteDirectory } = require('@ardiya/adapters/sqlite/directory')
require('../../core/bench/on-sources')
const { machine } = require('../src/container.ts')

const slug = 'khemisset'
const largest = Number(process.argv[2] ?? 100_000)
const sizes = [largest / 100, largest / 10, largest]
const rounds = 12
const most = 1.25

const right = async task => {
  const either = await task()
  if (either._tag === 'Left') throw new Error(JSON.stringify(either.left))
  return either.right
}
const median = figures => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)]

const suffixes = ['', '.views', '.persons']
const fileOf = (folder, suffix) => join(folder, `coalition${suffix}.db`)

const opened = async folder => {
  const store = await right(openSqliteEventStore({ file: fileOf(folder, ''), create: true }))
  const views = await right(openSqliteViewStore({ file: fileOf(folder, '.views') }))
  const directory = await right(openSqliteDirectory({ file: fileOf(folder, '.persons') }))
  const capabilities = { ...machine('fromInput'), store, views, directory }
  return {
    stores: { store, views },
    does: input => right(act(capabilities)(slug, input)),
    close: async () => {
      for (const each of [views, directory, store]) await right(each.close)
    }
  }
}

const secretary = { as: 'office', office: 'secretary', mandate: 'A1-m2' }
const of = n => ({ as: 'association', association: `A${n}`, mandate: `A${n}-m1` })

const scheduling = n => ({
  name: 'ScheduleMeeting',
  at: '2025-10-22T10:00',
  actor: secretary,
  payload: {
    title: { ar: `لقاء ${n}` },
    kind: 'roundTable',
    venue: { name: { ar: 'مثال توضيحي' } },
    startsAt: '2025-11-20T10:00',
    endsAt: '2025-11-20T12:00',
    agenda: [{ title: { ar: 'افتتاح' }, minutes: 30 }]
  }
})
const inviting = meeting => ({
  name: 'InviteAssociations',
  at: '2025-10-22T10:01',
  actor: secretary,
  payload: { meeting, associations: Array.from({ length: 20 }, (_, n) => `A${n + 2}`) }
})
const submitting = n => ({
  name: 'Submit',
  at: '2025-10-23T10:00',
  actor: of(2 + (n % 19)),
  payload: {
    kind: 'proposal',
    texts: [
      {
        language: 'ar',
        title: `مثال توضيحي: مقترح ${n}`,
        blocks: [{ kind: 'paragraph', text: 'مثال توضيحي: توفير الماء الصالح للشرب لجميع الدواوير.' }]
      }
    ],
    themes: ['T1'],
    levels: ['local']
  }
})

/** The beginning of the demonstration, then meetings with everybody invited and proposals, up to each size in turn. */
const build = async folders => {
  const building = join(folders, 'building')
  mkdirSync(building)
  let place = await opened(building)
  const story = readFileSync(join(__dirname, '../demo/khemisset.jsonl'), 'utf8').split('\n').slice(0, 54)
  const got = new Map()
  for (const line of story) {
    const named = line.replace(/"@([0-9a-f-]{36})/g, (_, id) => `"${got.get(id)}`)
    const { id, ref } = await place.does(JSON.parse(named))
    got.set(id, ref)
  }
  let log = 0
  for (const size of sizes) {
    for (let n = 1; log < size - 5; n++) {
      const { ref } = await place.does(scheduling(n))
      await place.does(inviting(ref))
      ;({ log } = await place.does(submitting(n)))
      log = Number(log)
    }
    await place.close()
    const folder = join(folders, String(size))
    mkdirSync(folder)
    for (const suffix of suffixes) copyFileSync(fileOf(building, suffix), fileOf(folder, suffix))
    place = await opened(building)
  }
  await place.close()
}

const cpuMs = async step => {
  const before = process.cpuUsage()
  await step()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** What is measured at every size: so many of each a round. */
const work = {
  ScheduleMeeting: async (place, n) => void (await place.does(scheduling(n))),
  Submit: async (place, n) => void (await place.does(submitting(n))),
  'show attendance': place => shows(place, 'attendance'),
  // these need every state, as views over many streams do: they grow with them, and are shown for comparison
  'show agenda *': place => shows(place, 'agenda'),
  'show register *': place => shows(place, 'register', {})
}

const shows = async ({ stores }, name, about = { ref: 'M1' }) =>
  void (await right(showCurrent(stores, slug, viewTable[name], { today: '2025-11-01', ...about })))

/** A view that reads its own streams takes a tenth of a millisecond: many make one figure. */
const timesARound = name => (/^show [^*]*$/.test(name) ? 300 : 10)

const main = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ardiya-growth-'))
  await build(folder)
  const places = []
  for (const size of sizes) places.push(await opened(join(folder, String(size))))
  const heads = []
  for (const { stores } of places) heads.push((await right(stores.store.head(slug))).value)
  const costs = Object.fromEntries(Object.keys(work).map(name => [name, sizes.map(() => [])]))
  // one kind of work after the other, so that what one leaves to collect is not paid by the next
  for (const [name, does] of Object.entries(work)) {
    const times = timesARound(name)
    for (let round = 0; round < rounds; round++)
      for (const [i, place] of places.entries()) {
        const ms = await cpuMs(async () => {
          for (let n = 0; n < times; n++) await does(place, 1_000 * round + n)
        })
        // the first rounds warm the code up
        if (round >= 2) costs[name][i].push(ms / times)
      }
  }
  console.log(`CPU ms for one, medians of ${rounds - 2} rounds, the logs in turns\n`)
  console.log(
    ['', ...heads.map(head => `${head} events`), 'last / first'].map(cell => cell.padStart(16)).join('')
  )
  let holds = true
  for (const [name, bySize] of Object.entries(costs)) {
    const figures = bySize.map(median)
    const ratio = figures[figures.length - 1] / figures[0]
    holds &&= name.endsWith('*') || ratio <= most
    console.log(
      [name, ...figures.map(ms => ms.toFixed(2)), ratio.toFixed(2)].map(cell => cell.padStart(16)).join('')
    )
  }
  console.log(`\n* reads every state\nall others at most ${most}: ${holds ? 'holds' : 'DOES NOT HOLD'}`)
  for (const place of places) await place.close()
  rmSync(folder, { recursive: true, force: true })
  if (!holds) process.exitCode = 1
}

main().catch(error => {
  console.error(error)
  process.exitCode = 1
})
