/** An amendment is put into the text: by a meeting, as proposed or as modified, or by the submission's authors. */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Step } from '../amendment/after-change'
import { type Draft, draftFor, noting } from '../amendment/draft'
import { decidedEvents, entryOf } from '../amendment/decide'
import { type AmendmentEvent } from '../amendment/events'
import { type AmendmentRef, type CollisionRef } from '../amendment/ids'
import { collisionsChanged } from '../amendment/in-question'
import { applied, onCurrentText } from '../amendment/own-operations'
import { notAnAuthorOf } from '../amendment/propose'
import { collisionsConcerning, currentForm } from '../amendment/queries'
import {
  AmendmentAwaitsWording,
  AmendmentDoesNotFit,
  CollisionOpen,
  MaterialityLowered
} from '../amendment/rejections'
import { withKeptIds } from '../amendment/kept-ids'
import { lineOf } from '../amendment/revision-line'
import { type AmendmentState, type Form } from '../amendment/state'
import { openAmendment } from '../amendment/who-and-what'
import { type Frame } from '../kernel/command'
import { type Hash, type Words } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { type DecisionRef } from '../meeting/ids'
import { type Because } from '../submission/events'
import { type Materiality } from '../submission/ids'
import { actingAssociation, closed } from '../submission/preconditions'
import { authorsOf, currentRevision } from '../submission/queries'
import { reviseText } from '../submission/revise-text'
import { type Operation } from '../text/operation'
import { changeText } from './change-text'
import { type Circumstances } from './circumstances'
import { type CommandNamed } from './command-table'
import { type PathDecision } from './decision'
import { type SubmissionStream } from './states'

/** What a meeting decided of an amendment. */
export interface Adopting {
  readonly ref: AmendmentRef
  readonly decision: DecisionRef
  /** The meeting's own operations on the current text, where it modified the amendment; both are kept (rule 7). */
  readonly modified?: ReadonlyArray<Operation>
  /** Left out: what its association said it was. */
  readonly materiality?: Materiality
  readonly why?: Words
  /** The current text as the meeting had it before it (rule 16). */
  readonly text?: { readonly revision: number; readonly textHash: Hash }
}

/** Rule 9: refused while people have to settle a collision that concerns it. */
export const adoptAmendment = (
  stream: SubmissionStream,
  adopting: Adopting,
  circumstances: Circumstances
): PathDecision =>
  pipe(
    puttable(stream, adopting.ref, circumstances, adopting.text, 'payload.subject.ref'),
    E.tap(() => beyondQuestion(stream, adopting)),
    E.flatMap(({ amendment, form, draft }) => {
      const { ref, decision, modified, materiality = amendment.materiality, why } = adopting
      const operations = modified ?? form.operations
      const as = modified === undefined ? ('proposed' as const) : ('modified' as const)
      const act: AmendmentEvent = { type: 'AmendmentAdopted', data: { ref, decision, as, operations } }
      const field = modified === undefined ? 'payload.subject.ref' : 'payload.modified'
      const asIt = { materiality, ...(why === undefined ? {} : { why }), field }
      return put(stream, { draft, act, amendment, operations, as, ...asIt }, circumstances)
    })
  )

/** Rule 9: a meeting's own form does not say by the way what people have yet to settle between others. */
const beyondQuestion = (
  { submission, amendments }: SubmissionStream,
  { ref, modified = [] }: Adopting
): E.Either<Rejection, void> => {
  const collisions = collisionsChanged(amendments, lineOf(submission), modified).map(one => one.ref)
  return collisions.length === 0
    ? E.right(undefined)
    : E.left(CollisionOpen('payload.modified', ref, { collisions }))
}

/** The authors take it over without a meeting. */
export const acceptAmendment = (
  command: CommandNamed<'AcceptAmendment'>,
  stream: SubmissionStream,
  circumstances: Circumstances
): PathDecision => {
  const { amendment: ref, materiality } = command.payload
  const association = actingAssociation(command)
  if (association === undefined || !authorsOf(stream.submission).includes(association))
    return E.left(notAnAuthorOf(command, stream.submission))
  return pipe(
    puttable(stream, ref, circumstances, command.payload, 'payload.amendment'),
    E.tap(({ amendment }) => notLowered(amendment, materiality)),
    E.flatMap(({ amendment, form, draft }) => {
      const act: AmendmentEvent = { type: 'AmendmentAcceptedByAuthor', data: { ref, association } }
      const { operations } = form
      const asIt = { materiality: materiality ?? amendment.materiality, field: 'payload.amendment' }
      return put(stream, { draft, act, amendment, operations, as: 'proposed', ...asIt }, circumstances)
    })
  )
}

const gravity: ReadonlyArray<Materiality> = ['editorial', 'clarifying', 'substantive']

