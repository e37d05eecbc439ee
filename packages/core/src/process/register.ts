/** Entering what the process refers to: associations, themes, references and authorities, each under the next number. */
import { type CommandOf } from '../kernel/command'
import { millis } from '../kernel/primitives'
import { type Coalition } from './coalition'
import { type processCommands } from './commands'
import { nextAssociation, nextAuthority, nextReference, nextTheme } from './numbers'
import { type Objection } from '../kernel/objection'
import { notNext, type ProcessDecision, unless } from './preconditions'
import { RegisterNumberTaken } from './rejections'
import { standingAt } from './standing'
import { type ProcessState } from './state'

type Commands = typeof processCommands

/** AssociationRegistered. A register number names one association, save one that has left and comes back. */
export const registerAssociation =
  ({ payload }: CommandOf<Commands, 'RegisterAssociation'>, coalition: Coalition) =>
  (state: ProcessState): ProcessDecision =>
    unless(
      coalition.process,
      [
        () => notNext('payload.ref', payload.ref, nextAssociation(state)),
        () => registerNumberTaken(payload.registerNumber, state, coalition)
      ],
      () => [{ type: 'AssociationRegistered', data: payload }]
    )

const registerNumberTaken = (
  registerNumber: string | undefined,
  { associations }: ProcessState,
  { at }: Coalition
): Objection => {
  if (registerNumber === undefined) return undefined
  const holder = associations.find(
    association =>
      association.registerNumber === registerNumber && standingAt(association, millis(at)) !== 'left'
  )
  return holder === undefined
    ? undefined
    : RegisterNumberTaken('payload.registerNumber', registerNumber, { by: holder.ref })
}

/** ThemeDefined. */
export const defineTheme =
  ({ payload }: CommandOf<Commands, 'DefineTheme'>, { process }: Coalition) =>
  (state: ProcessState): ProcessDecision =>
    unless(process, [() => notNext('payload.ref', payload.ref, nextTheme(state))], () => [
      { type: 'ThemeDefined', data: payload }
    ])

/** ReferenceRegistered. */
export const registerReference =
  ({ payload }: CommandOf<Commands, 'RegisterReference'>, { process }: Coalition) =>
  (state: ProcessState): ProcessDecision =>
    unless(process, [() => notNext('payload.ref', payload.ref, nextReference(state))], () => [
      { type: 'ReferenceRegistered', data: payload }
    ])

/** AuthorityRegistered. */
export const registerAuthority =
  ({ payload }: CommandOf<Commands, 'RegisterAuthority'>, { process }: Coalition) =>
  (state: ProcessState): ProcessDecision =>
    unless(process, [() => notNext('payload.ref', payload.ref, nextAuthority(state))], () => [
      { type: 'AuthorityRegistered', data: payload }
    ])
