/**
 * Reads the sources and holds what docs/explanation/architecture.md says of them: farther down never imports farther up,
 * a slice sees of another what it publishes, and core is pure and total.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { importedBy, impureIn, parsed } from './reading-sources'

const packages = resolve(__dirname, '../..')
const source = join(packages, 'core/src')

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesIn(path)
    return path.endsWith('.ts') && !path.endsWith('.test.ts') ? [path] : []
  })

const sources = filesIn(source).map(file => ({
  file: relative(source, file),
  source: parsed(file, readFileSync(file, 'utf8'))
}))

interface Import {
  readonly from: string
  readonly to: string
}

const imports: ReadonlyArray<Import> = sources.flatMap(({ file, source: text }) =>
  importedBy(text).map(to => ({ from: file, to }))
)
const internal = imports
  .filter(({ to }) => to.startsWith('.'))
  .map(({ from, to }) => ({ from, to: relative(source, resolve(source, dirname(from), to)) }))

const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '')

const slices = ['process', 'meeting', 'submission', 'amendment', 'endorsement', 'platform']

/** From the bottom up; a folder may import its own and those that are listed. */
const mayImport: Readonly<Record<string, ReadonlyArray<string>>> = {
  kernel: [],
  text: ['kernel'],
  process: ['kernel', 'text'],
  meeting: ['kernel', 'text'],
  submission: ['kernel', 'text'],
  /** Amendments and stands live in their submission's stream, and are bound to its text. */
  amendment: ['kernel', 'text', 'submission'],
  endorsement: ['kernel', 'text', 'submission'],
  platform: ['kernel', 'text'],
  path: ['kernel', 'text', ...slices],
  ledger: ['kernel', 'path'],
  views: ['kernel', 'text', ...slices, 'path'],
  intake: ['kernel', 'text', ...slices, 'path']
}

/** What a slice shows to every other: references, stored shapes, and the coalition with its rules (ADR 0003). */
const published = /\/(ids|events|decision|charter|coalition|commands)$/

const isAllowed = ({ from, to }: Import): boolean => {
  const [above, below] = [folderOf(from), folderOf(to)]
  return (
    above === below ||
    (mayImport[above] ?? []).includes(below) ||
    (slices.includes(above) && slices.includes(below) && published.test(to))
  )
}

/** The public entries stand above everything, and nothing stands above them. */
const isEntry = ({ from }: Import): boolean => folderOf(from) === 'testing' || folderOf(from) === ''

