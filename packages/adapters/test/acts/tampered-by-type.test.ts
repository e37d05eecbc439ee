/**
 * Rule 18, issue 2 E: for each event type of the demonstration's log, an event left out and one of another stream added.
 * What is said of one field of data changed is in `replay.test.ts`.
 */
import { type Envelope } from '@ardiya/core/kernel/envelope'
import { type CommandId, eventId } from '@ardiya/core/kernel/primitives'
import { inMemoryEventStore } from '@ardiya/adapters/in-memory/event-store'
import { leftOf } from '../sqlite-files'
import { demo, demoInMemory, logOf, play } from './stage'
import { envelopesOf, recordOf, renumbered, replayed, replayedFile } from './tamper'

jest.setTimeout(180_000)

let log: ReadonlyArray<Envelope> = []
let types: ReadonlyArray<string> = []

/** The demonstration goes on by one act: a submission that was returned is the last word in its stream there. */
const translated = {
  id: '01998000-0000-7000-8000-00000000fff0',
  name: 'TranslateText',
  at: '2026-07-01T10:00',
  recordedAt: '2026-07-01T09:00:00.000Z',
  actor: { as: 'association', association: 'A16', mandate: 'A16-m1' },
  recordedBy: 'A1-m2',
  evidence: { kind: 'paper' },
  payload: {
    submission: 'P8',
    language: 'fr',
    title: 'Exemple',
    blocks: [{ kind: 'paragraph', text: 'Exemple.' }]
  }
}

beforeAll(async () => {
  const { stores, session } = await demoInMemory()
  await play(session, JSON.stringify(translated))
  log = envelopesOf(await logOf(stores.store, demo))
  types = [...new Set(log.map(({ type }) => type))]
})

const without = (index: number): ReadonlyArray<Envelope> => log.filter((_, at) => at !== index)
const firstIn = (wanted: (event: Envelope) => boolean): number => log.findIndex(wanted)

/** Replay never comes to what is after a difference: so much of the log is enough. */
const until = <A>(events: ReadonlyArray<A>, index: number): ReadonlyArray<A> => events.slice(0, index + 40)

/** An event of a type that is not the whole of its act. */
const oneOfSeveral = (type: string): number =>
  firstIn(event => event.type === type && (event.command === undefined || event.command.count > 1))

/** The next event of the same stream; -1 where there is none. */
const nextInStream = (index: number): number =>
  log.findIndex((each, at) => at > index && each.stream === log[index]?.stream)

/** An event of a type after which its stream goes on, sooner one that is the whole of its act. */
const withinItsStream = (type: string): number => {
  const within = (wanted: (event: Envelope) => boolean): number =>
    log.findIndex((event, at) => event.type === type && wanted(event) && nextInStream(at) !== -1)
  const whole = within(({ command }) => command?.count === 1)
  return whole === -1 ? within(() => true) : whole
}

describe('An event left out, whatever its type', () => {
  it('is named by stream and version, as long as its stream goes on', async () => {
    for (const type of types) {
      const index = withinItsStream(type)
      if (index === -1) continue
      const [event, next] = [log[index], log[nextInStream(index)]]
      const { difference } = await replayedFile(until(without(index), nextInStream(index)))
      expect({ type, missing: difference?.missing }).toEqual({
        type,
        missing: {
          stream: event?.stream,
          version: String(event?.version),
          before: { id: next?.id, log: String(nextInStream(index)), type: next?.type }
        }
      })
    }
  })

  it('is named by import too, which refuses it', async () => {
    for (const type of types) {
      const index = withinItsStream(type)
      if (index === -1) continue
      const event = log[index]
      const records = without(index).slice(0, nextInStream(index)).map(recordOf)
      expect(await leftOf(inMemoryEventStore().import(records))).toMatchObject({
        tag: 'MalformedAppend',
        missing: { stream: event?.stream, version: String(event?.version) }
      })
    }
  })

  it('is named by its act, where its stream ends with it and it is one of several', async () => {
    const last = types.filter(type => withinItsStream(type) === -1 && oneOfSeveral(type) !== -1)
    for (const type of last) {
      const index = oneOfSeveral(type)
      const { id, stream, version } = log[index] ?? {}
      const { difference } = await replayedFile(until(without(index), index))
      expect(difference).toMatchObject({
        id,
        type,
        because: { tag: 'LeftOut', stream, version: String(version) }
      })
    }
    expect(last).toEqual(['SubmissionMergedInto', 'SubmissionAccepted', 'SubmissionDeclined'])
  })

  /**
   * What is withdrawn, and minutes that are sealed, take no more acts: these end their stream, and are the whole of their
   * act. A log without them is one that could have been. The platform that lists what was withdrawn is named; on sealing
   * nothing rests. A published checkpoint shows it (guarantees.md §2).
   */
  it('is not named by itself in the two types that end their stream', async () => {
    const alone = types.filter(type => withinItsStream(type) === -1 && oneOfSeveral(type) === -1)
    const seen: unknown[] = []
    for (const type of alone) {
      const { difference } = await replayedFile(without(firstIn(event => event.type === type)))
      seen.push([type, difference?.type])
    }
    expect(seen).toEqual([
      ['SubmissionWithdrawn', 'PlatformCompiled'],
      ['MinutesSealed', undefined]
    ])
  })
})

