/** What an adopted motion brings on its subject, in the subject's own stream (docs/reference/motions.md). */
import * as E from 'fp-ts/lib/Either'
import { ReferenceUnknown } from '../kernel/rejections'
import { approveMinutes } from '../meeting/minutes/approve'
import { MeetingRef } from '../meeting/ids'
import { sittingAt } from '../meeting/sittings'
import { type Coalition } from '../process/coalition'
import { adoptCharter, confirmCharter } from '../process/adopt-charter'
import { reinstate, suspend } from '../process/change-standing'
import { enterStageByDecision } from '../process/enter-stage'
import { initialProcessState } from '../process/state'
import { annulAtMeeting } from './annul'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { effectOnAmendment, effectOnCollision } from './effects-on-amendment'
import { effectOnPlatform } from './effects-on-platform'
import { effectOfMerge, effectOfSplit, effectOnSubmission } from './effects-on-submission'
import { ownerOf } from './reads'
import { DecisionNeeds } from './rejections'
import { type States } from './states'

type Decide = CommandNamed<'Decide'>

export const effectOf = (command: Decide, states: States, coalition: Coalition): PathDecision => {
  const { subject } = command.payload
  switch (subject.kind) {
    case 'submission':
      return effectOnSubmission(command, states, asInSitting(command, states, coalition))
    case 'amendment':
      return effectOnAmendment(command, states, coalition)
    case 'merge':
      return effectOfMerge(command, states, asInSitting(command, states, coalition))
    case 'split':
      return effectOfSplit(command, states, coalition)
    case 'collision':
      return effectOnCollision(command, states)
    case 'platform':
      return effectOnPlatform(command, states, coalition)
    case 'charter':
      return onCharter(command, states, coalition)
    case 'stage':
      return onStage(command, coalition)
    case 'minutes':
      return onMinutes(command, states)
    case 'association':
      return onAssociation(command, states, coalition)
    case 'annulment':
      return onAnnulment(command, states, coalition)
    case 'other':
      return E.right([])
  }
}

/** Under the charter of the sitting: one that it adopts itself does not change it (domain.md §3). */
const asInSitting = (
  { occurredAt, payload }: Decide,
  { meetings }: States,
  coalition: Coalition
): Coalition => {
  const meeting = meetings[payload.meeting]
  const sitting = meeting === undefined ? undefined : sittingAt(meeting, { at: occurredAt })
  return sitting === undefined ? coalition : { ...coalition, charter: coalition.asAt(sitting.since).charter }
}

const onCharter = ({ payload }: Decide, states: States, coalition: Coalition): PathDecision => {
  const state = states.process ?? initialProcessState
  const { ref: decision, subject, charter, motion } = payload
  return motion === 'confirm' || charter === undefined
    ? confirmCharter({ ref: subject.ref, decision }, coalition)(state)
    : adoptCharter({ ref: subject.ref, draft: charter, decision }, coalition)(state)
}

const onStage = ({ payload }: Decide, coalition: Coalition): PathDecision => {
  const { subject, reason, ref: decision } = payload
  return reason === undefined
    ? reasonMissing(payload)
    : enterStageByDecision({ stage: subject.ref, reason, decision }, coalition)
}

const onAssociation = ({ payload }: Decide, states: States, coalition: Coalition): PathDecision => {
  const { subject, reason, ref: decision, motion } = payload
  const state = states.process ?? initialProcessState
  const association = subject.ref
  if (motion === 'reinstate') return reinstate({ association, reason, decision }, coalition)(state)
  return reason === undefined
    ? reasonMissing(payload)
    : suspend({ association, reason, decision }, coalition)(state)
}

const reasonMissing = ({ motion, subject }: Decide['payload']): PathDecision =>
  E.left(DecisionNeeds('payload.reason', null, { motion, subject: subject.kind }))

/** The minutes of an earlier sitting: the approval stands in that meeting's stream. */
const onMinutes = ({ process, occurredAt, payload }: Decide, states: States): PathDecision => {
  const meeting = ownerOf(payload.subject.ref)
  const state = states.meetings[meeting]
  if (state === undefined || !MeetingRef.is(meeting)) {
    return E.left(ReferenceUnknown('payload.subject.ref', payload.subject.ref, { kind: 'minutes' }))
  }
  const { textHash } = payload.subject
  const asked = { process, occurredAt, meeting, decision: payload.ref }
  const approved = approveMinutes(textHash === undefined ? asked : { ...asked, textHash }, state)
  return E.isLeft(approved) ? approved : E.right([approved.right])
}

/** A contested or faulty decision: annulled with its effects, or confirmed as it stands (rules 1 and 2). */
const onAnnulment = (command: Decide, states: States, coalition: Coalition): PathDecision =>
  command.payload.motion === 'annul' ? annulAtMeeting(command, states, coalition) : E.right([])
