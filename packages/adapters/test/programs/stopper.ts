/**
 * Does one act and stops between append and view: it says `appended` and waits to be killed, as by a power cut in that
 * moment.
 */
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { act } from '@ardiya/core/intake/act'
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { type ViewStore } from '@ardiya/core/kernel/view-store'
import { type ProcessSlug } from '@ardiya/core/kernel/primitives'
import { sessionOver, storesIn } from '../acts/stage'
import { argument, rightOrDie, say } from './speaking'

export interface StopperArgument {
  readonly folder: string
  readonly process: ProcessSlug
  readonly input: unknown
}

const main = async (): Promise<void> => {
  const { folder, process, input } = argument<StopperArgument>()
  const stores = await storesIn(folder)
  const { capabilities } = await sessionOver(stores, process)
  let appended = false
  const store: EventStore = {
    ...stores.store,
    append: (...given) =>
      pipe(
        stores.store.append(...given),
        TE.tapIO(() => () => {
          appended = true
        })
      )
  }
  const views: ViewStore = {
    ...stores.views,
    step: (...given) => (appended ? saidAndStopped : stores.views.step(...given))
  }
  // keeps the program alive until it is killed
  setInterval(() => undefined, 1000)
  await rightOrDie(act({ ...capabilities, store, views })(process, input))
}

const saidAndStopped: TE.TaskEither<never, boolean> = () => {
  say('appended')
  return new Promise(() => undefined)
}

void main()
