/** Rows in columns for a fixed-width screen. */
import { columns, padded } from './columns'

/** Pads every cell but the last of a row to the widest of its column. */
export const rows = (table: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
  const widths = widthsOf(table)
  return table.map(row =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : padded(cell, widths[index] ?? 0)))
      .join('  ')
      .trimEnd()
  )
}

/** The columns that the widest cell of each column takes. */
export const widthsOf = (table: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<number> =>
  table.reduce<ReadonlyArray<number>>(
    (widths, row) =>
      Array.from({ length: Math.max(widths.length, row.length) }, (_, index) =>
        Math.max(widths[index] ?? 0, columns(row[index] ?? ''))
      ),
    []
  )
