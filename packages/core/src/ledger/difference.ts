/** How a recorded event differs from what deciding again gives. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type LoggedRecord, type StoredRecord } from '../kernel/event-store'
import { type EventId } from '../kernel/primitives'
import { envelopeOf } from '../kernel/recognise'
import { type Rejection } from '../kernel/rejection'
import { showVersion } from '../kernel/version'

/** The first event that is not what deciding again gives, and why. */
export interface Difference {
  readonly id: EventId
  readonly log: string
  readonly type: string
  readonly because:
    | { readonly tag: 'BytesDiffer'; readonly fields: ReadonlyArray<string> }
    | { readonly tag: 'Refused'; readonly rejection: Rejection }
    | { readonly tag: 'NotDecided' }
    | { readonly tag: 'LeftOut' }
    /** It belongs to an act whose first event, which bears the command, is not before it. */
    | { readonly tag: 'CommandLeftOut'; readonly missing: EventId }
    | { readonly tag: 'CommandNotUnderstood' }
    /** Newer software decided it: it can be read and verified here, but not decided again (guarantees.md §3). */
    | { readonly tag: 'RulesNotKnown'; readonly rules: number; readonly known: ReadonlyArray<number> }
}

/** Where a record stands: what a difference says of it beside the reason. */
export const placeOf = (record: LoggedRecord): Omit<Difference, 'because'> => ({
  id: record.id,
  log: showVersion(record.log),
  type: record.type
})

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

/** The fields of the envelope, and of its data, in which two events of one id differ. */
export const differingFields = (decided: StoredRecord, record: LoggedRecord): ReadonlyArray<string> =>
  pipe(
    E.Do,
    E.bind('is', () => envelopeOf({ ...decided, log: record.log })),
    E.bind('was', () => envelopeOf(record)),
    E.match(
      () => ['bytes'],
      ({ is, was }) => {
        const { data: isData, ...isRest } = is
        const { data: wasData, ...wasRest } = was
        return [
          ...fieldsThatDiffer(isRest, wasRest),
          ...fieldsThatDiffer(isData, wasData).map(field => `data.${field}`)
        ]
      }
    )
  )

const fieldsThatDiffer = (
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>
): ReadonlyArray<string> =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    key => JSON.stringify(a[key]) !== JSON.stringify(b[key])
  )
