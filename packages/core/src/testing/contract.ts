/**
 * What the shipped contracts are made of: cases as plain data, free of any test runner, and the few steps that they
 * are written with. A runner loops over the cases, runs each and reports the failure.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as T from 'fp-ts/lib/Task'
import * as TE from 'fp-ts/lib/TaskEither'
import { sha256 } from '../kernel/hash'

/** What a case found to be otherwise. */
export interface ContractFailure {
  readonly tag: 'ContractFailure'
  readonly law: number
  readonly title: string
  readonly detail: string
}

/** One promise of a port: the law it belongs to (stores.md; 0 where the port's own words are the law). */
export interface ContractCase {
  readonly law: number
  readonly title: string
  readonly run: TE.TaskEither<ContractFailure, void>
}

/** A step of a case; on the left, what was found to be otherwise. */
export type Step<A> = TE.TaskEither<string, A>

/** A case before it knows the store it runs on. */
export interface Promised<S> {
  readonly law: number
  readonly title: string
  readonly holds: (subject: S) => Step<unknown>
}

/** A fresh subject for every case, and what removes it afterwards, whatever came of the case. */
export interface Bench<S> {
  readonly open: TE.TaskEither<unknown, S>
  readonly release: (subject: S) => T.Task<unknown>
}

/** The promises as cases that a runner can run. */
export const casesOn = <S>(
  name: string,
  bench: Bench<S>,
  promises: ReadonlyArray<Promised<S>>
): ReadonlyArray<ContractCase> =>
  promises.map(({ law, title, holds }) => ({
    law,
    title,
    run: pipe(
      succeeds('the store opens', bench.open),
      TE.flatMap(subject => afterwards(bench.release(subject), holds(subject))),
      TE.bimap(
        (detail): ContractFailure => ({ tag: 'ContractFailure', law, title: `${name}: ${title}`, detail }),
        () => undefined
      )
    )
  }))

const afterwards = <A>(cleanup: T.Task<unknown>, step: Step<A>): Step<A> =>
  pipe(
    step,
    T.tap(() => cleanup)
  )

/** The step must succeed; its value is handed on. */
export const succeeds = <A>(what: string, step: TE.TaskEither<unknown, A>): Step<A> =>
  TE.mapLeft((refusal: unknown) => `${what}, but it answered ${shown(refusal)}`)(step)

/** The step must be refused with one of the tags; the refusal is handed on. */
export const refuses = <L extends { readonly tag: string }, K extends L['tag']>(
  what: string,
  tags: ReadonlyArray<K>,
  step: TE.TaskEither<L, unknown>
): Step<Extract<L, { readonly tag: K }>> =>
  pipe(
    step,
    T.map(answer =>
      E.isLeft(answer) && isOneOf<L, K>(tags, answer.left)
        ? E.right(answer.left)
        : E.left(
            `${what} should be refused as ${tags.join(' or ')}, but the answer was ${shown(
              E.isLeft(answer) ? answer.left : answer.right
            )}`
          )
    )
  )

const isOneOf = <L extends { readonly tag: string }, K extends L['tag']>(
  tags: ReadonlyArray<K>,
  refusal: L
): refusal is Extract<L, { readonly tag: K }> => tags.some(tag => tag === refusal.tag)

/** Two values must be equal; versions and bytes are compared by what they hold. */
export const same = (what: string, actual: unknown, expected: unknown): Step<void> =>
  shown(actual) === shown(expected)
    ? TE.right(undefined)
    : TE.left(`${what} should be ${shown(expected)}, but is ${shown(actual)}`)

/** Steps one after the other; the first that finds something otherwise ends them. */
export const inOrder = (...steps: ReadonlyArray<Step<unknown>>): Step<void> =>
  pipe(
    TE.sequenceSeqArray(steps),
    TE.map(() => undefined)
  )

/** Steps at once; all are waited for. */
export const atOnce = <A>(steps: ReadonlyArray<Step<A>>): Step<ReadonlyArray<A>> =>
  pipe(T.sequenceArray(steps), T.map(E.sequenceArray))

/** A value as text, with sorted keys; versions and bytes show what they hold. Bytes beyond 256 show as their hash. */
export const shown = (value: unknown): string => JSON.stringify(plain(value)) ?? 'nothing'

const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return `${value}n`
  if (value instanceof Uint8Array) return shownBytes(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, part]) => [key, plain(part)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const shownBytes = (bytes: Uint8Array): string =>
  bytes.length > 256 ? `${bytes.length} bytes, ${sha256(bytes)}` : `bytes ${Array.from(bytes, hex).join('')}`

const hex = (byte: number): string => byte.toString(16).padStart(2, '0')
