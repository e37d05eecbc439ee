/** The binary is one file, with what V8 compiled of it (ADR 0046). */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandbox } from './script'

const cli = join(__dirname, '..')
const node = (...args: ReadonlyArray<string>) => spawnSync(process.execPath, args, { encoding: 'utf8' })

describe('the binary', () => {
  const place = sandbox()
  afterAll(place.remove)

  it('starts with what V8 compiled of it when it was built, and V8 takes it', () => {
    expect(node(join(cli, 'bundle/compile.js')).status).toBe(0)
    const told = node(
      '-p',
      `const { compiledOf, scriptOf, sourceOfBundle } = require('${join(cli, 'bin/program')}')
       const source = sourceOfBundle()
       scriptOf(source, fs.readFileSync(compiledOf(source))).cachedDataRejected`
    )
    expect(told.stdout).toBe('false\n')
  })

  it.each([
    ['is missing', (file: string) => rmSync(file)],
    ['is not whole', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 1000))],
    ['is something else', (file: string) => writeFileSync(file, 'nothing that V8 wrote')]
  ])('does the same where what V8 compiled %s', (_, spoil) => {
    const copy = mkdtempSync(join(tmpdir(), 'ardiya-copy-'))
    for (const part of ['bin', 'dist']) cpSync(join(cli, part), join(copy, part), { recursive: true })
    for (const file of readdirSync(join(copy, 'dist')).filter(name => name.includes('.v8-')))
      spoil(join(copy, 'dist', file))

    const { stdout, stderr, status } = node(join(copy, 'bin/ardiya.js'), '--help')

    expect({ stdout, stderr, status }).toEqual({
      stdout: place.run('ardiya --help').stdout,
      stderr: '',
      status: 0
    })
    rmSync(copy, { recursive: true })
  })

  it('is ASCII, patterns too: it is read as Latin-1', () => {
    const bytes = readFileSync(join(cli, 'dist/ardiya.js'))
    expect(bytes.findIndex(byte => byte > 0x7f)).toBe(-1)
    place.run('ardiya init')
    place.write('quotes.jsonl', '{"name":“DefineTheme”}')
    expect(place.run('ardiya apply quotes.jsonl').stderr).toContain('Write the plain signs')
  })

  it('says in which source a bug is, where ARDIYA_TRACE=1', () => {
    place.write(
      'broken.cjs',
      'require("fs").createReadStream = () => { throw new Error("not a fault of input") }'
    )
    place.run('ardiya init')

    const { stderr, code } = place.run(
      'NODE_OPTIONS="--require ./broken.cjs" ARDIYA_TRACE=1 ardiya apply acts.jsonl'
    )

    expect(code).toBe(1)
    expect(stderr).toMatch(/packages\/cli\/src\/act\/lines\.ts:\d+/)
  })

  it('carries the licence of every library within it', () => {
    const { sources } = JSON.parse(readFileSync(join(cli, 'dist/ardiya.js.map'), 'utf8')) as {
      readonly sources: ReadonlyArray<string>
    }
    const libraries = sources.flatMap(
      source => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []
    )
    const licences = readFileSync(join(cli, 'dist/LICENCES.txt'), 'utf8')

    expect(libraries).toContain('commander')
    expect([...new Set(libraries)].filter(name => !licences.includes(`=== ${name} `))).toEqual([])
  })
})
