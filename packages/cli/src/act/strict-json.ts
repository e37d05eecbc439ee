/**
 * Reads one line of JSON strictly (guarantees.md §1): UTF-8 without a wrong byte, no key twice in an object. What the
 * values themselves may hold (surrogates, U+0000, numbers beyond 2^53) is intake's to refuse.
 *
 * `JSON.parse` reads; it takes the last of two equal keys, so the keys of the text are counted against those of the
 * value, and only where they differ is the text walked to name the one that stands twice.
 */
import { deepest } from '@ardiya/core/intake/clean-text'
import * as E from 'fp-ts/lib/Either'
import { pipe } from 'fp-ts/lib/function'
import * as TE from 'fp-ts/lib/TaskEither'
import { type LineFault } from '../failure/failure'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

interface Unreadable {
  readonly text: string
  readonly because: 'NotJson' | 'DuplicateKey'
}

/** The value of a line of bytes, or what is wrong with it and in which field. */
export const readJson = (bytes: Uint8Array): TE.TaskEither<LineFault, unknown> =>
  pipe(
    TE.fromEither(pipe(decoded(bytes), E.filterOrElse(isShallow, tooDeep))),
    TE.flatMap(text => pipe(text, parsed, TE.fromEither, TE.orElse(withPlace)))
  )

const decoded = (bytes: Uint8Array): E.Either<LineFault, string> =>
  E.tryCatch(
    () => utf8.decode(bytes),
    () => ({ tag: 'NotUtf8' })
  )

/** Before anything walks into it: a line may be nothing but brackets. */
const isShallow = (text: string): boolean => {
  let depth = 0
  let inWords = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (inWords) {
      if (letter === '\\') at += 1
      else if (letter === '"') inWords = false
    } else if (letter === '"') inWords = true
    else if (letter === '{' || letter === '[') depth += 1
    else if (letter === '}' || letter === ']') depth -= 1
    if (depth > deepest) return false
  }
  return true
}

const tooDeep = (): LineFault => ({ tag: 'NestedTooDeep', limit: deepest })

const parsed = (text: string): E.Either<Unreadable, unknown> =>
  pipe(
    E.tryCatch(
      (): unknown => JSON.parse(text),
      (): Unreadable => ({ text, because: 'NotJson' })
    ),
    E.filterOrElse(
      value => keysIn(value) === keysWritten(text),
      (): Unreadable => ({ text, because: 'DuplicateKey' })
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
const withPlace =
  ({ text, because }: Unreadable): TE.TaskEither<LineFault, unknown> =>
  async () => {
    const { duplicateKey, syntaxMistake } = await import('./json-place.js')
    return E.left(
      because === 'DuplicateKey'
        ? { tag: because, field: duplicateKey(text) }
        : { tag: because, ...syntaxMistake(text) }
    )
  }
