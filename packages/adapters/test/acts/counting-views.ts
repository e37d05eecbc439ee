/** A view store that counts what goes through it: calls, documents read and documents put. */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Kept, type ViewStore } from '@ardiya/core/kernel/view-store'

export interface ViewCounts {
  readonly loads: number
  readonly scans: number
  readonly steps: number
  readonly documentsRead: number
  readonly documentsPut: number
}

export interface CountingViews {
  readonly views: ViewStore
  readonly counts: () => ViewCounts
  readonly forget: () => void
}

const nothing: ViewCounts = { loads: 0, scans: 0, steps: 0, documentsRead: 0, documentsPut: 0 }

export const countingViews = (below: ViewStore): CountingViews => {
  let counts = nothing
  const add = (more: Partial<ViewCounts>): void => {
    counts = {
      loads: counts.loads + (more.loads ?? 0),
      scans: counts.scans + (more.scans ?? 0),
      steps: counts.steps + (more.steps ?? 0),
      documentsRead: counts.documentsRead + (more.documentsRead ?? 0),
      documentsPut: counts.documentsPut + (more.documentsPut ?? 0)
    }
  }
  const reading = <L>(call: Partial<ViewCounts>, read: TE.TaskEither<L, Kept>): TE.TaskEither<L, Kept> =>
    pipe(
      read,
      TE.tapIO(
        ({ documents }) =>
          () =>
            add({ ...call, documentsRead: documents.length })
      )
    )
  return {
    views: {
      ...below,
      load: (process, keys) => reading({ loads: 1 }, below.load(process, keys)),
      scan: (process, query) => reading({ scans: 1 }, below.scan(process, query)),
      step: (process, from, to, puts) =>
        pipe(
          below.step(process, from, to, puts),
          TE.tapIO(() => () => add({ steps: 1, documentsPut: puts.length }))
        )
    },
    counts: () => counts,
    forget: () => {
      counts = nothing
    }
  }
}
