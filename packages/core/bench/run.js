/** Runs a bench written in TypeScript on the sources: `node --expose-gc packages/core/bench/run.js text [--json FILE]`. */
require('./on-sources')

require(`./${process.argv[2] ?? 'text'}.bench.ts`)
