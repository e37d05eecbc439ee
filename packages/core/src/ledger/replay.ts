/**
 * Decide again (guarantees.md §3): each recorded command is decided on the state just before its first event, and
 * the events must come out byte for byte. Nothing is taken from the record but the commands and `recordedAt`: the
 * states are folded from what was decided again.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as O from 'fp-ts/lib/Option'
import * as TE from 'fp-ts/lib/TaskEither'
import { type StreamState } from '../kernel/domain'
import { encodeAppend } from '../kernel/encode-append'
import { type Envelope } from '../kernel/envelope'
import { eachPage } from '../kernel/fold-log'
import { type EventStore, type LoggedRecord, type StoredRecord } from '../kernel/event-store'
import { type CommandId, eventId, type EventId, type ProcessSlug } from '../kernel/primitives'
import { envelopeOf, recognise } from '../kernel/recognise'
import { type Rejection } from '../kernel/rejection'
import { type StoreFault } from '../kernel/store-fault'
import { type StreamName } from '../kernel/stream-name'
import { showVersion } from '../kernel/version'
import { type Command } from '../path/command-table'
import { pathDomain } from '../path/domain'
import { type PathEvent } from '../path/event-table'
import { recordedCommand } from '../path/recorded-command'
import { type PathState } from '../path/states'
import { type Difference, differingFields, sameBytes } from './difference'
import { type Place, placeOf } from './place'
import { firstMissing, seeVersion, type VersionsSeen } from './versions-seen'

/** How far a log decides again the same, and what an auditor looks at in it. */
export interface ReplayReport {
  readonly process: ProcessSlug
  readonly events: number
  readonly acts: number
  /** Acts typed on behalf of another, with evidence. */
  readonly onBehalf: ReadonlyArray<EventId>
  /** Corrections, retractions and annulments. */
  readonly corrections: ReadonlyArray<EventId>
  readonly difference?: Difference
}

/** A replay under way: `beginReplay`, `replayRecord` for each event of one process in the order of its log, `endReplay`. */
export interface Replaying {
  readonly report: ReplayReport
  /** Mutated as the log is folded, as are the next two and the lists of the report: the states of all streams as decided again. */
  readonly states: Map<StreamName, StreamState<PathState>>
  readonly seen: VersionsSeen
  readonly commands: Set<CommandId>
  readonly onBehalf: EventId[]
  readonly corrections: EventId[]
  /** What the act at hand still has to bring. */
  readonly expected: ReadonlyArray<StoredRecord>
  /** The last event that came out the same. */
  readonly last?: EventId
  /** What stands where an event is missing: was that one left out, or this one put in before it? */
  readonly instead?: Place
}

/** Replays a process's log in its order, page by page. */
export const replay = (store: EventStore, process: ProcessSlug): TE.TaskEither<StoreFault, ReplayReport> =>
  pipe(
    TE.fromIO(() => beginReplay(process)),
    TE.flatMap(beginning => eachPage(store, process, undefined, beginning, replayPage)),
    TE.map(endReplay)
  )

const replayPage = (so: Replaying, records: ReadonlyArray<LoggedRecord>): E.Either<StoreFault, Replaying> => {
  let now = so
  for (const record of records) {
    const next = replayRecord(now, record)
    if (E.isLeft(next)) return next
    now = next.right
  }
  return E.right(now)
}

/** A replay of a process's log before its first event. */
export const beginReplay = (process: ProcessSlug): Replaying => {
  const onBehalf: EventId[] = []
  const corrections: EventId[] = []
  return {
    report: { process, events: 0, acts: 0, onBehalf, corrections },
    onBehalf,
    corrections,
    states: new Map(),
    seen: new Map(),
    commands: new Set(),
    expected: []
  }
}

/** A log may not end in the middle of an append. What is missing of a stream is said beside what differs. */
export const endReplay = (so: Replaying): ReplayReport => {
  const [next] = so.expected
  const { difference } = so.report
  const first = difference ?? (next === undefined ? undefined : leftOut(next, so.report.events + 1))
  const missing = firstMissing(so.seen)
  if (first === undefined) return so.report
  return { ...so.report, difference: { ...first, ...(missing === undefined ? {} : { missing }) } }
}

const leftOut = ({ id, type, stream, version }: StoredRecord, log: number): Difference => ({
  id,
  log: String(log),
  type,
  because: { tag: 'LeftOut', stream, version: showVersion(version) }
})

/** After the first difference nothing is decided any more: the rest tells only what is missing. */
export const replayRecord = (so: Replaying, record: LoggedRecord): E.Either<StoreFault, Replaying> => {
  seeVersion(so.seen, record)
  const { difference } = so.report
  return difference === undefined ? judge(so, record) : E.right(namedRightly(so, difference, record))
}

/** An event that is missing where it was decided, but comes later, is not left out: another was put in before it. */
const namedRightly = (so: Replaying, difference: Difference, record: LoggedRecord): Replaying => {
  const { instead, ...rest } = so
  return instead === undefined || record.id !== difference.id
    ? so
    : differs(rest, { ...instead, because: { tag: 'NotDecided' } })
}

