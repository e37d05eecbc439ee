/** The rows that say how far each log and each stream is, each read with its checksum (law 9). */
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { type StreamName } from '@ardiya/core/kernel/stream-name'
import { sumOf } from './checksum'
import { type Connection } from './connection'
import { damageFound } from './fault'
import { placesPerProcess } from './format'

/** A process as it is stored: its number in this file, and the version of its log. */
export interface ProcessRow {
  readonly number: bigint
  readonly slug: ProcessSlug
  readonly head: bigint
}

/** A stream as it is stored: its number in this file, and its version. */
export interface StreamRow {
  readonly number: bigint
  readonly process: bigint
  readonly name: StreamName
  readonly version: bigint
}

const processSum = ({ number, slug, head }: ProcessRow): number => sumOf([number, slug, head])

const streamSum = ({ number, process, name, version }: StreamRow): number =>
  sumOf([number, process, name, version])

type Summed<Row> = Row & { readonly sum: bigint }

const checkedProcess = (row: Summed<ProcessRow>): ProcessRow =>
  Number(row.sum) === processSum(row)
    ? row
    : damageFound(`the row of process ${row.number} is not as written`)

const checkedStream = (row: Summed<StreamRow>): StreamRow =>
  Number(row.sum) === streamSum(row) ? row : damageFound(`the row of stream ${row.number} is not as written`)

/** The process of that name, for an append; absent where there is none. */
export const findProcess = ({ sql }: Connection, slug: ProcessSlug): ProcessRow | undefined => {
  const row = sql('SELECT number, slug, head, sum FROM process WHERE slug = ?').get(slug)
  return row === undefined ? undefined : checkedProcess(row as Summed<ProcessRow>)
}

/** The stream of that name; absent where there is none, which is believed only with sound neighbours in the index. */
export const findStream = (
  connection: Connection,
  process: ProcessRow,
  name: StreamName
): StreamRow | undefined => {
  const { sql } = connection
  const { number } = process
  const row = sql(
    'SELECT number, process, name, version, sum FROM stream WHERE process = ? AND name = ?'
  ).get(number, name)
  if (row !== undefined) return checkedStream(row as Summed<StreamRow>)
  checkNeighbour(connection, process, name, '<', 'DESC')
  checkNeighbour(connection, process, name, '>', 'ASC')
  return undefined
}

/**
 * A flipped bit in the index hides a name, and what is searched for then ends beside the entry that was changed: so the
 * entries on both sides of a missing name must be those of their rows.
 */
const checkNeighbour = (
  { sql }: Connection,
  process: ProcessRow,
  name: StreamName,
  side: '<' | '>',
  order: 'ASC' | 'DESC'
): void => {
  const found = sql(
    `SELECT number, name FROM stream WHERE process = ? AND name ${side} ? ORDER BY name ${order} LIMIT 1`
  ).get(process.number, name) as Pick<StreamRow, 'number' | 'name'> | undefined
  if (found === undefined) return
  const row = sql('SELECT number, process, name, version, sum FROM stream WHERE number = ?').get(found.number)
  const { name: written, process: of } = checkedStream((row ?? {}) as Summed<StreamRow>)
  if (written !== found.name || of !== process.number) damageFound(`the index of streams at ${found.name}`)
}

/** Every process, in the order of first append; none may be missing between the first and the last that has events. */
export const allProcesses = ({ sql }: Connection): ReadonlyArray<ProcessRow> => {
  const rows = sql('SELECT number, slug, head, sum FROM process ORDER BY number').all()
  const processes = (rows as Summed<ProcessRow>[]).map(checkedProcess)
  if (processes.some(({ number }, i) => number !== BigInt(i) + 1n)) damageFound('a process is missing')
  if (lastProcessWithEvents(sql) > processes.length) damageFound('events of a process that is missing')
  return processes
}

const lastProcessWithEvents = (sql: Connection['sql']): number => {
  const { place } = sql('SELECT max(place) AS place FROM event').get() as { readonly place: bigint | null }
  return place === null ? 0 : Number(place / placesPerProcess)
}

/** The process for a reader: before it is said to be missing, all rows are looked at. */
export const processFor = (connection: Connection, slug: ProcessSlug): ProcessRow | undefined =>
  findProcess(connection, slug) ?? allProcesses(connection).find(each => each.slug === slug)

export const putProcess = ({ sql }: Connection, row: ProcessRow): void => {
  sql('INSERT INTO process (number, slug, head, sum) VALUES (?, ?, ?, ?)').run(
    row.number,
    row.slug,
    row.head,
    processSum(row)
  )
}

export const moveProcess = ({ sql }: Connection, row: ProcessRow): void => {
  sql('UPDATE process SET head = ?, sum = ? WHERE number = ?').run(row.head, processSum(row), row.number)
}

export const putStream = ({ sql }: Connection, row: StreamRow): void => {
  sql('INSERT INTO stream (number, process, name, version, sum) VALUES (?, ?, ?, ?, ?)').run(
    row.number,
    row.process,
    row.name,
    row.version,
    streamSum(row)
  )
}

export const moveStream = ({ sql }: Connection, row: StreamRow): void => {
  sql('UPDATE stream SET version = ?, sum = ? WHERE number = ?').run(row.version, streamSum(row), row.number)
}

/** The number for a new row of a table whose numbers count from 1. */
export const nextNumber = ({ sql }: Connection, table: 'process' | 'stream'): bigint => {
  const { last } = sql(`SELECT coalesce(max(number), 0) AS last FROM ${table}`).get() as {
    readonly last: bigint
  }
  return last + 1n
}

/** Names of streams by number, which never change: kept a while, so that a read need not look them up. */
export type StreamNames = (number: bigint) => StreamName

const keptNames = 10_000

export const streamNames = ({ sql }: Connection): StreamNames => {
  const kept = new Map<bigint, StreamName>()
  return number => {
    const known = kept.get(number)
    if (known !== undefined) return known
    const row = sql('SELECT number, process, name, version, sum FROM stream WHERE number = ?').get(number)
    if (row === undefined) return damageFound(`an event of stream ${number}, which is missing`)
    if (kept.size >= keptNames) kept.clear()
    const { name } = checkedStream(row as Summed<StreamRow>)
    kept.set(number, name)
    return name
  }
}

/** Every stream must have as many events as its version says, the last with that version. */
export const checkEveryStream = ({ sql }: Connection): void => {
  const rows = sql('SELECT number, process, name, version, sum FROM stream').iterate()
  const events = sql('SELECT count(*) AS count, max(version) AS last FROM event WHERE stream = ?')
  for (const row of rows as Iterable<Summed<StreamRow>>) {
    const { number, name, version } = checkedStream(row)
    const { count, last } = events.get(number) as { readonly count: bigint; readonly last: bigint | null }
    if (count !== version || last !== version)
      damageFound(`${name} has ${count} events where ${version} should be`)
  }
}
