/** The states of a process's streams by reference, as the decisions of the path see them. */
import { type AmendmentsState, initialAmendmentsState } from '../amendment/state'
import { initialStandsState, type StandsState } from '../endorsement/state'
import { type States as StreamStates } from '../kernel/domain'
import { parseStreamName, type StreamName } from '../kernel/stream-name'
import { initialMeetingState, type MeetingState } from '../meeting/state'
import { initialPlatformState, type PlatformState } from '../platform/state'
import { initialProcessState, type ProcessState } from '../process/state'
import { initialSubmissionState, type SubmissionState } from '../submission/state'
import * as O from 'fp-ts/lib/Option'
import { pipe } from 'fp-ts/lib/function'

/** A submission's stream holds its text, its amendments and the stands on it: three slices, one order. */
export interface SubmissionStream {
  readonly kind: 'submission'
  readonly submission: SubmissionState
  readonly amendments: AmendmentsState
  readonly stands: StandsState
}

export type PathState =
  | { readonly kind: 'process'; readonly process: ProcessState }
  | { readonly kind: 'meeting'; readonly meeting: MeetingState }
  | SubmissionStream
  | { readonly kind: 'platform'; readonly platform: PlatformState }

type ByRef<S> = Readonly<Partial<Record<string, S>>>

/** What exists of what a decision reads; a stream that does not exist is not in its record. */
export interface States {
  /** Absent before ProcessOpened. */
  readonly process: ProcessState | undefined
  readonly meetings: ByRef<MeetingState>
  readonly submissions: ByRef<SubmissionStream>
  readonly platforms: ByRef<PlatformState>
  /** How many events the log had then. */
  readonly log: number
}

export const initialState = (stream: StreamName): PathState =>
  pipe(
    parseStreamName(stream),
    O.match(
      () => initialOf.process,
      parts => initialOf[parts.kind]
    )
  )

const initialOf: { readonly [K in PathState['kind']]: PathState } = {
  process: { kind: 'process', process: initialProcessState },
  meeting: { kind: 'meeting', meeting: initialMeetingState },
  submission: {
    kind: 'submission',
    submission: initialSubmissionState,
    amendments: initialAmendmentsState,
    stands: initialStandsState
  },
  platform: { kind: 'platform', platform: initialPlatformState }
}

/** The states of streams, sorted into their kinds by reference. */
export const byReference = ({ streams, log }: StreamStates<PathState>): States => {
  const meetings: Record<string, MeetingState> = {}
  const submissions: Record<string, SubmissionStream> = {}
  const platforms: Record<string, PlatformState> = {}
  let process: ProcessState | undefined
  for (const [name, { state }] of streams) {
    const ref = name.slice(name.indexOf('.') + 1)
    switch (state.kind) {
      case 'process':
        process = state.process
        break
      case 'meeting':
        meetings[ref] = state.meeting
        break
      case 'submission':
        submissions[ref] = state
        break
      case 'platform':
        platforms[ref] = state.platform
        break
    }
  }
  return { process, meetings, submissions, platforms, log }
}
