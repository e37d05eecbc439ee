/**
 * Builds what `bin/ardiya.js` starts: the program and its libraries in one file, the licences of these, and what V8
 * compiles of the file (ADR 0046). Types are checked by `npm run lint`.
 */
'use strict'
const { spawnSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const { appendFileSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { build } = require('esbuild')
const { bundle } = require('../bin/program')
const { licencesOf } = require('./licences')

const root = join(__dirname, '../../..')
const dist = dirname(bundle)

/**
 * esbuild escapes what is not ASCII in words, and leaves it in patterns: they are escaped before. A pattern means the
 * same, in a literal and in the words that one is made of.
 */
const patternsInAscii = {
  name: 'patterns in ASCII',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/[^\x00-\x7f]/g, escaped),
      loader: path.endsWith('ts') ? 'ts' : 'js'
    }))
}

const escaped = unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

const bundled = async () => {
  rmSync(dist, { recursive: true, force: true })
  const { metafile } = await build({
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
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    plugins: [patternsInAscii]
  })
  const source = readFileSync(bundle)
  if (source.some(byte => byte > 0x7f)) throw new Error(`${bundle} is not ASCII`)
  appendFileSync(bundle, `//${createHash('sha256').update(source).digest('hex').slice(0, 16)}\n`)
  writeFileSync(join(dist, 'LICENCES.txt'), licencesOf(root, Object.keys(metafile.inputs)))
  const compiled = spawnSync(process.execPath, [join(__dirname, 'compile.js')], { encoding: 'utf8' })
  if (compiled.status !== 0) throw new Error(compiled.stderr)
}

bundled().catch(error => {
  console.error(error)
  process.exitCode = 1
})
