/**
 * guarantees.md §7: whole acts, with persons, by a program that is killed at any moment. The lines are then applied
 * again by their ids until all are told: none is lost, none is there twice, and the directory knows everybody once.
 */
import { keptFlaws } from '@ardiya/cli/store/check-kept'
import { type PersonRef } from '@ardiya/core/kernel/primitives'
import { replay } from '@ardiya/core/ledger/replay'
import { compiledPrograms, until } from '../processes'
import { type ActorArgument } from '../programs/actor'
import { newFolder, removeFolder } from '../sqlite-files'
import { closeStores, demo, demoText, logOf, play, rightOf, sessionOver, storesIn } from './stage'
import { envelopesOf } from './tamper'

jest.setTimeout(120_000)

const programs = compiledPrograms()
const folder = newFolder()
afterAll(() => {
  programs.remove()
  removeFolder(folder)
})

const kills = 8

/** Mandates for persons, and themes: two acts in turn, so that every other one writes to the directory first. */
const lines = Array.from({ length: 40 }, (_, i) => ({
  id: `01998000-0000-7000-8000-0000000a${i.toString(16).padStart(4, '0')}`,
  actor: { as: 'office', office: 'secretary', mandate: 'A1-m2' },
  ...(i % 2 === 0
    ? {
        name: 'GrantMandate',
        payload: {
          association: 'A20',
          person: { name: `مثال ${i}` },
          role: 'alternate',
          from: '2025-10-21'
        }
      }
    : { name: 'DefineTheme', payload: { names: { ar: `محور ${i}` }, dimension: 'social' } })
}))

interface Told {
  readonly id: string
  readonly ref: string
  readonly outcome: string
}

it('rule 19: a program that is killed between any two steps of an act leaves nothing half done', async () => {
  const beginning = await storesIn(folder)
  await play(await sessionOver(beginning, demo), demoText().split('\n').slice(0, 54).join('\n'))
  const before = (await logOf(beginning.store, demo)).length
  await closeStores(beginning)
  const refs = new Map<string, string>()
  const hear = (told: ReadonlyArray<string>): void => {
    for (const { id, ref } of told.map(line => JSON.parse(line) as Told)) {
      expect([id, refs.get(id) ?? ref]).toEqual([id, ref])
      refs.set(id, ref)
    }
  }
  for (let kill = 0; kill <= kills; kill++) {
    const actor = programs.start('actor', { folder, process: demo, lines } satisfies ActorArgument)
    await until(() => actor.said().includes('ready'))
    actor.go()
    await until(() => actor.said().length > kill * 4 + 1 || actor.hasEnded())
    if (kill < kills) actor.kill()
    const { lines: said, errors } = await actor.ended
    expect(errors).toBe('')
    hear(said.filter(line => line !== 'ready'))
  }
  const stores = await storesIn(folder)
  const log = (await logOf(stores.store, demo)).slice(before)
  expect(log.map(({ id }) => id)).toEqual(lines.map(({ id }) => `${id}.0`))
  expect([...refs.keys()]).toEqual(lines.map(({ id }) => id))
  const persons = envelopesOf(log).flatMap(({ type, data }) =>
    type === 'MandateGranted' ? [data['person'] as PersonRef] : []
  )
  expect(new Set(persons).size).toBe(lines.length / 2)
  for (const person of persons) {
    const answer = await rightOf(stores.directory.lookup(demo, person))
    expect(answer).toMatchObject({ tag: 'Known', entries: [{ person }] })
  }
  expect(await rightOf(replay(stores.store, demo))).not.toHaveProperty('difference')
  expect((await rightOf(keptFlaws(stores, demo))).found).toEqual([])
  await closeStores(stores)
})
