/** `ardiya store info`: where the store is, what it holds, and how far the views are. */
import { statSync } from 'node:fs'
import { driverInfo } from '@ardiya/adapters/sqlite/driver'
import { unknownKey } from '@ardiya/core/kernel/kept'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { showVersion } from '@ardiya/core/kernel/version'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { isDemonstration } from '../act/line-process'
import { exitCodes } from '../failure/exit-code'
import { type CliFailure } from '../failure/failure'
import { type Verb } from '../invocation'
import { rows } from '../terminal/rows'
import { type Stores, withViews } from './opened'
import { type Place } from './place'
import { allProcesses } from './process'

export const storeInfo: Verb = invocation =>
  pipe(
    invocation,
    withViews((stores, place) =>
      pipe(
        allProcesses(stores.store, invocation),
        TE.flatMap(TE.traverseSeqArray(process => processInfo(stores, process))),
        TE.tapTask(processes => async () => {
          const info = { store: invocation.store, ...filesOf(place), processes }
          await invocation.screen.data(invocation.json ? `${JSON.stringify(info)}\n` : `${shown(info)}\n`)
        }),
        TE.map(() => exitCodes.done)
      )
    )
  )

interface ProcessInfo {
  readonly process: ProcessSlug
  readonly events: string
  readonly demonstration: boolean
  /** The log version that the kept views are of; `0` where there are none. */
  readonly views: string
  /** How many events are of types that this software does not know, by type. */
  readonly unknown: Readonly<Record<string, number>>
}

const processInfo = (
  { store, views }: Stores,
  process: ProcessSlug
): TE.TaskEither<CliFailure, ProcessInfo> =>
  pipe(
    TE.Do,
    TE.bind('head', () => store.head(process)),
    TE.bind('kept', () => views.load(process, [unknownKey])),
    TE.bindW('demonstration', () => isDemonstration(store, process)),
    TE.map(({ head, kept, demonstration }) => ({
      process,
      events: showVersion(head),
      demonstration: demonstration === true,
      views: kept.checkpoint === undefined ? '0' : showVersion(kept.checkpoint.at),
      unknown: (kept.documents[0]?.value ?? {}) as Readonly<Record<string, number>>
    }))
  )

interface FileInfo {
  readonly file: string
  /** None where it is not there. */
  readonly bytes?: number
}

const filesOf = (place: Place) =>
  place.tag === 'Memory'
    ? {}
    : {
        events: fileInfo(place.file),
        persons: fileInfo(place.persons),
        views: fileInfo(place.views),
        ...driverInfo()
      }

const fileInfo = (file: string): FileInfo => {
  const found = statSync(file, { throwIfNoEntry: false })
  return found === undefined ? { file } : { file, bytes: found.size }
}

const sizeOf = ({ bytes }: FileInfo): string => (bytes === undefined ? 'missing' : `${bytes} bytes`)

const shown = (info: {
  readonly store: string
  readonly events?: FileInfo
  readonly persons?: FileInfo
  readonly views?: FileInfo
  readonly driver?: string
  readonly sqlite?: string
  readonly processes: ReadonlyArray<ProcessInfo>
}): string =>
  [
    ...rows([
      ['store', info.store],
      ...(['events', 'persons', 'views'] as const).flatMap(kind => {
        const file = info[kind]
        return file === undefined ? [] : [[kind, `${file.file} (${sizeOf(file)})`]]
      }),
      ...(info.sqlite === undefined ? [] : [['sqlite', `${info.sqlite} (${info.driver ?? ''})`]])
    ]),
    '',
    ...(info.processes.length === 0
      ? ['no process yet']
      : rows([
          ['process', 'events', 'views at', ''],
          ...info.processes.map(({ process, events, views, demonstration, unknown }) => [
            process,
            events,
            views,
            [
              ...(demonstration ? ['demonstration'] : []),
              ...Object.entries(unknown).map(([type, count]) => `${count} unknown ${type}`)
            ].join(', ')
          ])
        ]))
  ].join('\n')
