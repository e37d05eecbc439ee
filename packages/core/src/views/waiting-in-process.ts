/** What waits in the process itself: a founding charter to confirm, erasures to finish. */
import { charterAt } from '../process/charter-in-force'
import { charterRef } from '../process/numbers'
import { type Board } from './view'
import { type Waiting } from './waiting'

export const waitingInProcess = ({ own, now }: Board): ReadonlyArray<Waiting> => [
  ...charterWaiting(own, now),
  ...Object.values(own.persons).flatMap(({ ref, erasure }): ReadonlyArray<Waiting> =>
    erasure === undefined || erasure.done !== undefined
      ? []
      : [{ what: 'erasureToFinish', ref, for: ['secretary'], since: erasure.asked.at }]
  )
]

const charterWaiting = (own: Board['own'], now: number): ReadonlyArray<Waiting> => {
  const { version, confirmed } = charterAt(own, now)
  return confirmed ? [] : [{ what: 'charterToConfirm', ref: charterRef(version), for: ['meeting'] }]
}
