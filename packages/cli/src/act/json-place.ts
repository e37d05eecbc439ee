/** Where in a line of JSON something is wrong, as the path of the field: `payload.names.ar`, `payload.blocks[2]`. */
import { type JSONPath, printParseErrorCode, visit } from 'jsonc-parser'

/** The path of the first key that stands twice in its object; empty where none does. */
export const duplicateKey = (text: string): string => {
  const open: Set<string>[] = []
  const found: string[] = []
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name, _offset, _length, _line, _column, path) => {
      const keys = open[open.length - 1]
      if (keys?.has(name) === true) found.push(fieldOf([...path(), name]))
      keys?.add(name)
    }
  })
  return found[0] ?? ''
}

/** The first thing in a line that is not JSON. */
export interface SyntaxMistake {
  /** The path of the last key before it; empty where it comes before any key. */
  readonly field: string
  /** From 1, in characters. */
  readonly column: number
  /** What the parser of the place says of it: `CommaExpected`, `InvalidSymbol`, … */
  readonly kind: string
  /** What stands there; empty at the end of the line. */
  readonly found: string
}

/** What is wrong with a text that `JSON.parse` refuses. */
export const syntaxMistake = (text: string): SyntaxMistake => {
  let field = ''
  const mistakes: SyntaxMistake[] = []
  visit(
    text,
    {
      onObjectProperty: (name, _offset, _length, _line, _column, path) => {
        if (mistakes.length === 0) field = fieldOf([...path(), name])
      },
      onError: (error, offset, length) => {
        const [column, found] = [lettersIn(text.slice(0, offset)) + 1, text.slice(offset, offset + length)]
        mistakes.push({ field, column, kind: printParseErrorCode(error), found })
      }
    },
    { disallowComments: true }
  )
  return mistakes[0] ?? { field, column: lettersIn(text) + 1, kind: 'ValueExpected', found: '' }
}

const lettersIn = (text: string): number => [...text].length

const fieldOf = (path: JSONPath): string =>
  path.reduce<string>(
    (field, step) =>
      typeof step === 'number' ? `${field}[${step}]` : field === '' ? step : `${field}.${step}`,
    ''
  )
