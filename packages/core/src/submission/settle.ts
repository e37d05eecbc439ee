/** What a meeting decides of a submission: accepted, declined, deferred, opened again. Decided by the path, in its append. */
import { type Frame } from '../kernel/command'
import { type Hash, type Positive, type Words } from '../kernel/primitives'
import { type DecisionRef, type MeetingRef } from '../meeting/ids'
import { fateOf } from './fate'
import { submissionStream, type SubmissionRef } from './ids'
import { type Objection, precedes, unless } from '../kernel/objection'
import { closed, laterFate, moved, type SubmissionDecision, unknown } from './preconditions'
import { currentRevision, revisionsOf } from './queries'
import { ReasonMissing } from './rejections'
import { type SubmissionState } from './state'

/** A meeting's decision about one submission. */
export interface Settling {
  readonly submission: SubmissionRef
  readonly decision: DecisionRef
  readonly reason?: Words
}

const SUBJECT = 'payload.subject.ref'

/** The exact text is accepted, as it was brought or as amended. */
export const acceptSubmission =
  (
    command: Frame,
    { submission, decision }: Settling,
    text: { readonly revision: Positive; readonly textHash: Hash }
  ) =>
  (state: SubmissionState): SubmissionDecision =>
    unless(
      [
        () => notSettleable(command, submission, state),
        () => moved(command.occurredAt, 'payload.subject.revision', text, state)
      ],
      () => [
        {
          type: 'SubmissionAccepted',
          stream: submissionStream(command.process, submission),
          data: { decision, revision: text.revision, textHash: text.textHash, as: asWhat(state) }
        }
      ]
    )

/** As amended, if its words are not those that it had before the first amendment went in. */
const asWhat = (state: SubmissionState): 'asIs' | 'asAmended' => {
  const revisions = revisionsOf(state)
  const amended = revisions.findIndex(({ because }) => because.kind === 'amendments')
  return amended === -1 || revisions[amended - 1]?.textHash === currentRevision(state)?.textHash
    ? 'asIs'
    : 'asAmended'
}

/** It will not be in the platform; the reason is printed there (rule 12). */
export const declineSubmission =
  (command: Frame, { submission, decision, reason }: Settling) =>
  (state: SubmissionState): SubmissionDecision =>
    unless(
      [
        () => notSettleable(command, submission, state),
        () => (reason === undefined ? ReasonMissing('payload.reason', null, {}) : undefined)
      ],
      () =>
        reason === undefined
          ? []
          : [
              {
                type: 'SubmissionDeclined',
                stream: submissionStream(command.process, submission),
                data: { decision, reason }
              }
            ]
    )

/** Left for later; its text can still be worked on. */
export const deferSubmission =
  (command: Frame, { submission, decision, reason }: Settling, until?: MeetingRef) =>
  (state: SubmissionState): SubmissionDecision =>
    unless([() => notSettleable(command, submission, state)], () => [
      {
        type: 'SubmissionDeferred',
        stream: submissionStream(command.process, submission),
        data: {
          decision,
          ...(reason === undefined ? {} : { reason }),
          ...(until === undefined ? {} : { until })
        }
      }
    ])

/** A meeting may take up what was returned on formal grounds, and decide again what was decided. */
const notSettleable = (command: Frame, submission: SubmissionRef, state: SubmissionState): Objection =>
  unknown(SUBJECT, submission, state, command.occurredAt) ??
  (fateOf(state).fate === 'declined' ? undefined : closed(SUBJECT, submission, state, 'mending')) ??
  laterFate(command.occurredAt, state)

export interface Reopening {
  readonly reason: Words
  readonly decision?: DecisionRef
  /** Of an annulment: the decision that is taken back; where a later one is in force, that stays. */
  readonly annulled?: DecisionRef
}

/**
 * It is open again: an annulment took a decision on it back, a meeting took up what was returned, or the platform that
 * it was in was set aside. `[]` where nothing is settled. Amendments and stands are as they were.
 */
export const reopenSubmission =
  (command: Frame, submission: SubmissionRef, { reason, decision, annulled }: Reopening) =>
  (state: SubmissionState): SubmissionDecision =>
    unless(
      [
        () => unknown(SUBJECT, submission, state, command.occurredAt),
        () => laterFate(command.occurredAt, state),
        () => precedes(command.occurredAt, submission, fateOf(state).since),
        () => (reopenable.includes(fateOf(state).fate) ? undefined : closed(SUBJECT, submission, state))
      ],
      () =>
        !isSettledBy(state, annulled)
          ? []
          : [
              {
                type: 'SubmissionReopened',
                stream: submissionStream(command.process, submission),
                data: { reason, ...(decision === undefined ? {} : { decision }) }
              }
            ]
    )

const isSettledBy = (state: SubmissionState, decision: DecisionRef | undefined): boolean => {
  const settled = fateOf(state)
  return settled.fate !== 'open' && (decision === undefined || settled.decision === decision)
}

const reopenable: ReadonlyArray<string> = [
  'open',
  'adoptedAsIs',
  'adoptedAsAmended',
  'declined',
  'deferred',
  'returned'
]