describe('An event left out, with its stream numbered anew', () => {
  it('is named where it is one of several of its act', async () => {
    const seen: string[] = []
    for (const type of types) {
      const index = oneOfSeveral(type)
      if (index === -1) continue
      const { difference } = await replayed(until(renumbered(without(index)), index))
      const [event, next] = [log[index], log[index + 1]]
      expect({ type, difference }).toMatchObject({
        type,
        difference:
          event?.command === undefined
            ? { id: event?.id, type, because: { tag: 'LeftOut' } }
            : { id: next?.id, because: { tag: 'CommandLeftOut', missing: event.id } }
      })
      seen.push(type)
    }
    expect(seen.length).toBeGreaterThan(25)
  })

  /**
   * A whole act that nothing rests on, taken out with its stream numbered anew, leaves a record that could have been:
   * no replay can tell. A published checkpoint can (guarantees.md §2).
   */
  it('is seen by what rests on it, where it was the whole of its act; of five types nothing does', async () => {
    const unseen: string[] = []
    for (const type of types.filter(each => oneOfSeveral(each) === -1)) {
      const index = firstIn(event => event.type === type)
      const { difference } = await replayed(renumbered(without(index)))
      if (difference === undefined) unseen.push(type)
      else expect(log.findIndex(({ id }) => id === difference.id)).toBeGreaterThan(index)
    }
    expect(unseen).toEqual([
      'MinutesSealed',
      'ReceiptAcknowledged',
      'RaisingForwarded',
      'ResponseOverdue',
      'CommitmentProgressed'
    ])
  })
})

describe('An event added from another stream, whatever its type', () => {
  const fresh = '01998000-0000-7000-8000-00000000ffff' as CommandId

  /** The event once more, under an id of its own, after the first act that ends in another stream. */
  const added = (event: Envelope, k: number): readonly [number, ReadonlyArray<Envelope>] => {
    const { command: _, ...rest } = event
    const place = log.findIndex(
      (each, at) => at > 10 && each.stream !== event.stream && log[at + 1]?.command !== undefined
    )
    const copy: Envelope = { ...rest, id: eventId(fresh, k) }
    return [place, renumbered([...log.slice(0, place + 1), copy, ...log.slice(place + 1)])]
  }

  it.each([
    [0, 'NotDecided'],
    [1, 'CommandLeftOut']
  ])('is named, with index %d', async (k, because) => {
    for (const type of types) {
      const event = log[firstIn(each => each.type === type)]
      if (event === undefined) throw new Error(type)
      const [place, changed] = added(event, k)
      const { difference } = await replayed(until(changed, place))
      expect({ type, difference }).toMatchObject({
        type,
        difference: { id: eventId(fresh, k), type, because: { tag: because } }
      })
    }
  })
})

describe('What stands around the data of an event', () => {
  const later = (): number => firstIn(({ type, command }) => type === 'TextRevised' && command === undefined)

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['version', { version: 99 }],
    ['v', { v: 2 }],
    ['stream', { stream: 'submission-khemisset.P99' }],
    ['type', { type: 'SubmissionAdmitted' }],
    ['command', { command: { name: 'DefineTheme', v: 1, payload: {}, count: 1 } }]
  ])('is named where the %s is another', async (field, other) => {
    const index = later()
    const changed = log.map((event, at) => (at === index ? ({ ...event, ...other } as Envelope) : event))
    const { difference } = await replayedFile(until(changed, index))
    expect(difference).toMatchObject({ id: log[index]?.id, because: { tag: 'BytesDiffer' } })
    expect(difference?.because).toMatchObject({ fields: expect.arrayContaining([field]) as unknown })
  })

  it.each([
    ['count', { count: 7 }],
    ['name', { name: 'DissolveEverything' }],
    ['v', { v: 9 }]
  ])('is named where the %s of the command is another', async (_, other) => {
    const index = firstIn(({ type }) => type === 'SubmissionReceived')
    const changed = log.map((event, at) =>
      at === index && event.command !== undefined
        ? ({ ...event, command: { ...event.command, ...other } } as Envelope)
        : event
    )
    const { difference } = await replayedFile(until(changed, index))
    expect(difference?.id).toBe(log[index]?.id)
  })
})
