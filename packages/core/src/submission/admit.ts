/** Formal admission, and who stands behind a submission: joining it, withdrawing it. */
import * as E from 'fp-ts/lib/Either'
import { type AssociationRef } from '../kernel/envelope'
import { fateOf, isAdmitted } from './fate'
import { submissionStream } from './ids'
import { type Objection, precedes, unless } from '../kernel/objection'
import {
  accepted,
  actingAssociation,
  type Asked,
  closed,
  laterFate,
  notAnAssociation,
  type SubmissionDecision,
  unknown
} from './preconditions'
import { authorsOf } from './queries'
import { AlreadyAdmitted, NotTheSubmitter } from './rejections'
import { type SubmissionState } from './state'

/** The secretary finds the form in order; also of one that was returned and put right. */
export const admitSubmission =
  (command: Asked<'AdmitSubmission'>) =>
  (state: SubmissionState): SubmissionDecision =>
    unless(
      [
        () => unknown('payload.submission', command.payload.submission, state, command.occurredAt),
        () => closed('payload.submission', command.payload.submission, state, 'mending'),
        () => precedesReturn(command, state)
      ],
      () =>
        isAdmitted(state)
          ? []
          : [
              {
                type: 'SubmissionAdmitted',
                stream: submissionStream(command.process, command.payload.submission),
                data: {}
              }
            ]
    )

const precedesReturn = (
  { occurredAt, payload }: Asked<'AdmitSubmission'>,
  state: SubmissionState
): Objection => {
  const { fate, since } = fateOf(state)
  return fate === 'returned' ? precedes(occurredAt, payload.submission, since) : undefined
}

/** On formal grounds only, and before it is admitted; a meeting can take it up all the same. */
export const returnSubmission =
  (command: Asked<'ReturnSubmission'>) =>
  (state: SubmissionState): SubmissionDecision => {
    const { submission, reason } = command.payload
    if (fateOf(state).fate === 'returned') return E.right([])
    return unless(
      [
        () => unknown('payload.submission', submission, state, command.occurredAt),
        () => closed('payload.submission', submission, state),
        () => admitted(command, state)
      ],
      () => [
        {
          type: 'SubmissionReturned',
          stream: submissionStream(command.process, submission),
          data: { reason }
        }
      ]
    )
  }

const admitted = ({ payload }: Asked<'ReturnSubmission'>, state: SubmissionState): Objection => {
  const since = state.turns.filter(({ turn }) => turn === 'admitted' || turn === 'accepted').at(-1)?.at
  return isAdmitted(state)
    ? AlreadyAdmitted('payload.submission', payload.submission, { since: since ?? '' })
    : undefined
}

/** An association puts its name to it; the texts, and what is said of them, stay as they are. */
export const joinAsCoAuthor =
  (command: Asked<'JoinAsCoAuthor'>) =>
  (state: SubmissionState): SubmissionDecision => {
    const { submission } = command.payload
    const association = actingAssociation(command)
    if (association === undefined) return E.left(notAnAssociation(command))
    return unless(
      [
        () => unknown('payload.submission', submission, state, command.occurredAt),
        () => closed('payload.submission', submission, state, 'mending')
      ],
      () =>
        authorsOf(state).includes(association)
          ? []
          : [
              {
                type: 'CoAuthorJoined',
                stream: submissionStream(command.process, submission),
                data: { association }
              }
            ]
    )
  }

/** Taken back by who brought it; its open amendments become moot in the same append (rule 11, by the path). */
export const withdrawSubmission =
  (command: Asked<'WithdrawSubmission'>) =>
  (state: SubmissionState): SubmissionDecision => {
    const { submission, reason } = command.payload
    if (fateOf(state).fate === 'withdrawn') return E.right([])
    return unless(
      [
        () => unknown('payload.submission', submission, state, command.occurredAt),
        () => closed('payload.submission', submission, state, 'mending'),
        () => notItsSubmitter(command, state),
        () => accepted('payload.submission', submission, state),
        () => laterFate(command.occurredAt, state)
      ],
      () => [
        {
          type: 'SubmissionWithdrawn',
          stream: submissionStream(command.process, submission),
          data: reason === undefined ? {} : { reason }
        }
      ]
    )
  }

const notItsSubmitter = (command: Asked<'WithdrawSubmission'>, state: SubmissionState): Objection => {
  const association = actingAssociation(command)
  if (association === undefined) return notAnAssociation(command)
  return mayWithdraw(state).includes(association)
    ? undefined
    : NotTheSubmitter('actor.association', association, { mayWithdraw: mayWithdraw(state) })
}

/** Who submitted it; of a merged or split one its author, where there is only one: nobody takes others' point away. */
export const mayWithdraw = (state: SubmissionState): ReadonlyArray<AssociationRef> => {
  if (state.received !== undefined) return [state.received.association]
  return authorsOf(state).length === 1 ? authorsOf(state) : []
}
