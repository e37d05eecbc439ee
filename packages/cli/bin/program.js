/** The program as one file, with what V8 compiled of it when it was built (ADR 0046). */
'use strict'
const { readFileSync } = require('node:fs')
const { enableCompileCache } = require('node:module')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')

const bundle = join(__dirname, '../dist/ardiya.js')

/** Loads the program. Where a bug is to be traced, Node loads it, and finds the sources by the map. */
const program = () => {
  if (process.env.ARDIYA_TRACE === '1') {
    process.setSourceMapsEnabled(true)
    return require(bundle)
  }
  const source = sourceOfBundle()
  const compiled = readIfThere(compiledOf(source))
  if (compiled !== undefined || enableCompileCache === undefined) return run(scriptOf(source, compiled))
  enableCompileCache()
  return require(bundle)
}

/** esbuild writes ASCII, which is read fastest as Latin-1. */
const sourceOfBundle = () => readFileSync(bundle, 'latin1')

/**
 * Where lies what this V8 compiled of this source. V8 itself looks at the length of a source only: the name has the
 * source's own hash, which the build wrote at its end.
 */
const compiledOf = source =>
  join(dirname(bundle), `ardiya.${source.slice(-17, -1)}.v8-${process.versions.v8}-${process.arch}`)

/** The source as V8 takes it, like a CommonJS module. What was compiled under other flags, V8 passes over. */
const scriptOf = (source, cachedData) =>
  new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: bundle,
    cachedData
  })

/** Runs the script of a CommonJS module; gives what it exports. */
const run = script => {
  const module = { exports: {} }
  script.runInThisContext()(module.exports, require, module, bundle, dirname(bundle))
  return module.exports
}

const readIfThere = file => {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

module.exports = { bundle, compiledOf, program, run, scriptOf, sourceOfBundle }
