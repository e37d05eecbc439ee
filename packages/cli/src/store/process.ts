/**
 * Which process a command is about (issue 2, E): the one that `--process` names, else the only one in the store.
 * Where there are several, commands over everything take all, by slug; every other one lists them and ends.
 */
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type CliFailure } from '../failure/failure'
import { type Invocation } from '../invocation'

type Asked = Pick<Invocation, 'process' | 'store'>

/** The one process of a command. */
export const oneProcess = (store: EventStore, asked: Asked): TE.TaskEither<CliFailure, ProcessSlug> =>
  pipe(
    allProcesses(store, asked),
    TE.flatMap(([first, ...others]): TE.TaskEither<CliFailure, ProcessSlug> => {
      if (first === undefined) return TE.left({ tag: 'NoProcessInStore', at: asked.store })
      return others.length === 0
        ? TE.right(first)
        : TE.left({ tag: 'ProcessNotNamed', processes: [first, ...others] })
    })
  )

/** The named process, or all of them by slug. */
export const allProcesses = (
  store: EventStore,
  asked: Asked
): TE.TaskEither<CliFailure, ReadonlyArray<ProcessSlug>> =>
  pipe(
    store.processes,
    TE.flatMap((processes): TE.TaskEither<CliFailure, ReadonlyArray<ProcessSlug>> => {
      if (asked.process === undefined) return TE.right(processes)
      const named = processes.filter(process => process === asked.process)
      return named.length === 0
        ? TE.left({ tag: 'ProcessUnknown', asked: asked.process, processes })
        : TE.right(named)
    })
  )
