/** Reads the imports and holds the layers of docs/explanation/architecture.md: farther down never imports farther up. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const source = resolve(__dirname, '../src')

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory()
      ? filesIn(path)
      : path.endsWith('.ts') && !path.endsWith('.test.ts')
        ? [path]
        : []
  })

const importsOf = (file: string): ReadonlyArray<string> =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, target = '']) => target
  )

interface Import {
  readonly from: string
  readonly to: string
}

const internal: ReadonlyArray<Import> = filesIn(source).flatMap(file =>
  importsOf(file)
    .filter(target => target.startsWith('.'))
    .map(target => ({ from: relative(source, file), to: relative(source, resolve(dirname(file), target)) }))
)

const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '')

/** From the bottom up; a folder may import its own and those that are listed. */
const mayImport: Readonly<Record<string, ReadonlyArray<string>>> = {
  kernel: [],
  text: ['kernel'],
  process: ['kernel', 'text'],
  meeting: ['kernel', 'text', 'process'],
  submission: ['kernel', 'text', 'process'],
  amendment: ['kernel', 'text', 'process', 'submission'],
  endorsement: ['kernel', 'text', 'process', 'submission'],
  platform: ['kernel', 'text', 'process'],
  path: ['kernel', 'text', 'process', 'meeting', 'submission', 'amendment', 'endorsement', 'platform'],
  ledger: ['kernel', 'path'],
  views: [
    'kernel',
    'text',
    'process',
    'meeting',
    'submission',
    'amendment',
    'endorsement',
    'platform',
    'path'
  ],
  intake: [
    'kernel',
    'text',
    'process',
    'meeting',
    'submission',
    'amendment',
    'endorsement',
    'platform',
    'path'
  ]
}

/** What every slice may see of every other: references, stored shapes, and the rules in force. */
const published = /\/(ids|events|decision|charter|coalition|commands)$/

describe('The architecture', () => {
  it('lets a folder import only what is below it, or what a slice publishes', () => {
    const wrong = internal.filter(({ from, to }) => {
      const [above, below] = [folderOf(from), folderOf(to)]
      if (above === below || above === 'testing' || above === '') return false
      return !(mayImport[above] ?? []).includes(below) && !(above !== 'kernel' && published.test(to))
    })
    expect(wrong).toEqual([])
  })

  it('keeps core free of node, containers, databases, clocks and chance', () => {
    const forbidden = filesIn(source).flatMap(file =>
      importsOf(file)
        .filter(target => /^node:|^tsyringe$|^reflect-metadata$|^pg$|sqlite|db-client/.test(target))
        .map(target => `${relative(source, file)} imports ${target}`)
    )
    const impure = filesIn(source).filter(file =>
      /Date\.now\(|Math\.random\(|new Date\(\)|process\.env|\basync\b|\bawait\b|^\s*throw /m.test(
        readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      )
    )
    expect(forbidden).toEqual([])
    expect(impure.map(file => relative(source, file))).toEqual([])
  })

  it('has no import cycle between files', () => {
    const edges = new Map<string, ReadonlyArray<string>>()
    for (const { from, to } of internal.filter(({ from: file }) => !isTypeOnly(file))) {
      edges.set(from.replace(/\.ts$/, ''), [...(edges.get(from.replace(/\.ts$/, '')) ?? []), to])
    }
    expect(cycleIn(edges)).toBeUndefined()
  })

  it('knows tsyringe at the composition root only', () => {
    const packages = resolve(source, '../..')
    const knowing = ['core', 'adapters', 'cli']
      .flatMap(name => filesIn(join(packages, name, 'src')))
      .filter(file => importsOf(file).includes('tsyringe'))
      .map(file => relative(packages, file))
    expect(knowing).toEqual(['cli/src/container.ts'])
  })
})

/** Cycles of types alone are erased; they are looked at in review. */
const isTypeOnly = (_file: string): boolean => false

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
