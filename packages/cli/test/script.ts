/**
 * Scripts of commands with what they print and how they end, run against the built binary with real SQLite in a
 * folder of their own. A script reads like a session:
 *
 *     # a comment
 *     = name.jsonl            a file, up to a line with only `=`
 *     $ ardiya init           a command of the shell
 *       what it prints        on stdout, two spaces before
 *     ! what it says          on stderr
 *     ? 2                     its exit code, where it is not 0
 *
 * `…` stands for anything in a line, a line of `…` alone for any lines.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

interface Step {
  readonly line: number
  readonly command: string
  readonly stdout: ReadonlyArray<string>
  readonly stderr: ReadonlyArray<string>
  readonly code: number
}

interface Script {
  readonly files: ReadonlyMap<string, string>
  readonly steps: ReadonlyArray<Step>
}

export const parseScript = (text: string): Script => {
  const files = new Map<string, string>()
  const steps: Array<{ -readonly [K in keyof Step]: Step[K] }> = []
  let file: { readonly name: string; readonly lines: string[] } | undefined
  text.split('\n').forEach((line, index) => {
    const step = steps[steps.length - 1]
    if (file !== undefined) {
      if (line !== '=') return void file.lines.push(line)
      files.set(file.name, `${file.lines.join('\n')}\n`)
      file = undefined
    } else if (line.startsWith('= ')) file = { name: line.slice(2), lines: [] }
    else if (line.startsWith('$ '))
      steps.push({ line: index + 1, command: line.slice(2), stdout: [], stderr: [], code: 0 })
    else if (line.startsWith('  ') && step !== undefined) step.stdout = [...step.stdout, line.slice(2)]
    else if (line.startsWith('! ') && step !== undefined) step.stderr = [...step.stderr, line.slice(2)]
    else if (line.startsWith('? ') && step !== undefined) step.code = Number(line.slice(2))
    else if (line !== '' && !line.startsWith('#'))
      throw new Error(`line ${index + 1} is not understood: ${line}`)
  })
  return { files, steps }
}

const binary = join(__dirname, '..', 'bin', 'ardiya.js')

/** A folder with `ardiya` in the path, and a way to run commands in it. */
export const sandbox = () => {
  const folder = mkdtempSync(join(tmpdir(), 'ardiya-cli-'))
  const bin = mkdtempSync(join(tmpdir(), 'ardiya-bin-'))
  const wrapper = join(bin, 'ardiya')
  writeFileSync(wrapper, `#!/bin/sh\nexec '${process.execPath}' '${binary}' "$@"\n`)
  chmodSync(wrapper, 0o755)
  const env = {
    PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: folder,
    TZ: 'UTC'
  }
  return {
    folder,
    env,
    write: (name: string, text: string): void => writeFileSync(join(folder, name), text),
    run: (command: string) => {
      const { stdout, stderr, status } = spawnSync('bash', ['-o', 'pipefail', '-c', command], {
        cwd: folder,
        env,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024
      })
      return { stdout, stderr, code: status ?? -1 }
    },
    remove: (): void => {
      for (const path of [folder, bin]) rmSync(path, { recursive: true, force: true })
    }
  }
}

/** What a command did, laid beside what the script says; equal where it is as it should be. */
export const compare = (
  step: Step,
  ran: { readonly stdout: string; readonly stderr: string; readonly code: number }
) => ({
  expected: { command: step.command, code: step.code, stdout: step.stdout, stderr: step.stderr },
  found: {
    command: step.command,
    code: ran.code,
    stdout: asExpected(step.stdout, linesOf(ran.stdout)),
    stderr: asExpected(step.stderr, linesOf(ran.stderr))
  }
})

const linesOf = (text: string): ReadonlyArray<string> => {
  const lines = text.split('\n')
  return lines[lines.length - 1] === '' ? lines.slice(0, -1) : lines
}

/** The found lines, each that matches written as it was expected, so that a difference shows only where there is one. */
const asExpected = (expected: ReadonlyArray<string>, found: ReadonlyArray<string>): ReadonlyArray<string> =>
  matches(expected, found) ? expected : found

const matches = (expected: ReadonlyArray<string>, found: ReadonlyArray<string>): boolean => {
  const [first, ...rest] = expected
  if (first === undefined) return found.length === 0
  if (first === '…') return found.some((_, index) => matches(rest, found.slice(index))) || matches(rest, [])
  const [line, ...others] = found
  return line !== undefined && pattern(first).test(line) && matches(rest, others)
}

const pattern = (line: string): RegExp =>
  new RegExp(
    `^${line
      .split('…')
      .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'u'
  )
