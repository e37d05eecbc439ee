/**
 * Erasure in two phases (guarantees.md §6): asked for, then done. Whoever next opens the store for writing finishes
 * what a crash left between: details and salt are deleted, and the completion is recorded by the mandate that asked.
 */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type ProcessSlug } from '../kernel/primitives'
import { type ProcessState } from '../process/state'
import { act, type ActFailure, type Receipt, upToDate } from './act'
import { type Capabilities } from './capabilities'
import { lookIn } from './look'

/** Completes every erasure that was asked for and not done; also those whose details a restored backup brought back. */
export const finishErasures =
  (capabilities: Capabilities) =>
  (process: ProcessSlug): TE.TaskEither<ActFailure, ReadonlyArray<Receipt>> =>
    pipe(
      upToDate(capabilities, process),
      TE.flatMap(() => lookIn(capabilities, process).process),
      TE.mapLeft((fault): ActFailure => fault),
      TE.flatMap(state => (state === undefined ? TE.right([]) : finishAll(capabilities, process, state)))
    )

const finishAll = (
  capabilities: Capabilities,
  process: ProcessSlug,
  { persons }: ProcessState
): TE.TaskEither<ActFailure, ReadonlyArray<Receipt>> => {
  const asked = Object.values(persons).filter(({ erasure }) => erasure !== undefined)
  return pipe(
    asked.length === 0
      ? TE.right<ActFailure, void>(undefined)
      : capabilities.directory.erase(
          process,
          asked.map(({ ref }) => ref)
        ),
    TE.flatMap(() =>
      pipe(
        asked.flatMap(({ ref, erasure }) =>
          erasure === undefined || erasure.done !== undefined ? [] : [{ ref, asked: erasure.asked }]
        ),
        TE.traverseSeqArray(({ ref, asked: request }) =>
          act(capabilities)(process, {
            id: request.completion,
            name: 'CompletePersonErasure',
            actor: request.actor,
            recordedBy: request.recordedBy,
            payload: { person: ref },
            ...(capabilities.clock === 'own' ? {} : { at: request.at, recordedAt: request.recordedAt })
          })
        )
      )
    )
  )
}
