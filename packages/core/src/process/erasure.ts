/** What is recorded of persons after a mandate made them known: other details, and their erasure (rule 20). */
import { type CommandOf } from '../kernel/command'
import { type CommandId, type PersonRef } from '../kernel/primitives'
import { type Coalition } from './coalition'
import { type processCommands } from './commands'
import { type Objection, precedes } from '../kernel/objection'
import { personErased, personUnknown, type ProcessDecision, unless } from './preconditions'
import { CompletionTaken, ErasureCompletionDiffers, ErasureNotAsked } from './rejections'
import { type ErasureRequest, type ProcessState } from './state'

type Commands = typeof processCommands

/** PersonDetailsChanged; `[]` where the log has that commitment already. */
export const changePersonDetails =
  ({ payload }: CommandOf<Commands, 'ChangePersonDetails'>, coalition: Coalition) =>
  (state: ProcessState): ProcessDecision => {
    const { person, commitment } = payload
    return unless(
      coalition.process,
      [
        () => personUnknown('payload.person', person, state, coalition),
        () => personErased('payload.person', person, state)
      ],
      () =>
        state.persons[person]?.commitment === commitment
          ? []
          : [{ type: 'PersonDetailsChanged', data: payload }]
    )
  }

/**
 * PersonErasureAsked, the first of two phases: it names the command that completes it, so that whoever next opens the
 * store for writing can do so. `[]` where it was asked before.
 */
export const askPersonErasure =
  ({ id, payload }: CommandOf<Commands, 'AskPersonErasure'>, coalition: Coalition) =>
  (state: ProcessState): ProcessDecision => {
    const { person, completion } = payload
    return unless(
      coalition.process,
      [
        () => personUnknown('payload.person', person, state, coalition),
        () => completionTaken(id, person, completion, state)
      ],
      () =>
        state.persons[person]?.erasure === undefined ? [{ type: 'PersonErasureAsked', data: payload }] : []
    )
  }

const completionTaken = (
  id: CommandId,
  person: PersonRef,
  completion: CommandId,
  state: ProcessState
): Objection => {
  if (completion === id) return CompletionTaken('payload.completion', completion, { by: id })
  const other = erasures(state).find(asked => asked.completion === completion && asked.person !== person)
  return other === undefined
    ? undefined
    : CompletionTaken('payload.completion', completion, { by: other.person })
}

/** PersonErased, when the directory has forgotten the person; `[]` where it is recorded already. */
export const completePersonErasure =
  ({ id, payload }: CommandOf<Commands, 'CompletePersonErasure'>, coalition: Coalition) =>
  (state: ProcessState): ProcessDecision => {
    const { person } = payload
    const erasure = state.persons[person]?.erasure
    return unless(
      coalition.process,
      [
        () => personUnknown('payload.person', person, state, coalition),
        () => notAsked(id, person, erasure?.asked, coalition)
      ],
      () =>
        erasure === undefined || erasure.done !== undefined
          ? []
          : [{ type: 'PersonErased', data: { person }, cause: erasure.asked.event }]
    )
  }

const notAsked = (
  id: CommandId,
  person: PersonRef,
  asked: ErasureRequest | undefined,
  { at }: Coalition
): Objection => {
  if (asked === undefined) return ErasureNotAsked('payload.person', person, {})
  if (asked.completion !== id) {
    return ErasureCompletionDiffers('id', id, { completion: asked.completion })
  }
  return precedes(at, person, asked.at)
}

/** An erasure that was asked, by whom, and whether it is done. */
export type Erasure = ErasureRequest & { readonly person: PersonRef; readonly done: boolean }

/** Every erasure that was asked: those not done are finished at the next opening, those done applied after a restore. */
export const erasures = ({ persons }: ProcessState): ReadonlyArray<Erasure> =>
  Object.values(persons).flatMap(({ ref, erasure }) =>
    erasure === undefined ? [] : [{ ...erasure.asked, person: ref, done: erasure.done !== undefined }]
  )
