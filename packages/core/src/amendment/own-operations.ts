/** The operations that people give, judged on the text that they name (rules 2, 7 and 16). */
import * as E from 'fp-ts/lib/Either'
import { type Frame } from '../kernel/command'
import { type Hash, type Json, type Language, millis } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { ReferenceUnknown } from '../kernel/rejections'
import { currentRevision } from '../submission/queries'
import { sizeProblem } from '../submission/recordable'
import { LaterRevisionRecorded, TextHasMoved } from '../submission/rejections'
import { type Revision, type SubmissionState } from '../submission/state'
import { applyOperations, type Numbered } from '../text/apply'
import { type Operation } from '../text/operation'
import { type TextProblem } from '../text/rejections'
import { AmendmentChangesNothing, AmendmentDoesNotFit, AmendmentQuotationDiffers } from './rejections'
import { readsTheSame } from './text-between'

/** Whether the text that an act names is the current one, and the act not dated before it (rules 2 and 16). */
export const onCurrentText = (
  command: Frame,
  named: { readonly revision: number; readonly textHash: Hash },
  submission: SubmissionState,
  language?: Language
): E.Either<Rejection, Revision> => {
  const current = currentRevision(submission, language)
  if (current === undefined)
    return E.left(ReferenceUnknown('payload.language', language ?? '', { kind: 'text' }))
  const { revision, textHash, at } = current
  if (named.revision !== revision || named.textHash !== textHash)
    return E.left(TextHasMoved('payload.revision', named.revision, { revision, textHash }))
  return millis(command.occurredAt) < millis(at)
    ? E.left(LaterRevisionRecorded('at', command.occurredAt, { revision, since: at }))
    : E.right(current)
}

/** The text that operations make of a text, or why they cannot stand: quotations, contradictions, limits (rule 7). */
export const applied = (
  field: string,
  base: Revision,
  operations: ReadonlyArray<Operation>,
  submission: SubmissionState
): E.Either<Rejection, Numbered> => {
  const made = applyOperations(base.text, operations, submission.nextBlock)
  if (E.isLeft(made)) return E.left(unfitting(field, operations, made.left))
  if (readsTheSame(made.right.text, base.text)) return E.left(AmendmentChangesNothing(field, operations, {}))
  const tooLong = sizeProblem(field, made.right.text, submission)
  return tooLong === undefined ? made : E.left(tooLong)
}

/** A text problem as a refusal of the field that brought it. */
const unfitting = (field: string, operations: ReadonlyArray<Operation>, problem: TextProblem): Rejection => {
  if (problem.tag !== 'QuotationDoesNotMatch')
    return AmendmentDoesNotFit(field, operations, aboutProblem(problem))
  const { operation, block, quoted, found } = problem
  return AmendmentQuotationDiffers(`${field}.${operation}`, quoted, {
    operation,
    place: block,
    quoted,
    found
  })
}

/** What the text engine found, as the details of a refusal. */
export const aboutProblem = ({
  tag,
  ...about
}: TextProblem): { readonly problem: string; readonly about: Json } => ({ problem: tag, about })
