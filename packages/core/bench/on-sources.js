/** Lets Node run TypeScript from here on, for the benches and the reference: `require('…/on-sources')`. */
'use strict'
const { readFileSync } = require('node:fs')
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
