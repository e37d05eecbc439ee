/** The first sitting that opened: until then the convenor may enter the founding charter (domain.md §3). */
import { millis, type Instant } from '../kernel/primitives'
import { entryOf } from '../meeting/sittings'
import { type States } from './states'

export interface FirstSitting {
  readonly meeting: string
  readonly openedAt: Instant
}

export const firstSitting = ({ meetings }: States): FirstSitting | undefined =>
  Object.entries(meetings)
    .flatMap(([meeting, state]) => {
      const opened = state === undefined ? undefined : entryOf(state, 'opened')
      return opened === undefined ? [] : [{ meeting, openedAt: opened.at }]
    })
    .sort((a, b) => millis(a.openedAt) - millis(b.openedAt))[0]
