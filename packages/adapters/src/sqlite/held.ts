/**
 * A connection that is held open and let go when the disk fails: after a failed read or write it is closed, and the
 * next use opens the file again and verifies it first (guarantees.md §7); it never simply goes on.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type StoreFault } from '@ardiya/core/kernel/store-fault'
import { type Connection, patiently } from './connection'
import { damageFound, isDiskError, notOpen } from './fault'

/** What is made of a connection and used with it. */
export interface OnConnection {
  readonly connection: Connection
}

export interface Held<R extends OnConnection> {
  readonly at: string
  /** Runs a step on the connection, patiently. */
  readonly use: <A>(step: (on: R) => A) => TE.TaskEither<StoreFault, A>
  /** The connection now, if it is open. */
  readonly now: () => R | undefined
  readonly close: TE.TaskEither<StoreFault, void>
}

export const held = <R extends OnConnection>(
  at: string,
  open: TE.TaskEither<StoreFault, Connection>,
  on: (connection: Connection) => R
): TE.TaskEither<StoreFault, Held<R>> =>
  pipe(
    open,
    TE.map(connection => holding(at, on(connection), pipe(open, TE.flatMap(verified), TE.map(on))))
  )

/** A connection whose file passed SQLite's quick check. */
const verified = (connection: Connection): TE.TaskEither<StoreFault, Connection> =>
  patiently(connection.at, connection.lockWaitMs, () => {
    checkQuickly(connection)
    return connection
  })

/** SQLite's own check of the file's structure. */
const checkQuickly = ({ sql }: Connection): void => {
  const row = sql('PRAGMA quick_check(1)').get() as { readonly quick_check: string }
  if (row.quick_check !== 'ok') damageFound(row.quick_check)
}

type State<R> =
  { readonly tag: 'Open'; readonly on: R } | { readonly tag: 'LetGo' } | { readonly tag: 'Closed' }

const holding = <R extends OnConnection>(
  at: string,
  first: R,
  reopen: TE.TaskEither<StoreFault, R>
): Held<R> => {
  const { lockWaitMs } = first.connection
  let state: State<R> = { tag: 'Open', on: first }

  const reopened = async (): Promise<E.Either<StoreFault, R>> => {
    const opened = await reopen()
    if (E.isRight(opened)) state = { tag: 'Open', on: opened.right }
    return opened
  }

  const letGoAfter =
    <A>(on: R, step: (on: R) => A) =>
    (): A => {
      try {
        if (!on.connection.db.isOpen) notOpen()
        return step(on)
      } catch (error) {
        if (isDiskError(error)) {
          on.connection.close()
          state = { tag: 'LetGo' }
        }
        throw error
      }
    }

  /** One promise and no more where the connection is open: most of an act's append is spent here. */
  const use =
    <A>(step: (on: R) => A): TE.TaskEither<StoreFault, A> =>
    async () => {
      if (state.tag === 'Closed') return E.left(closed(at))
      const on = state.tag === 'Open' ? E.right(state.on) : await reopened()
      return E.isLeft(on) ? on : patiently(at, lockWaitMs, letGoAfter(on.right, step))()
    }

  return {
    at,
    use,
    now: () => (state.tag === 'Open' ? state.on : undefined),
    close: TE.fromIO(() => {
      if (state.tag === 'Open') state.on.connection.close()
      state = { tag: 'Closed' }
    })
  }
}

const closed = (at: string): StoreFault => ({ tag: 'StoreUnreachable', at, detail: 'the store is closed' })