describe('The architecture', () => {
  it('lets a folder import only what is below it, or what a slice publishes', () => {
    expect(internal.filter(one => !isEntry(one) && !isAllowed(one))).toEqual([])
  })

  it('has a place for every folder', () => {
    const folders = new Set(sources.map(({ file }) => folderOf(file)))
    expect([...folders].sort()).toEqual([...Object.keys(mayImport), '', 'testing'].sort())
  })

  it('lets core import three small libraries and nothing of the machine', () => {
    const external = imports.filter(({ from, to }) => !to.startsWith('.') && folderOf(from) !== 'testing')
    const allowed = /^(fp-ts\/lib\/\w+|io-ts|@noble\/hashes\/\w+|canonicalize)$/
    expect(external.filter(({ to }) => !allowed.test(to))).toEqual([])
  })

  it('lets what core offers to tests import fast-check besides', () => {
    const external = imports.filter(({ from, to }) => !to.startsWith('.') && folderOf(from) === 'testing')
    expect(external.filter(({ to }) => !/^(fp-ts\/lib\/\w+|io-ts|fast-check)$/.test(to))).toEqual([])
  })

  it('keeps core pure and total: no clock, no chance, no throw, no async, no locale', () => {
    const impure = sources
      .filter(({ file }) => folderOf(file) !== 'testing')
      .flatMap(({ file, source: text }) => impureIn(text).map(what => `${file}: ${what}`))
    expect(impure).toEqual(['text/words.ts: Intl'])
  })

  it('lets no fold hide an event behind a default', () => {
    const folds = sources.filter(({ file }) => basename(file) === 'evolve.ts')
    expect(folds.length).toBeGreaterThanOrEqual(slices.length)
    expect(
      folds.filter(({ source: text }) => /^\s*default:/m.test(text.text)).map(({ file }) => file)
    ).toEqual([])
  })

  it('has no barrel, and no file named for nothing', () => {
    const barrels = sources
      .filter(({ source: text }) => /^export \*/m.test(text.text))
      .map(({ file }) => file)
    const vague = ['core', 'adapters', 'cli']
      .flatMap(name => filesIn(join(packages, name, 'src')))
      .filter(file =>
        /(^|[-/])(utils?|common|helpers?|manager|impl|misc)(\.|\/)/i.test(relative(packages, file))
      )
    expect([...barrels, ...vague]).toEqual([])
  })

  it('has no import cycle between files, of types or otherwise', () => {
    const edges = new Map<string, ReadonlyArray<string>>()
    for (const { from, to } of internal) {
      const file = from.replace(/\.ts$/, '')
      edges.set(file, [...(edges.get(file) ?? []), to])
    }
    expect(cycleIn(edges)).toBeUndefined()
  })

  it('lets adapters see core alone, and core neither adapters nor the command line', () => {
    const seen = filesIn(join(packages, 'adapters/src')).flatMap(file =>
      importedBy(parsed(file, readFileSync(file, 'utf8'))).filter(to =>
        /^@ardiya\/(?!core\b)|\.\.\/cli\//.test(to)
      )
    )
    expect(seen).toEqual([])
    expect(imports.filter(({ to }) => to.startsWith('@ardiya/'))).toEqual([])
  })

  it('knows tsyringe at the composition root only', () => {
    const knowing = ['core', 'adapters', 'cli']
      .flatMap(name => filesIn(join(packages, name, 'src')))
      .filter(file => importedBy(parsed(file, readFileSync(file, 'utf8'))).includes('tsyringe'))
      .map(file => relative(packages, file))
    expect(knowing).toEqual(['cli/src/container.ts'])
  })
})

describe('What reads the sources', () => {
  it.each([
    ['a throw', 'const f = () => { if (true) throw new Error() }', ['throw']],
    ['an async function', 'export const f = async () => 1', ['async']],
    ['an await', 'const a = async () => { await 1 }', ['async', 'await']],
    [
      'the time of the machine',
      'const a = new Date(); const b = Date.now(); performance.now()',
      ['new Date()', 'Date.now', 'performance']
    ],
    ['chance', 'const a = Math.random(); crypto.randomUUID()', ['Math.random', 'crypto']],
    ['a collation', "const a = 'a'.localeCompare('b')", ['localeCompare']],
    ['the zone of the machine', 'const a = new Date(0).getHours()', ['getHours']],
    ['a timer', 'setTimeout(() => 1, 1)', ['setTimeout']],
    ['the environment', 'const a = globalThis.process', ['globalThis']]
  ])('sees %s', (_name, text, expected) => {
    expect(impureIn(parsed('a.ts', text))).toEqual(expected)
  })

  it('does not mind a date that is given, nor words in comments and strings', () => {
    const text = "// throw\nconst a = new Date(1).toISOString() + Date.parse('2025-10-26') + 'async throw'"
    expect(impureIn(parsed('a.ts', text))).toEqual([])
  })

  it('finds every way to import', () => {
    const text = `import a from 'a'\nimport { type b } from "b"\nimport 'c'\nexport { d } from 'd'\nexport * from 'e'
const f = import('f')\nconst g = require('g')\ntype H = import('h').H`
    expect(importedBy(parsed('a.ts', text))).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  })
})

function cycleIn(edges: ReadonlyMap<string, ReadonlyArray<string>>): ReadonlyArray<string> | undefined {
  const done = new Set<string>()
  const walk = (node: string, path: ReadonlyArray<string>): ReadonlyArray<string> | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node]
    if (done.has(node)) return undefined
    for (const next of edges.get(node) ?? []) {
      const cycle = walk(next, [...path, node])
      if (cycle !== undefined) return cycle
    }
    done.add(node)
    return undefined
  }
  for (const node of edges.keys()) {
    const cycle = walk(node, [])
    if (cycle !== undefined) return cycle
  }
  return undefined
}
