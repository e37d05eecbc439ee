/** Who typed an act: its actor, or another on behalf of it (rule 3). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Coalition, type Mandate } from '../process/coalition'
import { coalitionAt } from '../process/coalition-at'
import { type ProcessState } from '../process/state'
import { type Command } from './command-table'
import { fine, fineIf, type Judged } from './judged'
import { type Officers, officersOf } from './officers'
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
  judgeTyping(
    { ...command, onBehalf: command.evidence !== undefined },
    officersOf(command, states),
    coalitionAt(process, command.recordedAt),
    coalition
  )

/** An act as far as it matters who typed it; `onBehalf`: with evidence of what was said. */
export interface Typing extends Pick<Command, 'actor' | 'recordedBy' | 'recordedAt'> {
  readonly onBehalf: boolean
}

/** The same of what is on record: `typing` and `happening` are the coalition when it was typed and when it happened. */
export const judgeTyping = (
  act: Typing,
  officers: Officers | undefined,
  typing: Coalition,
  happening: Coalition
): Judged =>
  act.actor.as !== 'meeting' && act.actor.mandate === act.recordedBy
    ? fine
    : pipe(
        typistOf(act, typing, happening),
        E.flatMap(typist => judgeBehalf(act, officers, typist))
      )

/** The holder of a mandate that is valid when the act is typed, or was when it happened. */
const typistOf = (
  { recordedBy, recordedAt }: Typing,
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

const judgeBehalf = (act: Typing, officers: Officers | undefined, typist: Mandate): Judged => {
  const { actor, onBehalf } = act
  const atTable =
    typist.role === 'secretary' || officers?.chair === typist.ref || officers?.rapporteur === typist.ref
  if (isOfTheTable(act) && atTable) return fine
  const ownAssociation = actor.as === 'association' && typist.association === actor.association
  if (!atTable && typist.role !== 'convenor' && !ownAssociation) {
    return E.left(MayNotRecordForOthers('recordedBy', typist.ref, { role: typist.role }))
  }
  return fineIf(onBehalf, () =>
    EvidenceMissing('evidence', null, {
      actor: actor.as === 'meeting' ? actor.meeting : actor.mandate
    })
  )
}

/** A meeting's act, or its chair's or rapporteur's. */
const isOfTheTable = ({ actor }: Typing): boolean =>
  actor.as === 'meeting' ||
  (actor.as === 'office' && (actor.office === 'chair' || actor.office === 'rapporteur'))
