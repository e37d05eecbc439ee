/** Issue 2 D: views are never the truth. Whatever becomes of them, they are made again from the log. */
import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '@ardiya/adapters/sqlite/driver'
import { machine } from '@ardiya/cli/container'
import { act } from '@ardiya/core/intake/act'
import { keptFlaws } from '@ardiya/cli/store/check-kept'
import { type Json, type LocalDate } from '@ardiya/core/kernel/primitives'
import { processStream } from '@ardiya/core/kernel/stream-name'
import { stateKey } from '@ardiya/core/kernel/kept'
import { views } from '@ardiya/core/views/registry'
import { showAsOf, showCurrent } from '@ardiya/core/views/show'
import { compiledPrograms, until } from '../processes'
import { type StopperArgument } from '../programs/stopper'
import { leftOf, newFolder, removeFolder } from '../sqlite-files'
import { closeStores, demo, demoText, play, rightOf, sessionOver, type Stores, storesIn } from './stage'

jest.setTimeout(120_000)

const folder = newFolder()
const programs = compiledPrograms()
afterAll(() => {
  programs.remove()
  removeFolder(folder)
})

const lines = demoText().trimEnd().split('\n')
const asked = { today: '2026-09-30' as LocalDate }

const withStores = async <A>(use: (stores: Stores) => Promise<A>): Promise<A> => {
  const stores = await storesIn(folder)
  const answer = await use(stores)
  await closeStores(stores)
  return answer
}

const named = (name: string) => {
  const view = views[name]
  if (view === undefined) throw new Error(`there is no view ${name}`)
  return view
}

const shown = (stores: Stores, name: string): Promise<Json | undefined> =>
  rightOf(showCurrent(stores, demo, named(name), asked))

/** The view as the log alone makes it. */
const fromLog = async (stores: Stores, name: string): Promise<Json | undefined> =>
  rightOf(showAsOf(stores, demo, named(name), asked, await rightOf(stores.store.head(demo))))

const everyViewIsAsTheLogMakesIt = async (stores: Stores): Promise<void> => {
  for (const { name, about } of Object.values(views))
    if (about.kind !== 'required')
      expect([name, await shown(stores, name)]).toEqual([name, await fromLog(stores, name)])
  expect((await rightOf(keptFlaws(stores, demo))).found).toEqual([])
}

beforeAll(() =>
  withStores(async stores => {
    await play(await sessionOver(stores, demo), lines.slice(0, 120).join('\n'))
  })
)

const registering = (name: string) => ({
  name: 'RegisterAssociation',
  at: '2025-10-27T09:00',
  actor: { as: 'office', office: 'secretary', mandate: 'A1-m2' },
  payload: { names: { ar: `مثال توضيحي: ${name}` } }
})

const endorsingP1 = {
  name: 'Endorse',
  at: '2025-11-20T10:00',
  actor: { as: 'association', association: 'A20', mandate: 'A20-m1' },
  recordedBy: 'A1-m2',
  evidence: { kind: 'call' },
  payload: { submission: 'P1' }
}

/** Other words than their sum says; a document that must be there is gone, also the last; how far they are is gone. */
const wordsDiffer =
  "UPDATE document SET value = CAST(replace(value, 'P1', 'P7') AS BLOB) WHERE key = 'state/submission-khemisset.P1'"
const documentGone = "DELETE FROM document WHERE key = 'state/submission-khemisset.P1'"
const lastDocumentGone = "DELETE FROM document WHERE key = 'state/meeting-khemisset.M1'"
const checkpointGone = 'DELETE FROM checkpoint'

const changeKept = (change: string): void => {
  const views = openDatabase(join(folder, 'path.views.db'), { readOnly: false, timeout: 1000 })
  views.exec(change)
  views.close()
}

/** Puts a log of the first `count` lines in place of what is there, and leaves the views as they are. */
const restoreLog = async (count: number): Promise<void> => {
  const elsewhere = newFolder()
  const stores = await storesIn(elsewhere)
  await play(await sessionOver(stores, demo), lines.slice(0, count).join('\n'))
  await closeStores(stores)
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `path.db${suffix}`), { force: true })
  copyFileSync(join(elsewhere, 'path.db'), join(folder, 'path.db'))
  removeFolder(elsewhere)
}

const endsAt = (head: bigint, kept: bigint): string => `it ends at ${head}, and what is kept is of ${kept}`

