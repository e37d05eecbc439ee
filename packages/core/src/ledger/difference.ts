/** How a recorded event differs from what deciding again gives. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type LoggedRecord, type StoredRecord } from '../kernel/event-store'
import { type EventId } from '../kernel/primitives'
import { envelopeOf } from '../kernel/recognise'
import { type Rejection } from '../kernel/rejection'
import { type StreamName } from '../kernel/stream-name'
import { type Place } from './place'
import { type MissingVersion } from './versions-seen'

/** The first event that is not what deciding again gives, and why. */
export interface Difference extends Place {
  /** What the log lacks, where a later event of the same stream shows it. */
  readonly missing?: MissingVersion
  readonly because:
    | { readonly tag: 'BytesDiffer'; readonly fields: ReadonlyArray<string> }
    | { readonly tag: 'Refused'; readonly rejection: Rejection }
    | { readonly tag: 'NotDecided' }
    /** The act gives it, and it is not there: its stream, and the version that it would have in it. */
    | { readonly tag: 'LeftOut'; readonly stream: StreamName; readonly version: string }
    /** It belongs to an act whose first event, which bears the command, is not before it. */
    | { readonly tag: 'CommandLeftOut'; readonly missing: EventId }
    /** An act before it bears the same command id (rule 17). */
    | { readonly tag: 'CommandIdTaken' }
    | { readonly tag: 'CommandNotUnderstood' }
    /** Newer software decided it: it can be read and verified here, but not decided again (guarantees.md §3). */
    | { readonly tag: 'RulesNotKnown'; readonly rules: number; readonly known: ReadonlyArray<number> }
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

/** The fields of the envelope, and of its data, in which two events of one id differ; `bytes` where only the writing does. */
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
        const fields = [
          ...fieldsThatDiffer(isRest, wasRest),
          ...fieldsThatDiffer(isData, wasData).map(field => `data.${field}`)
        ]
        return fields.length === 0 ? ['bytes'] : fields
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
