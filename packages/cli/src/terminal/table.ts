/** A table that fits a screen: the widest columns give way, and their cells go on over several lines. */
import { columns, padded } from './columns'
import { widthsOf } from './rows'
import { wrapped } from './wrap'

const gap = '  '
/** A word of up to so many columns is not broken as long as other columns can give way. */
const longWord = 20
/** No column is made narrower than this. */
const least = 6

/** The lines of each row; every row has a cell for each column. */
export const table = (
  cells: ReadonlyArray<ReadonlyArray<string>>,
  width: number
): ReadonlyArray<ReadonlyArray<string>> => {
  const fit = fitted(widthsOf(cells), wordsOf(cells), width)
  const broken = cells.map(row => row.map((cell, index) => wrapped(cell, fit[index] ?? columns(cell))))
  const widths = widthsOf(broken.flatMap(linesOf))
  return broken.map(row => linesOf(row).map(line => lineOf(line, widths)))
}

/** The lines of a row's cells side by side; what is no longer there is empty. */
const linesOf = (row: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<ReadonlyArray<string>> =>
  Array.from({ length: Math.max(...row.map(lines => lines.length)) }, (_, index) =>
    row.map(lines => lines[index] ?? '')
  )

const lineOf = (line: ReadonlyArray<string>, widths: ReadonlyArray<number>): string =>
  line
    .map((cell, index) => padded(cell, widths[index] ?? 0))
    .join(gap)
    .trimEnd()

/** The longest word of each column, as long as it is not too long. */
const wordsOf = (cells: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<number> =>
  widthsOf(
    cells.map(row =>
      row.map(cell =>
        cell.split(/[ \n]/).reduce((longest, word) => (columns(word) > columns(longest) ? word : longest), '')
      )
    )
  ).map(word => Math.min(word, longWord))

/** The widths made to fit: the widest gives way, first down to its longest word, then as far as it must. */
const fitted = (
  widths: ReadonlyArray<number>,
  words: ReadonlyArray<number>,
  room: number
): ReadonlyArray<number> => {
  const over = totalOf(widths) - room
  if (over <= 0) return widths
  const fit = narrowed(widths, words, over)
  return narrowed(
    fit,
    widths.map(() => least),
    totalOf(fit) - room
  )
}

const totalOf = (widths: ReadonlyArray<number>): number =>
  widths.reduce((sum, one) => sum + one, 0) + gap.length * (widths.length - 1)

const narrowed = (
  widths: ReadonlyArray<number>,
  floors: ReadonlyArray<number>,
  over: number
): ReadonlyArray<number> => {
  const fit = [...widths]
  for (let left = over; left > 0; left--) {
    const room = fit.map((width, index) => (width > (floors[index] ?? 0) ? width : 0))
    const widest = Math.max(...room)
    if (widest === 0) break
    fit[room.lastIndexOf(widest)] = widest - 1
  }
  return fit
}
