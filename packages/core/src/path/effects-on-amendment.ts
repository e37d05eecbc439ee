/** A meeting's decisions on amendments and their collisions (rules 7 to 10). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { draftFor } from '../amendment/draft'
import { AmendmentRef, CollisionRef } from '../amendment/ids'
import { decidedEvents, entryOf } from '../amendment/decide'
import { resolveCollision } from '../amendment/resolve'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { type Coalition } from '../process/coalition'
import { adoptAmendment, rejectAmendment } from './adopt-amendment'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { ownerOf } from './reads'
import { DecisionNeeds } from './rejections'
import { type States, type SubmissionStream } from './states'

type Decide = CommandNamed<'Decide'>

const streamOf = ({ payload }: Decide, { submissions }: States): E.Either<Rejection, SubmissionStream> => {
  const { ref, kind } = payload.subject
  const stream = submissions[ownerOf(ref)]
  return stream === undefined
    ? E.left(ReferenceUnknown('payload.subject.ref', ref, { kind }))
    : E.right(stream)
}

export const effectOnAmendment = (command: Decide, states: States, coalition: Coalition): PathDecision => {
  const { subject, motion, ref: decision, reason, modified, materiality, outcome } = command.payload
  const { ref } = subject
  if (!AmendmentRef.is(ref))
    return E.left(ReferenceUnknown('payload.subject.ref', ref, { kind: 'amendment' }))
  const circumstances = { command, coalition }
  const { revision, textHash } = subject
  return pipe(
    streamOf(command, states),
    E.flatMap(stream => {
      if (motion === 'decline') {
        const rejecting = { ref, decision, ...(reason === undefined ? {} : { reason }) }
        return rejectAmendment(stream, rejecting, circumstances)
      }
      if (motion === 'defer') return E.right([])
      return adoptAmendment(
        stream,
        {
          ref,
          decision,
          ...(outcome === 'adoptedAsModified' && modified !== undefined ? { modified } : {}),
          ...(materiality === undefined ? {} : { materiality }),
          ...(reason === undefined ? {} : { why: reason }),
          ...(revision === undefined || textHash === undefined ? {} : { text: { revision, textHash } })
        },
        circumstances
      )
    })
  )
}

export const effectOnCollision = (command: Decide, states: States): PathDecision => {
  const { subject, ref: decision, reason, resolution, motion } = command.payload
  const { ref } = subject
  if (!CollisionRef.is(ref))
    return E.left(ReferenceUnknown('payload.subject.ref', ref, { kind: 'collision' }))
  return reason === undefined || resolution === undefined
    ? E.left(DecisionNeeds('payload.resolution', null, { motion, subject: subject.kind }))
    : pipe(
        streamOf(command, states),
        E.flatMap(({ submission, amendments }) =>
          submission.ref === undefined
            ? E.left(ReferenceUnknown('payload.subject.ref', ref, { kind: 'collision' }))
            : resolveCollision(
                command,
                { collision: ref, resolution, reason, decision },
                submission,
                draftFor(submission.ref, entryOf(command), amendments)
              )
        ),
        E.map(draft => decidedEvents(command, draft))
      )
}