/** Rule 10: who wrote the text does not alone decide that others' stands hold through a change of its substance. */
const notLowered = (
  { materiality: proposed }: AmendmentState,
  given: Materiality = proposed
): E.Either<Rejection, void> =>
  gravity.indexOf(given) < gravity.indexOf(proposed)
    ? E.left(MaterialityLowered('payload.materiality', given, { proposed }))
    : E.right(undefined)

/** The meeting does not want it: its collisions lapse with it. */
export const rejectAmendment = (
  stream: SubmissionStream,
  rejecting: { readonly ref: AmendmentRef; readonly decision: DecisionRef; readonly reason?: Words },
  { command }: Circumstances
): PathDecision =>
  pipe(
    draftOn(stream, command, rejecting.ref, 'payload.subject.ref'),
    E.tap(({ state }) => openAmendment(command, state, rejecting.ref, 'payload.subject.ref')),
    E.map(draft => decidedEvents(command, noting(draft, { type: 'AmendmentRejected', data: rejecting })))
  )

/** A draft for the amendments of a submission that is there and takes acts. */
export const draftOn = (
  { submission, amendments }: SubmissionStream,
  command: Frame,
  named: string,
  field: string
): E.Either<Rejection, Draft> => {
  const { ref } = submission
  if (ref === undefined) return E.left(ReferenceUnknown(field, named, { kind: 'amendment' }))
  const over = closed(field, ref, submission, 'mending')
  return over === undefined ? E.right(draftFor(ref, entryOf(command), amendments)) : E.left(over)
}

interface Puttable {
  readonly amendment: AmendmentState
  readonly form: Form
  readonly draft: Draft
}

/** It is open, has the original's words on the current text, and nobody has to settle anything about it (rule 9). */
const puttable = (
  stream: SubmissionStream,
  ref: AmendmentRef,
  { command }: Circumstances,
  text: { readonly revision: number; readonly textHash: Hash } | undefined,
  field: string
): E.Either<Rejection, Puttable> => {
  const current = currentRevision(stream.submission)
  return pipe(
    draftOn(stream, command, ref, field),
    E.bindTo('draft'),
    E.bind('amendment', ({ draft }) => openAmendment(command, draft.state, ref, field)),
    E.tap(() => onCurrentText(command, text ?? current ?? NO_TEXT, stream.submission)),
    E.tap(({ draft }) => unsettled(draft, ref, field)),
    E.bind('form', ({ amendment }) => wording(amendment, current?.revision, field))
  )
}

const NO_TEXT = { revision: 0, textHash: '' as Hash }

const unsettled = ({ state }: Draft, ref: AmendmentRef, field: string): E.Either<Rejection, void> => {
  const collisions = collisionsConcerning(state, ref).map(collision => collision.ref)
  return collisions.length === 0 ? E.right(undefined) : E.left(CollisionOpen(field, ref, { collisions }))
}

const wording = (
  amendment: AmendmentState,
  current: number | undefined,
  field: string
): E.Either<Rejection, Form> => {
  const form = currentForm(amendment)
  const { ref, language } = amendment
  if (form === undefined) return E.left(AmendmentAwaitsWording(field, ref, { language }))
  return form.revision === current
    ? E.right(form)
    : E.left(AmendmentDoesNotFit(field, ref, { problem: 'BehindTheText', about: { on: form.revision } }))
}

interface Putting {
  readonly draft: Draft
  readonly act: AmendmentEvent
  readonly amendment: AmendmentState
  readonly operations: ReadonlyArray<Operation>
  readonly as: 'proposed' | 'modified'
  readonly materiality: Materiality
  readonly why?: Words
  readonly field: string
}

/** The act, the text that it makes, and what follows. */
const put = (stream: SubmissionStream, putting: Putting, circumstances: Circumstances): PathDecision => {
  const { draft, act, amendment, operations, as, field, materiality, why } = putting
  const { submission } = stream
  const current = currentRevision(submission)
  const acted = noting(draft, act)
  if (current === undefined) return E.left(ReferenceUnknown(field, amendment.ref, { kind: 'text' }))
  return pipe(
    applied(field, current, operations, submission),
    E.map(({ text: made }) => {
      const step: Step =
        as === 'proposed'
          ? { kind: 'amendment', ref: amendment.ref, before: draft.state }
          : { kind: 'other', operations }
      const because: Because = {
        kind: 'amendments',
        amendments: [amendment.ref],
        resolutions: resolutionsIn(amendment)
      }
      const text = step.kind === 'amendment' ? withKeptIds(made, step, submission) : made
      const whys = why === undefined ? {} : { why }
      const revised = reviseText(submission, { text, materiality, because, ...whys })
      return changeText(stream, { draft: acted, revised, step }, circumstances)
    })
  )
}

/** The collisions whose settlement made the wording that is put in. */
const resolutionsIn = (amendment: AmendmentState): ReadonlyArray<CollisionRef> => {
  const madeFrom = currentForm(amendment)?.madeFrom
  return madeFrom?.kind === 'rebase' ? (madeFrom.resolutions ?? []) : []
}
