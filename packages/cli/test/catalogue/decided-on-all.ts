/**
 * Whether decisions rely on what they declare and nothing else: each recorded command is decided again on the states
 * of its declared streams and on those of the whole process, and both must give the same events.
 */
import { type Envelope } from '@ardiya/core/kernel/envelope'
import { type States, type StreamState } from '@ardiya/core/kernel/domain'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { eachPage } from '@ardiya/core/kernel/fold-log'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { envelopeOf, recognise } from '@ardiya/core/kernel/recognise'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type StreamName } from '@ardiya/core/kernel/stream-name'
import { type Command } from '@ardiya/core/path/command-table'
import { pathDomain } from '@ardiya/core/path/domain'
import { type PathEvent } from '@ardiya/core/path/event-table'
import { recordedCommand } from '@ardiya/core/path/recorded-command'
import { type PathState } from '@ardiya/core/path/states'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as O from 'fp-ts/lib/Option'
import * as TE from 'fp-ts/lib/TaskEither'

export interface DecidedOnAll {
  readonly acts: number
  /** The states of all streams at the end of the log, and how long it is. */
  readonly states: States<PathState>
  readonly differing: ReadonlyArray<{
    readonly name: string
    readonly declared: unknown
    readonly onAll: unknown
  }>
}

type AllStates = ReadonlyMap<StreamName, StreamState<PathState>>

export const decidedOnAll = (
  store: EventStore,
  process: ProcessSlug
): TE.TaskEither<StoreFault, DecidedOnAll> => {
  const states = new Map<StreamName, StreamState<PathState>>()
  let log = 0
  let acts = 0
  const differing: Array<DecidedOnAll['differing'][number]> = []

  const judge = (envelope: Envelope): void => {
    const command = recordedCommand(envelope)
    if (O.isNone(command)) return
    acts += 1
    const declared = decideOn(command.value, declaredOf(command.value, states), log)
    const onAll = decideOn(command.value, states, log)
    if (JSON.stringify(declared) !== JSON.stringify(onAll)) {
      differing.push({ name: command.value.name, declared, onAll })
    }
  }

  return pipe(
    eachPage(store, process, undefined, undefined, (_so, records) => {
      for (const record of records) {
        const known = recognise<PathEvent>(pathDomain.events)(record)
        const envelope = envelopeOf(record)
        if (E.isLeft(envelope)) return envelope
        if (E.isLeft(known)) return known
        judge(envelope.right)
        const before = states.get(record.stream)?.state ?? pathDomain.initialState(record.stream)
        states.set(record.stream, {
          version: envelope.right.version,
          state: known.right.tag === 'Known' ? pathDomain.evolve(before, known.right.event) : before
        })
        log += 1
      }
      return E.right(undefined)
    }),
    TE.map(() => ({ acts, states: { streams: states, log }, differing }))
  )
}

const declaredOf = (command: Command, states: AllStates): AllStates => {
  const reads = pathDomain.reads(command)
  return reads.tag === 'Log'
    ? states
    : new Map([...states].filter(([stream]) => reads.streams.includes(stream)))
}

const decideOn = (command: Command, streams: AllStates, log: number): unknown =>
  pathDomain.decide(command, { streams, log })
