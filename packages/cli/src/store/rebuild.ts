/** `ardiya store rebuild`: the kept views are forgotten and made again from the log. */
import { upToDate } from '@ardiya/core/intake/act'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { logVersionOf } from '@ardiya/core/kernel/kept'
import { showVersion } from '@ardiya/core/kernel/version'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { exitCodes } from '../failure/exit-code'
import { type CliFailure } from '../failure/failure'
import { type Verb } from '../invocation'
import { type Stores, withStoresRemade } from './opened'
import { watched } from '../terminal/watched'
import { allProcesses } from './process'

export const storeRebuild: Verb = invocation =>
  pipe(
    invocation,
    withStoresRemade(stores =>
      pipe(
        allProcesses(stores.store, invocation),
        TE.flatMap(
          TE.traverseSeqArray(process =>
            rebuild({ ...stores, store: watched(stores.store, invocation.screen) }, process)
          )
        ),
        TE.tapTask(rebuilt => async () => {
          if (invocation.json) await invocation.screen.data(`${JSON.stringify({ rebuilt })}\n`)
          for (const { process, events } of rebuilt)
            invocation.screen.say(`ardiya: the views of ${process} are made again from ${events} events`)
        }),
        TE.map(() => exitCodes.done)
      )
    )
  )

const rebuild = (
  { store, views }: Stores,
  process: ProcessSlug
): TE.TaskEither<CliFailure, { readonly process: ProcessSlug; readonly events: string }> =>
  pipe(
    views.reset(process),
    TE.flatMap(() => upToDate({ store, views }, process)),
    TE.map(checkpoint => ({ process, events: showVersion(logVersionOf(checkpoint)) }))
  )
