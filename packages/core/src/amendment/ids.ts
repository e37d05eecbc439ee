import type * as t from 'io-ts'
import { matching } from '../kernel/primitives'

/** `P1-A2`: an amendment to a submission. */
export const AmendmentRef = matching(/^[DEP][1-9]\d{0,5}-A[1-9]\d{0,5}$/, 'AmendmentRef')
export type AmendmentRef = t.TypeOf<typeof AmendmentRef>

/** `P1-X1`: a collision between amendments to a submission. */
export const CollisionRef = matching(/^[DEP][1-9]\d{0,5}-X[1-9]\d{0,5}$/, 'CollisionRef')
export type CollisionRef = t.TypeOf<typeof CollisionRef>
