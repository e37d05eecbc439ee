/** Writes `docs/reference/{events,commands,shapes,motions}.md` from the sources: `npm run docs`. */
const { readFileSync, writeFileSync } = require('node:fs')
const { relative } = require('node:path')
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

for (const { path, text } of require('./pages.ts').pages()) {
  writeFileSync(path, text)
  process.stdout.write(`${relative(process.cwd(), path)}\n`)
}
