/** A page laid out for a screen of some width: wrapped, in columns, mixed directions kept apart. */
import { isolated } from '../terminal/isolate'
import { type Colours } from '../terminal/screen'
import { table } from '../terminal/table'
import { wrapped } from '../terminal/wrap'
import { type Part, type Tone } from './parts'

export interface Sheet {
  /** Columns; nothing is broken where there is no end to them (a file, a pipe). */
  readonly width: number
  readonly terminal: boolean
  readonly colours: Colours
}

export const laidOut = (sheet: Sheet, parts: ReadonlyArray<Part>): ReadonlyArray<string> =>
  parts
    .flatMap((part, index) => partLines(sheet, part, index === 0))
    .map(text => isolated(sheet.terminal, text))

const partLines = (sheet: Sheet, part: Part, isFirst: boolean): ReadonlyArray<string> => {
  switch (part.part) {
    case 'heading':
      return [
        ...(isFirst ? [] : ['']),
        ...wrapped(part.text, sheet.width).map(
          part.depth === 1 ? sheet.colours.bold : sheet.colours.underline
        )
      ]
    case 'line':
      return wrapped(part.text, sheet.width - part.indent).map(text =>
        indented(part.indent, painted(sheet, part.tone, text))
      )
    case 'table':
      return tableLines(sheet, part)
  }
}

const tableLines = (
  sheet: Sheet,
  { columns, rows, indent }: Extract<Part, { readonly part: 'table' }>
): ReadonlyArray<string> => {
  const [head = [], ...body] = table([columns, ...rows], sheet.width - indent)
  return [...head.map(sheet.colours.dim), ...body.flat()].map(text => indented(indent, text))
}

const painted = ({ colours }: Sheet, tone: Tone, text: string): string => {
  switch (tone) {
    case 'plain':
      return text
    case 'good':
      return colours.green(text)
    case 'bad':
      return colours.red(text)
    case 'faint':
      return colours.dim(text)
    case 'strong':
      return colours.bold(text)
  }
}

const indented = (indent: number, text: string): string => `${' '.repeat(indent)}${text}`
