/** Issue 2 D: what acts and current views read, counted. */
import { act, type Receipt } from '@ardiya/core/intake/act'
import { type Capabilities } from '@ardiya/core/intake/capabilities'
import { envelopeOf } from '@ardiya/core/kernel/recognise'
import { type Json, type LocalDate, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { pathDomain } from '@ardiya/core/path/domain'
import { recordedCommand } from '@ardiya/core/path/recorded-command'
import { countingStore, type CountingStore } from '@ardiya/core/testing/counting-store'
import { views } from '@ardiya/core/views/registry'
import { showCurrent } from '@ardiya/core/views/show'
import { fillIn } from '@ardiya/cli/act/got'
import * as E from 'fp-ts/lib/Either'
import * as O from 'fp-ts/lib/Option'
import { compiledPrograms } from '../processes'
import { type PastReaderArgument } from '../programs/past-reader'
import { countingViews, type CountingViews, type ViewCounts } from './counting-views'
import { demo, demoText, inMemoryStores, logOf, play, rightOf, sessionOver, type Stores } from './stage'

jest.setTimeout(180_000)

interface Watched {
  readonly stores: Stores
  readonly capabilities: Capabilities
  readonly log: CountingStore
  readonly kept: CountingViews
}

const watched = async (process: ProcessSlug): Promise<Watched> => {
  const memory = inMemoryStores()
  const log = countingStore(memory.store)
  const kept = countingViews(memory.views)
  const stores = { ...memory, store: log.store, views: kept.views }
  const { capabilities } = await sessionOver(stores, process)
  return { stores, capabilities, log, kept }
}

/** The streams that a recorded act said it reads, and those that it wrote. */
const declaredBy = async (stores: Stores, { log, events }: Receipt): Promise<ReadonlySet<string>> => {
  const records = await logOf(stores.store, demo)
  const first = records[Number(log) - events.length]
  if (first === undefined) throw new Error('the act is not in the log')
  const command = O.chain(recordedCommand)(O.fromEither(envelopeOf(first)))
  if (O.isNone(command)) throw new Error(`${first.id} has no command`)
  const reads = pathDomain.reads(command.value)
  const written = events.map(({ stream }) => stream)
  return new Set(reads.tag === 'Log' ? records.map(({ stream }) => stream) : [...reads.streams, ...written])
}

describe('With views current', () => {
  it('an act reads no event of a stream that it does not declare, and a new act only its own first again', async () => {
    const { stores, capabilities, log } = await watched(demo)
    const got = new Map<Receipt['id'], string>()
    const strangers: unknown[] = []
    const rereading: unknown[] = []
    for (const line of demoText().trimEnd().split('\n')) {
      const filled = fillIn(got)(JSON.parse(line))
      if (E.isLeft(filled)) throw new Error('a line that the demonstration has not')
      log.forget()
      const receipt = await rightOf(act(capabilities)(demo, filled.right))
      const { byStream, records, readAll, readStream } = log.counts()
      if (receipt.ref !== undefined) got.set(receipt.id, receipt.ref)
      expect({ readAll, readStream }).toEqual({ readAll: 0, readStream: 0 })
      if (records > 1) rereading.push([receipt.name, byStream])
      const declared = await declaredBy(stores, receipt)
      for (const stream of Object.keys(byStream))
        if (!declared.has(stream)) strangers.push([receipt.name, stream])
    }
    expect(strangers).toEqual([])
    expect(rereading).toEqual([])
  })

  it('no view that is shown as it is now reads any event', async () => {
    const { stores, capabilities, log } = await watched(demo)
    await play({ ...(await sessionOver(stores, demo)), capabilities }, demoText())
    const today = '2026-09-30' as LocalDate
    const asked = Object.values(views).flatMap(({ name, about }) =>
      (about.kind === 'none' ? [] : [...about.letters].map((letter): string | undefined => `${letter}1`))
        .concat(about.kind === 'required' ? [] : [undefined])
        .map(ref => [name, ref] as const)
    )
    const told = new Set<string>()
    for (const [name, ref] of asked) {
      const view = views[name]
      if (view === undefined) throw new Error(name)
      log.forget()
      const shown = await rightOf(
        showCurrent(stores, demo, view, { today, ...(ref === undefined ? {} : { ref }) })
      )
      if (shown !== undefined) told.add(name)
      expect([name, ref, log.counts().records, log.counts().readAll]).toEqual([name, ref, 0, 0])
    }
    expect([...told].sort()).toEqual(Object.keys(views).sort())
  })
})

const opening = (n: number): string => demoText().trimEnd().split('\n').slice(0, n).join('\n')

interface Reads extends ViewCounts {
  readonly name: string
  readonly records: number
  readonly readLog: number
  readonly head: number
  readonly appends: number
}

describe('As the log grows', () => {
  /** A meeting and everybody invited: 22 events in two acts. */
  const oneMore = (day: number): ReadonlyArray<Json> => {
    const date = new Date(Date.UTC(2025, 9, 22) + day * 86_400_000).toISOString().slice(0, 10)
    const actor = { as: 'office', office: 'secretary', mandate: 'A1-m2' }
    return [
      {
        name: 'ScheduleMeeting',
        at: '2025-10-22T10:00',
        actor,
        payload: {
          title: { ar: `لقاء ${day}` },
          kind: 'roundTable',
          venue: { name: { ar: 'مثال توضيحي' } },
          startsAt: `${date}T10:00`,
          endsAt: `${date}T12:00`,
          agenda: [{ title: { ar: 'افتتاح' }, minutes: 30 }]
        }
      },
      {
        name: 'InviteAssociations',
        at: '2025-10-22T10:01',
        actor,
        payload: {
          meeting: `M${day}`,
          associations: Array.from({ length: 20 }, (_, n) => `A${n + 2}`)
        }
      }
    ]
  }

  it('an act costs the same at 100 events and at 5,000: of the log it reads its own first event', async () => {
    const { stores, capabilities, log, kept } = await watched(demo)
    await play({ ...(await sessionOver(stores, demo)), capabilities }, opening(54))
    const costs: Array<{ readonly at: number; readonly reads: Reads }> = []
    for (let day = 1; Number((await rightOf(stores.store.head(demo))).value) < 5000; day++) {
      for (const input of oneMore(day)) {
        log.forget()
        kept.forget()
        const receipt = await rightOf(act(capabilities)(demo, input))
        const { records, readLog, head, appends } = log.counts()
        costs.push({
          at: Number(receipt.log),
          reads: { name: receipt.name, records, readLog, head, appends, ...kept.counts() }
        })
      }
    }
    const scheduling = costs.filter((_, index) => index % 2 === 0)
    const inviting = costs.filter((_, index) => index % 2 === 1)
    // M1 has no meeting before it to look at: the second is the first usual one
    for (const each of [scheduling.slice(1), inviting]) {
      expect(each[each.length - 1]?.reads).toEqual(each[0]?.reads)
      expect(each[0]?.at).toBeLessThan(200)
      expect(each[each.length - 1]?.at).toBeGreaterThan(4900)
    }
    expect(costs.filter(({ reads }) => reads.records !== 1)).toEqual([])
  })

  it('a view as of the past lets go of the events that it has folded', async () => {
    const programs = compiledPrograms()
    const ended = await programs.startBelow(['env', 'NODE_OPTIONS=--max-old-space-size=40'], 'past-reader', {
      events: 1200,
      commandBytes: 64 * 1024
    } satisfies PastReaderArgument).ended
    programs.remove()
    expect(ended).toMatchObject({ errors: '', code: 0, lines: ['folded 1200'] })
  })
})
