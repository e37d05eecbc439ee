/** What was asked to be erased is erased by whoever next opens the store for writing (guarantees.md §6). */
import { finishErasures } from '@ardiya/core/intake/finish-erasures'
import { type Capabilities } from '@ardiya/core/intake/capabilities'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type CliFailure } from '../failure/failure'
import { counted } from '../failure/words'
import { type Screen } from '../terminal/screen'

/** Finishes them in every process of the store; in a log of newer software the completion is left to that software. */
export const finishAllErasures = (
  capabilities: Capabilities,
  screen: Screen
): TE.TaskEither<CliFailure, unknown> =>
  pipe(
    capabilities.store.processes,
    TE.flatMap(
      TE.traverseSeqArray(process =>
        pipe(
          finishErasuresOf(capabilities, screen, process),
          TE.orElse(failure =>
            failure.tag === 'LogOfNewerSoftware' ? TE.right(undefined) : TE.left(failure)
          )
        )
      )
    )
  )

export const finishErasuresOf = (
  capabilities: Capabilities,
  screen: Screen,
  process: ProcessSlug
): TE.TaskEither<CliFailure, void> =>
  pipe(
    finishErasures(capabilities)(process),
    TE.map(receipts => {
      if (receipts.length > 0)
        screen.say(`ardiya: ${process}: details of ${counted(receipts.length, 'person')} erased, as asked`)
    })
  )
