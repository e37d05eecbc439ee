/**
 * What is judged of every act before its slice sees it: when it happened (rule 2), who acts and who typed (rule 3),
 * and whether the stage allows it (rule 6).
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Actor, type AssociationRef, type MandateRef } from '../kernel/envelope'
import { type Instant, millis, type PersonRef } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { PrecedesWhatItRefersTo, ReferenceUnknown } from '../kernel/rejections'
import { officersAt } from '../meeting/sittings'
import { NotAnAssociation } from '../submission/rejections'
import { type Coalition, type Mandate } from '../process/coalition'
import { coalitionAt } from '../process/coalition-at'
import { type Stage } from '../process/ids'
import { type ProcessState } from '../process/state'
import { type Command } from './command-table'
import { type Doer, permissions } from './permissions'
import { ownerOf } from './reads'
import {
  AfterItWasRecorded,
  AssociationMayNotAct,
  EvidenceMissing,
  MandateNotValid,
  MayNotRecordForOthers,
  NotForThisActor,
  NotInThisStage
} from './rejections'
import { type States } from './states'

const graceMillis = 5 * 60 * 1000

type Judged = E.Either<Rejection, void>
const fine: Judged = E.right(undefined)
const fineIf = (condition: boolean, rejection: () => Rejection): Judged =>
  condition ? fine : E.left(rejection())

/**
 * The coalition as at the act, if the act is one that this actor may do then. The completion of an erasure is bound
 * to the act that asked for it: a mandate that ended meanwhile does not keep a person's details alive (rule 20).
 */
export const authorise = (command: Command, states: States): E.Either<Rejection, Coalition> =>
  states.process === undefined
    ? E.left(ReferenceUnknown('process', command.process, { kind: 'process' }))
    : authoriseIn(command, states, states.process)

const authoriseIn = (
  command: Command,
  states: States,
  process: ProcessState
): E.Either<Rejection, Coalition> => {
  const coalition = coalitionAt(process, command.occurredAt)
  const timely = judgeTimes(command, coalition.openedAt)
  return command.name === 'CompletePersonErasure'
    ? pipe(
        timely,
        E.map(() => coalition)
      )
    : pipe(
        timely,
        E.flatMap(() => judgeActor(command, states, coalition)),
        E.flatMap(() => judgeStage(command, coalition)),
        E.flatMap(() => judgeTypist(command, states, process, coalition)),
        E.map(() => coalition)
      )
}

/** Not before the process began, nor after the record says that it was typed (rule 2). */
export const judgeTimes = (command: Command, openedAt: Instant): Judged =>
  millis(command.occurredAt) > millis(command.recordedAt) + graceMillis
    ? E.left(AfterItWasRecorded('at', command.occurredAt, { recordedAt: command.recordedAt }))
    : fineIf(millis(command.occurredAt) >= millis(openedAt), () =>
        PrecedesWhatItRefersTo('at', command.occurredAt, { refersTo: command.process, since: openedAt })
      )

