/** guarantees.md §3: what newer software has recorded is read and verified here, and nothing is written to it. */
import * as E from 'fp-ts/lib/Either'
import { canonicalBytes } from '@ardiya/core/kernel/canonical'
import { type StoredRecord } from '@ardiya/core/kernel/event-store'
import {
  type CommandId,
  eventId,
  type Json,
  type LocalDate,
  type PersonRef
} from '@ardiya/core/kernel/primitives'
import { processStream } from '@ardiya/core/kernel/stream-name'
import { streamVersion } from '@ardiya/core/kernel/version'
import { type TimelineRow } from '@ardiya/core/kernel/kept'
import { replay } from '@ardiya/core/ledger/replay'
import { timelineView } from '@ardiya/core/views/timeline'
import { showAsOf, showCurrent } from '@ardiya/core/views/show'
import { act } from '@ardiya/core/intake/act'
import { type Session } from '@ardiya/cli/act/session'
import { render } from '@ardiya/cli/failure/render'
import { keptFlaws } from '@ardiya/cli/store/check-kept'
import { leftOf } from '../sqlite-files'
import {
  demo,
  demoText,
  doAll,
  inMemoryStores,
  logOf,
  play,
  rightOf,
  sessionOver,
  type Stores
} from './stage'
import { envelopesOf } from './tamper'

const opening = demoText().trimEnd().split('\n').slice(0, 54).join('\n')
const asked = { today: '2026-09-30' as LocalDate }
const command = '01998000-0000-7000-8000-00000000ffff' as CommandId

/** The beginning of the demonstration, and after it one event as newer software would have recorded it. */
const withNewer = async (
  change: { readonly [field: string]: Json },
  before: (session: Session) => Promise<void> = () => Promise.resolve()
): Promise<Stores> => {
  const stores = inMemoryStores()
  const session = await sessionOver(stores, demo)
  await play(session, opening)
  await before(session)
  const log = await logOf(stores.store, demo)
  const own = envelopesOf(log).filter(({ stream }) => stream === processStream(demo))
  const theme = own.find(({ type }) => type === 'ThemeDefined')
  const version = own.length + 1
  const envelope: { readonly [field: string]: Json } = {
    ...(theme as unknown as { readonly [field: string]: Json }),
    id: eventId(command, 0),
    version,
    command: { name: 'DefineTheme', v: 1, payload: {}, count: 1 },
    ...change
  }
  const record: StoredRecord = {
    process: demo,
    stream: processStream(demo),
    version: streamVersion(version),
    id: eventId(command, 0),
    type: String(envelope['type'] ?? 'ThemeDefined'),
    bytes: canonicalBytes(envelope)
  }
  await rightOf(stores.store.import([record]))
  return stores
}

const another = JSON.stringify({
  name: 'RegisterAssociation',
  at: '2025-10-27T09:00',
  actor: { as: 'office', office: 'secretary', mandate: 'A1-m2' },
  payload: { names: { ar: 'مثال توضيحي' } }
})

const newData = { ref: 'T9', names: { ar: 'مثال' }, dimension: 'social' }

const cases: ReadonlyArray<readonly [string, { readonly [field: string]: Json }, string]> = [
  ['rules that this software does not know', { rules: 2, data: newData }, 'rules 2'],
  [
    'a type that this software does not know',
    { type: 'ThemePainted', data: { colour: 'blue' } },
    'ThemePainted'
  ],
  ['a version of a type that this software does not know', { v: 2, data: { T: 9 } }, 'ThemeDefined v2']
]

describe.each(cases)('A log with %s', (_, change, word) => {
  it('is not written to, and whoever tries is told what is not known', async () => {
    const stores = await withNewer(change)
    const head = await rightOf(stores.store.head(demo))
    const session = await sessionOver(stores, demo)
    const [done] = await doAll(session, another)
    const failure = E.toUnion(done?.result ?? E.left(undefined))
    expect(failure).toEqual({ tag: 'LogOfNewerSoftware', process: demo, unknown: { [word]: 1 } })
    expect(render(failure as Parameters<typeof render>[0])).toMatchObject({
      message: `newer software has recorded in khemisset what this one does not know: ${word} (1)`,
      remedy: expect.stringContaining('Update ardiya') as string,
      exit: 5
    })
    expect(await rightOf(stores.store.head(demo))).toEqual(head)
  })

  it('is shown with every event, now and as of any position, and kept as it would be made again', async () => {
    const stores = await withNewer(change)
    const log = await logOf(stores.store, demo)
    const shown = await rightOf(showCurrent(stores, demo, timelineView, asked))
    const { events } = shown as unknown as { readonly events: ReadonlyArray<TimelineRow> }
    expect(events[events.length - 1]).toMatchObject({
      id: eventId(command, 0),
      ...(word === 'rules 2' ? {} : { unknown: true })
    })
    expect(shown).toEqual(
      await rightOf(showAsOf(stores, demo, timelineView, asked, await rightOf(stores.store.head(demo))))
    )
    expect(log[log.length - 1]?.id).toBe(eventId(command, 0))
    expect((await rightOf(keptFlaws(stores, demo))).found).toEqual([])
  })

  it('is not said to be forged: replay names the event and that newer software decided it', async () => {
    const stores = await withNewer(change)
    const { difference } = await rightOf(replay(stores.store, demo))
    expect(difference?.id).toBe(eventId(command, 0))
    expect(difference?.because.tag).toBe(word === 'rules 2' ? 'RulesNotKnown' : 'CommandNotUnderstood')
  })
})

describe('A log with an envelope of a newer format', () => {
  it('is of a newer format, not damaged: nothing is decided or shown, and the bytes come out as they are', async () => {
    const stores = await withNewer({ format: 2 })
    const newer = { tag: 'StoreOfNewerFormat', found: 2, known: 1 }
    expect(await leftOf(showCurrent(stores, demo, timelineView, asked))).toMatchObject(newer)
    expect(await leftOf(replay(stores.store, demo))).toMatchObject(newer)
    expect(await leftOf(keptFlaws(stores, demo))).toMatchObject(newer)
    const log = await logOf(stores.store, demo)
    expect(Buffer.from(log[log.length - 1]?.bytes ?? []).toString()).toContain('"format":2')
  })
})

describe('A person whose erasure was asked for in a log that newer software then wrote to', () => {
  it('is erased when the store is opened, and the completion is left to that software', async () => {
    const stores = await withNewer(cases[0]?.[1] ?? {}, async ({ capabilities }) => {
      const [person] = personsOf(await logOf(capabilities.store, demo))
      if (person === undefined) throw new Error('nobody')
      await rightOf(act(capabilities)(demo, asking(person)))
    })
    const head = await rightOf(stores.store.head(demo))
    const [person] = personsOf(await logOf(stores.store, demo))
    await sessionOver(stores, demo)
    expect(await rightOf(stores.store.head(demo))).toEqual(head)
    expect(await rightOf(stores.directory.lookup(demo, person as PersonRef))).toEqual({ tag: 'Erased' })
  })
})

const personsOf = (log: Awaited<ReturnType<typeof logOf>>): ReadonlyArray<string> =>
  envelopesOf(log).flatMap(({ type, data }) => (type === 'MandateGranted' ? [String(data['person'])] : []))

const asking = (person: string): Json => ({
  name: 'AskPersonErasure',
  at: '2025-10-27T09:00',
  actor: { as: 'office', office: 'secretary', mandate: 'A1-m2' },
  payload: { person }
})
