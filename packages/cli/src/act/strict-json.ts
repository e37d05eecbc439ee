/**
 * Reads one line of JSON strictly (guarantees.md §1): UTF-8 without a wrong byte, no key twice in an object. What the
 * values themselves may hold (surrogates, U+0000, numbers beyond 2^53) is intake's to refuse.
 *
 * `JSON.parse` reads; it takes the last of two equal keys, so the keys of the text are counted against those of the
 * value, and only where they differ is the text walked to name the one that stands twice.
 */
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type LineFault } from '../failure/failure'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

interface Unreadable {
  readonly text: string
  readonly fault: LineFault
}

/** The value of a line of bytes, or what is wrong with it and in which field. */
export const readJson = (bytes: Uint8Array): TE.TaskEither<LineFault, unknown> =>
  pipe(
    TE.fromEither(decoded(bytes)),
    TE.flatMap(text => pipe(text, parsed, TE.fromEither, TE.orElse(withField)))
  )

const decoded = (bytes: Uint8Array): E.Either<LineFault, string> =>
  E.tryCatch(
    () => utf8.decode(bytes),
    () => ({ tag: 'NotUtf8' })
  )

const parsed = (text: string): E.Either<Unreadable, unknown> =>
  pipe(
    E.tryCatch(
      (): unknown => JSON.parse(text),
      (error): Unreadable => ({ text, fault: { tag: 'NotJson', field: '', detail: String(error) } })
    ),
    E.filterOrElse(
      value => keysIn(value) === keysWritten(text),
      (): Unreadable => ({ text, fault: { tag: 'DuplicateKey', field: '' } })
    )
  )

/** Members in a text that is known to be JSON: strings that a colon follows. */
const keysWritten = (text: string): number => {
  let count = 0
  for (const token of text.matchAll(stringToken)) if (token[1] !== undefined) count += 1
  return count
}

const stringToken = /"(?:[^"\\]|\\.)*"(\s*:)?/gs

const keysIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, item: unknown) => sum + keysIn(item), 0)
  if (typeof value !== 'object' || value === null) return 0
  const members = Object.values(value)
  return members.reduce((sum: number, item: unknown) => sum + keysIn(item), members.length)
}

/** The parser that keeps places is loaded only on the way to an error. */
const withField =
  ({ text, fault }: Unreadable): TE.TaskEither<LineFault, unknown> =>
  async () => {
    const { duplicateKey, fieldOfSyntaxError } = await import('./json-place.js')
    return E.left(
      fault.tag === 'DuplicateKey'
        ? { ...fault, field: duplicateKey(text) }
        : { ...fault, field: fieldOfSyntaxError(text) }
    )
  }
