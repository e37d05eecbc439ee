/** What a page for people is made of: headings, lines, and tables, without a word about screens. */

/** How a line is meant; shown by colour, never by colour alone. */
export type Tone = 'plain' | 'good' | 'bad' | 'faint' | 'strong'

export type Part =
  | { readonly part: 'heading'; readonly text: string; readonly depth: 1 | 2 }
  | { readonly part: 'line'; readonly text: string; readonly tone: Tone; readonly indent: number }
  | {
      readonly part: 'table'
      readonly columns: ReadonlyArray<string>
      readonly rows: ReadonlyArray<ReadonlyArray<string>>
      readonly indent: number
    }

export const heading = (text: string): Part => ({ part: 'heading', text, depth: 1 })
export const subheading = (text: string): Part => ({ part: 'heading', text, depth: 2 })

export const line = (text: string, tone: Tone = 'plain', indent = 0): Part => ({
  part: 'line',
  text,
  tone,
  indent
})

/** A table, or a line that says there is nothing. */
export const tableOr = (
  nothing: string,
  columns: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  indent = 0
): ReadonlyArray<Part> =>
  rows.length === 0 ? [line(nothing, 'faint', indent)] : [{ part: 'table', columns, rows, indent }]

/** A table under its heading, or nothing where it has no row. */
export const section = (
  title: string,
  columns: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>
): ReadonlyArray<Part> => (rows.length === 0 ? [] : [heading(title), ...tableOr('', columns, rows)])

/** Lines under a heading, or nothing where there is none. */
export const lines = (title: string, texts: ReadonlyArray<string>): ReadonlyArray<Part> =>
  texts.length === 0 ? [] : [heading(title), ...texts.map(text => line(text, 'plain', 2))]
