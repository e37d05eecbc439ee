/** The mini story of docs/spec/mini-story: its files, its two orders of typing, and the views asked of it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type StoredRecord } from '@ardiya/core/kernel/event-store'
import { fromUtf8, utf8 } from '@ardiya/core/kernel/canonical'
import { Envelope } from '@ardiya/core/kernel/envelope'
import { type Json, type LocalDate, type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { logVersion, streamVersion } from '@ardiya/core/kernel/version'
import { views } from '@ardiya/core/views/registry'
import { showAsOf, showCurrent } from '@ardiya/core/views/show'
import { inMemoryStores, logOf, play, rightOf, sessionOver, type Stores } from './stage'

export const hikaya = 'hikaya' as ProcessSlug

const folder = join(__dirname, '../../../../docs/spec/mini-story')

export type Order = 'in-time' | 'typed-late'
export const orders: ReadonlyArray<Order> = ['in-time', 'typed-late']

/** The day on which the story is looked back at: due dates are measured by it. */
const today = '2026-02-02' as LocalDate

/** A view as it is asked for, and the file that holds what it must be. */
export interface Asked {
  readonly name: string
  readonly ref?: string
  /** As of this log version. */
  readonly asOf?: number
}

export const fileOf = ({ name, ref, asOf }: Asked): string =>
  [name, ref?.replace('#', '-'), asOf === undefined ? undefined : `as-of-${asOf}`]
    .filter(part => part !== undefined)
    .join('-')

const whole: ReadonlyArray<Asked> = Object.values(views)
  .filter(({ about }) => about.kind !== 'required')
  .map(({ name }) => ({ name }))

export const askedOfBoth: ReadonlyArray<Asked> = [
  ...whole,
  { name: 'attendance', ref: 'M1' },
  { name: 'attendance', ref: 'M2' },
  { name: 'agenda', ref: 'M1' },
  { name: 'agenda', ref: 'M2' },
  { name: 'minutes', ref: 'M1' },
  { name: 'provenance', ref: 'P3' },
  { name: 'provenance', ref: 'P4' }
]

/** What was typed on the evening of the meeting, entry by entry. */
export const askedOfTypedLate: ReadonlyArray<Asked> = [56, 57, 58, 59, 60].map(asOf => ({
  name: 'contested',
  asOf
}))

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

export const shown = async (stores: Stores, { name, ref, asOf }: Asked): Promise<Json> => {
  const view = views[name]
  if (view === undefined) throw new Error(`there is no view ${name}`)
  const asked = { today, ...(ref === undefined ? {} : { ref }) }
  const result = await rightOf(
    asOf === undefined
      ? showCurrent(stores, hikaya, view, asked)
      : showAsOf(stores, hikaya, view, asked, logVersion(asOf))
  )
  if (result === undefined) throw new Error(`${name} knows no ${ref ?? 'process'}`)
  return result
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
