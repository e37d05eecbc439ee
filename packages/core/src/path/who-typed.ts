/** Who typed an act: its actor, or another on behalf of it (rule 3). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type MandateRef } from '../kernel/envelope'
import { type Coalition, type Mandate } from '../process/coalition'
import { coalitionAt } from '../process/coalition-at'
import { type ProcessState } from '../process/state'
import { type Command } from './command-table'
import { fine, fineIf, type Judged } from './judged'
import { officerOf } from './officers'
import { EvidenceMissing, MandateNotValid, MayNotRecordForOthers } from './rejections'
import { type States } from './states'
import { whyNotValid } from './who-acts'

/** Who typed: the actor itself, or another with evidence of what was said (rule 3). */
export const judgeTypist = (
  command: Command,
  states: States,
  process: ProcessState,
  coalition: Coalition
): Judged =>
  command.actor.as !== 'meeting' && command.actor.mandate === command.recordedBy
    ? fine
    : pipe(
        typistOf(command, coalitionAt(process, command.recordedAt), coalition),
        E.flatMap(typist => judgeBehalf(command, states, typist))
      )

/** The holder of a mandate that is valid when the act is typed, or was when it happened. */
const typistOf = (
  { recordedBy, recordedAt }: Command,
  typing: Coalition,
  happening: Coalition
): E.Either<ReturnType<typeof MandateNotValid>, Mandate> => {
  const typed = typing.mandate(recordedBy)
  const then = happening.mandate(recordedBy)
  const valid = [typed, then].find(mandate => mandate?.valid === true)
  if (valid !== undefined) return E.right(valid)
  const because = typed === undefined ? 'unknown' : whyNotValid(typed, typing)
  return E.left(MandateNotValid('recordedBy', recordedBy, { because, date: recordedAt.slice(0, 10) }))
}

const judgeBehalf = (command: Command, states: States, typist: Mandate): Judged => {
  const { actor } = command
  const atTable = typist.role === 'secretary' || isOfficer(command, states, typist.ref)
  if (isOfTheTable(command) && atTable) return fine
  const ownAssociation = actor.as === 'association' && typist.association === actor.association
  if (!atTable && typist.role !== 'convenor' && !ownAssociation) {
    return E.left(MayNotRecordForOthers('recordedBy', typist.ref, { role: typist.role }))
  }
  return fineIf(command.evidence !== undefined, () =>
    EvidenceMissing('evidence', null, {
      actor: actor.as === 'meeting' ? actor.meeting : actor.mandate
    })
  )
}

/** A meeting's act, or its chair's or rapporteur's. */
const isOfTheTable = ({ actor }: Command): boolean =>
  actor.as === 'meeting' ||
  (actor.as === 'office' && (actor.office === 'chair' || actor.office === 'rapporteur'))

const isOfficer = (command: Command, states: States, mandate: MandateRef): boolean =>
  officerOf(command, states, 'chair') === mandate || officerOf(command, states, 'rapporteur') === mandate
