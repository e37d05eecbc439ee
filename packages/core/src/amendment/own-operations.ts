/** The operations that people give, judged on the text that they name (rules 2, 7 and 16). */
import * as E from 'fp-ts/lib/Either'
import { type Frame } from '../kernel/command'
import { type Hash, type Json, millis } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { applyOperations, type Numbered } from '../text/apply'
import { type Operation } from '../text/operation'
import { type TextProblem } from '../text/rejections'
import { type CurrentText } from './amended'
import { readsTheSame } from './text-between'
import {
  AmendmentChangesNothing,
  AmendmentDoesNotFit,
  AmendmentQuotationDiffers,
  LaterRevisionRecorded,
  TextHasMoved
} from './rejections'

/** Whether the text that an act names is the current one, and the act not dated before it (rules 2 and 16). */
export const onCurrentText = (
  command: Frame,
  named: { readonly revision: number; readonly textHash: Hash },
  current: CurrentText
): E.Either<Rejection, CurrentText> => {
  const { revision, textHash } = current
  if (named.revision !== revision)
    return E.left(TextHasMoved('payload.revision', named.revision, { revision, textHash }))
  if (named.textHash !== textHash)
    return E.left(TextHasMoved('payload.textHash', named.textHash, { revision, textHash }))
  return millis(command.occurredAt) < millis(current.at)
    ? E.left(LaterRevisionRecorded('occurredAt', command.occurredAt, { revision, since: current.at }))
    : E.right(current)
}

/** The text that operations make, or why they cannot stand: quotations, contradictions, limits (rule 7). */
export const applied = (
  field: string,
  { text }: Pick<CurrentText, 'text'>,
  operations: ReadonlyArray<Operation>,
  nextBlock: number
): E.Either<Rejection, Numbered> => {
  const made = applyOperations(text, operations, nextBlock)
  if (E.isLeft(made)) return E.left(unfitting(field, operations, made.left))
  return readsTheSame(made.right.text, text)
    ? E.left(AmendmentChangesNothing(field, operationsJson(operations), {}))
    : made
}

/** A text problem as a refusal of the field that brought it. */
export const unfitting = (
  field: string,
  operations: ReadonlyArray<Operation>,
  problem: TextProblem
): Rejection => {
  if (problem.tag !== 'QuotationDoesNotMatch')
    return AmendmentDoesNotFit(field, operationsJson(operations), aboutProblem(problem))
  const { operation, block, quoted, found } = problem
  return AmendmentQuotationDiffers(`${field}[${operation}]`, quoted, {
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

const operationsJson = (operations: ReadonlyArray<Operation>): Json => operations