describe('Kept views (rule 19)', () => {
  it('are made again after kill -9 between append and view: what was recorded is shown', async () => {
    const before = await withStores(stores => rightOf(stores.store.head(demo)))
    const input = registering('سُجلت قبل الانقطاع')
    const stopper = programs.start('stopper', { folder, process: demo, input } satisfies StopperArgument)
    await until(() => stopper.said().includes('appended'))
    stopper.kill()
    expect(await stopper.ended).toMatchObject({ errors: '', code: null })
    await withStores(async stores => {
      expect((await rightOf(stores.store.head(demo))).value).toBe(before.value + 1n)
      const { checkpoint } = await rightOf(stores.views.load(demo, []))
      expect(checkpoint?.at.value).toBe(before.value)
      expect(JSON.stringify(await shown(stores, 'process'))).toContain('سُجلت قبل الانقطاع')
      await everyViewIsAsTheLogMakesIt(stores)
    })
  })

  it('are made again where their file is gone', async () => {
    const before = await withStores(stores => shown(stores, 'register'))
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `path.views.db${suffix}`), { force: true })
    expect(existsSync(join(folder, 'path.views.db'))).toBe(false)
    await withStores(async stores => {
      expect(await shown(stores, 'register')).toEqual(before)
      await everyViewIsAsTheLogMakesIt(stores)
    })
  })

  it('are made again where other code has kept them, whatever that kept', async () => {
    await withStores(async stores => {
      const { checkpoint } = await rightOf(stores.views.load(demo, []))
      if (checkpoint === undefined) throw new Error('nothing is kept')
      const ofOtherCode = { ...checkpoint, code: 'of another version' }
      const wrong = { version: 1, state: { kind: 'process', process: {} } }
      const key = stateKey(processStream(demo))
      expect(await rightOf(stores.views.step(demo, checkpoint, ofOtherCode, [{ key, value: wrong }]))).toBe(
        true
      )
      await everyViewIsAsTheLogMakesIt(stores)
      expect((await rightOf(stores.views.load(demo, []))).checkpoint).toEqual(checkpoint)
    })
  })

  it('tell that the log is shorter than what was kept of it, and are made again when they are forgotten', async () => {
    const head = await withStores(stores => rightOf(stores.store.head(demo)))
    await restoreLog(120)
    await withStores(async stores => {
      const restored = await rightOf(stores.store.head(demo))
      expect(restored.value).toBeLessThan(head.value)
      const rolledBack = { tag: 'LogRolledBack', at: demo, detail: endsAt(restored.value, head.value) }
      expect(await leftOf(showCurrent(stores, demo, named('process'), asked))).toEqual(rolledBack)
      const session = await leftOf(act({ ...machine('fromInput'), ...stores })(demo, registering('x')))
      expect(session).toEqual(rolledBack)
      await rightOf(stores.views.reset(demo))
      await everyViewIsAsTheLogMakesIt(stores)
    })
  })

  it('tell that the log is another one, also where it is longer than what was kept', async () => {
    await withStores(async stores => {
      await play(await sessionOver(stores, demo), JSON.stringify(registering('كان في النسخة الأولى')))
    })
    await restoreLog(140)
    await withStores(async stores => {
      expect(await leftOf(showCurrent(stores, demo, named('process'), asked))).toMatchObject({
        tag: 'LogRolledBack',
        at: demo
      })
      await rightOf(stores.views.reset(demo))
      expect(JSON.stringify(await shown(stores, 'process'))).not.toContain('كان في النسخة الأولى')
      await everyViewIsAsTheLogMakesIt(stores)
    })
  })

  it.each([
    [
      'a view is shown',
      async (stores: Stores) =>
        expect(await shown(stores, 'register')).toEqual(await fromLog(stores, 'register'))
    ],
    [
      'an act is made and decided',
      (stores: Stores) => rightOf(act({ ...machine('own'), ...stores })(demo, endorsingP1))
    ]
  ])('are made again where they turn out damaged while %s', async (_, look) => {
    for (const damage of [wordsDiffer, documentGone, lastDocumentGone, checkpointGone]) {
      await withStores(stores => shown(stores, 'register'))
      changeKept(damage)
      await withStores(async stores => {
        await look(stores)
        await everyViewIsAsTheLogMakesIt(stores)
      })
    }
  })

  it('differ from the log where somebody changed them, whatever they are, and the check says which', async () => {
    await withStores(async stores => {
      await shown(stores, 'register')
      const { checkpoint, documents } = await rightOf(stores.views.scan(demo, { prefix: '' }))
      if (checkpoint === undefined) throw new Error('nothing is kept')
      const kindOf = ({ key }: { readonly key: string }): string => key.split('/')[0] ?? ''
      const kinds = [...new Set(documents.map(kindOf))]
      expect(kinds).toEqual(['command', 'numbers', 'state', 'timeline'])
      for (const kind of kinds) {
        const { key, value } = documents.find(each => kindOf(each) === kind) ?? { key: '', value: null }
        const forged = { ...(value as object), log: '999', forged: 1 } as Json
        await rightOf(stores.views.step(demo, checkpoint, checkpoint, [{ key, value: forged }]))
        const { found } = await rightOf(keptFlaws(stores, demo))
        expect(found).toEqual([`what is kept as ${key} is not what the log gives`])
        await rightOf(stores.views.step(demo, checkpoint, checkpoint, [{ key, value }]))
      }
      expect((await rightOf(keptFlaws(stores, demo))).found).toEqual([])
      const added = { key: 'state/process-nobody', value: {} }
      await rightOf(stores.views.step(demo, checkpoint, checkpoint, [added]))
      expect((await rightOf(keptFlaws(stores, demo))).found).toHaveLength(1)
      await rightOf(stores.views.reset(demo))
      await everyViewIsAsTheLogMakesIt(stores)
    })
  })
})
