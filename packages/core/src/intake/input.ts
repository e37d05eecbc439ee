/**
 * What people or files give: one line of `ardiya apply` (guarantees.md §1). Input is not the command: intake makes
 * the command of it. Exact: an unknown key is refused by name.
 */
import * as t from 'io-ts'
import { Actor, Evidence, MandateRef } from '../kernel/envelope'
import { CommandId, EventId, ProcessSlug, UtcInstant, Words } from '../kernel/primitives'
import { shapeWith } from '../kernel/shapes'

/**
 * `id` absent: a new act each time. `at` is when it happened: an instant with offset, or a local date and time in the
 * process's zone (`2025-10-26T10:00`); absent: now. `recordedAt` is allowed only with a clock from the input.
 * `recordedBy` absent: the actor's own mandate.
 */
export const Input = shapeWith(
  { name: Words, actor: Actor, payload: t.UnknownRecord },
  {
    id: CommandId,
    process: ProcessSlug,
    at: Words,
    recordedAt: UtcInstant,
    recordedBy: MandateRef,
    evidence: Evidence,
    cause: EventId,
    correlation: CommandId
  }
)
export type Input = t.TypeOf<typeof Input>
