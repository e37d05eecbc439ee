/**
 * Operating-system processes for tests: programs in TypeScript that run beside the test on the same files, are started
 * together by a signal, and may be killed. They are compiled once, from the sources as they are, into a folder of the
 * test's own.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { type Readable, type Writable } from 'node:stream'
import { transformFileSync } from '@swc/core'

const root = resolve(__dirname, '../../..')

/** Sources that a program may import, and the name under which they are found. */
const packages = [
  { from: 'packages/core/src', to: 'node_modules/@ardiya/core' },
  { from: 'packages/adapters/src', to: 'node_modules/@ardiya/adapters' },
  { from: 'packages/cli/src', to: 'node_modules/@ardiya/cli' },
  { from: 'packages/adapters/test', to: 'test' }
]

/** What a program said and how it ended. */
export interface Ended {
  readonly lines: ReadonlyArray<string>
  readonly errors: string
  /** Absent where it was killed. */
  readonly code: number | null
}

export interface Running {
  /** Lets a program go on that waits for the signal. */
  readonly go: () => void
  /** Ends it at once, as by kill -9. */
  readonly kill: () => void
  /** Stops it where it is, and lets it go on. */
  readonly halt: () => void
  readonly resume: () => void
  /** What it has said until now. */
  readonly said: () => ReadonlyArray<string>
  readonly hasEnded: () => boolean
  readonly ended: Promise<Ended>
}

export interface Programs {
  /** Starts `test/programs/<name>.ts` with an argument that it reads as JSON. */
  readonly start: (name: string, argument: unknown) => Running
  /** The same below another program, as `['strace', '-f']`. */
  readonly startBelow: (above: ReadonlyArray<string>, name: string, argument: unknown) => Running
  /** Kills what still runs, and removes what was compiled. */
  readonly remove: () => void
}

/** Compiles the sources and the programs; some tenths of a second, once a test file. */
export const compiledPrograms = (): Programs => {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'ardiya-programs-'))
  for (const { from, to } of packages) compileFolder(join(root, from), join(folder, to))
  const running: Running[] = []
  const startBelow: Programs['startBelow'] = (above, name, argument) => {
    const program = started([...above, process.execPath, scriptOf(folder, name)], argument)
    running.push(program)
    return program
  }
  return {
    start: (name, argument) => startBelow([], name, argument),
    startBelow,
    remove: () => {
      for (const program of running) program.kill()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

const scriptOf = (folder: string, name: string): string => join(folder, 'test/programs', `${name}.js`)

const compileFolder = (from: string, to: string): void => {
  const names = readdirSync(from, { recursive: true, encoding: 'utf8' })
  for (const name of names.filter(isSource)) {
    const target = join(to, name.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(
      target,
      transformFileSync(join(from, name), compiling(relative(root, join(from, name)))).code
    )
  }
}

const isSource = (name: string): boolean => name.endsWith('.ts') && !name.endsWith('.test.ts')

const compiling = (filename: string) => ({
  filename,
  jsc: {
    target: 'es2022' as const,
    parser: { syntax: 'typescript' as const, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true }
  },
  module: { type: 'commonjs' as const }
})

const started = ([command = '', ...line]: ReadonlyArray<string>, argument: unknown): Running => {
  const child = spawn(command, [...line, JSON.stringify(argument)], { stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  child.stdin.on('error', () => undefined)
  return {
    go: () => child.stdin.write('go\n'),
    kill: () => child.kill('SIGKILL'),
    halt: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    said: () => wholeLines(said),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    ended: endOf(child).then(code => ({ lines: wholeLines(said), errors, code }))
  }
}

const endOf = (child: ChildProcessByStdio<Writable, Readable, Readable>): Promise<number | null> =>
  new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', done)
  })

/** A killed program may have left half a line: it was not said. */
const wholeLines = (text: string): ReadonlyArray<string> => text.split('\n').slice(0, -1)

/** Waits until every program says that it is ready, lets all go at once, and waits for their ends. */
export const allAtOnce = async (running: ReadonlyArray<Running>): Promise<ReadonlyArray<Ended>> => {
  await until(() => running.every(({ said, hasEnded }) => said().includes('ready') || hasEnded()))
  for (const each of running) each.go()
  return Promise.all(running.map(({ ended }) => ended))
}

const patienceMs = 30_000

/** Waits until something is so, looking every few milliseconds. */
export const until = async (isSo: () => boolean): Promise<void> => {
  const began = Date.now()
  while (!isSo()) {
    if (Date.now() - began > patienceMs) throw new Error('waited in vain')
    await new Promise(done => setTimeout(done, 5))
  }
}
