/**
 * Live reading of one process over any store that can say that something came: catch-up page by page, the signal that
 * it has caught up, then waiting. Resumes exclusively after its start.
 */
import * as E from 'fp-ts/lib/Either'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Delivery, type LogPage, type Subscription } from '@ardiya/core/kernel/event-store'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type LogVersion } from '@ardiya/core/kernel/version'

/** What a store gives for live reading. */
export interface LiveSource {
  readonly at: string
  /** The page after `after`; empty, not an error, where the process has no event yet. */
  readonly pageAfter: (after: LogVersion) => TE.TaskEither<StoreFault, LogPage>
  /** Ends when there may be something new, or when `stop` is called; never keeps the program alive. */
  readonly wait: () => { readonly done: Promise<void>; readonly stop: () => void }
}

const stopped = (at: string): StoreFault => ({
  tag: 'StoreUnreachable',
  at,
  detail: 'the subscription is closed'
})

export const liveReading = (source: LiveSource, after: LogVersion): Subscription => {
  let position = after
  let told = false
  let open = true
  let wake = (): void => undefined

  const hand = (page: LogPage): Delivery | undefined => {
    position = page.next
    if (page.records.length > 0) {
      told = false
      return { tag: 'Events', page }
    }
    if (told || !page.end) return undefined
    told = true
    return { tag: 'CaughtUp', at: position }
  }

  const next = async (): Promise<E.Either<StoreFault, Delivery>> => {
    while (open) {
      const waiting = source.wait()
      wake = waiting.stop
      const page = await source.pageAfter(position)()
      const delivery = E.isRight(page) ? hand(page.right) : undefined
      if (E.isLeft(page) || delivery !== undefined) waiting.stop()
      if (E.isLeft(page)) return page
      if (delivery !== undefined) return E.right(delivery)
      if (page.right.end) await waiting.done
      else waiting.stop()
    }
    return E.left(stopped(source.at))
  }

  const close = (): void => {
    open = false
    wake()
  }

  return { next, close: TE.fromIO(close) }
}
