/** A text as it should read, given where operations are recorded: turned into the smallest readable ones (domain.md §4). */
import * as E from 'fp-ts/lib/Either'
import { canonicalText } from '../kernel/canonical'
import { type Json } from '../kernel/primitives'
import { applyOperations } from '../text/apply'
import { operationsBetween } from '../text/diff'
import { type Operation } from '../text/operation'
import { type NewText, type Text } from '../text/text'
import { textHash } from '../text/text-hash'
import { type BadInput } from './bad-input'
import { badField, type Payload } from './filler'

/** What people write: in which language, its base says. */
type Wording = Omit<NewText, 'language'>

/**
 * `operations` in place of the `text` of a payload, or of its resolution. `recorded` is what that is in the record,
 * where it is in it already: then the operations are those of the record.
 */
export const withOperations = (
  given: Payload,
  base: Text,
  recorded: Payload | undefined,
  field: string
): E.Either<BadInput, Payload> => {
  const { text, ...rest } = given
  if (text === undefined) return E.right(given)
  return recorded === undefined && given['operations'] !== undefined
    ? E.left(badField(`${field}.text`, 'text', 'TextOrOperations'))
    : E.right({ ...rest, operations: operationsFor(base, text as Wording, recorded?.['operations']) })
}

/** Operations as given; or those that make a wording of the base: those of the record where they still do. */
export const operationsOf = (base: Text, given: unknown, recorded: unknown): unknown =>
  given === undefined || Array.isArray(given) ? given : operationsFor(base, given as Wording, recorded)

const operationsFor = (base: Text, wording: Wording, recorded: unknown): ReadonlyArray<Operation> => {
  const wanted = { ...wording, language: base.language }
  const before = recorded as ReadonlyArray<Operation> | undefined
  return before !== undefined && gives(base, before, wanted) ? before : operationsBetween(base, wanted)
}

const gives = (base: Text, operations: ReadonlyArray<Operation>, wanted: NewText): boolean => {
  const applied = applyOperations(base, operations, 1_000_000)
  return (
    E.isRight(applied) &&
    canonicalText(textHash(applied.right.text) as Json) === canonicalText(textHash(wanted) as Json)
  )
}
