/** In whose name an act is done: whether this actor may do it, with a mandate valid at that time (rule 3). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Actor, type AssociationRef, type MandateRef } from '../kernel/envelope'
import { type PersonRef } from '../kernel/primitives'
import { type Coalition, type Mandate } from '../process/coalition'
import { type ProcessState } from '../process/state'
import { NotAnAssociation } from '../submission/rejections'
import { type Command } from './command-table'
import { fine, fineIf, type Judged } from './judged'
import { meetingOf, officersOf } from './officers'
import { type Doer, permissions } from './permissions'
import { AssociationMayNotAct, MandateNotValid, NotForThisActor } from './rejections'
import { type States } from './states'

/** The actor may do this at all, with a mandate valid at that time. */
export const judgeActor = (command: Command, states: States, coalition: Coalition): Judged => {
  const { actor } = command
  switch (actor.as) {
    case 'association':
      return judgeAssociation(command, actor, states, coalition)
    case 'office':
      return judgeOffice(command, actor, states, coalition)
    case 'meeting':
      return pipe(
        judgeDoer(command, 'meeting'),
        E.flatMap(() =>
          fineIf(meetingOf(command) === actor.meeting, () =>
            NotForThisActor('actor.meeting', actor.meeting, { by: [meetingOf(command) ?? ''] })
          )
        )
      )
  }
}

const judgeDoer = (command: Command, doer: Doer): Judged => {
  const { by } = permissions[command.name]
  if (by.includes(doer)) return fine
  return E.left(
    command.actor.as !== 'association' && by.every(isOfAssociation)
      ? NotAnAssociation('actor', command.actor.as, {})
      : NotForThisActor('actor', doer, { by })
  )
}

const isOfAssociation = (doer: Doer): boolean => doer === 'representative' || doer === 'alternate'

const judgeAssociation = (
  command: Command,
  actor: Extract<Actor, { readonly as: 'association' }>,
  states: States,
  coalition: Coalition
): Judged => {
  const mandate = coalition.mandate(actor.mandate)
  const standing = coalition.standing(actor.association)
  const permission = permissions[command.name]
  if (mandate === undefined || standing === undefined)
    return mandateFails(actor.mandate, 'unknown', coalition)
  if (mandate.association !== actor.association) return mandateFails(actor.mandate, 'ofAnother', coalition)
  if (standing !== 'registered' && permission.alsoSuspended !== true) {
    return E.left(AssociationMayNotAct('actor.association', actor.association, { standing }))
  }
  return pipe(
    judgeDoer(command, associationDoer(mandate, permission.by)),
    E.flatMap(() => judgeMandate(mandate, coalition)),
    E.flatMap(() => judgeOwn(command, actor.association, states.process))
  )
}

/** An association leaves for itself and asks for its own people; for others the convenor's office does. */
const judgeOwn = (
  { name, payload }: Command,
  association: AssociationRef,
  process: ProcessState | undefined
): Judged => {
  const by = ['convenor', 'secretary']
  if (name === 'RecordAssociationLeft' && payload.association !== association)
    return E.left(NotForThisActor('payload.association', payload.association, { by }))
  return name === 'AskPersonErasure' && isOfAnother(payload.person, association, process)
    ? E.left(NotForThisActor('payload.person', payload.person, { by }))
    : fine
}

/** Whether the person holds mandates of other associations only. */
const isOfAnother = (
  person: PersonRef,
  association: AssociationRef,
  process: ProcessState | undefined
): boolean => {
  const holds = (process?.associations ?? []).filter(({ mandates }) =>
    mandates.some(mandate => mandate.person === person)
  )
  return holds.length > 0 && holds.every(({ ref }) => ref !== association)
}

/** The convenor's and the secretary's mandates also speak for their association. */
const associationDoer = (mandate: Mandate, by: ReadonlyArray<Doer>): Doer =>
  mandate.role === 'alternate'
    ? 'alternate'
    : by.includes('representative')
      ? 'representative'
      : (by.find(doer => doer === 'alternate') ?? 'representative')

const judgeOffice = (
  command: Command,
  actor: Extract<Actor, { readonly as: 'office' }>,
  states: States,
  coalition: Coalition
): Judged => {
  const mandate = coalition.mandate(actor.mandate)
  if (mandate === undefined) return mandateFails(actor.mandate, 'unknown', coalition)
  const held =
    actor.office === 'convenor' || actor.office === 'secretary'
      ? mandate.role === actor.office
      : officersOf(command, states)?.[actor.office] === actor.mandate
  return pipe(
    judgeDoer(command, actor.office),
    E.flatMap(() =>
      held
        ? judgeMandate(mandate, coalition)
        : mandateFails(
            actor.mandate,
            actor.office === 'chair' || actor.office === 'rapporteur' ? 'notOfTheMeeting' : 'ofAnother',
            coalition
          )
    )
  )
}

const judgeMandate = (mandate: Mandate, coalition: Coalition): Judged =>
  mandate.valid ? fine : mandateFails(mandate.ref, whyNotValid(mandate, coalition), coalition)

/** Why a mandate is not valid on the date of the act. */
export const whyNotValid = (mandate: Mandate, { date }: Coalition): 'notYet' | 'ended' | 'revoked' => {
  if (date < mandate.from) return 'notYet'
  return mandate.until !== undefined && date > mandate.until ? 'ended' : 'revoked'
}

const mandateFails = (
  mandate: MandateRef,
  because: Parameters<typeof MandateNotValid>[2]['because'],
  { date }: Coalition
): Judged => E.left(MandateNotValid('actor.mandate', mandate, { because, date }))
