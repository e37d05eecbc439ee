/** Clears the directory: entries over a day old whose command never came into the log. */
import { commandKey } from '@ardiya/core/kernel/kept'
import { type CommandId, type ProcessSlug, type UtcInstant } from '@ardiya/core/kernel/primitives'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { machineClock } from '../machine/clock'
import { type Stores } from './opened'

const dayMs = 24 * 60 * 60 * 1000
const pageSize = 200

/** How many commands' entries were removed. What is kept is up to date with the log before this is called. */
export const sweep = (stores: Stores, process: ProcessSlug): TE.TaskEither<StoreFault, number> =>
  pipe(
    TE.fromIO(machineClock),
    TE.flatMap(now => sweepFrom(stores, process, dayBefore(now)))
  )

const dayBefore = (instant: UtcInstant): UtcInstant =>
  new Date(Date.parse(instant) - dayMs).toISOString() as UtcInstant

const sweepFrom =
  (
    { views, directory }: Stores,
    process: ProcessSlug,
    before: UtcInstant
  ): TE.TaskEither<StoreFault, number> =>
  async () => {
    let after: CommandId | undefined
    let swept = 0
    for (;;) {
      const page = await directory.enteredBefore(process, {
        before,
        limit: pageSize,
        ...(after === undefined ? {} : { after })
      })()
      if (E.isLeft(page)) return page
      const commands = [...new Set(page.right.map(({ command }) => command))]
      if (commands.length === 0) return E.right(swept)
      const kept = await views.load(process, commands.map(commandKey))()
      if (E.isLeft(kept)) return kept
      const recorded = new Set(kept.right.documents.map(({ key }) => key))
      const never = commands.filter(command => !recorded.has(commandKey(command)))
      const removed = await directory.remove(process, never)()
      if (E.isLeft(removed)) return removed
      swept += never.length
      after = commands[commands.length - 1]
    }
  }
