/** Waits between attempts of an append: longer each time, never exactly as long as others (rule 16). */
import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type Pause } from '@ardiya/core/kernel/handle-command'

const longestMs = 200

export const jitteredPause: Pause = attempt => async () => {
  await wait(randomInt(1, Math.min(longestMs, 4 * 2 ** Math.min(attempt, 6)) + 1))
}
