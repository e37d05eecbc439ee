/**
 * `ardiya store check`: the files as they were written, every record recognised, what is kept as it would be made
 * again, and the directory as the log says. `--sweep` also clears the directory of what never came into the log, and of
 * those whom a restored backup brought back although they were erased.
 */
import { existsSync } from 'node:fs'
import { viewsFormat } from '@ardiya/adapters/sqlite/format'
import { checkSqliteIntegrity, checkSqliteStructure } from '@ardiya/adapters/sqlite/integrity'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type ExitCode, exitCodes } from '../failure/exit-code'
import { type CliFailure } from '../failure/failure'
import { counted } from '../failure/words'
import { type Verb } from '../invocation'
import { watched } from '../terminal/watched'
import { type Stores, withStores, withViews } from './opened'
import { type Place } from './place'
import { allProcesses } from './process'
import { directoryFlaws, eraseAgain } from './check-directory'
import { keptFlaws } from './check-kept'
import { sweep } from './sweep'

export const storeCheck =
  ({ sweep: sweeping = false }: { readonly sweep?: boolean }): Verb =>
  invocation => {
    invocation.goOnUnread()
    return pipe(
      invocation,
      (sweeping ? withStores : withViews)((stores, place) =>
        pipe(
          filesSound(place),
          TE.flatMap(() => allProcesses(stores.store, invocation)),
          TE.flatMap(
            TE.traverseSeqArray(process =>
              checkProcess({ ...stores, store: watched(stores.store, invocation.screen) }, process, sweeping)
            )
          ),
          TE.tapTask(checked => async () => {
            for (const report of checked) {
              if (invocation.json) await invocation.screen.data(`${JSON.stringify(report)}\n`)
              invocation.screen.say(`ardiya: ${sentence(report)}`)
            }
          }),
          TE.bindTo('checked'),
          TE.bindW('views', () => viewsFlaws(place)),
          TE.flatMap(verdict)
        )
      )
    )
  }

interface Checked {
  readonly process: ProcessSlug
  readonly events: string
  readonly found: ReadonlyArray<string>
  /** Commands whose directory entries were removed, because they never came into the log. */
  readonly swept: number
}

const filesSound = (place: Place): TE.TaskEither<CliFailure, unknown> =>
  place.tag === 'Memory' ? TE.right(undefined) : checkSqliteIntegrity(place.file)

/** What stands in the place of the views: they are read from the log where it cannot be used. */
const viewsFlaws = (place: Place): TE.TaskEither<CliFailure, ReadonlyArray<string>> =>
  place.tag === 'Memory' || !existsSync(place.views)
    ? TE.right([])
    : pipe(
        checkSqliteStructure(place.views, viewsFormat),
        TE.map((): ReadonlyArray<string> => []),
        TE.orElse((fault): TE.TaskEither<CliFailure, ReadonlyArray<string>> =>
          fault.tag === 'NotAStore' || fault.tag === 'StoreDamaged'
            ? TE.right([`the views in ${fault.at} cannot be used: ${fault.detail}`])
            : TE.left(fault)
        )
      )

const checkProcess = (
  stores: Stores,
  process: ProcessSlug,
  sweeping: boolean
): TE.TaskEither<CliFailure, Checked> =>
  pipe(
    TE.Do,
    TE.bind('kept', () => keptFlaws(stores, process)),
    TE.tap(() => (sweeping ? eraseAgain(stores, process) : TE.right(undefined))),
    TE.bindW('swept', () => (sweeping ? sweep(stores, process) : TE.right(0))),
    TE.bindW('persons', () => directoryFlaws(stores, process)),
    TE.map(({ kept, swept, persons }) => ({
      process,
      events: kept.events,
      found: [...kept.found, ...persons],
      swept
    }))
  )

const sentence = ({ process, events, found, swept }: Checked): string =>
  `${process}: ${events} events, ${found.length === 0 ? 'all as it should be' : `${counted(found.length, 'thing')} not as it should be`}` +
  (swept === 0 ? '' : `; ${counted(swept, 'entry').replace('entrys', 'entries')} of the directory swept`)

const verdict = ({
  checked,
  views
}: {
  readonly checked: ReadonlyArray<Checked>
  readonly views: ReadonlyArray<string>
}): TE.TaskEither<CliFailure, ExitCode> => {
  const ofProcesses = checked.flatMap(({ process, found }) => found.map(flaw => `${process}: ${flaw}`))
  const found = [...views, ...ofProcesses]
  return found.length === 0 ? TE.right(exitCodes.done) : TE.left({ tag: 'CheckFailed', found })
}
