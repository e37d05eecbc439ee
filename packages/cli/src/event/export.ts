/** `ardiya export events`: the exact bytes that are stored, one event a line, process after process by slug. */
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { logStart, type LogVersion } from '@ardiya/core/kernel/version'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type CliFailure } from '../failure/failure'
import { exitCodes } from '../failure/exit-code'
import { type Verb } from '../invocation'
import { allProcesses } from '../store/process'
import { withEvents } from '../store/opened'
import { type Screen } from '../terminal/screen'

const pageSize = 500

export const exportEvents: Verb = invocation =>
  pipe(
    invocation,
    withEvents(store =>
      pipe(
        allProcesses(store, invocation),
        TE.flatMap(TE.traverseSeqArray(process => exportLog(store, invocation.screen, process))),
        TE.map(() => exitCodes.done)
      )
    )
  )

/** Page after page, each written before the next is read, so that memory does not grow with the log. */
const exportLog =
  (store: EventStore, screen: Screen, process: ProcessSlug): TE.TaskEither<CliFailure, void> =>
  async () => {
    let after: LogVersion = logStart
    for (;;) {
      const page = await store.readLog(process, { after, limit: pageSize })()
      if (page._tag === 'Left') return page
      await screen.data(lines(page.right.records.map(({ bytes }) => bytes)))
      if (page.right.end) return TE.right(undefined)()
      after = page.right.next
    }
  }

const lines = (bytes: ReadonlyArray<Uint8Array>): Uint8Array =>
  Buffer.concat(bytes.flatMap(event => [event, lineEnd]))

const lineEnd = Buffer.from('\n')
