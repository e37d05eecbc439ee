/**
 * Folds a log that no memory could hold: its pages are made as they are read, each event with a command of 64 KiB that
 * no state keeps. Run with a small heap, it ends only if the events that were folded are let go.
 */
import * as TE from 'fp-ts/lib/TaskEither'
import { showAsOf } from '@ardiya/core/views/show'
import { timelineView } from '@ardiya/core/views/timeline'
import { versionKnownAt } from '@ardiya/core/kernel/fold-log'
import { canonicalBytes } from '@ardiya/core/kernel/canonical'
import { type EventStore, type LoggedRecord } from '@ardiya/core/kernel/event-store'
import {
  type CommandId,
  eventId,
  type LocalDate,
  type ProcessSlug,
  type UtcInstant
} from '@ardiya/core/kernel/primitives'
import { processStream } from '@ardiya/core/kernel/stream-name'
import { logVersion, streamVersion } from '@ardiya/core/kernel/version'
import { inMemoryEventStore } from '@ardiya/adapters/in-memory/event-store'
import { argument, rightOrDie, say } from './speaking'

export interface PastReaderArgument {
  readonly events: number
  readonly commandBytes: number
}

const process = 'long' as ProcessSlug
const stream = processStream(process)

const recordAt = (n: number, padding: string): LoggedRecord => {
  const id = eventId(`01998000-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as CommandId, 0)
  const bytes = canonicalBytes({
    format: 1,
    id,
    process,
    stream,
    version: n,
    type: 'StageEntered',
    v: 1,
    data: { stage: 'gathering', from: 'refining', reason: 'x' },
    occurredAt: '2025-10-26T10:00:00.000+01:00',
    recordedAt: '2025-10-26T09:00:00.000Z',
    actor: { as: 'office', office: 'convenor', mandate: 'A1-m1' },
    recordedBy: 'A1-m1',
    charter: 0,
    rules: 1,
    command: { name: 'EnterStage', v: 1, count: 1, payload: { padding: `${padding}${n}` } }
  })
  return { process, stream, version: streamVersion(n), id, type: 'StageEntered', bytes, log: logVersion(n) }
}

const endlessStore = ({ events, commandBytes }: PastReaderArgument): EventStore => {
  const padding = 'م'.repeat(commandBytes / 2)
  return {
    ...inMemoryEventStore(),
    head: () => TE.right(logVersion(events)),
    readLog: (_, { after, limit }) =>
      TE.fromIO(() => {
        const from = Number(after.value)
        const count = Math.min(limit, 40, events - from)
        return {
          records: Array.from({ length: count }, (_each, k) => recordAt(from + k + 1, padding)),
          next: logVersion(from + count),
          end: from + count === events
        }
      })
  }
}

const main = async (): Promise<void> => {
  const given = argument<PastReaderArgument>()
  const store = endlessStore(given)
  const asked = { today: '2025-10-26' as LocalDate }
  const version = await rightOrDie(versionKnownAt(store, process, '2026-01-01T00:00:00.000Z' as UtcInstant))
  await rightOrDie(showAsOf({ store }, process, timelineView, asked, version))
  say(`folded ${version.value}`)
}

void main()
