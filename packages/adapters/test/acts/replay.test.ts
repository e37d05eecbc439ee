/**
 * Rule 18, issue 2 E: the demonstration's log is changed in one place, imported anew and decided again. Nothing is
 * imported but the log: no views, no directory, no clock.
 */
import { type Envelope } from '@ardiya/core/kernel/envelope'
import { type CommandId, eventId, type EventId } from '@ardiya/core/kernel/primitives'
import { inMemoryEventStore } from '@ardiya/adapters/in-memory/event-store'
import { leftOf } from '../sqlite-files'
import { demo, demoInMemory, logOf } from './stage'
import {
  commandIdOf,
  envelopesOf,
  isDataOf,
  otherValue,
  recordOf,
  renumbered,
  replayed,
  replayedFile,
  withEvent,
  wordsIn
} from './tamper'

jest.setTimeout(180_000)

let log: ReadonlyArray<Envelope> = []
let words: ReadonlyArray<string> = []

beforeAll(async () => {
  const { stores } = await demoInMemory()
  log = envelopesOf(await logOf(stores.store, demo))
  words = wordsIn(log.map(({ data }) => data))
})

/** The log up to the end of the act that an event belongs to: replay never comes to what is after a difference. */
const untilActOf = (index: number): ReadonlyArray<Envelope> => {
  const id = log[index]?.id
  const next = log.findIndex((each, at) => at > index && each.command !== undefined)
  if (id === undefined) throw new Error('no such event')
  return next === -1 ? log : log.slice(0, next)
}

const firstOf = (type: string): number => log.findIndex(each => each.type === type)
const lastOf = (type: string): number => log.map(each => each.type).lastIndexOf(type)

describe('The log of the demonstration', () => {
  it('comes out the same byte for byte when it is decided again (rule 18)', async () => {
    const report = await replayed(log)
    expect(report).toMatchObject({ process: demo, events: log.length })
    expect(report.difference).toBeUndefined()
    expect(report.acts).toBe(log.filter(({ command }) => command !== undefined).length)
  })
})

describe('An event whose data has one other value', () => {
  /** One event of each type, and one of its fields: the same ones every time. */
  const oneOfEach = () =>
    [...new Set(log.map(({ type }) => type))].map((type, turn) => {
      const index = firstOf(type)
      const change = otherValue(isDataOf(type), log[index]?.data ?? {}, words, turn)
      return {
        type,
        index,
        place: change?.place ?? 'added',
        data: change?.value ?? { added: 'a field that no codec knows' }
      }
    })

  it('is named by replay, with the field, whatever its type', async () => {
    const told: unknown[] = []
    const expected: unknown[] = []
    for (const { type, index, place, data } of oneOfEach()) {
      const changed = withEvent(untilActOf(index), index, event => ({ ...event, data: { ...data } }))
      const { difference } = await replayed(changed)
      told.push({ place, id: difference?.id, type: difference?.type, because: difference?.because })
      expected.push({
        place,
        id: log[index]?.id,
        type,
        because: { tag: 'BytesDiffer', fields: [`data.${place.split('.')[0] ?? ''}`] }
      })
    }
    expect(told).toEqual(expected)
    expect(told.length).toBe(new Set(log.map(({ type }) => type)).size)
  })

  it('has a field to change in every type, save those that say nothing more than that they happened', () => {
    const without = oneOfEach().filter(({ place }) => place === 'added')
    expect(without.map(({ type }) => type)).toEqual(['MeetingClosed', 'SubmissionAdmitted', 'MeetingResumed'])
    expect(without.map(({ index }) => log[index]?.data)).toEqual([{}, {}, {}])
  })
})

describe('An event whose envelope has one other value', () => {
  const others: ReadonlyArray<Partial<Envelope>> = [
    { charter: 7 as Envelope['charter'] },
    { rules: 2 as Envelope['rules'] },
    { occurredAt: '2025-12-28T12:00:00.001+01:00' as Envelope['occurredAt'] },
    { recordedAt: '2026-12-31T23:00:00.000Z' as Envelope['recordedAt'] },
    { recordedBy: 'A9-m1' as Envelope['recordedBy'] },
    { actor: { as: 'office', office: 'convenor', mandate: 'A1-m1' as Envelope['recordedBy'] } },
    { evidence: { kind: 'call' } },
    { cause: eventId('01998000-0000-7000-8000-000000000001' as CommandId, 0) },
    { correlation: '01998000-0000-7000-8000-000000000001' as CommandId }
  ]

  it.each(others)('is named: %j', async other => {
    const index = log.findIndex(({ type, command }) => type === 'TextRevised' && command === undefined)
    const { difference } = await replayed(
      withEvent(untilActOf(index), index, event => ({ ...event, ...other }) as Envelope)
    )
    expect(difference).toMatchObject({
      id: log[index]?.id,
      because: { tag: 'BytesDiffer', fields: Object.keys(other) }
    })
  })
})

describe('A command with one other value in its payload', () => {
  it('is named, or the first event that it makes otherwise, whatever the command', async () => {
    const seen = new Set<string>()
    const told: unknown[] = []
    for (const [index, { command }] of log.entries()) {
      if (command === undefined || seen.has(command.name)) continue
      seen.add(command.name)
      const change = otherValue(() => true, command.payload, [], seen.size)
      if (change === undefined) continue
      const payload = { ...change.value }
      const { difference } = await replayed(
        withEvent(untilActOf(index), index, event => ({ ...event, command: { ...command, payload } }))
      )
      told.push([command.name, change.place, commandIdOf(difference?.id) === commandIdOf(log[index]?.id)])
    }
    expect(told.filter(each => Array.isArray(each) && each[2] !== true)).toEqual([])
    expect(told.length).toBeGreaterThan(40)
  })
})

