/**
 * A refusal is tagged data: what rule, which field, which value, and the numbers. Prose exists only where it is
 * rendered. A slice lists its refusals in one table, so that a test can walk them.
 */
import { type Json } from './primitives'

/** Why a rule does not allow an act: a tag with its rule, the field and value refused, and the numbers. Words are the edge's. */
export interface Rejection<Tag extends string = string, Details = unknown> {
  readonly tag: Tag
  /** The number of the rule in domain.md §5, where one stands behind it. */
  readonly rule?: number
  /** The field of the input that is refused: `payload.ref`, `occurredAt`, `actor.mandate`. */
  readonly field: string
  readonly value: Json
  /** The numbers and names that the remedy needs. */
  readonly details: Details
}

export interface Refusal<Tag extends string, Details> {
  (field: string, value: Json, details: Details): Rejection<Tag, Details>
  readonly tag: Tag
  readonly rule?: number
}

/** Names a refusal: `const QuorumNotReached = refusal('QuorumNotReached', 5)<{ present: number; needed: number }>()`. */
export const refusal =
  <Tag extends string>(tag: Tag, rule?: number) =>
  <Details extends { readonly [name: string]: Json } = Record<never, Json>>(): Refusal<Tag, Details> =>
    Object.assign(
      (field: string, value: Json, details: Details): Rejection<Tag, Details> => ({
        tag,
        ...(rule === undefined ? {} : { rule }),
        field,
        value,
        details
      }),
      { tag, ...(rule === undefined ? {} : { rule }) }
    )
