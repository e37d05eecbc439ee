/** Operations that people wrote by hand may not part a mark from its letter. */
import * as TE from 'fp-ts/lib/TaskEither'
import { type Operation } from '../text/operation'
import { type Text } from '../text/text'
import { cutLetter } from '../text/whole-letters'
import { badField, type Context, type Filled, type Payload } from './filler'

/** The payload as it is, unless an operation of the field, given on that text, cuts through a letter. */
export const inWholeLetters = (
  payload: Payload,
  base: Text | undefined,
  given: unknown,
  field: string
): Filled => {
  if (base === undefined || given === undefined) return TE.right(payload)
  const operations = given as ReadonlyArray<Operation>
  const cut = cutLetter(base, operations)
  return cut === undefined
    ? TE.right(payload)
    : TE.left(badField(`${field}[${cut}]`, operations[cut], 'WholeLetters'))
}

/** What is recorded is not judged again. */
export const toJudge = (operations: unknown, { recorded }: Context): unknown =>
  recorded === undefined ? operations : undefined
