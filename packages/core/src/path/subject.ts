/**
 * What a motion is about is there, was there then, and is what the meeting had before it (rules 2 and 16): whatever the
 * outcome, a decision on something else would stand in the record for ever.
 */
import * as E from 'fp-ts/lib/Either'
import { knownAmendment, knownCollision } from '../amendment/who-and-what'
import { AmendmentRef, CollisionRef } from '../amendment/ids'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { DecisionRef } from '../meeting/ids'
import { precedes } from '../kernel/objection'
import { MinutesTextDiffers } from '../meeting/rejections'
import { votable } from '../platform/adopt'
import { PlatformRef } from '../platform/ids'
import { type Coalition } from '../process/coalition'
import { Stage } from '../process/ids'
import { charterRef, nextCharter } from '../process/numbers'
import { associationUnknown, notNext } from '../process/preconditions'
import { initialProcessState } from '../process/state'
import { SubmissionRef } from '../submission/ids'
import { moved, unknown } from '../submission/preconditions'
import { type CommandNamed } from './command-table'
import { fine, type Judged } from './judged'
import { ownerOf } from './reads'
import { type States, type SubmissionStream } from './states'

type Decide = CommandNamed<'Decide'>

const FIELD = 'payload.subject.ref'

export const judgeSubject = (command: Decide, states: States, coalition: Coalition): Judged => {
  const refused = subjectRefused(command, states, coalition)
  return refused === undefined ? fine : E.left(refused)
}

const notThere = ({ payload: { subject } }: Decide, kind: string = subject.kind): Rejection =>
  ReferenceUnknown(FIELD, subject.ref, { kind })

const subjectRefused = (command: Decide, states: States, coalition: Coalition): Rejection | undefined => {
  switch (command.payload.subject.kind) {
    case 'submission':
    case 'merge':
    case 'split':
      return submissionRefused(command, states)
    case 'amendment':
    case 'collision':
      return amendmentRefused(command, states)
    case 'platform':
      return platformRefused(command, states, coalition)
    case 'charter':
      return charterRefused(command, states)
    case 'stage':
      return Stage.is(command.payload.subject.ref) ? undefined : notThere(command)
    case 'minutes':
      return minutesRefused(command, states)
    case 'association':
      return associationRefused(command, states, coalition)
    case 'annulment':
      return decisionRefused(command, states)
    case 'other':
      return undefined
  }
}

const submissionRefused = (command: Decide, { submissions }: States): Rejection | undefined => {
  const { ref } = command.payload.subject
  const stream = submissions[ref]
  return stream === undefined || !SubmissionRef.is(ref)
    ? notThere(command, 'submission')
    : (unknown(FIELD, ref, stream.submission, command.occurredAt) ?? textMoved(command, stream))
}

/** The text that the subject names, of a submission or of what its amendments are to, is the one that stands. */
const textMoved = (
  { occurredAt, payload: { subject } }: Decide,
  { submission }: SubmissionStream
): Rejection | undefined => {
  const { revision, textHash } = subject
  return revision === undefined || textHash === undefined
    ? undefined
    : moved(occurredAt, 'payload.subject.revision', { revision, textHash }, submission)
}

const amendmentRefused = (command: Decide, { submissions }: States): Rejection | undefined => {
  const { ref } = command.payload.subject
  const stream = submissions[ownerOf(ref)]
  if (stream === undefined) return notThere(command)
  const known = AmendmentRef.is(ref)
    ? knownAmendment(command, stream.amendments, ref, FIELD)
    : CollisionRef.is(ref)
      ? knownCollision(command, stream.amendments, ref, FIELD)
      : E.left(notThere(command))
  return E.isLeft(known) ? known.left : textMoved(command, stream)
}

/** An adoption is voted on the exact document that is frozen (rule 13). */
const platformRefused = (
  { payload: { subject, motion, method } }: Decide,
  { platforms }: States,
  coalition: Coalition
): Rejection | undefined => {
  const { ref } = subject
  const state = platforms[ref]
  if (state === undefined || !PlatformRef.is(ref)) return ReferenceUnknown(FIELD, ref, { kind: 'platform' })
  return motion === 'adopt'
    ? votable(coalition, { platform: ref, vote: { subject, method } }, state)
    : undefined
}

const charterRefused = (
  command: Decide,
  { process = initialProcessState }: States
): Rejection | undefined => {
  const { motion, subject } = command.payload
  if (motion === 'adopt') return notNext(FIELD, subject.ref, nextCharter(process))
  return process.charters.some(({ version }) => charterRef(version) === subject.ref)
    ? undefined
    : notThere(command)
}

const minutesRefused = (command: Decide, { meetings }: States): Rejection | undefined => {
  const { ref, textHash } = command.payload.subject
  const meeting = meetings[ownerOf(ref)]
  if (meeting === undefined) return notThere(command)
  const current = meeting.minutes?.current.textHash
  return textHash === undefined || current === undefined || textHash === current
    ? undefined
    : MinutesTextDiffers('payload.subject.textHash', textHash, { current })
}

const associationRefused = (
  { payload: { subject } }: Decide,
  { process = initialProcessState }: States,
  coalition: Coalition
): Rejection | undefined => associationUnknown(FIELD, subject.ref, process, coalition)

/** Whether annulled or confirmed. An act that is no decision is confirmed by the id of its event, under `other`. */
const decisionRefused = (command: Decide, { meetings }: States): Rejection | undefined => {
  const { ref } = command.payload.subject
  const entry = DecisionRef.is(ref)
    ? meetings[ownerOf(ref)]?.decisions.find(decision => decision.ref === ref)
    : undefined
  return entry === undefined ? notThere(command, 'decision') : precedes(command.occurredAt, ref, entry.at)
}
