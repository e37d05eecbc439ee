/** Who typed an act: its actor, or another on behalf of it (rule 3). */
import * as E from 'fp-ts/lib/Either'
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
