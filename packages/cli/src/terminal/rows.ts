/** Rows in columns for a fixed-width screen. Arabic letters are one column each, its vowel signs none. */

/** Pads every cell but the last of a row to the widest of its column. */
export const rows = (table: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
  const widths = widthsOf(table)
  return table.map(row =>
    row
      .map((cell, index) =>
        index === row.length - 1 ? cell : cell + ' '.repeat(Math.max(0, (widths[index] ?? 0) - columns(cell)))
      )
      .join('  ')
      .trimEnd()
  )
}

const widthsOf = (table: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<number> =>
  table.reduce<ReadonlyArray<number>>(
    (widths, row) =>
      Array.from({ length: Math.max(widths.length, row.length) }, (_, index) =>
        Math.max(widths[index] ?? 0, columns(row[index] ?? ''))
      ),
    []
  )

/** How many columns a text takes: marks (tashkeel) and directional characters take none. */
export const columns = (text: string): number => [...text.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '')].length
