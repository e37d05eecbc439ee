/**
 * Positions in a text count code points, never UTF-16 units, and are never judged by an engine's tables (domain.md §4).
 * What is a space is the closed list below, so that every machine trims and cuts alike.
 */

/** The code points of a string, one array element each. */
export const pointsOf = (words: string): ReadonlyArray<string> => Array.from(words)

/** How many code points a string has. */
export const pointCount = (words: string): number => {
  let pairs = 0
  for (let i = 0; i < words.length - 1; i++)
    if (isHigh(words.charCodeAt(i)) && isLow(words.charCodeAt(i + 1))) pairs++
  return words.length - pairs
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** The code points from `from` to before `to`, as a string. */
export const sliceOf = (points: ReadonlyArray<string>, from: number, to: number): string =>
  points.slice(from, to).join('')

const SPACES: ReadonlySet<string> = new Set(
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
)

/** Whether a code point is a space, by the closed list. */
export const isSpace = (point: string | undefined): boolean => point !== undefined && SPACES.has(point)

/** The words without the spaces at both ends. */
export const trimmed = (words: string): string => {
  let from = 0
  let to = words.length
  while (from < to && isSpace(words[from])) from++
  while (to > from && isSpace(words[to - 1])) to--
  return words.slice(from, to)
}

const LINE_BREAK = /[\n\r\u2028\u2029\u0085\v\f]/

/** Whether the words hold a line break of any kind. */
export const hasLineBreak = (words: string): boolean => LINE_BREAK.test(words)

/** How many bytes the words take in UTF-8. */
export const utf8Length = (words: string): number => {
  let bytes = 0
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    else if (isHigh(unit) && isLow(words.charCodeAt(i + 1))) {
      bytes += 4
      i++
    } else bytes += 3
  }
  return bytes
}
