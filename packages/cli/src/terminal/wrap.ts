/** Words in lines of a width, broken between words; a word that is longer than a line is broken where it must be. */
import { columns } from './columns'
import { reopened } from './isolate'

export const wrapped = (text: string, width: number): ReadonlyArray<string> =>
  columns(text) <= width && !text.includes('\n')
    ? [text]
    : reopened(text.split('\n').flatMap(line => filled(line, Math.max(1, width))))

const filled = (line: string, width: number): ReadonlyArray<string> => {
  const lines: string[] = []
  let [current, used] = ['', 0]
  for (const word of line.split(' ').flatMap(one => pieces(one, width))) {
    const takes = columns(word)
    if (current !== '' && used + 1 + takes > width) {
      lines.push(current)
      ;[current, used] = [word, takes]
    } else {
      used += current === '' ? takes : 1 + takes
      current = current === '' ? word : `${current} ${word}`
    }
  }
  return [...lines, current]
}

/** A word as it is, or cut where it is longer than a line. */
const pieces = (word: string, width: number): ReadonlyArray<string> => {
  if (columns(word) <= width) return [word]
  const cut: string[] = []
  let piece = ''
  for (const point of word) {
    if (columns(piece + point) > width) {
      cut.push(piece)
      piece = ''
    }
    piece += point
  }
  return [...cut, piece]
}
