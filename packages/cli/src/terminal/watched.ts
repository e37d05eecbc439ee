/** Long readings say how far they are: a page read is a line on the terminal that the next one writes over. */
import { type EventStore } from '@ardiya/core/kernel/event-store'
import { logStart } from '@ardiya/core/kernel/version'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type Screen } from './screen'

export const watched = (store: EventStore, { progress }: Pick<Screen, 'progress'>): EventStore => ({
  ...store,
  readLog: (process, query) =>
    pipe(
      TE.fromIO(() => {
        const { value } = query.after ?? logStart
        if (value > 0n) progress(`${process}: ${value} events …`)
      }),
      TE.flatMap(() => store.readLog(process, query))
    )
})
