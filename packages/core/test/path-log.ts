/**
 * A process's log in memory, written by deciding commands through the path: for tests of what spans slices. Every
 * command is decided on all states, recorded as it would be stored, and folded again from its bytes.
 */
import * as E from 'fp-ts/lib/Either'
import { type States, type StreamState } from '../src/kernel/domain'
import { encodeAppend } from '../src/kernel/encode-append'
import { type Actor, type Evidence, type MandateRef } from '../src/kernel/envelope'
import { type LoggedRecord, type StoredRecord } from '../src/kernel/event-store'
import { timelineRow, type TimelineRow } from '../src/kernel/kept'
import {
  type CommandId,
  type Instant,
  type Json,
  type LocalDate,
  millis,
  type ProcessSlug,
  type UtcInstant
} from '../src/kernel/primitives'
import { recognise } from '../src/kernel/recognise'
import { type Rejection } from '../src/kernel/rejection'
import { type StreamName } from '../src/kernel/stream-name'
import { logVersion } from '../src/kernel/version'
import { type Command, commandTable, type CommandName } from '../src/path/command-table'
import { pathDomain } from '../src/path/domain'
import { eventTable, type PathEvent } from '../src/path/event-table'
import { byReference, type PathState } from '../src/path/states'
import { testCommandId } from '../src/testing/given'
import { views } from '../src/views/registry'
import { type Asked } from '../src/views/view'

export const slug = 'khemisset' as ProcessSlug

export interface Log {
  readonly streams: ReadonlyMap<StreamName, StreamState<PathState>>
  readonly timeline: ReadonlyArray<TimelineRow>
  /** All that was appended, as a store holds it. */
  readonly records: ReadonlyArray<StoredRecord>
  readonly acts: number
}

export const emptyLog: Log = { streams: new Map(), timeline: [], records: [], acts: 0 }

/** `10-26T10:00` in 2025 is an instant there; with a year before it, of that year. */
export const on = (day: string): Instant =>
  `${/^\d{4}-/.test(day) ? '' : '2025-'}${day}:00.000+01:00` as Instant

/** In an association's name with its first mandate, in an office's, or a meeting's: `A3`, `convenor`, `secretary`, `M1`. */
export const actorOf = (who: string): Actor => {
  if (who === 'convenor') return { as: 'office', office: who, mandate: 'A1-m1' as MandateRef }
  if (who === 'secretary') return { as: 'office', office: who, mandate: 'A1-m2' as MandateRef }
  if (who === 'chair') return { as: 'office', office: who, mandate: 'A1-m1' as MandateRef }
  return who.startsWith('M')
    ? ({ as: 'meeting', meeting: who } as Actor)
    : ({ as: 'association', association: who, mandate: `${who}-m1` } as Actor)
}

/** One act: what, when, by whom; recorded at once unless it says when. */
export interface Act {
  readonly name: CommandName
  readonly by: string
  readonly at: string
  readonly payload: object
  readonly recordedAt?: string
  readonly evidence?: Evidence
  /** In whose name, where `by` does not say it. */
  readonly actor?: Actor
  /** Who typed it: the actor, or the secretary for a meeting, unless another is named. */
  readonly recordedBy?: string
}

const commandOf = (act: Act, id: CommandId): Command => {
  if (!commandTable[act.name].is(act.payload))
    throw new Error(`not a payload of ${act.name}: ${JSON.stringify(act.payload)}`)
  const actor = act.actor ?? actorOf(act.by)
  const occurredAt = on(act.at)
  return {
    id,
    process: slug,
    name: act.name,
    v: 1,
    payload: act.payload,
    occurredAt,
    recordedAt: utc(act.recordedAt === undefined ? occurredAt : on(act.recordedAt)),
    actor,
    recordedBy: act.recordedBy ?? (actor.as === 'meeting' ? 'A1-m2' : actor.mandate),
    ...(act.evidence === undefined ? {} : { evidence: act.evidence })
  } as Command
}