describe('A log with an event left out', () => {
  const actsOfSeveral = (): ReadonlyArray<number> =>
    log.flatMap(({ command }, index) => (command !== undefined && command.count > 1 ? [index] : []))

  const without = (index: number) => renumbered(log.filter((_, at) => at !== index))

  it('is refused by import while the versions show it', async () => {
    const index = firstOf('AssociationRegistered')
    const store = inMemoryEventStore()
    const gap = log.filter((_, at) => at !== index).map(recordOf)
    expect(await leftOf(store.import(gap))).toMatchObject({ tag: 'MalformedAppend' })
  })

  it('names the event where an act has fewer than it was decided with, wherever it stood in it', async () => {
    const acts = actsOfSeveral()
    for (const first of [acts[0], acts[2], acts[Math.floor(acts.length / 2)], acts[acts.length - 1]]) {
      const at = first ?? 0
      for (const index of Array.from({ length: log[at]?.command?.count ?? 0 }, (_, k) => at + k)) {
        const { difference } = await replayed(without(index).slice(0, at + 20))
        expect({ index, difference }).toMatchObject({ index, difference: namingOf(index) })
      }
    }
  })

  /** The command stands in an act's first event: without it, the second is the first that nothing decided. */
  const namingOf = (index: number): unknown =>
    log[index]?.command === undefined
      ? { id: log[index]?.id, because: { tag: 'LeftOut' } }
      : { id: log[index + 1]?.id, because: { tag: 'CommandLeftOut', missing: log[index]?.id } }

  it('names the event where the log ends in the middle of an act', async () => {
    const last = log[log.length - 1]
    const cut = lastOf('PlatformAdopted')
    expect(last).toBeDefined()
    const { difference } = await replayed(log.slice(0, cut))
    expect(difference).toMatchObject({
      id: log[cut]?.id,
      type: 'PlatformAdopted',
      because: { tag: 'LeftOut' }
    })
  })

  it('names the first act that rests on an act that is gone as a whole', async () => {
    const opened = firstOf('MeetingOpened')
    const { difference } = await replayed(without(opened))
    expect(difference).toMatchObject({ because: { tag: 'Refused' } })
    expect(log.findIndex(({ id }) => id === difference?.id)).toBeGreaterThan(opened)
  })
})

describe('A log with an event added', () => {
  /** An event of another process's, or of another stream's, in the place after `index`. */
  const added = (index: number, event: Envelope): ReadonlyArray<Envelope> =>
    renumbered([...log.slice(0, index + 1), event, ...log.slice(index + 1)])

  const forged = (id: EventId, command: Envelope['command']): Envelope => {
    const event = log[lastOf('EndorsementGiven')]
    if (event === undefined) throw new Error('nobody endorsed')
    const { command: _, ...rest } = event
    return { ...rest, id, ...(command === undefined ? {} : { command }) }
  }

  const fresh = '01998000-0000-7000-8000-00000000ffff' as CommandId

  it.each([
    ['with an id of its own', () => eventId(fresh, 0)],
    [
      'as one more of the act before',
      (index: number) => eventId(commandIdOf(log[index]?.id) as CommandId, 40)
    ]
  ])('of another stream between two acts, %s, is named', async (_, idAt) => {
    const index = lastOf('EndorsementGiven')
    const id = idAt(index)
    const { difference } = await replayed(added(index, forged(id, undefined)))
    expect(difference).toMatchObject({ id, because: { tag: 'NotDecided' } })
  })

  it.each([0, 1])('of another stream inside an act is named, with index %d', async k => {
    const id = eventId(fresh, k)
    const { difference } = await replayed(added(firstOf('ProcessOpened'), forged(id, undefined)))
    expect(difference).toMatchObject({ id, because: { tag: 'NotDecided' } })
  })

  it('under the command id of another is named (rule 17)', async () => {
    const index = log.findIndex(({ command, id }, at) => at > 30 && command?.count === 1 && id.endsWith('.0'))
    const [id] = log.slice(3, 4).map(each => each.id)
    const changed = log.map((event, at) => (at === index ? ({ ...event, id } as Envelope) : event))
    const { difference } = await replayedFile(changed.slice(0, index + 2))
    expect(difference).toMatchObject({ id, log: String(index + 1), because: { tag: 'CommandIdTaken' } })
  })

  it('of another stream between two acts, as the second of an act without a first, is named', async () => {
    const id = eventId(fresh, 1)
    const { difference } = await replayed(added(firstOf('ThemeDefined'), forged(id, undefined)))
    expect(difference).toMatchObject({ id, because: { tag: 'CommandLeftOut' } })
  })

  it('with a command of its own is named when that command is refused or decides otherwise', async () => {
    const index = lastOf('EndorsementGiven')
    const id = eventId(fresh, 0)
    const { difference } = await replayed(added(index, forged(id, log[index]?.command)))
    expect(difference).toMatchObject({ id })
  })
})

describe('A log with two acts in each other’s place', () => {
  it.each(['AssociationRegistered', 'SubmissionReceived', 'DecisionTaken'])(
    'names the first of two %s that is not what it was decided to be',
    async type => {
      const beginning = (after: number, wanted?: string): number =>
        log.findIndex(
          (each, at) =>
            at > after && each.command !== undefined && (wanted === undefined || each.type === wanted)
        )
      const first = beginning(10, type)
      const [firstEnd, second] = [beginning(first), beginning(first, type)]
      const swapped = renumbered([
        ...log.slice(0, first),
        ...log.slice(second, beginning(second)),
        ...log.slice(firstEnd, second),
        ...log.slice(first, firstEnd)
      ])
      const { difference } = await replayed(swapped)
      expect(difference).toMatchObject({ id: log[second]?.id })
    }
  )
})
