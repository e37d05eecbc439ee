import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(__dirname, '../../..')

/** The Markdown files in a folder and below it, as paths from the root of the repository. */
export const markdownIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join(folder, name))

/**
 * The examples of a page, as they are run: files (a fence with a name, ```json opening.jsonl) and sessions (```console,
 * `$` before a command, then what it prints on stdout and stderr). A comment before a session says where and how:
 *
 *     <!-- run in: demo, needs: jq, exit: 3 -->
 *
 * A page that goes on where another ended says so: `<!-- begins after: docs/tutorial/first-path.md -->`.
 */
export interface Session {
  readonly line: number
  /** `here`: the page's own folder; `demo`: one where the demonstration was played; `repository`: its root. */
  readonly place: string
  readonly needs: ReadonlyArray<string>
  /** How the last command of it ends. */
  readonly exit: number
  readonly steps: ReadonlyArray<{ readonly command: string; readonly prints: ReadonlyArray<string> }>
}

export type Example = { readonly file: string; readonly text: string } | Session

const fence = /(?:<!-- (.*?) -->\n)?```(\S+)(?: (\S+))?\n([\s\S]*?)```/g

/** The examples of a page in their order. */
export const examplesIn = (page: string): ReadonlyArray<Example> =>
  [...page.matchAll(fence)].flatMap(
    ({ 1: how = '', 2: kind, 3: file, 4: text = '', index }): ReadonlyArray<Example> => {
      if (file !== undefined) return [{ file, text }]
      return kind === 'console' ? [session(how, text, page.slice(0, index).split('\n').length)] : []
    }
  )

const session = (how: string, text: string, line: number): Session => ({
  line,
  place: /run in: ([a-z]+)/.exec(how)?.[1] ?? 'here',
  needs: /needs: ([a-z]+)/.exec(how)?.slice(1) ?? [],
  exit: Number(/exit: (\d+)/.exec(how)?.[1] ?? 0),
  steps: stepsOf(text.replace(/\n$/, ''))
})

const stepsOf = (text: string): Session['steps'] =>
  text
    .split(/^\$ /m)
    .slice(1)
    .map(step => {
      const [command = '', ...prints] = step.replace(/\n$/, '').split('\n')
      return { command: command.replaceAll('npx ardiya', 'ardiya'), prints }
    })
