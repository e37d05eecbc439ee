/** Examples that run: every session of these pages is run on a real store, and prints what the page shows. */
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { examplesIn, markdownIn, root, type Session } from './documents'
import { compare, sandbox } from './script'

const pages = [
  'README.md',
  'docs/tutorial/first-path.md',
  'docs/how-to/meeting-from-paper.md',
  'docs/how-to/refine-texts.md',
  'docs/how-to/import-many-lines.md',
  'docs/how-to/correct-a-mistake.md',
  'docs/how-to/audit-a-record.md',
  'docs/how-to/personal-data.md',
  'docs/how-to/back-up-and-restore.md',
  'docs/explanation/khemisset.md',
  'docs/spec/check-an-export.md',
  'docs/reference/views.md',
  'docs/spec/envelope.md'
]

const read = (page: string): string => readFileSync(join(root, page), 'utf8')

/** A page may play two others before its own turn. */
jest.setTimeout(180_000)

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
  const places: Place[] = []
  const opened = (): Place => {
    const place = sandbox()
    places.push(place)
    return place
  }
  let demo: Place | undefined
  const played = new Map<string, Place>()

  beforeAll(() => {
    demo = opened()
    expect(demo.run('ardiya demo').code).toBe(0)
  })

  afterAll(() => places.forEach(place => place.remove()))

  /** A folder in which a page goes on: an empty one, or a copy of that in which an earlier page was played. */
  const beginning = (page: string): Place => {
    const here = opened()
    const before = /<!-- begins after: (\S+) -->/.exec(read(page))?.[1]
    if (before === undefined) return here
    const earlier = played.get(before) ?? play(before)
    played.set(before, earlier)
    cpSync(earlier.folder, here.folder, { recursive: true })
    return here
  }

  const play = (page: string): Place => {
    const here = beginning(page)
    const exports: string[] = []
    const examples = examplesIn(read(page))
    expect(examples).not.toEqual([])
    for (const example of examples) {
      if ('file' in example) here.write(example.file, example.text)
      else if (!example.needs.every(isThere))
        process.stderr.write(`NOT RUN: ${page} line ${example.line} needs ${example.needs.join(', ')}\n`)
      else run(example, example.place === 'demo' ? (demo ?? here) : here, exports)
    }
    return here
  }

  it.each(pages)('are what happens: %s', page => void play(page))

  it('are run on every page that has some', () => {
    const withSessions = markdownIn('docs').filter(page => /^```console$/m.test(read(page)))
    expect(withSessions.filter(page => !pages.includes(page))).toEqual([])
  })
})
