/**
 * Says when a file may have something new: at once after a commit of this handle, and by a look at SQLite's own
 * counter of other programs' commits every few milliseconds while somebody waits.
 */
import { type Held, type OnConnection } from './held'

export interface Changes {
  /** After a commit of this handle, and when it is closed. */
  readonly tell: () => void
  readonly wait: () => { readonly done: Promise<void>; readonly stop: () => void }
}

const everyMs = 20

export const changesOf = <R extends OnConnection>(store: Held<R>): Changes => {
  const waiting = new Set<() => void>()
  return {
    tell: () => {
      for (const wake of [...waiting]) wake()
    },
    wait: () => {
      const before = versionOf(store)
      let wake = (): void => undefined
      const done = new Promise<void>(resolve => {
        wake = resolve
      })
      const stop = (): void => {
        clearInterval(timer)
        waiting.delete(stop)
        wake()
      }
      const timer = setInterval(() => {
        if (versionOf(store) !== before) stop()
      }, everyMs)
      timer.unref()
      waiting.add(stop)
      return { done, stop }
    }
  }
}

/** Other programs' commits, as SQLite counts them for this connection; absent where it cannot be read. */
const versionOf = <R extends OnConnection>(store: Held<R>): unknown => {
  try {
    return Object.values((store.now()?.connection.sql('PRAGMA data_version').get() ?? {}) as object)[0]
  } catch {
    return undefined
  }
}
