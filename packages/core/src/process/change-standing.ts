/** An association leaves, is suspended, or is reinstated: its past acts stand (rule 3). */
import { type CommandOf } from '../kernel/command'
import { type AssociationRef } from '../kernel/envelope'
import { type Words } from '../kernel/primitives'
import { type DecisionRef } from '../meeting/ids'
import { type Standing, type Coalition } from './coalition'
import { type processCommands } from './commands'
import { associationOf } from './numbers'
import { associationGone, associationUnknown, type ProcessDecision, unless } from './preconditions'
import { type ProcessState } from './state'

type RecordAssociationLeft = CommandOf<typeof processCommands, 'RecordAssociationLeft'>

/** AssociationLeft, also of a suspended one; `[]` where it had left by then. */
export const recordAssociationLeft =
  ({ payload }: RecordAssociationLeft, coalition: Coalition) =>
  (state: ProcessState): ProcessDecision =>
    unless(
      coalition.process,
      [() => associationUnknown('payload.association', payload.association, state, coalition)],
      () =>
        coalition.standing(payload.association) === 'left' ? [] : [{ type: 'AssociationLeft', data: payload }]
    )

/** What a meeting decides of an association's standing: `association` is the subject's reference. */
export interface StandingDecision {
  readonly association: string
  readonly reason: Words
  readonly decision: DecisionRef
}

/** AssociationSuspended of a meeting's decision, with its reason; `[]` where it is suspended already. */
export const suspend =
  ({ association, reason, decision }: StandingDecision, coalition: Coalition) =>
  (state: ProcessState): ProcessDecision =>
    unless(coalition.process, unfit(association, state, coalition), () =>
      whereIs('registered', association, state, coalition).map(ref => ({
        type: 'AssociationSuspended',
        data: { association: ref, decision, reason }
      }))
    )

/** A reinstatement needs no reason. */
export type Reinstatement = Omit<StandingDecision, 'reason'> & { readonly reason?: Words | undefined }

/** AssociationReinstated of a meeting's decision; `[]` where it is not suspended. */
export const reinstate =
  ({ association, reason, decision }: Reinstatement, coalition: Coalition) =>
  (state: ProcessState): ProcessDecision =>
    unless(coalition.process, unfit(association, state, coalition), () =>
      whereIs('suspended', association, state, coalition).map(ref => ({
        type: 'AssociationReinstated',
        data: { association: ref, decision, ...(reason === undefined ? {} : { reason }) }
      }))
    )

const unfit = (ref: string, state: ProcessState, coalition: Coalition) => [
  () => associationUnknown('payload.subject.ref', ref, state, coalition),
  () => associationGone('payload.subject.ref', ref, state, coalition)
]

const whereIs = (
  standing: Standing,
  ref: string,
  state: ProcessState,
  coalition: Coalition
): ReadonlyArray<AssociationRef> => {
  const found = associationOf(state, ref)
  return found !== undefined && coalition.standing(found.ref) === standing ? [found.ref] : []
}
