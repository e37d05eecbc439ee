/**
 * Acts on amendments that change no text. It only dispatches: each decision stands in a file by topic. AcceptAmendment
 * changes the text, so the path decides it (path/adopt-amendment.ts).
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Frame } from '../kernel/command'
import { type Decision } from '../kernel/decider'
import { type Decided } from '../kernel/event'
import { eventId } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { actingAssociation, closed } from '../submission/preconditions'
import { authorsOf } from '../submission/queries'
import { submissionStream } from '../submission/ids'
import { type SubmissionState } from '../submission/state'
import { type Draft, draftFor } from './draft'
import { type AmendmentCommand } from './commands'
import { type AmendmentEvent } from './events'
import { notAnAuthorOf, proposeAmendment, withdrawAmendment, wordAmendment } from './propose'
import { reopenCollision } from './reopen-collision'
import { resolveCollision } from './resolve'
import { type AmendmentsState, type Entry } from './state'

export type AmendmentSliceCommand = Exclude<AmendmentCommand, { readonly name: 'AcceptAmendment' }>

/** Decides an act on the amendments to a submission; the path has judged who may act and in which stage. */
export const decideAmendment =
  (command: AmendmentSliceCommand, submission: SubmissionState) =>
  (state: AmendmentsState): Decision<Decided<AmendmentEvent>> =>
    submission.ref === undefined
      ? E.left(ReferenceUnknown('payload', command.name, { kind: 'submission' }))
      : pipe(
          draftedAct(command, submission, draftFor(submission.ref, entryOf(command), state)),
          E.map(draft => decidedEvents(command, draft))
        )

/** Who decides, and when, as the entries of state keep it; the event's own id is given when it is appended. */
export const entryOf = (command: Frame): Entry => ({
  event: eventId(command.id, 0),
  at: command.occurredAt,
  recordedAt: command.recordedAt,
  actor: command.actor,
  recordedBy: command.recordedBy
})

/** The events of a draft, in the submission's stream. */
export const decidedEvents = (command: Frame, draft: Draft): ReadonlyArray<Decided<AmendmentEvent>> =>
  draft.events.map(event => ({ ...event, stream: submissionStream(command.process, draft.submission) }))

/** The same as a draft, for acts that are part of a larger one. */
export function draftedAct(
  command: AmendmentSliceCommand,
  submission: SubmissionState,
  draft: Draft
): E.Either<Rejection, Draft> {
  const over = closed(subjectField(command), draft.submission, submission, 'mending')
  if (over !== undefined) return E.left(over)
  switch (command.name) {
    case 'ProposeAmendment':
      return proposeAmendment(command, submission, draft)
    case 'WithdrawAmendment':
      return withdrawAmendment(command, draft)
    case 'WordAmendment':
      return wordAmendment(command, submission, draft)
    case 'ResolveCollision':
      return byAuthors(command, submission, () =>
        resolveCollision(command, command.payload, submission, draft)
      )
    case 'ReopenCollision':
      return byAuthors(command, submission, () =>
        reopenCollision(command, command.payload, submission, draft)
      )
  }
}

/** The field that names what the act is on. */
const subjectField = ({ payload }: AmendmentSliceCommand): string => {
  if ('submission' in payload) return 'payload.submission'
  return 'amendment' in payload ? 'payload.amendment' : 'payload.collision'
}

/** Without the authors only a meeting settles a collision (domain.md §5, act table). */
function byAuthors(
  command: Frame,
  submission: SubmissionState,
  decide: () => E.Either<Rejection, Draft>
): E.Either<Rejection, Draft> {
  const association = actingAssociation(command)
  return association !== undefined && authorsOf(submission).includes(association)
    ? decide()
    : E.left(notAnAuthorOf(command, submission))
}
