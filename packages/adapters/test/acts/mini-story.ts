/** The mini story of docs/spec/mini-story: its files, its two orders of typing, and the views asked of it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type StoredRecord } from '@ardiya/core/kernel/event-store'
import { fromUtf8, utf8 } from '@ardiya/core/kernel/canonical'
import { Envelope } from '@ardiya/core/kernel/envelope'
import { versionKnownAt } from '@ardiya/core/kernel/fold-log'
import {
  type Instant,
  type Json,
  type LocalDate,
  type ProcessSlug,
  type UtcInstant
} from '@ardiya/core/kernel/primitives'
import { logVersion, type LogVersion, streamVersion } from '@ardiya/core/kernel/version'
import { type ComparableView, difference } from '@ardiya/core/views/difference'
import { views } from '@ardiya/core/views/registry'
import { showAsOf, showCurrent } from '@ardiya/core/views/show'
import { inMemoryStores, logOf, play, rightOf, sessionOver, type Stores } from './stage'

export const hikaya = 'hikaya' as ProcessSlug

const afternoon = '2026-01-12T12:30:00.000Z'

const folder = join(__dirname, '../../../../docs/spec/mini-story')

export type Order = 'in-time' | 'typed-late'
export const orders: ReadonlyArray<Order> = ['in-time', 'typed-late']

/** The day on which the story is looked back at: due dates are measured by it. */
const today = '2026-03-10' as LocalDate

/** A view as it is asked for, and the file that holds what it must be. */
export interface Asked {
  readonly name: string
  readonly ref?: string
  /** As of this log version. */
  readonly asOf?: number
  /** As known at this instant. */
  readonly known?: string
  /** As now known to have been at this instant. */
  readonly at?: string
  /** What differs since what was known at this instant. */
  readonly since?: string
}

export const fileOf = ({ name, ref, asOf, known, at, since }: Asked): string =>
  [
    name,
    ref?.replace('#', '-'),
    ...(asOf === undefined ? [] : [`as-of-${asOf}`]),
    ...(known === undefined ? [] : [`known-${timeIn(known)}`]),
    ...(at === undefined ? [] : [`at-${timeIn(at)}`]),
    ...(since === undefined ? [] : [`since-${timeIn(since)}`])
  ]
    .filter(part => part !== undefined)
    .join('-')

/** `0112T1020`: month, day, hour and minute are enough in this story. */
const timeIn = (instant: string): string => instant.slice(5, 16).replace(/[-:]/g, '')

const whole: ReadonlyArray<Asked> = Object.values(views)
  .filter(({ about }) => about.kind !== 'required')
  .map(({ name }) => ({ name }))

export const askedOfBoth: ReadonlyArray<Asked> = [
  ...whole,
  { name: 'attendance', ref: 'M1' },
  { name: 'attendance', ref: 'M2' },
  { name: 'agenda', ref: 'M1' },
  { name: 'agenda', ref: 'M2' },
  { name: 'attendance', ref: 'M3' },
  { name: 'agenda', ref: 'M3' },
  { name: 'minutes', ref: 'M1' },
  { name: 'provenance', ref: 'P3' },
  { name: 'provenance', ref: 'P4' },
  { name: 'provenance', ref: 'V1' },
  { name: 'changes', ref: 'P3' },
  // As now known to have been: whatever the order of typing, the same.
  { name: 'process', at: '2026-01-10T12:00:00.000+01:00' },
  { name: 'stands', at: '2026-01-10T12:00:00.000+01:00' },
  { name: 'attendance', ref: 'M1', at: '2026-01-12T10:22:00.000+01:00' },
  { name: 'authorities', at: '2026-02-11T12:00:00.000+01:00' },
  // As known then: after the first meeting was closed, before the evening on which the rest was typed.
  { name: 'attendance', ref: 'M1', known: afternoon },
  { name: 'stands', known: afternoon },
  // What differs since.
  { name: 'register', since: afternoon },
  { name: 'stands', since: afternoon },
  { name: 'platform', since: afternoon },
  // The near-duplicates that came back with the undone merge, before a meeting settled them.
  { name: 'duplicates', known: '2026-02-01T12:00:00.000Z' }
]

