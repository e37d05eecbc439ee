/** A meeting's decisions on submissions: accept, decline, defer, merge, split, and undo the one or the other. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { openCollisions } from '../amendment/queries'
import { CollisionOpen } from '../amendment/rejections'
import { supportMissing } from '../endorsement/support'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { SubmissionRef } from '../submission/ids'
import { currentRevision } from '../submission/queries'
import { acceptSubmission, declineSubmission, deferSubmission } from '../submission/settle'
import { closeAmendments } from './carry-amendments'
import { type Circumstances } from './circumstances'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { type DecidedEvent } from './event-table'
import { merged, mergeUndone } from './merge'
import { DecisionNeeds } from './rejections'
import { splitDecided, splitUndone } from './split'
import { type States, type SubmissionStream } from './states'

type Decide = CommandNamed<'Decide'>

interface Found {
  readonly ref: SubmissionRef
  readonly stream: SubmissionStream
}

const found = ({ payload }: Decide, { submissions }: States): E.Either<Rejection, Found> => {
  const { ref } = payload.subject
  const stream = submissions[ref]
  return stream !== undefined && SubmissionRef.is(ref)
    ? E.right({ ref, stream })
    : E.left(ReferenceUnknown('payload.subject.ref', ref, { kind: 'submission' }))
}

/** The exact text that the subject names, or the current one. */
const textOf = ({ payload }: Decide, { submission }: SubmissionStream) => {
  const { revision, textHash } = payload.subject
  return revision === undefined || textHash === undefined
    ? currentRevision(submission)
    : { revision, textHash }
}

const needs = (field: string, { payload }: Decide): PathDecision =>
  E.left(DecisionNeeds(`payload.${field}`, null, { motion: payload.motion, subject: payload.subject.kind }))

export const effectOnSubmission = (command: Decide, states: States, coalition: Coalition): PathDecision =>
  pipe(
    found(command, states),
    E.flatMap(({ ref, stream }) => settled(command, ref, stream, states, coalition))
  )

const settled = (
  command: Decide,
  submission: SubmissionRef,
  stream: SubmissionStream,
  states: States,
  coalition: Coalition
): PathDecision => {
  const { ref: decision, motion, reason, until } = command.payload
  const settling = { submission, decision, ...(reason === undefined ? {} : { reason }) }
  const text = textOf(command, stream)
  switch (motion) {
    case 'accept':
      return text === undefined
        ? needs('subject.textHash', command)
        : accepted(command, settling, text, stream, coalition)
    case 'decline':
      return pipe(
        declineSubmission(command, settling)(stream.submission),
        E.map((events): ReadonlyArray<DecidedEvent> => [
          ...events,
          ...closeAmendments(stream, { kind: 'declined', decision }, command)
        ])
      )
    default:
      return until !== undefined && states.meetings[until] === undefined
        ? E.left(ReferenceUnknown('payload.until', until, { kind: 'meeting' }))
        : deferSubmission(command, settling, until)(stream.submission)
  }
}

/** Only with the support that the charter asks for, and while nobody has to settle a collision on it (rule 9). */
const accepted = (
  command: Decide,
  settling: Parameters<typeof acceptSubmission>[1],
  text: Parameters<typeof acceptSubmission>[2],
  stream: SubmissionStream,
  coalition: Coalition
): PathDecision =>
  pipe(
    acceptSubmission(command, settling, text)(stream.submission),
    E.flatMap(events => {
      const missing = supportMissing(stream, coalition) ?? collisionsOpen(stream, settling.submission)
      return missing === undefined ? E.right(events) : E.left(missing)
    })
  )

const collisionsOpen = (
  { amendments }: SubmissionStream,
  submission: SubmissionRef
): Rejection | undefined => {
  const collisions = openCollisions(amendments).map(({ ref }) => ref)
  return collisions.length === 0
    ? undefined
    : CollisionOpen('payload.subject.ref', submission, { collisions })
}

export const effectOfMerge = (command: Decide, states: States, coalition: Coalition): PathDecision => {
  const { ref: decision, motion, sources, reason } = command.payload
  const circumstances = { command, coalition }
  return pipe(
    found(command, states),
    E.flatMap(({ ref: merge, stream }) => {
      if (motion === 'merge')
        return merged({ merge, named: sources ?? [], decision }, stream, states, circumstances)
      return reason === undefined
        ? needs('reason', command)
        : mergeUndone({ merge, decision, reason }, stream, states, circumstances)
    })
  )
}

export const effectOfSplit = (command: Decide, states: States, coalition: Coalition): PathDecision => {
  const { ref: decision, motion, reason } = command.payload
  const circumstances = { command, coalition }
  return pipe(
    found(command, states),
    E.flatMap(({ ref: submission, stream }) => {
      if (motion === 'split') return split(command, submission, stream, states, circumstances)
      return reason === undefined
        ? needs('reason', command)
        : splitUndone({ submission, decision, reason }, stream, states, circumstances)
    })
  )
}

const split = (
  command: Decide,
  submission: SubmissionRef,
  stream: SubmissionStream,
  states: States,
  circumstances: Circumstances
): PathDecision => {
  const { ref: decision, parts, reason } = command.payload
  const text = textOf(command, stream)
  if (parts === undefined || text === undefined) return needs('parts', command)
  const { revision, textHash } = text
  const asked = { submission, revision, textHash, parts, ...(reason === undefined ? {} : { reason }) }
  return splitDecided(asked, decision, stream, states, circumstances)
}