/** The actor may do this at all, with a mandate valid at that time. */
const judgeActor = (command: Command, states: States, coalition: Coalition): Judged => {
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
      : officerOf(command, states, actor.office) === actor.mandate
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

/** Who chairs or reports the meeting then; opening a sitting is judged on the chair that it names (rule 3). */
const officerOf = (
  command: Command,
  states: States,
  office: 'chair' | 'rapporteur'
): MandateRef | undefined => {
  if (command.name === 'OpenMeeting') return command.payload[office]
  const meeting = states.meetings[meetingOf(command) ?? '']
  return meeting === undefined ? undefined : officersAt(meeting, command.occurredAt)?.[office]
}

/** The meeting that an act is done at, where it is done at one. */
export const meetingOf = (command: Command): string | undefined => {
  switch (command.name) {
    case 'AnnulDecision':
      return ownerOf(command.payload.decision)
    case 'RetractEntry':
      return command.payload.stream.slice(command.payload.stream.indexOf('.') + 1)
    default:
      return 'meeting' in command.payload ? command.payload.meeting : undefined
  }
}

const judgeMandate = (mandate: Mandate, coalition: Coalition): Judged =>
  mandate.valid ? fine : mandateFails(mandate.ref, whyNotValid(mandate, coalition), coalition)

const whyNotValid = (mandate: Mandate, { date }: Coalition): 'notYet' | 'ended' | 'revoked' => {
  if (date < mandate.from) return 'notYet'
  return mandate.until !== undefined && date > mandate.until ? 'ended' : 'revoked'
}

const mandateFails = (
  mandate: MandateRef,
  because: Parameters<typeof MandateNotValid>[2]['because'],
  { date }: Coalition
): Judged => E.left(MandateNotValid('actor.mandate', mandate, { because, date }))

/** The stage as at the act allows it; late contributions as the charter says. */
const judgeStage = (command: Command, coalition: Coalition): Judged => {
  const allowed = stagesOf(command, coalition)
  return fineIf(allowed.includes(coalition.stage), () =>
    NotInThisStage('at', command.occurredAt, { stage: coalition.stage, allowed })
  )
}

const stagesOf = (command: Command, coalition: Coalition): ReadonlyArray<Stage> => {
  if (command.name === 'Decide') return decisionStages(command.payload.subject.kind, command.payload.motion)
  const permission = permissions[command.name]
  return permission.late === true && !acceptsLate(coalition)
    ? permission.stages.filter(stage => stage !== 'refining')
    : permission.stages
}

const acceptsLate = ({ charter }: Coalition): boolean => charter.terms.lateSubmissions === 'accepted'

const everyStage: ReadonlyArray<Stage> = [
  'gathering',
  'refining',
  'adoption',
  'advocacy',
  'followUp',
  'closed'
]

/** A decision's stage by its subject (domain.md §5). */
const decisionStages = (kind: string, motion: string): ReadonlyArray<Stage> => {
  switch (kind) {
    case 'submission':
      return motion === 'decline' || motion === 'defer' ? ['refining', 'adoption'] : ['refining']
    case 'amendment':
    case 'merge':
    case 'split':
    case 'collision':
      return ['refining']
    case 'platform':
      return ['adoption']
    default:
      return everyStage
  }
}

/** Who typed: the actor itself, or another with evidence of what was said (rule 3). */
const judgeTypist = (
  command: Command,
  states: States,
  process: ProcessState,
  coalition: Coalition
): Judged => {
  const { actor, recordedBy } = command
  if (actor.as !== 'meeting' && actor.mandate === recordedBy) return fine
  const typed = coalitionAt(process, command.recordedAt).mandate(recordedBy)
  const typist = typed ?? coalition.mandate(recordedBy)
  if (typist === undefined) {
    return E.left(
      MandateNotValid('recordedBy', recordedBy, { because: 'unknown', date: command.recordedAt.slice(0, 10) })
    )
  }
  if (!typist.valid && coalition.mandate(recordedBy)?.valid !== true) {
    return E.left(
      MandateNotValid('recordedBy', recordedBy, {
        because: whyNotValid(typist, coalition),
        date: command.recordedAt.slice(0, 10)
      })
    )
  }
  return judgeBehalf(command, states, typist)
}

const judgeBehalf = (command: Command, states: States, typist: Mandate): Judged => {
  const { actor } = command
  const isOffice = typist.role === 'secretary' || typist.role === 'convenor'
  const atTable = isOffice || isOfficer(command, states, typist.ref)
  const ofMeeting = actor.as === 'meeting' || (actor.as === 'office' && isTableOffice(actor.office))
  if (ofMeeting && atTable) return fine
  const ownAssociation = actor.as === 'association' && typist.association === actor.association
  if (!atTable && !ownAssociation) {
    return E.left(MayNotRecordForOthers('recordedBy', typist.ref, { role: typist.role }))
  }
  return fineIf(command.evidence !== undefined, () =>
    EvidenceMissing('evidence', null, {
      actor: actor.as === 'meeting' ? actor.meeting : actor.mandate
    })
  )
}

const isTableOffice = (office: string): boolean => office === 'chair' || office === 'rapporteur'

const isOfficer = (command: Command, states: States, mandate: MandateRef): boolean =>
  officerOf(command, states, 'chair') === mandate || officerOf(command, states, 'rapporteur') === mandate
