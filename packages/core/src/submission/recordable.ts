/** Texts as the text engine judges them, said as refusals of an act on a submission (domain.md §4). */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import { type Json } from '../kernel/primitives'
import { type Rejection } from '../kernel/rejection'
import { applyOperations, type Numbered } from '../text/apply'
import { checkNewText, checkSize } from '../text/check'
import { type Operation } from '../text/operation'
import { type TextProblem } from '../text/rejections'
import { type NewText, type Text } from '../text/text'
import { languagesOf, currentText } from './queries'
import { type Objection } from '../kernel/objection'
import { QuotationDiffers, TextNotRecordable } from './rejections'
import { type SubmissionState } from './state'

/** What a problem of the text engine means for the act that brought the text. */
export const notRecordable = (field: string, problem: TextProblem): Rejection => {
  if (problem.tag === 'QuotationDoesNotMatch') {
    const { operation, block, quoted, found } = problem
    return QuotationDiffers(`${field}.${operation}`, quoted, { operation, place: block, quoted, found })
  }
  const { tag, ...about } = problem
  return TextNotRecordable(field, tag, { problem: tag, about: about as Json })
}

/** A text as people give it, judged alone. */
export const textProblem = (field: string, text: NewText): Objection => {
  const checked = checkNewText(text)
  return E.isLeft(checked) ? notRecordable(field, checked.left) : undefined
}

/** All languages of a submission together keep to the limit, with a text in the place of the current one of its language. */
export const sizeProblem = (field: string, text: NewText, state: SubmissionState): Objection => {
  const others = languagesOf(state).filter(language => language !== text.language)
  const checked = checkSize([text, ...others.flatMap(language => currentText(state, language) ?? [])])
  return E.isLeft(checked) ? notRecordable(field, checked.left) : undefined
}

/** The text that operations make of the present one (rule 7). */
export const withOperations = (
  field: string,
  base: Text,
  operations: ReadonlyArray<Operation>,
  nextBlock: number
): E.Either<Rejection, Numbered> =>
  pipe(
    applyOperations(base, operations, nextBlock),
    E.mapLeft(problem => notRecordable(field, problem))
  )
