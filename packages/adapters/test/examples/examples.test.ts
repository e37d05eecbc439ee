/** Every TypeScript example of the documentation is a file of this folder: compiled, and run by a test. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as E from 'fp-ts/lib/Either'
import { main } from './embed'
import { openedIn } from './on-disk'

const root = resolve(__dirname, '../../../..')

const pages = [
  'README.md',
  ...['core', 'adapters', 'cli'].map(name => `packages/${name}/README.md`),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join('docs', name))
]

const read = (page: string): string => readFileSync(join(root, page), 'utf8')

const examples = pages.flatMap(page =>
  [...read(page).matchAll(/^```(?:ts|typescript|js|javascript)(?: (\S+))?\n([\s\S]*?)^```/gm)].map(
    ([, file = 'without a name', text = '']) => [page, file, text] as const
  )
)

describe('the examples in TypeScript', () => {
  it('are there', () => {
    expect(examples.map(([, file]) => file)).toEqual(
      expect.arrayContaining(['embed.ts', 'on-disk.ts', 'my-store.test.ts'])
    )
  })

  it.each(examples)('of %s are files that are compiled and run: %s', (_, file, text) => {
    expect(readdirSync(__dirname)).toContain(file)
    expect(text).toBe(readFileSync(join(__dirname, file), 'utf8'))
  })

  it('print what docs/how-to/embed.md shows', async () => {
    const lines: string[] = []
    await main(line => lines.push(line))
    const shown = /```text\n([\s\S]*?)```/.exec(read('docs/how-to/embed.md'))?.[1] ?? ''
    expect(lines.join('\n')).toBe(shown.trimEnd())
  })

  it('open the three stores of a coalition on disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ardiya-example-'))
    try {
      const opened = await openedIn(folder)()
      expect(E.isRight(opened)).toBe(true)
      if (E.isRight(opened)) for (const store of Object.values(opened.right)) await store.close()
      expect(readdirSync(folder).filter(name => name.endsWith('.db'))).toEqual([
        'coalition.db',
        'coalition.persons.db',
        'coalition.views.db'
      ])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
