/** Views as they are now, from what is kept, and as of the past, from a replay up to there (domain.md §6). */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Reads } from '../kernel/domain'
import { foldLog } from '../kernel/fold-log'
import { loadStates, type Stores } from '../kernel/handle-command'
import { catchUp, scanAll, type TimelineRow } from '../kernel/kept'
import { type Json, type ProcessSlug } from '../kernel/primitives'
import { type StoreFault } from '../kernel/store-fault'
import { processStream, streamOf } from '../kernel/stream-name'
import { type LogVersion } from '../kernel/version'
import { pathDomain } from '../path/domain'
import { ownerOf, type StreamRef } from '../path/reads'
import { byReference, type PathState } from '../path/states'
import { type Asked, type Material, type View } from './view'

/** The view of a process as it is now. `undefined`: the reference that it was asked for does not exist. */
export const showCurrent = (
  stores: Stores,
  process: ProcessSlug,
  view: View,
  asked: Asked
): TE.TaskEither<StoreFault, Json | undefined> =>
  pipe(
    catchUp(pathDomain, stores.store, stores.views, process),
    TE.flatMap(() => currentMaterial(stores, process, view, asked)),
    TE.map(material => view.compute(material, asked))
  )

const currentMaterial = (
  { views }: Stores,
  process: ProcessSlug,
  view: View,
  asked: Asked
): TE.TaskEither<StoreFault, Material> =>
  pipe(
    TE.Do,
    TE.bind('loaded', () => loadStates<PathState>(views, process, readsOf(process, view, asked))),
    TE.bind('timeline', () =>
      view.needs === 'timeline'
        ? timelineOf(views, process)
        : TE.right<StoreFault, ReadonlyArray<TimelineRow>>([])
    ),
    TE.map(({ loaded, timeline }) => ({ process, states: byReference(loaded.states), timeline }))
  )

const timelineOf = (
  views: Stores['views'],
  process: ProcessSlug
): TE.TaskEither<StoreFault, ReadonlyArray<TimelineRow>> =>
  pipe(
    scanAll(views, process, 'timeline/'),
    TE.map(documents => documents.map(({ value }) => value as unknown as TimelineRow))
  )

const readsOf = (process: ProcessSlug, view: View, { ref }: Asked): Reads => {
  switch (view.needs) {
    case 'all':
    case 'timeline':
      return { tag: 'Log' }
    case 'process':
      return { tag: 'Streams', streams: [processStream(process)] }
    case 'refOrAll':
      return ref === undefined ? { tag: 'Log' } : ownAndNamed(process, ref)
    case 'ref':
      return ownAndNamed(process, ref)
  }
}

const ownAndNamed = (process: ProcessSlug, ref: string | undefined): Reads => ({
  tag: 'Streams',
  streams: [
    processStream(process),
    ...(isStreamRef(ref) ? [streamOf(process, ownerOf(ref) as StreamRef)] : [])
  ]
})

const isStreamRef = (ref: string | undefined): ref is string =>
  ref !== undefined && /^[MDEPV][1-9]\d*$/.test(ownerOf(ref))

/** The view as of a log version: the first n events, replayed. */
export const showAsOf = (
  { store }: Pick<Stores, 'store'>,
  process: ProcessSlug,
  view: View,
  asked: Asked,
  until: LogVersion
): TE.TaskEither<StoreFault, Json | undefined> =>
  pipe(
    foldLog(pathDomain)(store, process, { until, withTimeline: view.needs === 'timeline' }),
    TE.map(folded => view.compute({ process, states: byReference(folded), timeline: folded.timeline }, asked))
  )
