/** Where in a line of JSON something is wrong, as the path of the field: `payload.names.ar`, `payload.blocks[2]`. */
import { type JSONPath, visit } from 'jsonc-parser'

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

/** The path of the last key before the first syntax error; empty where the error comes before any key. */
export const fieldOfSyntaxError = (text: string): string => {
  let field = ''
  let broken = false
  visit(
    text,
    {
      onObjectProperty: (name, _offset, _length, _line, _column, path) => {
        if (!broken) field = fieldOf([...path(), name])
      },
      onError: () => {
        broken = true
      }
    },
    { disallowComments: true }
  )
  return field
}

const fieldOf = (path: JSONPath): string =>
  path.reduce<string>(
    (field, step) =>
      typeof step === 'number' ? `${field}[${step}]` : field === '' ? step : `${field}.${step}`,
    ''
  )
