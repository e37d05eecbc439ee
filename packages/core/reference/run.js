/** Writes `docs/reference/{events,commands,shapes,motions}.md` from the sources: `npm run docs`. */
const { writeFileSync } = require('node:fs')
const { relative } = require('node:path')
require('../bench/on-sources')

for (const { path, text } of require('./pages.ts').pages()) {
  writeFileSync(path, text)
  process.stdout.write(`${relative(process.cwd(), path)}\n`)
}
