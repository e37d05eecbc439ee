/** An association proposes other words, takes its proposal back, or gives a translation's amendment the original's words. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type CommandOf } from '../kernel/command'
import { type AssociationRef } from '../kernel/envelope'
import { type Rejection } from '../kernel/rejection'
import { NumberNotNext } from '../kernel/rejections'
import { first } from '../kernel/objection'
import { actingAssociation, notAnAssociation, unknown } from '../submission/preconditions'
import { authorsOf } from '../submission/queries'
import { NotAnAuthor } from '../submission/rejections'
import { type Revision, type SubmissionState } from '../submission/state'
import { detectCollisions } from './detect-collisions'
import { type Draft, noting } from './draft'
import { type amendmentCommands } from './commands'
import { type AmendmentEvent } from './events'
import { applied, onCurrentText } from './own-operations'
import { fateOf, nextAmendment } from './queries'
import { AmendmentIsWorded, NotTheProposer } from './rejections'
import { lineOf } from './revision-line'
import { type AmendmentState } from './state'
import { knownAmendment, openAmendment } from './who-and-what'

type Named<N extends keyof typeof amendmentCommands> = CommandOf<typeof amendmentCommands, N>
type Drafted = E.Either<Rejection, Draft>

/** Rules 7, 8 and 9: its words match the text, its operations agree, and what it collides with is found at once. */
export const proposeAmendment = (
  command: Named<'ProposeAmendment'>,
  submission: SubmissionState,
  draft: Draft
): Drafted => {
  const { payload, occurredAt } = command
  const association = actingAssociation(command)
  const next = nextAmendment(draft.state, draft.submission)
  const refused = first([
    () => unknown('payload.submission', payload.submission, submission, occurredAt),
    () => (payload.ref === next ? undefined : NumberNotNext('payload.ref', payload.ref, { next }))
  ])
  if (refused !== undefined) return E.left(refused)
  if (association === undefined) return E.left(notAnAssociation(command))
  return pipe(
    onCurrentText(command, payload, submission, payload.language),
    E.flatMap(text => applied('payload.operations', text, payload.operations, submission)),
    E.map(() => withCollisions(draft, submission, proposal(command, submission, association)))
  )
}

const withCollisions = (draft: Draft, submission: SubmissionState, event: AmendmentEvent): Draft =>
  detectCollisions(noting(draft, event), lineOf(submission))

const proposal = (
  { payload }: Named<'ProposeAmendment'>,
  submission: SubmissionState,
  association: AssociationRef
): AmendmentEvent => ({
  type: 'AmendmentProposed',
  data: {
    ref: payload.ref,
    association,
    language: payload.language,
    revision: payload.revision,
    textHash: payload.textHash,
    operations: payload.operations,
    materiality: payload.materiality,
    ...(payload.reason === undefined ? {} : { reason: payload.reason }),
    ...(payload.language === submission.authoritative ? {} : { awaitsWording: true as const })
  }
})

/** Only the association that proposed it takes it back; twice is once. */
export const withdrawAmendment = (command: Named<'WithdrawAmendment'>, draft: Draft): Drafted => {
  const { amendment: ref, reason } = command.payload
  const own = pipe(
    knownAmendment(command, draft.state, ref),
    E.filterOrElse(
      ({ association }) => association === actingAssociation(command),
      ({ association }): Rejection =>
        NotTheProposer('actor.association', actingAssociation(command) ?? command.actor.as, {
          proposer: association
        })
    )
  )
  if (E.isLeft(own)) return own
  if (fateOf(own.right).status === 'withdrawn') return E.right(draft)
  return pipe(
    openAmendment(command, draft.state, ref),
    E.map(() =>
      noting(draft, {
        type: 'AmendmentWithdrawn',
        data: { ref, ...(reason === undefined ? {} : { reason }) }
      })
    )
  )
}

/** The submitted wording on the translation stays, the original's stands behind it (rule 7). */
export const wordAmendment = (
  command: Named<'WordAmendment'>,
  submission: SubmissionState,
  draft: Draft
): Drafted => {
  const { amendment: ref, operations } = command.payload
  return pipe(
    openAmendment(command, draft.state, ref),
    E.filterOrElse(
      amendment => mayWord(command, submission, amendment),
      () => notAnAuthorOf(command, submission)
    ),
    E.filterOrElse(
      amendment => amendment.onTranslation === true && amendment.forms.length === 1,
      ({ language }): Rejection => AmendmentIsWorded('payload.amendment', ref, { language })
    ),
    E.bindTo('amendment'),
    E.bind('text', () => onCurrentText(command, command.payload, submission)),
    E.tap(({ text }) => applied('payload.operations', text, operations, submission)),
    E.map(({ amendment, text }) => withCollisions(draft, submission, worded(amendment, text, operations)))
  )
}

const worded = (
  { ref, language, forms: [submitted] }: AmendmentState,
  { revision, textHash }: Revision,
  operations: Named<'WordAmendment'>['payload']['operations']
): AmendmentEvent => ({
  type: 'AmendmentRebased',
  data: {
    ref,
    revision,
    textHash,
    operations,
    madeFrom: { kind: 'translation', language, textHash: submitted?.textHash ?? textHash }
  }
})

/** The submission's authors, whoever proposed it, or the chair. */
const mayWord = (
  command: Named<'WordAmendment'>,
  submission: SubmissionState,
  { association }: AmendmentState
): boolean => {
  const { actor } = command
  const acting = actingAssociation(command)
  return acting === undefined
    ? actor.as === 'office' && actor.office === 'chair'
    : acting === association || authorsOf(submission).includes(acting)
}

/** The refusal of an act that is the authors'. */
export const notAnAuthorOf = (
  command: Pick<Named<'WordAmendment'>, 'actor'>,
  submission: SubmissionState
): Rejection =>
  NotAnAuthor('actor.association', actingAssociation(command) ?? command.actor.as, {
    authors: authorsOf(submission)
  })
