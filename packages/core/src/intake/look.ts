/** What intake can look up in what is kept: states of streams, and the numbers that streams have taken. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { numbersKey, type Numbers } from '../kernel/kept'
import { loadStates } from '../kernel/load-states'
import { CommandId, type ProcessSlug } from '../kernel/primitives'
import { type StoreFault } from '../kernel/store-fault'
import { processStream, type StreamName, streamOf } from '../kernel/stream-name'
import { type Stores } from '../kernel/handle-command'
import { recordedAct } from './recorded'
import { type StreamRef } from '../path/reads'
import { type PathState } from '../path/states'
import { type AmendmentsState } from '../amendment/state'
import { type MeetingState } from '../meeting/state'
import { type PlatformState } from '../platform/state'
import { type ProcessState } from '../process/state'
import { type SubmissionState } from '../submission/state'

export interface Look {
  readonly process: TE.TaskEither<StoreFault, ProcessState | undefined>
  readonly meeting: (ref: string) => TE.TaskEither<StoreFault, MeetingState | undefined>
  readonly submission: (
    ref: string
  ) => TE.TaskEither<
    StoreFault,
    { readonly submission: SubmissionState; readonly amendments: AmendmentsState } | undefined
  >
  readonly platform: (ref: string) => TE.TaskEither<StoreFault, PlatformState | undefined>
  /** The stream that an event of this process stands in. */
  readonly streamOfEvent: (event: string) => TE.TaskEither<StoreFault, StreamName | undefined>
  /** The last number taken by streams of a letter; 0 where there is none. */
  readonly lastNumber: (letter: string) => TE.TaskEither<StoreFault, number>
}

export const lookIn = (stores: Stores, process: ProcessSlug): Look => {
  const { views } = stores
  const state = (stream: StreamName): TE.TaskEither<StoreFault, PathState | undefined> =>
    pipe(
      loadStates<PathState>(views, process, { tag: 'Streams', streams: [stream] }),
      TE.map(({ states }) => states.streams.get(stream)?.state)
    )
  const byRef = (ref: string): TE.TaskEither<StoreFault, PathState | undefined> =>
    isStreamRef(ref) ? state(streamOf(process, ref)) : TE.right(undefined)
  return {
    process: pipe(
      state(processStream(process)),
      TE.map(found => (found?.kind === 'process' ? found.process : undefined))
    ),
    meeting: ref =>
      pipe(
        byRef(ref),
        TE.map(found => (found?.kind === 'meeting' ? found.meeting : undefined))
      ),
    submission: ref =>
      pipe(
        byRef(ref),
        TE.map(found => (found?.kind === 'submission' ? found : undefined))
      ),
    platform: ref =>
      pipe(
        byRef(ref),
        TE.map(found => (found?.kind === 'platform' ? found.platform : undefined))
      ),
    streamOfEvent: event => streamOfEvent(stores, process, event),
    lastNumber: letter =>
      pipe(
        views.load(process, [numbersKey]),
        TE.map(({ documents: [numbers] }) => ((numbers?.value ?? {}) as Numbers)[letter] ?? 0)
      )
  }
}

const isStreamRef = (ref: string): ref is StreamRef => /^[MDEPV][1-9]\d*$/.test(ref)

const streamOfEvent = (
  stores: Stores,
  process: ProcessSlug,
  event: string
): TE.TaskEither<StoreFault, StreamName | undefined> => {
  const command = event.slice(0, event.lastIndexOf('.'))
  return CommandId.is(command)
    ? pipe(
        recordedAct(stores, process, command),
        TE.map(found => found?.envelopes.find(({ id }) => id === event)?.stream)
      )
    : TE.right(undefined)
}
