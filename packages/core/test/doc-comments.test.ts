/** What `@ardiya/core` exports by name says what it means, and the examples in doc comments are compiled and run. */
import assert from 'node:assert'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ts from 'typescript'
import * as core from '../src/index'

const source = resolve(__dirname, '../src')
const read = (path: string): string => readFileSync(join(source, path), 'utf8')

/** The names that the index exports, with the file that each comes from. */
const exported = [...read('index.ts').matchAll(/export \{([^}]*)\} from '\.\/([^']+)'/g)].flatMap(
  ([, names = '', file = '']) =>
    names
      .split(',')
      .map(name => name.replace('type ', '').trim())
      .filter(name => name !== '')
      .map(name => [name, `${file}.ts`] as const)
)

const isSaid = (name: string, file: string): boolean =>
  new RegExp(`\\*/\\nexport (?:const|type|interface) ${name}\\b`).test(read(file))

const examples = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap(file =>
    [...read(file).matchAll(/^ \* @example\n((?: \*.*\n)+?) \*\/\nexport const (\w+)/gm)].map(
      ([, lines = '', name = '']) => [`${file} ${name}`, lines.replace(/^ \* ?/gm, '')] as const
    )
  )

const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  skipLibCheck: true
}

const assertions = `declare const assert: {
  ok(value: unknown): asserts value
  strictEqual(found: unknown, expected: unknown): void
  deepStrictEqual(found: unknown, expected: unknown): void
  match(text: string, pattern: RegExp): void
}
`

/** The examples as files beside the index, so that they are checked for types against the sources. */
const files = new Map(
  examples.map(([name, text], index) => [
    join(source, `example-${index}.ts`),
    { name, text: assertions + text.replaceAll("'@ardiya/core'", "'./index'") }
  ])
)

/** The program of each example by its name, and what the compiler says against any. */
const compiled = () => {
  const host = ts.createCompilerHost(options)
  const program = ts.createProgram([...files.keys()], options, {
    ...host,
    fileExists: name => files.has(name) || host.fileExists(name),
    getSourceFile: (name, version) => {
      const example = files.get(name)
      return example === undefined
        ? host.getSourceFile(name, version)
        : ts.createSourceFile(name, example.text, version)
    }
  })
  const programs = new Map<string, string>()
  const wrong = [...files].flatMap(([path, { name }]) => {
    const file = program.getSourceFile(path)
    program.emit(file, (_, output) => programs.set(name, output))
    return ts
      .getPreEmitDiagnostics(program, file)
      .map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`)
  })
  return { programs, wrong }
}

describe('the exports of @ardiya/core', () => {
  it.each(exported)('say what they mean: %s', (name, file) => {
    expect(isSaid(name, file)).toBe(true)
  })

  it('come from files that are there', () => {
    expect(exported.length).toBeGreaterThan(50)
    expect(exported.map(([, file]) => dirname(file)).every(folder => folder !== '.')).toBe(true)
  })
})

describe('the examples in doc comments', () => {
  const made = { programs: new Map<string, string>(), wrong: ['not compiled'] }
  beforeAll(() => Object.assign(made, compiled()))

  it('are there, and the compiler takes them', () => {
    expect(examples.length).toBeGreaterThan(3)
    expect(made.wrong).toEqual([])
  })

  it.each(examples)('are true: %s', name => {
    const run = new Function('require', 'exports', 'assert', made.programs.get(name) ?? 'missing')
    run(() => core, {}, assert)
  })
})
