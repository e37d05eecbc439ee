/** Runs a bench written in TypeScript on the sources: `node --expose-gc packages/core/bench/run.js text [--json FILE]`. */
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { transformSync } = require('@swc/core')

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
    swcrc: false
  })
  module._compile(code, filename)
}

require(join(__dirname, `${process.argv[2] ?? 'text'}.bench.ts`))