const utc = (at: Instant): UtcInstant => new Date(millis(at)).toISOString() as UtcInstant

/** The log after an act, or why it is refused. */
export const tried = (log: Log, act: Act): E.Either<Rejection, Log> => {
  const command = commandOf(act, testCommandId(log.acts))
  const states: States<PathState> = { streams: log.streams, log: log.timeline.length }
  const decided = pathDomain.decide(command, states)
  if (E.isLeft(decided)) return decided
  const inForce = pathDomain.inForce(command, states)
  const records = encodeAppend(command, states, inForce, decided.right)
  return E.right(records.reduce<Log>(recorded, { ...log, acts: log.acts + 1 }))
}

const read = recognise<PathEvent>(eventTable)

const recorded = (log: Log, record: StoredRecord): Log => {
  const logged: LoggedRecord = { ...record, log: logVersion(log.timeline.length + 1) }
  const recognised = read(logged)
  if (E.isLeft(recognised) || recognised.right.tag !== 'Known') throw new Error(JSON.stringify(recognised))
  const { event } = recognised.right
  const before = log.streams.get(logged.stream)?.state ?? pathDomain.initialState(logged.stream)
  return {
    ...log,
    streams: new Map(log.streams).set(logged.stream, {
      version: event.version,
      state: pathDomain.evolve(before, event)
    }),
    timeline: [...log.timeline, timelineRow(logged, recognised.right)],
    records: [...log.records, record]
  }
}

/** Why an act is refused: its tag, rule, field, value and details; the types of its events where it is not. */
export const refusal = (log: Log, act: Act | ((log: Log) => Act)): object => {
  const result = tried(log, typeof act === 'function' ? act(log) : act)
  return E.isLeft(result)
    ? result.left
    : { accepted: result.right.timeline.slice(log.timeline.length).map(({ type }) => type) }
}

/** The log after acts that must all be accepted. */
export const after = (log: Log, ...acts: ReadonlyArray<Act | ((log: Log) => Act)>): Log =>
  acts.reduce<Log>((so, next) => {
    const act = typeof next === 'function' ? next(so) : next
    const result = tried(so, act)
    if (E.isLeft(result)) throw new Error(`${act.name} at ${act.at}: ${JSON.stringify(result.left)}`)
    return result.right
  }, log)

/** The id of the last act's first event. */
export const lastEvent = (log: Log): string => `${testCommandId(log.acts - 1)}.0`

export const statesOf = (log: Log) => byReference({ streams: log.streams, log: log.timeline.length })

/** What a view shows of the log. */
export const shown = (
  log: Log,
  view: string,
  asked: Partial<Omit<Asked, 'today' | 'at'>> & { readonly today?: string; readonly at?: string } = {}
): Json | undefined => {
  const { at, today = '2026-02-01', ...rest } = asked
  return views[view]?.compute(
    { process: slug, states: statesOf(log), timeline: log.timeline },
    { today: today as LocalDate, ...rest, ...(at === undefined ? {} : { at: on(at) }) }
  )
}

/** A place in a result: fields by name, rows of lists by what one of their fields says (`ref=P4`). */
export const found = (result: Json | undefined, ...path: ReadonlyArray<string>): Json | undefined =>
  path.reduce<Json | undefined>((so, step) => {
    const [field = '', value] = step.split('=')
    if (Array.isArray(so)) return (so as ReadonlyArray<Json>).find(row => fieldOf(row, field) === value)
    return fieldOf(so, field)
  }, result)

const fieldOf = (value: Json | undefined, field: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [name: string]: Json })[field]
    : undefined

/** One field of every row. */
export const each = (rows: Json | undefined, field: string): ReadonlyArray<Json | undefined> =>
  Array.isArray(rows) ? (rows as ReadonlyArray<Json>).map(row => fieldOf(row, field)) : []
