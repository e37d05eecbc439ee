/**
 * Versions are opaque: a BigInt inside, a decimal string outside. A stream's version counts its events from 1; a
 * log's version counts the events of its process from 1. They are different types and never a bare number.
 */
import * as E from 'fp-ts/lib/Either'
import * as t from 'io-ts'

interface Version<Kind extends string> {
  readonly kind: Kind
  readonly value: bigint
}

/** How many events a stream has, or the place of one in it, from 1. */
export type StreamVersion = Version<'StreamVersion'>
/** How many events a process has, or the place of one in its log, from 1. */
export type LogVersion = Version<'LogVersion'>

export const streamVersion = (value: bigint | number): StreamVersion => ({
  kind: 'StreamVersion',
  value: BigInt(value)
})
/** The log version of a number: what `--as-of 120` means. */
export const logVersion = (value: bigint | number): LogVersion => ({
  kind: 'LogVersion',
  value: BigInt(value)
})

/** Before the first event of a log. */
export const logStart: LogVersion = logVersion(0)

export const sameVersion = <K extends string>(a: Version<K>, b: Version<K>): boolean => a.value === b.value

/** The version `count` events later. */
export const logVersionAfter = (version: LogVersion, count: number): LogVersion =>
  logVersion(version.value + BigInt(count))

/** The version `count` events earlier: what stood before an append of that many. */
export const logVersionBefore = (version: LogVersion, count: number): LogVersion =>
  logVersion(version.value - BigInt(count))

/**
 * A version as it is written: a decimal string.
 *
 * @example
 * import { logVersion, showVersion } from '@ardiya/core'
 *
 * assert.strictEqual(showVersion(logVersion(42)), '42')
 */
export const showVersion = (version: StreamVersion | LogVersion): string => version.value.toString()

const codec = <K extends string>(kind: K, make: (value: bigint) => Version<K>) =>
  new t.Type<Version<K>, string, unknown>(
    kind,
    (u): u is Version<K> => typeof u === 'object' && u !== null && 'kind' in u && u.kind === kind,
    (u, context) =>
      typeof u === 'string' && /^(?:0|[1-9]\d*)$/.test(u) ? E.right(make(BigInt(u))) : t.failure(u, context),
    showVersion as (version: Version<K>) => string
  )

/** The string form of a log version, `"42"`. */
export const LogVersion = codec('LogVersion', logVersion)
/** The string form of a stream version, `"7"`. */
export const StreamVersion = codec('StreamVersion', streamVersion)