/** What was typed on the evening of the meeting, entry by entry. */
export const askedOfTypedLate: ReadonlyArray<Asked> = [
  ...[71, 72, 73, 74, 75].map(asOf => ({ name: 'contested', asOf })),
  { name: 'attendance', ref: 'M1', known: '2026-01-12T18:05:00.000Z' }
]

export const inputOf = (order: Order): string => readFileSync(join(folder, order, 'input.jsonl'), 'utf8')

export const goldenOf = (order: Order): string =>
  readFileSync(join(folder, order, 'log.golden.jsonl'), 'utf8')

/** The story typed in an order, into stores of its own. */
export const typed = async (order: Order): Promise<Stores> => {
  const stores = inMemoryStores()
  await play(await sessionOver(stores, hikaya), inputOf(order))
  return stores
}

/** The golden log imported as it is: no input, no directory. */
export const imported = async (order: Order): Promise<Stores> => {
  const stores = inMemoryStores()
  await rightOf(stores.store.import(goldenOf(order).trimEnd().split('\n').map(recordOf)))
  return stores
}

const recordOf = (line: string): StoredRecord => {
  const envelope: unknown = JSON.parse(line)
  if (!Envelope.is(envelope)) throw new Error(`not an envelope: ${line}`)
  const { process, stream, id, type } = envelope
  return { process, stream, id, type, version: streamVersion(envelope.version), bytes: utf8(line) }
}

/** The log as it is exported: the exact bytes, one event a line. */
export const exported = async ({ store }: Stores): Promise<string> =>
  (await logOf(store, hikaya)).map(({ bytes }) => `${fromUtf8(bytes)}\n`).join('')

export const shown = async (stores: Stores, asked: Asked): Promise<Json> => {
  if (asked.since === undefined) return shownOnce(stores, asked)
  const { since, ...now } = asked
  const was = await shownOnce(stores, { ...now, known: since })
  return difference(asked.name as ComparableView, was, await shownOnce(stores, now)) as unknown as Json
}

const shownOnce = async (stores: Stores, { name, ref, at, ...past }: Asked): Promise<Json> => {
  const view = views[name]
  if (view === undefined) throw new Error(`there is no view ${name}`)
  const asked = {
    today,
    ...(ref === undefined ? {} : { ref }),
    ...(at === undefined ? {} : { at: at as Instant })
  }
  const until = await versionOf(stores, past)
  const result = await rightOf(
    until === undefined
      ? showCurrent(stores, hikaya, view, asked)
      : showAsOf(stores, hikaya, view, asked, until)
  )
  if (result === undefined) throw new Error(`${name} knows no ${ref ?? 'process'}`)
  return result
}

const versionOf = async (
  { store }: Stores,
  { asOf, known }: Pick<Asked, 'asOf' | 'known'>
): Promise<LogVersion | undefined> => {
  if (asOf !== undefined) return logVersion(asOf)
  return known === undefined ? undefined : rightOf(versionKnownAt(store, hikaya, known as UtcInstant))
}

/** Where a view's expected result stands: with the order that it is of, or once for both. */
const placeOf = (asked: Asked, order: Order): string => {
  const own = join(folder, order, 'views', `${fileOf(asked)}.json`)
  return existsSync(own) ? own : join(folder, 'views', `${fileOf(asked)}.json`)
}

export const isOfItsOrder = (asked: Asked, order: Order): boolean =>
  existsSync(join(folder, order, 'views', `${fileOf(asked)}.json`))

/** With WRITE_MINI_STORY_VIEWS the expected views are written anew, to be read by a person before they are kept. */
export const expectedOf = (asked: Asked, order: Order, result: Json): Json => {
  const place = placeOf(asked, order)
  if (process.env['WRITE_MINI_STORY_VIEWS'] !== undefined)
    writeFileSync(place, `${JSON.stringify(result, null, 2)}\n`)
  return JSON.parse(readFileSync(place, 'utf8')) as Json
}
