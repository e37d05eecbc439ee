#!/usr/bin/env node
/**
 * All yardsticks, one after the other: `npm run bench [-- --json FILE]`. The file gets one list of
 * {name, ratio, must, goal, holds}. The exit code is 1 where one does not hold or cannot be measured.
 */
'use strict'
const { spawnSync } = require('node:child_process')
const { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')

/** Those that print ratios take `--json FILE`; first figures are printed only. */
const benches = [
  { args: ['--expose-gc', 'packages/core/bench/run.js', 'text'], ratios: true },
  { args: ['packages/cli/bench/start.js'], ratios: true },
  { args: ['packages/adapters/bench/append.js'], ratios: false },
  { args: ['packages/cli/bench/growth.js'], ratios: false },
  { args: ['packages/cli/bench/provenance.js'], ratios: true }
]

const root = join(__dirname, '../../..')
const at = process.argv.indexOf('--json')
const file = at > 0 ? process.argv[at + 1] : undefined
if (at > 0 && file === undefined) {
  console.error('--json wants the file to write to')
  process.exit(2)
}

const folder = mkdtempSync(join(tmpdir(), 'ardiya-bench-'))
const findings = []
let failed = false
for (const [index, { args, ratios }] of benches.entries()) {
  const part = join(folder, `${index}.json`)
  const run = spawnSync(process.execPath, ratios ? [...args, '--json', part] : args, {
    cwd: root,
    stdio: 'inherit'
  })
  failed ||= run.status !== 0
  if (existsSync(part)) findings.push(...JSON.parse(readFileSync(part, 'utf8')))
}
rmSync(folder, { recursive: true })
if (file !== undefined) writeFileSync(file, `${JSON.stringify(findings, null, 2)}\n`)
process.exitCode = failed ? 1 : 0
