/**
 * A collision: two amendments to one revision that cannot both be met without a person's word (rule 9). It is stored
 * in CollisionDetected as it was seen, for ever: a change of shape needs an upcaster and a fixture.
 */
import * as E from 'fp-ts/lib/Either'
import * as t from 'io-ts'
import { canonicalBytes } from '../kernel/canonical'
import { sha256 } from '../kernel/hash'
import { Count, type Hash } from '../kernel/primitives'
import { baseText } from './base-text'
import { type Voice } from './clash'
import { clashesAmong } from './clashes'
import { COLLISION_KINDS } from './claims'
import { collisionOf } from './collision-words'
import { normalForm } from './normal-form'
import { Operation } from './operation'
import { type TextProblem } from './rejections'
import { BlockId, type Text } from './text'

/** Why two amendments collide. */
export const CollisionKind = t.keyof(
  Object.fromEntries(COLLISION_KINDS.map(kind => [kind, null])) as Record<
    (typeof COLLISION_KINDS)[number],
    null
  >
)
export type CollisionKind = t.TypeOf<typeof CollisionKind>

/** One side: the amendment, and how the words in question read if only it is met (blocks on lines of their own). */
export const CollisionSide = t.readonly(t.type({ ref: t.string, words: t.string }))
export type CollisionSide = t.TypeOf<typeof CollisionSide>

/**
 * `blocks`: the blocks concerned, in reading order (for `samePlace`: the block behind which both want to stand, none
 * for the start). `at`: for words of one block, the code point at which the words in question begin; absent where
 * whole blocks are in question. `base`: the words in question as the base has them. `first` has the lower reference.
 */
export const Collision = t.readonly(
  t.intersection([
    t.type({
      kind: CollisionKind,
      blocks: t.readonlyArray(BlockId),
      base: t.string,
      first: CollisionSide,
      second: CollisionSide
    }),
    t.partial({ at: Count })
  ])
)
export type Collision = t.TypeOf<typeof Collision>

/** An amendment as the text engine sees it: its reference and its operations on the base. */
export const Amendment = t.readonly(t.type({ ref: t.string, operations: t.readonlyArray(Operation) }))
export type Amendment = t.TypeOf<typeof Amendment>

/** SHA-256 of the collision's JCS bytes: what a resolution names, so that it settles this matter and no other. */
export const collisionHash = (collision: Collision): Hash => sha256(canonicalBytes(collision))

/**
 * Whether two collisions are the same matter though the text around it has changed: kind, amendments and all words
 * agree. So what was settled on one revision can be carried to the next.
 */
export const sameMatter = (a: Collision, b: Collision): boolean =>
  a.kind === b.kind && a.base === b.base && sameSide(a.first, b.first) && sameSide(a.second, b.second)

const sameSide = (a: CollisionSide, b: CollisionSide): boolean => a.ref === b.ref && a.words === b.words

/** References in the order in which people count them: `P1-A2` before `P1-A10`. */
export const byRef = (a: { readonly ref: string }, b: { readonly ref: string }): number =>
  a.ref.length - b.ref.length || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0)

/** The normal form of an amendment, or why it does not fit the base, with its reference. */
export const voiceOf = (
  base: Text,
  amendment: Amendment,
  ready = baseText(base)
): E.Either<TextProblem, Voice> => {
  const change = normalForm(ready, amendment.operations)
  return E.isLeft(change)
    ? E.left({ tag: 'AmendmentDoesNotFit', ref: amendment.ref, because: change.left })
    : E.right({ ref: amendment.ref, change: change.right })
}

/**
 * The collisions between two amendments to one base, none if they can both be met. Operations on the same words, or on
 * words with no untouched code point between them, collide unless they are equal. Left: an amendment does not fit.
 */
export const collisions = (
  base: Text,
  a: Amendment,
  b: Amendment
): E.Either<TextProblem, ReadonlyArray<Collision>> => {
  const ready = baseText(base)
  const [first, second] = [a, b].sort(byRef).map(amendment => voiceOf(base, amendment, ready))
  if (first === undefined || second === undefined) return E.right([])
  if (E.isLeft(first)) return first
  if (E.isLeft(second)) return second
  const voices = [first.right, second.right]
  return E.right(clashesAmong(ready, voices).map(clash => collisionOf(ready, voices, clash)))
}
