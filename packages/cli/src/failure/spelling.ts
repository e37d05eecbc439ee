/** Names that somebody may have meant who mistyped one. */

/** The nearest first, at most three; none where nothing is near. */
export const nearest = (asked: string, known: ReadonlyArray<string>): ReadonlyArray<string> =>
  known
    .map(name => ({ name, away: distance(asked.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, away }) => away <= Math.max(1, Math.floor(Math.min(asked.length, name.length) / 3)))
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ name }) => name)

/** How many letters are wrong, missing, too many or in each other's place. */
const distance = (a: string, b: string): number => {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min(
          cell(rows, i - 1, j) + 1,
          (row[j - 1] ?? 0) + 1,
          cell(rows, i - 1, j - 1) + (same ? 0 : 1),
          swapped ? cell(rows, i - 2, j - 2) + 1 : Infinity
        )
      )
    }
    rows.push(row)
  }
  return cell(rows, a.length, b.length)
}

const cell = (rows: ReadonlyArray<ReadonlyArray<number>>, row: number, column: number): number =>
  rows[row]?.[column] ?? 0
