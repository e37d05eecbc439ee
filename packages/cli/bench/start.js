#!/usr/bin/env node
/**
 * The start of a command against Node alone (spec/performance.md, G9): help, one durable act and a view, in turns, by
 * processor time. The yardstick is Node as the environment has it: with NODE_EXTRA_CA_CERTS it takes 61 ms here, without
 * 22, and an act 70 ms more than either. Run after `npm run build`.
 * Usage: node packages/cli/bench/start.js [--json FILE]
 */
'use strict'
const { spawnSync } = require('node:child_process')
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

const rounds = 25
const binary = join(__dirname, '../bin/ardiya.js')
const folder = mkdtempSync(join(tmpdir(), 'ardiya-start-'))
const store = `sqlite:${join(folder, 'demo', 'khemisset.db')}`
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

/** Tells, on a descriptor of its own, the processor time that a command has used when it ends. */
const probe = join(folder, 'probe.js')
writeFileSync(
  probe,
  `process.on('exit', () => {
     const { user, system } = process.cpuUsage()
     require('node:fs').writeSync(3, String(user + system))
   })`
)

const run = args => {
  const { status, output } = spawnSync(process.execPath, ['--require', probe, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  if (status !== 0) throw new Error(`fails: ${args.join(' ')}`)
  return Number(output[3]) / 1000
}

/** The lower quartile: on a machine that does other things too, the half above it measures these. */
const quartile = spent => [...spent].sort((a, b) => a - b)[Math.floor(spent.length / 4)]

const measured = () => {
  run([binary, 'demo', join(folder, 'demo')])
  writeFileSync(acts, JSON.stringify(act))
  const spent = commands.map(() => [])
  for (let round = 0; round < rounds; round++) commands.forEach(({ args }, at) => spent[at].push(run(args)))
  return spent.map(quartile)
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
