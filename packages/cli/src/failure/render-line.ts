/** What is wrong with a line of a file before anything is asked of the domain, in words. */
import { type SyntaxMistake } from '../act/json-place'
import { type LineFault } from './failure'
import { type Renderers, usage } from './rendered'
import { said } from './words'

export const lineFaults: Renderers<LineFault> = {
  NotJson: failure =>
    usage(
      failure,
      said(
        `the line is not JSON at column ${failure.column}: ${mistakeWords(failure)}`,
        signsOfOtherKeyboards.test(failure.found)
          ? 'Write the plain signs " , : and digits; word processors and Arabic keyboards put others.'
          : 'One object a line; NaN, infinities and comments are not JSON.'
      ),
      { field: failure.field, details: { column: failure.column, mistake: failure.kind } }
    ),
  DuplicateKey: failure =>
    usage(failure, said(`the key ${failure.field} stands twice`, 'Say it once.'), { field: failure.field }),
  NotUtf8: failure => usage(failure, said('the line is not UTF-8', 'Save the file as UTF-8.')),
  NestedTooDeep: failure =>
    usage(
      failure,
      said(
        `the line holds more than ${failure.limit} lists or objects in each other`,
        'No act is so deep: correct the line.'
      ),
      { details: { limit: failure.limit } }
    ),
  LineTooLong: failure =>
    usage(
      failure,
      said(
        `line ${failure.line} is longer than ${failure.limit} bytes`,
        'One act a line; one append holds at most 1 MiB.'
      ),
      { details: { line: failure.line, limit: failure.limit } }
    ),
  LineHasNoReference: failure =>
    usage(
      failure,
      said(
        `${failure.value} names a line that got no reference`,
        'The line with that id stands earlier in the same file, and makes something new.'
      ),
      { field: failure.field, value: failure.value }
    )
}

const signsOfOtherKeyboards = /[“”„«»‘’'،؛\u00a0\u0660-\u0669\u06f0-\u06f9]/u

/** What is expected there, and what there is instead. */
const mistakeWords = ({ kind, found }: SyntaxMistake): string =>
  `${expected[kind] ?? 'what stands there is not understood'}, ${found === '' ? 'and the line ends' : `and there is ${shortened(found)}`}`

const shortened = (found: string): string => {
  const letters = [...found]
  return letters.length <= 20 ? found : `${letters.slice(0, 20).join('')}…`
}

const expected: Readonly<Record<string, string | undefined>> = {
  InvalidSymbol: 'words in quotes, a number, true, false or one of { } [ ] : , is expected',
  InvalidNumberFormat: 'a number like 12 is expected',
  PropertyNameExpected: 'a key in quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  CloseBraceExpected: 'a comma or } is expected',
  CloseBracketExpected: 'a comma or ] is expected',
  EndOfFileExpected: 'nothing more is expected',
  InvalidCommentToken: 'no comment is expected',
  UnexpectedEndOfComment: 'no comment is expected',
  UnexpectedEndOfString: 'the quote that ends the words is expected',
  UnexpectedEndOfNumber: 'a digit is expected',
  InvalidUnicode: 'four hexadecimal digits are expected after \\u',
  InvalidEscapeCharacter: 'one of " \\ / b f n r t u is expected after \\',
  InvalidCharacter: 'a line break or tab in words is expected to be written as \\n or \\t'
}
