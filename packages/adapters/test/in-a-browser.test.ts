/**
 * Core and the stores in memory in a realm that has what a browser's language has and nothing of Node: no `process`,
 * no `Buffer`, no `require` of built-in modules.
 */
import { readFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { transformSync } from '@swc/core'

const packages = resolve(__dirname, '../..')

/** A page's realm: the language itself, and the two classes of the encoding standard. */
const realm = () => createContext({ TextEncoder, TextDecoder })

/** The file that a bundler for a browser would take. */
const fileOf = (specifier: string, from: string): string => {
  const own = /^@ardiya\/(core|adapters)(?:\/(.+))?$/.exec(specifier)
  if (own !== null) return join(packages, own[1] ?? '', 'src', `${own[2] ?? 'index'}.ts`)
  if (specifier.startsWith('.') && from.endsWith('.ts')) return `${resolve(dirname(from), specifier)}.ts`
  const found = createRequire(from).resolve(specifier)
  if (isBuiltin(found)) throw new Error(`${from} asks for ${found}, which a browser does not have`)
  return found.replace(/cryptoNode\.js$/, 'crypto.js')
}

const codeOf = (file: string): string =>
  file.endsWith('.ts')
    ? transformSync(readFileSync(file, 'utf8'), {
        filename: file,
        swcrc: false,
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' }
      }).code
    : readFileSync(file, 'utf8')

type Load = (specifier: string) => Record<string, unknown>

const loaderIn = (context: ReturnType<typeof realm>): Load => {
  const loaded = new Map<string, { exports: Record<string, unknown> }>()
  const load = (specifier: string, from: string): Record<string, unknown> => {
    const file = fileOf(specifier, from)
    const known = loaded.get(file)
    if (known !== undefined) return known.exports
    const module = { exports: {} }
    loaded.set(file, module)
    const run = runInContext(`(function (module, exports, require) {${codeOf(file)}\n})`, context, {
      filename: file
    }) as (m: typeof module, e: object, r: Load) => void
    run(module, module.exports, asked => load(asked, file))
    return module.exports
  }
  return specifier => load(specifier, __filename)
}

describe('core in a browser', () => {
  it('opens a process, shows it and decides it again without anything of Node’s', async () => {
    const context = realm()
    Object.assign(context, { load: loaderIn(context) })
    const story = runInContext(
      `(async () => {
        const { act, replay, showCurrent, views, textHash } = load('@ardiya/core')
        const { inMemoryEventStore } = load('@ardiya/adapters/in-memory/event-store')
        const { inMemoryViewStore } = load('@ardiya/adapters/in-memory/view-store')
        const { inMemoryDirectory } = load('@ardiya/adapters/in-memory/directory')
        const at = '2025-10-26T10:00:00.000+01:00'
        const capabilities = {
          store: inMemoryEventStore(), views: inMemoryViewStore(), directory: inMemoryDirectory(),
          clock: 'own', now: () => '2025-10-26T09:00:04.120Z', pause: () => async () => {},
          newCommandId: () => '019a1f00-0000-7000-8000-000000000001',
          newPerson: () => () => ({ person: 'p_' + 'a'.repeat(26), salt: '00'.repeat(32) }),
          offsetAt: () => '+01:00', inZone: () => at
        }
        const opened = await act(capabilities)('water', {
          name: 'OpenProcess', at, actor: { as: 'office', office: 'convenor', mandate: 'A1-m1' },
          payload: {
            title: { ar: 'مسار الماء' }, slogan: { ar: 'الماء للجميع' }, territory: { ar: 'حي السلام' },
            zone: 'Africa/Casablanca', languages: ['ar'], authoritative: 'ar',
            convenor: { names: { ar: 'جمعية الحي' } }, mandate: { person: { name: 'F. B.' }, from: '2025-10-26' }
          }
        })()
        const shown = await showCurrent(capabilities, 'water', views.process, { today: '2025-10-26' })()
        const audited = await replay(capabilities.store, 'water')()
        return JSON.stringify({
          opened: opened.right.events.map(({ type }) => type),
          stage: shown.right.stage,
          audited: audited.right.difference === undefined,
          nodes: ['process', 'Buffer', 'require', 'global'].filter(name => name in globalThis),
          hash: textHash({ language: 'ar', title: 'توفير الماء', blocks: [{ kind: 'paragraph', text: 'توفير الماء الصالح للشرب' }] })
        })
      })()`,
      context
    ) as Promise<string>
    expect(JSON.parse(await story)).toEqual({
      opened: ['ProcessOpened', 'AssociationRegistered', 'MandateGranted'],
      stage: 'gathering',
      audited: true,
      nodes: [],
      hash: 'sha256:b08bbd9d1ead8c9138a47de8cef0484da8f2caa97c67f7c88a1be2f6d0834d70'
    })
  })
})
