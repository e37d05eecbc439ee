/** Views as they are now, from what is kept, and as of the past, from a replay up to there (domain.md §6). */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Reads } from '../kernel/domain'
import { foldLog } from '../kernel/fold-log'
import { catchUp } from '../kernel/catch-up'
import { type Stores } from '../kernel/handle-command'
import { logVersionOf, timelinePrefix, type TimelineRow } from '../kernel/kept'
import { loadStates } from '../kernel/load-states'
import { type Json, type ProcessSlug } from '../kernel/primitives'
import { type StoreFault } from '../kernel/store-fault'
import { processStream, type StreamName, streamOf } from '../kernel/stream-name'
import { type LogVersion, sameVersion } from '../kernel/version'
import { type Checkpoint, isForgotten, type Kept } from '../kernel/view-store'
import { pathDomain } from '../path/domain'
import { ownerOf, type StreamRef } from '../path/reads'
import { byReference, type PathState } from '../path/states'
import { type Asked, type Material, type View } from './view'

/**
 * The view of a process as it is now, from kept states that are brought up to the end of the log first. `undefined`: the
 * reference that it was asked for does not exist. Left: the store failed.
 */
export const showCurrent = (
  stores: Stores,
  process: ProcessSlug,
  view: View,
  asked: Asked
): TE.TaskEither<StoreFault, Json | undefined> =>
  pipe(
    currentMaterial(stores, process, view, asked),
    TE.map(material => view.compute(material, asked))
  )

/** A record in which a number was left out lacks that stream for ever: then what there is, is shown. */
const mostForgotten = 3

const currentMaterial = (
  stores: Stores,
  process: ProcessSlug,
  view: View,
  asked: Asked,
  forgotten = 0
): TE.TaskEither<StoreFault, Material> =>
  pipe(
    TE.Do,
    TE.bind('began', () => catchUp(pathDomain, stores.store, stores.views, process)),
    TE.bind('timeline', () => timelineFor(stores, process, view)),
    TE.bind('loaded', () => loadStates<PathState>(stores.views, process, readsOf(process, view, asked))),
    TE.flatMap(({ began, timeline, loaded }) => {
      if (isForgotten(began.checkpoint, loaded.checkpoint) && forgotten < mostForgotten)
        return currentMaterial(stores, process, view, asked, forgotten + 1)
      return isOf(timeline, loaded.checkpoint)
        ? TE.right({ process, states: byReference(loaded.states), timeline: rowsIn(timeline) })
        : currentMaterial(stores, process, view, asked, forgotten)
    })
  )

/** None where the view needs none. */
const timelineFor = (
  { views }: Stores,
  process: ProcessSlug,
  { needs }: View
): TE.TaskEither<StoreFault, Kept | undefined> =>
  needs === 'timeline' ? views.scan(process, { prefix: timelinePrefix }) : TE.right(undefined)

const isOf = (rows: Kept | undefined, checkpoint: Checkpoint | undefined): boolean =>
  rows === undefined || sameVersion(logVersionOf(rows.checkpoint), logVersionOf(checkpoint))

const rowsIn = (kept: Kept | undefined): ReadonlyArray<TimelineRow> =>
  (kept?.documents ?? []).map(({ value }) => value as unknown as TimelineRow)

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
  streams: [processStream(process), ...(isStreamRef(ref) ? [streamNamed(process, ref)] : [])]
})

const streamNamed = (process: ProcessSlug, ref: string): StreamName =>
  streamOf(process, ownerOf(ref) as StreamRef)

const isStreamRef = (ref: string | undefined): ref is string =>
  ref !== undefined && /^[MDEPV][1-9]\d*$/.test(ownerOf(ref))

/**
 * The view as of a log version: the first n events, folded again in pages, so in constant memory for the log.
 * `undefined`: the reference that it was asked for did not exist then. Left: the store failed.
 */
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
