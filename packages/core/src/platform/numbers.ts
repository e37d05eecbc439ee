/** References inside a platform: clauses are numbered at freeze, the rest as they come; none is reused. */
import { type Positive } from '../kernel/primitives'
import { type SubmissionRef } from '../submission/ids'
import {
  type ClauseRef,
  type CommitmentRef,
  type PlatformRef,
  type RaisingRef,
  type ResponseRef
} from './ids'
import { documentOf } from './standing'
import { type Commitment, type PlatformState, type Raising } from './state'

/** `V1.3`: how a clause is called aloud. */
export const clauseRef = (platform: PlatformRef, number: Positive): ClauseRef =>
  `${platform}.${number}` as ClauseRef

/** The clauses of the frozen document, in the order of their numbers; none before the freeze. */
export const clauseNumbers = (
  state: PlatformState
): ReadonlyArray<{
  readonly clause: ClauseRef
  readonly number: Positive
  readonly submission: SubmissionRef
}> =>
  (documentOf(state)?.clauses ?? []).map(({ number, ref }) => ({
    clause: clauseRef(documentOf(state)?.platform ?? ('V0' as PlatformRef), number),
    number,
    submission: ref
  }))

/** The next raising, `V1-S3`. */
export const nextRaising = (platform: PlatformRef, state: PlatformState): RaisingRef =>
  `${platform}-S${Object.keys(state.raisings).length + 1}` as RaisingRef

/** The next response to a raising, `V1-S3-N1`; retracted ones keep their numbers. */
export const nextResponse = (state: PlatformState, raising: RaisingRef): ResponseRef =>
  `${raising}-N${(state.raisings[raising]?.responses.length ?? 0) + 1}` as ResponseRef

/** The next commitment, `V1-K2`. */
export const nextCommitment = (platform: PlatformRef, state: PlatformState): CommitmentRef =>
  `${platform}-K${Object.keys(state.commitments).length + 1}` as CommitmentRef

/** All raisings in the order of their numbers, whatever the order of the record's keys. */
export const raisingsOf = (state: PlatformState): ReadonlyArray<Raising> =>
  inNumberOrder(Object.values(state.raisings))

/** All commitments in the order of their numbers. */
export const commitmentsOf = (state: PlatformState): ReadonlyArray<Commitment> =>
  inNumberOrder(Object.values(state.commitments))

function inNumberOrder<A extends { readonly ref: string }>(
  items: ReadonlyArray<A | undefined>
): ReadonlyArray<A> {
  return items
    .flatMap(item => (item === undefined ? [] : [item]))
    .sort((a, b) => lastNumber(a.ref) - lastNumber(b.ref))
}

/** The number at the end of a reference: 3 of `V1-S3`, 12 of `P12`. */
export const lastNumber = (ref: string): number => Number(/\d+$/.exec(ref)?.[0] ?? 0)
