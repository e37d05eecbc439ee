/** Keeps what V8 compiles of the bundle while it does what people do most: record acts and look at the result. */
'use strict'
const { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const { compiledOf, run, scriptOf, sourceOfBundle } = require('../bin/program')

const story = readFileSync(join(__dirname, '../demo/khemisset.jsonl'), 'utf8').split('\n')

const compile = async folder => {
  const acts = join(folder, 'acts.jsonl')
  writeFileSync(acts, story.slice(0, 3).join('\n'))
  const source = sourceOfBundle()
  const script = scriptOf(source)
  const { start } = run(script)
  for (const args of [['--help'], ['init'], ['apply', acts], ['show', 'register']]) {
    await start([
      'node',
      'ardiya',
      '--store',
      `sqlite:${folder}/ardiya.db`,
      '--process',
      'khemisset',
      ...args
    ])
    if (process.exitCode !== 0) throw new Error(`the bundle fails: ardiya ${args.join(' ')}`)
  }
  const compiled = compiledOf(source)
  writeFileSync(`${compiled}.part`, script.createCachedData())
  renameSync(`${compiled}.part`, compiled)
}

const folder = mkdtempSync(join(tmpdir(), 'ardiya-bundle-'))
compile(folder)
  .finally(() => rmSync(folder, { recursive: true }))
  .catch(error => {
    console.error(error)
    process.exitCode = 1
  })
