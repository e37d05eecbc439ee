/**
 * Builds what `bin/ardiya.js` starts: the program and its libraries in one file, the licences of these, and what V8
 * compiles of the file (ADR 0046). Types are checked by `npm run lint`.
 */
'use strict'
const { spawnSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const { appendFileSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { buildSync } = require('esbuild')
const { bundle } = require('../bin/program')
const { licencesOf } = require('./licences')

const root = join(__dirname, '../../..')
const dist = dirname(bundle)

rmSync(dist, { recursive: true, force: true })
const { metafile } = buildSync({
  absWorkingDir: root,
  entryPoints: [join(__dirname, '../src/main.ts')],
  outfile: bundle,
  tsconfig: join(root, 'tsconfig.json'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['@photostructure/sqlite'], // holds machine code
  alias: { 'fp-ts/lib': 'fp-ts/es6' },
  minifyWhitespace: true,
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  metafile: true
})
const hash = createHash('sha256').update(readFileSync(bundle)).digest('hex').slice(0, 16)
appendFileSync(bundle, `//${hash}\n`)
writeFileSync(join(dist, 'LICENCES.txt'), licencesOf(root, Object.keys(metafile.inputs)))

const compiled = spawnSync(process.execPath, [join(__dirname, 'compile.js')], { encoding: 'utf8' })
if (compiled.status !== 0) {
  console.error(compiled.stderr)
  process.exitCode = 1
}
