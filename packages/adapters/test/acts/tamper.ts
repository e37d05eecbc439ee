/** A log as lines that can be changed, and imported again: what somebody would do who wants to change the record. */
import { eventTable } from '@ardiya/core/path/event-table'
import { canonicalBytes, fromUtf8 } from '@ardiya/core/kernel/canonical'
import { Envelope } from '@ardiya/core/kernel/envelope'
import { type LoggedRecord, type StoredRecord } from '@ardiya/core/kernel/event-store'
import { type Json } from '@ardiya/core/kernel/primitives'
import { streamVersion } from '@ardiya/core/kernel/version'
import { type Line } from '@ardiya/cli/act/lines'
import { replayLines } from '@ardiya/cli/audit/replay-file'
import { inMemoryEventStore } from '@ardiya/adapters/in-memory/event-store'
import { replay, type ReplayReport } from '@ardiya/core/ledger/replay'
import { rightOf } from '../sqlite-files'

export const envelopesOf = (log: ReadonlyArray<LoggedRecord>): ReadonlyArray<Envelope> =>
  log.map(({ bytes, id }) => {
    const envelope: unknown = JSON.parse(fromUtf8(bytes))
    if (Envelope.is(envelope)) return envelope
    throw new Error(`${id} is not an envelope`)
  })

/** The bytes of an envelope as they would have been stored. */
export const recordOf = (envelope: Envelope): StoredRecord => ({
  process: envelope.process,
  stream: envelope.stream,
  version: streamVersion(envelope.version),
  id: envelope.id,
  type: envelope.type,
  bytes: canonicalBytes(envelope as unknown as Json)
})

/** Each stream's versions counted again from 1, as somebody would who hides what he took out or put in. */
export const renumbered = (envelopes: ReadonlyArray<Envelope>): ReadonlyArray<Envelope> => {
  const versions = new Map<string, number>()
  return envelopes.map(envelope => {
    const version = (versions.get(envelope.stream) ?? 0) + 1
    versions.set(envelope.stream, version)
    return { ...envelope, version } as Envelope
  })
}

/** What replay says of a log that holds these events and nothing else: no views, no directory. */
export const replayed = async (envelopes: ReadonlyArray<Envelope>): Promise<ReplayReport> => {
  const store = inMemoryEventStore()
  await rightOf(store.import(envelopes.map(recordOf)))
  const [first] = envelopes
  if (first === undefined) throw new Error('an empty log')
  return rightOf(replay(store, first.process))
}

/** What `audit replay FILE` says of an export with these events: no store and no import has looked at it. */
export const replayedFile = async (envelopes: ReadonlyArray<Envelope>): Promise<ReplayReport> => {
  const [report] = await rightOf(() => replayLines('export', linesOf(envelopes)))
  if (report === undefined) throw new Error('an empty log')
  return report
}

async function* linesOf(envelopes: ReadonlyArray<Envelope>): AsyncGenerator<Line> {
  for (const [index, envelope] of envelopes.entries())
    yield await Promise.resolve({ number: index + 1, bytes: recordOf(envelope).bytes })
}

export const withEvent = (
  envelopes: ReadonlyArray<Envelope>,
  index: number,
  change: (envelope: Envelope) => Envelope
): ReadonlyArray<Envelope> => envelopes.map((each, at) => (at === index ? change(each) : each))

export const commandIdOf = (id: string | undefined): string | undefined => id?.slice(0, id.lastIndexOf('.'))

/** One field of some data with another value; the place is said as `votes[0].vote`. */
export interface Change<A> {
  readonly place: string
  readonly value: A
}

type Data = Readonly<Record<string, unknown>>

/**
 * One place in the data with another value that is still valid: a number one more, truth the other way, words with one
 * letter more or those of another place in the log, a list without its last. `turn` says which place is tried first.
 */
export const otherValue = (
  isValid: (data: unknown) => boolean,
  data: Data,
  words: ReadonlyArray<string>,
  turn: number
): Change<Data> | undefined => {
  const all = places(data).filter(place => place.length > 0)
  for (const step of all.keys()) {
    const place = all[(turn + step) % all.length] ?? []
    for (const candidate of candidates(at(data, place), words)) {
      const changed = put(data, place, candidate)
      if (isValid(changed)) return { place: place.join('.'), value: changed as Data }
    }
  }
  return undefined
}

export const isDataOf =
  (type: string) =>
  (data: unknown): boolean =>
    Object.hasOwn(eventTable, type) && eventTable[type as keyof typeof eventTable].is(data)

type Place = ReadonlyArray<string | number>

const places = (value: unknown): ReadonlyArray<Place> => {
  if (Array.isArray(value))
    return [[], ...value.flatMap((item, index) => places(item).map(place => [index, ...place]))]
  if (typeof value !== 'object' || value === null) return [[]]
  return Object.entries(value).flatMap(([key, item]) => places(item).map(place => [key, ...place]))
}

const at = (value: unknown, place: Place): unknown =>
  place.reduce<unknown>((inside, key) => (inside as Record<string | number, unknown>)[key], value)

const put = (value: unknown, [key, ...rest]: Place, item: unknown): unknown => {
  if (key === undefined) return item
  if (Array.isArray(value)) return value.map((each, index) => (index === key ? put(each, rest, item) : each))
  return { ...(value as Data), [key]: put((value as Data)[key], rest, item) }
}

const candidates = (value: unknown, words: ReadonlyArray<string>): ReadonlyArray<unknown> => {
  if (typeof value === 'number') return [value + 1, value - 1]
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'string') return [`${value}ا`, `${value}1`, ...words.filter(word => word !== value)]
  return Array.isArray(value) && value.length > 0 ? [value.slice(0, -1)] : []
}

/** Every word that stands anywhere in the values, once. */
export const wordsIn = (values: ReadonlyArray<unknown>): ReadonlyArray<string> => [
  ...new Set(
    values.flatMap(value =>
      places(value)
        .map(place => at(value, place))
        .filter(leaf => typeof leaf === 'string')
    )
  )
]
