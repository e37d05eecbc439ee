import type * as t from 'io-ts'
import { matching, type ProcessSlug } from '../kernel/primitives'
import { type StreamName, streamOf } from '../kernel/stream-name'

/** `V1`: a version of the joint platform. */
export const PlatformRef = matching(/^V[1-9]\d{0,5}$/, 'PlatformRef')
export type PlatformRef = t.TypeOf<typeof PlatformRef>

/** `V1.3`: a clause, numbered at freeze. */
export const ClauseRef = matching(/^V[1-9]\d{0,5}\.[1-9]\d{0,5}$/, 'ClauseRef')
export type ClauseRef = t.TypeOf<typeof ClauseRef>

/** `V1-S1`: a raising of the platform to an authority. */
export const RaisingRef = matching(/^V[1-9]\d{0,5}-S[1-9]\d{0,5}$/, 'RaisingRef')
export type RaisingRef = t.TypeOf<typeof RaisingRef>

/** `V1-S1-N1`: a response to a raising. */
export const ResponseRef = matching(/^V[1-9]\d{0,5}-S[1-9]\d{0,5}-N[1-9]\d{0,5}$/, 'ResponseRef')
export type ResponseRef = t.TypeOf<typeof ResponseRef>

/** `V1-K1`: a commitment of an institution. */
export const CommitmentRef = matching(/^V[1-9]\d{0,5}-K[1-9]\d{0,5}$/, 'CommitmentRef')
export type CommitmentRef = t.TypeOf<typeof CommitmentRef>

/** The platform that a clause, raising, response or commitment belongs to: `V1` of `V1-S2-N3`. */
export const platformOf = (ref: ClauseRef | RaisingRef | ResponseRef | CommitmentRef): PlatformRef =>
  ref.slice(0, ref.search(/[.-]/)) as PlatformRef

/** The raising that a response answers: `V1-S2` of `V1-S2-N3`. */
export const raisingOf = (ref: ResponseRef): RaisingRef => ref.slice(0, ref.lastIndexOf('-')) as RaisingRef

/** The stream that a platform's events stand in. */
export const platformStream = (process: ProcessSlug, ref: PlatformRef): StreamName =>
  streamOf(process, `V${Number(ref.slice(1))}`)