const judge = (so: Replaying, record: LoggedRecord): E.Either<StoreFault, Replaying> =>
  so.expected.length > 0
    ? E.right(compare(so, record, so.expected))
    : pipe(
        envelopeOf(record),
        E.map(envelope =>
          !pathDomain.rules.includes(envelope.rules)
            ? differs(so, { ...placeOf(record), because: rulesNotKnown(envelope) })
            : envelope.command === undefined
              ? differs(so, { ...placeOf(record), because: withoutCommand(so, record) })
              : decideAgain(so, record, envelope)
        )
      )

const rulesNotKnown = ({ rules }: Envelope): Difference['because'] => ({
  tag: 'RulesNotKnown',
  rules,
  known: pathDomain.rules
})

/** One more than the act before it decided, or of an act that does not begin. */
const withoutCommand = ({ last }: Replaying, { id }: LoggedRecord): Difference['because'] =>
  id.endsWith('.0') || (last !== undefined && commandOf(last) === commandOf(id))
    ? { tag: 'NotDecided' }
    : { tag: 'CommandLeftOut', missing: eventId(commandOf(id), 0) }

const differs = (so: Replaying, difference: Difference): Replaying => ({
  ...so,
  report: { ...so.report, difference }
})

const decideAgain = (so: Replaying, record: LoggedRecord, envelope: Envelope): Replaying => {
  const id = commandOf(record.id)
  if (so.commands.has(id)) return differs(so, { ...placeOf(record), because: { tag: 'CommandIdTaken' } })
  so.commands.add(id)
  return pipe(
    recordedCommand(envelope),
    O.match(
      () => differs(so, { ...placeOf(record), because: { tag: 'CommandNotUnderstood' } }),
      command =>
        pipe(
          decideOn(so, command),
          E.match(
            rejection => differs(so, { ...placeOf(record), because: { tag: 'Refused', rejection } }),
            expected =>
              expected.length === 0
                ? differs(so, { ...placeOf(record), because: { tag: 'NotDecided' } })
                : compare(counted(so, envelope), record, expected)
          )
        )
    )
  )
}

const counted = (so: Replaying, envelope: Envelope): Replaying => {
  if (envelope.evidence !== undefined) so.onBehalf.push(envelope.id)
  return { ...so, report: { ...so.report, acts: so.report.acts + 1 } }
}

const decideOn = (
  { states, report }: Replaying,
  command: Command
): E.Either<Rejection, ReadonlyArray<StoredRecord>> => {
  const reads = pathDomain.reads(command)
  const streams =
    reads.tag === 'Log'
      ? states
      : new Map(
          reads.streams.flatMap(stream => {
            const state = states.get(stream)
            return state === undefined ? [] : [[stream, state] as const]
          })
        )
  const before = { streams, log: report.events }
  return pipe(
    pathDomain.decide(command, before),
    E.map(events => encodeAppend(command, before, pathDomain.inForce(command, before), events))
  )
}

/** Holds a record against the next one that was decided, and folds what was decided. */
const compare = (so: Replaying, record: LoggedRecord, expected: ReadonlyArray<StoredRecord>): Replaying => {
  const [next, ...rest] = expected
  if (next === undefined) return differs(so, { ...placeOf(record), because: { tag: 'NotDecided' } })
  if (next.id !== record.id) {
    return expected.some(({ id }) => id === record.id) || isOfAnotherAct(next, record)
      ? differs({ ...so, instead: placeOf(record) }, leftOut(next, so.report.events + 1))
      : differs(so, { ...placeOf(record), because: { tag: 'NotDecided' } })
  }
  return sameBytes(next.bytes, record.bytes)
    ? folded({ ...so, expected: rest, last: record.id }, { ...next, log: record.log })
    : differs(so, {
        ...placeOf(record),
        because: { tag: 'BytesDiffer', fields: differingFields(next, record) }
      })
}

const commandOf = (id: EventId): CommandId => id.slice(0, id.lastIndexOf('.')) as CommandId

/** A record that begins another act: then the events that were decided are missing before it. */
const isOfAnotherAct = (next: StoredRecord, record: LoggedRecord): boolean =>
  commandOf(next.id) !== commandOf(record.id) && record.id.endsWith('.0')

const folded = (so: Replaying, record: LoggedRecord): Replaying => {
  const recognised = recognise<PathEvent>(pathDomain.events)(record)
  if (E.isLeft(recognised) || recognised.right.tag === 'Unknown') {
    return differs(so, { ...placeOf(record), because: { tag: 'CommandNotUnderstood' } })
  }
  const { event } = recognised.right
  const before = so.states.get(record.stream)?.state ?? pathDomain.initialState(record.stream)
  so.states.set(record.stream, { version: event.version, state: pathDomain.evolve(before, event) })
  if (isCorrection(event.type)) so.corrections.push(event.id)
  return { ...so, report: { ...so.report, events: so.report.events + 1 } }
}

const isCorrection = (type: PathEvent['type']): boolean =>
  type === 'DecisionCorrected' || type === 'DecisionAnnulled' || type === 'EntryRetracted'
