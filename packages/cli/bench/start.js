#!/usr/bin/env node
/**
 * The start of a command against Node alone (spec/performance.md, G9): help, one durable act and a view, in turns, by
 * CPU time where the system tells it (Linux), else by time passed. Run after `npm run build`. The yardstick is Node as
 * the environment has it: with NODE_EXTRA_CA_CERTS it takes 64 ms here, without 23, and an act 66 ms more than either.
 * Usage: node packages/cli/bench/start.js [--json FILE]
 */
'use strict'
const { execFileSync } = require('node:child_process')
const { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

const rounds = 25
const binary = join(__dirname, '../bin/ardiya.js')
const folder = mkdtempSync(join(tmpdir(), 'ardiya-start-'))
const store = `sqlite:${join(folder, 'khemisset.db')}`
const acts = join(folder, 'act.jsonl')

/** A new act each time: the line has no id. */
const act = {
  name: 'GrantMandate',
  at: '2026-01-10T09:10',
  actor: { as: 'office', office: 'convenor', mandate: 'A1-m1' },
  payload: { association: 'A1', person: { name: 'مثال توضيحي' }, role: 'alternate', from: '2026-01-10' }
}

const commands = [
  { name: 'Node alone', args: ['-e', '0'] },
  { name: 'ardiya --help', args: [binary, '--help'], must: 1.6, goal: 1.25 },
  { name: 'ardiya apply, one act', args: [binary, '--store', store, 'apply', acts], must: 2.2, goal: 1.4 },
  { name: 'ardiya show register', args: [binary, '--store', store, 'show', 'register'] }
]

const ticks = 10 // of /proc, in milliseconds

/** What ended children have used, of user and system time: fields 16 and 17 of proc_pid_stat(5). */
const usedByChildren = () => {
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1].split(' ')
  return (Number(fields[13]) + Number(fields[14])) * ticks
}

const clock = existsSync('/proc/self/stat') ? usedByChildren : () => performance.now()

const run = args => execFileSync(process.execPath, args, { stdio: 'ignore' })

const measured = () => {
  run([binary, 'demo', folder])
  writeFileSync(acts, JSON.stringify(act))
  const spent = commands.map(() => 0)
  for (let round = 0; round < rounds; round++)
    commands.forEach(({ args }, at) => {
      const before = clock()
      run(args)
      spent[at] += clock() - before
    })
  return spent.map(all => all / rounds)
}

const [alone, ...others] = measured()
rmSync(folder, { recursive: true })
console.log(`${alone.toFixed(0).padStart(8)}  Node alone, ms`)
const findings = others.map((took, at) => {
  const { name, must, goal } = commands[at + 1]
  const ratio = Number((took / alone).toFixed(2))
  const asked = must === undefined ? '' : ` (must ${must}, goal ${goal})`
  console.log(`${ratio.toFixed(2).padStart(8)}  ${name} against Node alone${asked}, ${took.toFixed(0)} ms`)
  return { name: `start: ${name}`, ratio, must, goal, holds: must === undefined || ratio <= must }
})
const at = process.argv.indexOf('--json')
if (at > 0) {
  const judged = findings.filter(({ must }) => must !== undefined)
  writeFileSync(process.argv[at + 1], `${JSON.stringify(judged, null, 2)}\n`)
}
if (findings.some(({ holds }) => !holds)) process.exitCode = 1
