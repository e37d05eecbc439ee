/**
 * `process-<slug>`, `meeting-<slug>.M1`, `submission-<slug>.P1`, `platform-<slug>.V1`: the kind before the first `-`,
 * the reference after the only dot. Parsed, never matched by prefix (domain.md §2).
 */
import * as O from 'fp-ts/lib/Option'
import * as t from 'io-ts'
import { ProcessSlug } from './primitives'

export type StreamKind = 'process' | 'meeting' | 'submission' | 'platform'

export interface StreamParts {
  readonly kind: StreamKind
  readonly process: ProcessSlug
  /** `M1`, `P3`, `V1`; absent for the process's own stream. */
  readonly ref?: string
}

const shape = /^(process|meeting|submission|platform)-([a-z][a-z0-9-]*)(?:\.([A-Z][1-9]\d*))?$/
const refShape: Record<StreamKind, RegExp> = {
  process: /^$/,
  meeting: /^M/,
  submission: /^[DEP]/,
  platform: /^V/
}

export const parseStreamName = (name: string): O.Option<StreamParts> => {
  const [, kind, process, ref] = shape.exec(name) ?? []
  return isKind(kind) && ProcessSlug.is(process) && refShape[kind].test(ref ?? '')
    ? O.some({ kind, process, ...(ref === undefined ? {} : { ref }) })
    : O.none
}

const isKind = (kind: string | undefined): kind is StreamKind =>
  kind === 'process' || kind === 'meeting' || kind === 'submission' || kind === 'platform'

/** The full name of a stream, as it stands in the envelope. */
export const StreamName = t.brand(
  t.string,
  (s): s is t.Branded<string, { readonly StreamName: symbol }> => O.isSome(parseStreamName(s)),
  'StreamName'
)
export type StreamName = t.TypeOf<typeof StreamName>

export const processStream = (process: ProcessSlug): StreamName => `process-${process}` as StreamName

/** What the reference of a stream begins with. */
export type Letter = keyof typeof kindOf

/** The stream that a reference lives in: its first letter says the kind. */
export const streamOf = (process: ProcessSlug, ref: `${Letter}${number}`): StreamName =>
  `${kindOf[ref[0] as Letter]}-${process}.${ref}` as StreamName

const kindOf = { M: 'meeting', D: 'submission', E: 'submission', P: 'submission', V: 'platform' } as const
