/** Whether what an act names is there, was there then, and is open. */
import * as E from 'fp-ts/lib/Either'
import { type Frame } from '../kernel/command'
import { type Instant, millis } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { PrecedesWhatItRefersTo, ReferenceUnknown } from '../kernel/rejections'
import { laterRevision } from '../submission/preconditions'
import { type SubmissionState } from '../submission/state'
import { type AmendmentRef, type CollisionRef } from './ids'
import { fateOf, submittedForm } from './queries'
import { AmendmentNotOpen } from './rejections'
import { type AmendmentsState, type AmendmentState, type CollisionState } from './state'

const notBefore = <A>(
  command: Frame,
  refersTo: string,
  since: Instant | undefined,
  found: A
): E.Either<Rejection, A> =>
  since !== undefined && millis(command.occurredAt) < millis(since)
    ? E.left(PrecedesWhatItRefersTo('at', command.occurredAt, { refersTo, since }))
    : E.right(found)

/** An amendment that is there, and was when the act happened (rule 2). */
export const knownAmendment = (
  command: Frame,
  state: AmendmentsState,
  ref: AmendmentRef,
  field = 'payload.amendment'
): E.Either<Rejection, AmendmentState> => {
  const amendment = state.amendments[ref]
  return amendment === undefined
    ? E.left(ReferenceUnknown(field, ref, { kind: 'amendment' }))
    : notBefore(command, ref, submittedForm(amendment)?.at, amendment)
}

/** An amendment that can still be acted on. */
export const openAmendment = (
  command: Frame,
  state: AmendmentsState,
  ref: AmendmentRef,
  field = 'payload.amendment'
): E.Either<Rejection, AmendmentState> => {
  const known = knownAmendment(command, state, ref, field)
  if (E.isLeft(known)) return known
  const { status } = fateOf(known.right)
  return status === 'open' ? known : E.left(AmendmentNotOpen(field, ref, { status }))
}

/** A collision that is there, and was when the act happened (rule 2). */
export const knownCollision = (
  command: Frame,
  state: AmendmentsState,
  ref: CollisionRef,
  field = 'payload.collision'
): E.Either<Rejection, CollisionState> => {
  const collision = state.collisions[ref]
  return collision === undefined
    ? E.left(ReferenceUnknown(field, ref, { kind: 'collision' }))
    : notBefore(command, ref, collision.history[0]?.at, collision)
}

/** How a collision is settled bears on the text as it is: no such act is dated before it (rule 2). */
export const notBeforeTheText = (command: Frame, submission: SubmissionState): E.Either<Rejection, void> => {
  const later = laterRevision(command.occurredAt, submission)
  return later === undefined ? E.right(undefined) : E.left(later)
}
