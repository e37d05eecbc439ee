/**
 * A decision taken back with its effects, in one append (rule 1): at a meeting, or for a clerical error by chair and
 * rapporteur with evidence. Refused once a frozen platform rests on it.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { millis } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { annulDecision } from '../meeting/annul-decision'
import { hasEffects } from '../meeting/decision'
import { DecisionRef, MeetingRef } from '../meeting/ids'
import { officersAt } from '../meeting/sittings'
import { type DecisionEntry, type MeetingState } from '../meeting/state'
import { frozenAt } from '../platform/standing'
import { type Coalition } from '../process/coalition'
import { SubmissionRef } from '../submission/ids'
import { type Annulling } from './annulling'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { type DecidedEvent } from './event-table'
import { ownerOf } from './reads'
import { ClericalErrorNeedsBoth, DecisionNeeds, FrozenPlatformRestsOnIt } from './rejections'
import { type States } from './states'
import { takeBackEffects } from './take-back'

/** The annulment by a meeting: `DecisionAnnulled` stands in the annulling meeting's stream. */
export const annulAtMeeting = (
  command: CommandNamed<'Decide'>,
  states: States,
  coalition: Coalition
): PathDecision => {
  const { subject, reason, ref: by, meeting: at, motion } = command.payload
  if (!DecisionRef.is(subject.ref)) {
    return E.left(ReferenceUnknown('payload.subject.ref', subject.ref, { kind: 'decision' }))
  }
  return reason === undefined
    ? E.left(DecisionNeeds('payload.reason', null, { motion, subject: subject.kind }))
    : annul({ command, decision: subject.ref, reason, by, at }, states, coalition)
}

/** Chair and rapporteur of that meeting together, with evidence. */
export const annulClericalError = (
  command: CommandNamed<'AnnulDecision'>,
  states: States,
  coalition: Coalition
): PathDecision => {
  const { decision, rapporteur, reason } = command.payload
  const at = ownerOf(decision)
  const meeting = states.meetings[at]
  if (meeting === undefined || !MeetingRef.is(at)) {
    return E.left(ReferenceUnknown('payload.decision', decision, { kind: 'decision' }))
  }
  const named = officersAt(meeting, command.occurredAt)?.rapporteur
  if (named !== rapporteur || command.evidence === undefined || isOnePerson(command, coalition)) {
    return E.left(ClericalErrorNeedsBoth('payload.rapporteur', rapporteur, { rapporteur: named ?? '' }))
  }
  return annul({ command, decision, reason, at }, states, coalition)
}

/** Who chairs and who reports are two: nobody takes a decision back alone. */
const isOnePerson = ({ actor, payload }: CommandNamed<'AnnulDecision'>, coalition: Coalition): boolean =>
  actor.as === 'meeting' ||
  coalition.mandate(actor.mandate)?.person === coalition.mandate(payload.rapporteur)?.person

const annul = (annulling: Annulling, states: States, coalition: Coalition): PathDecision => {
  const home = states.meetings[ownerOf(annulling.decision)]
  const entry = home?.decisions.find(({ ref }) => ref === annulling.decision)
  if (home === undefined || entry === undefined) {
    return E.left(ReferenceUnknown('payload.decision', annulling.decision, { kind: 'decision' }))
  }
  const { command, decision, reason, by, at } = annulling
  const asked = { process: command.process, occurredAt: command.occurredAt, decision, reason, at }
  return pipe(
    nothingFrozenRestsOn(entry, states),
    E.flatMap(() => annulDecision(by === undefined ? asked : { ...asked, by }, home, others(states, home))),
    E.bindTo('annulled'),
    E.bind('effects', () => takeBackEffects(annulling, entry, states, coalition)),
    E.map(({ annulled, effects }): ReadonlyArray<DecidedEvent> => [annulled, ...effects])
  )
}

const others = ({ meetings }: States, home: MeetingState): ReadonlyArray<MeetingState> =>
  Object.values(meetings).flatMap(meeting => (meeting === undefined || meeting === home ? [] : [meeting]))

/** A frozen document holds the texts and fates that decisions on submissions had made by then. */
const nothingFrozenRestsOn = (entry: DecisionEntry, { platforms }: States): E.Either<Rejection, void> => {
  const submission = ownerOf(entry.subject.ref)
  const resting = Object.entries(platforms).find(([, platform]) => {
    const since =
      platform !== undefined && SubmissionRef.is(submission) ? frozenAt(platform, submission) : undefined
    return since !== undefined && millis(entry.at) <= millis(since) && hasEffects(entry.outcome)
  })
  return resting === undefined
    ? E.right(undefined)
    : E.left(FrozenPlatformRestsOnIt('payload.decision', entry.ref, { platform: resting[0] }))
}
