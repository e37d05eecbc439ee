/** Examples that run: every session of these pages is run on a real store, and prints what the page shows. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Example, examplesIn, type Session } from './documents'
import { compare, sandbox } from './script'

const root = resolve(__dirname, '../../..')

const pages = [
  'README.md',
  'docs/tutorial/first-path.md',
  // 'docs/how-to/correct-a-mistake.md',
  // 'docs/how-to/audit-a-log.md',
  // 'docs/how-to/personal-data.md',
  'docs/spec/envelope.md'
]

type Place = ReturnType<typeof sandbox>

const isThere = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0

/** Runs a session; what one step of a page exports holds in the next. */
const run = ({ steps, place, line, exit }: Session, at: Place, exports: string[]): void => {
  steps.forEach(({ command, prints }, index) => {
    if (command.startsWith('export ')) return void exports.push(command)
    const there = place === 'repository' ? [`cd '${root}'`] : []
    const ran = at.run([...there, ...exports, `{ ${command}; } 2>&1`].join(' && '))
    const code = index === steps.length - 1 ? exit : 0
    const { expected, found } = compare(
      { line, command, stdout: prints, stderr: [], code },
      { ...ran, stderr: '' }
    )
    expect({ line, ...found }).toEqual({ line, ...expected })
  })
}

describe('the examples of the documentation', () => {
  let demo: Place | undefined

  beforeAll(() => {
    demo = sandbox()
    expect(demo.run('ardiya demo').code).toBe(0)
  })

  afterAll(() => demo?.remove())

  it.each(pages)('are what happens: %s', page => {
    const here = sandbox()
    const exports: string[] = []
    const examples: ReadonlyArray<Example> = examplesIn(readFileSync(join(root, page), 'utf8'))
    expect(examples).not.toEqual([])
    try {
      for (const example of examples) {
        if ('file' in example) here.write(example.file, example.text)
        else if (!example.needs.every(isThere))
          process.stderr.write(`NOT RUN: ${page} line ${example.line} needs ${example.needs.join(', ')}\n`)
        else run(example, example.place === 'demo' ? (demo ?? here) : here, exports)
      }
    } finally {
      here.remove()
    }
  })
})
